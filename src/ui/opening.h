// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

namespace zhibao {

class NoteBar;

// Opens a file or a folder with the system's program for it. Where that cannot be the note says so, and offers the
// path.
void openOutside(const QString &path, const Dialogs &dialogs, NoteBar &note);

// As the file manager takes it.
void copyPath(const QString &path);

} // namespace zhibao
