// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice.h"

#include <QByteArray>

namespace zhibao {

// Reads a notice definition (JSON, format "zhibao.notice", version 1). `path` is only named in errors:
// NotUtf8, NotJson, WrongFormat, NewerVersion, NoticeMalformed (with the JSON path of the fault: a missing or empty
// label, a wrong type, an unknown key, an id used twice, two repeating groups, no columns, an impossible date, …).
Result<Notice> readNotice(const QByteArray &json, const QString &path);

} // namespace zhibao
