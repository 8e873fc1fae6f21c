// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "ui/dialogs.h"

namespace zhibao {

enum class PrintOutcome { Printed, Cancelled, Failed };

// Lays the document out, asks for the printer and paints the same pages that the preview shows, at the printer's
// resolution. Long work shows its progress and can be stopped.
PrintOutcome printDocument(const Document &document, const Dialogs &dialogs, QWidget *parent);

} // namespace zhibao
