// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"

#include <QString>

#include <optional>

namespace zhibao {

// Which of tab, comma and semicolon parts the fields of a text (RFC 4180); nothing where it is none of records that
// have the same number of fields.
std::optional<QChar> fieldSeparator(const QString &text);

// What a text without any markup holds: a table where its fields are separated, else a paragraph a line. Nothing where
// it is more than is taken.
std::optional<FilledFile> readPlainText(const QString &text);

} // namespace zhibao
