// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace zhibao {

// The text of bytes of which nobody says how they are encoded: UTF-8 or UTF-16 by their mark of byte order, UTF-8 where
// they are well-formed so, else GB18030, in which Chinese programs write. What is no character of the encoding becomes
// U+FFFD. Nothing where it is no text.
std::optional<QString> decodedText(const QByteArray &bytes);

} // namespace zhibao
