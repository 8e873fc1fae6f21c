// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "ui/dialogs.h"

namespace zhibao {

// To be called before the first QPrinter: where it is told of no server, the library of CUPS asks one by an internet
// socket; that of the machine has a local one.
void keepOffTheNetwork();

enum class PrintOutcome { Printed, Cancelled, Failed };

// Lays the documents out, asks for the printer once and paints the same pages that the preview shows, at the printer's
// resolution, each on paper of its orientation. Long work shows its progress and can be stopped.
PrintOutcome printDocuments(const QList<Document> &documents, const Dialogs &dialogs, QWidget *parent);

} // namespace zhibao
