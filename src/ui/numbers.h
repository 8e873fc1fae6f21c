// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// A number as the interface writes it: thousands parted by a narrow space ("2 431").
QString grouped(int number);

// What the length of a summary takes in, in words.
QString whatIsCounted();

} // namespace zhibao
