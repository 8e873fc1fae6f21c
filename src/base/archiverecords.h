// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Lengths of the records of an archive without names and what follows, in bytes (APPNOTE 4.3.7, 4.3.9, 4.3.12, 4.3.16).
#pragma once

#include <QtGlobal>

namespace zhibao {

constexpr qsizetype partHeadSize = 30;
constexpr qsizetype descriptorSize = 16;
constexpr qsizetype entrySize = 46; // in the directory
constexpr qsizetype endRecordSize = 22;

} // namespace zhibao
