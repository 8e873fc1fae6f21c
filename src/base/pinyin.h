// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// Whether what was typed in Latin letters is how a stretch of the text is read in pinyin without tones: whole
// syllables, their initials, or both mixed ("gzj", "guizhou", "gzshij"); spaces and apostrophes between syllables do
// not count, and v stands for ü. A character of several readings answers to each that names of places use. The readings
// are ICU's.
bool isReadAs(QStringView text, QStringView typed);

} // namespace zhibao
