// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace zhibao {

// The text of UTF-8 bytes, code point for code point; a byte order mark at the start is dropped. `path` is only named
// in the error: NotUtf8, with the offset of the first byte that is not well-formed (Unicode 15, table 3-7).
Result<QString> decodeUtf8(const QByteArray &bytes, const QString &path);

// Whether every surrogate of the text has its partner and no NUL stands in it: what a file or the store can carry.
bool isWellFormed(QStringView text);

// The text with U+FFFD in place of lone surrogates and NUL, and \n for the line ends CRLF and CR; all else untouched.
QString wellFormed(const QString &text);

} // namespace zhibao
