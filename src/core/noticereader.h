// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice.h"

#include <QByteArray>

namespace zhibao {

// Reads a notice definition (JSON, format "zhibao.notice", version 1). `path` is only named in errors:
// NotUtf8, NotJson, WrongType (the text is no object), WrongFormat, NewerVersion, NoticeMalformed with the JSON path of
// the first fault and its cause: those of JsonFault (core/json.h), and "empty", "date" (no calendar date),
// "unknown-key", "bad-id", "duplicate-id" (used twice, or a key of the report file), "unknown-kind", "not-positive",
// "no-columns", "second-serial", "second-repeating-group", "nested-repeating-group", "too-deep" (over 8 header levels).
Result<Notice> readNotice(const QByteArray &json, const QString &path);

} // namespace zhibao
