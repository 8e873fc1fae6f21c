// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace zhibao {

// What an errno says of a file that was to be written: one of the errors of DurableFile.
Error writeFailure(const QString &path, int cause);

// What it says of one that was to be read: FileNotFound or FileNotReadable.
Error readFailure(const QString &path, int cause);

} // namespace zhibao
