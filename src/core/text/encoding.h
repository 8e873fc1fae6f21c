// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace zhibao {

// The text of UTF-8 bytes, code point for code point; a byte order mark at the start is dropped. `path` is only named
// in the error: NotUtf8, with the offset of the first byte that is not well-formed (Unicode 15, table 3-7).
Result<QString> decodeUtf8(const QByteArray &bytes, const QString &path);

// The same without the text.
Result<void> checkUtf8(const QByteArray &bytes, const QString &path);

// The text of UTF-8 bytes with nothing dropped, as the store holds it; nothing where they are not well-formed.
std::optional<QString> textOfUtf8(QByteArrayView bytes);

// Whether every surrogate of the text has its partner and no NUL stands in it: what is not so is no text of a JSON
// file.
bool isWellFormed(QStringView text);

// The one door by which texts come in, be they typed, pasted, read or given on the command line. It lets pass whatever
// a document can carry (XML 1.0, section 2.2): every character but lone surrogates, the controls below U+0020 and
// U+FFFE and U+FFFF, in whose place U+FFFD stands. CR LF, CR, U+000B (Word's line break) and U+000C (its page break)
// become \n; tab and all else stay untouched. What is in U+FFFD's place now is counted onto `replaced`.
QString wellFormed(const QString &text, qsizetype *replaced = nullptr);

} // namespace zhibao
