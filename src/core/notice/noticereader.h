// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice/notice.h"

#include <QByteArray>

namespace zhibao {

// Reads a notice definition (JSON, format "zhibao.notice", version 1). `path` is only named in errors:
// NotUtf8, NotJson, WrongType (the text is no object), WrongFormat, NewerVersion, NoticeMalformed with the JSON path of
// the first fault and its cause: those of JsonFault (core/json.h), and "empty", "date" (no calendar date),
// "unknown-key", "bad-id", "duplicate-id" (used twice, or a key of the report file), "unknown-kind" (also of an
// orientation, a column's type, an outline's field), "not-positive",
// "no-columns", "second-serial", "second-repeating-group", "nested-repeating-group", "too-deep" (over 8 header levels),
// "too-many" (forms, columns or headings: over 200 of a kind), "too-long" (a label of over 1,000 characters).
// What was read names itself by the digest of the bytes.
Result<Notice> readNotice(const QByteArray &json, const QString &path);

inline constexpr qint64 noticeFileLimit = 1024 * 1024; // bytes: the whole of a notice is a few pages

// The same from a file; also FileNotFound, FileNotReadable, FileTooLarge.
Result<Notice> readNoticeFile(const QString &path);
// Whether it says that it is one, be it well-formed or not.
bool isNoticeFile(const QString &path);

} // namespace zhibao
