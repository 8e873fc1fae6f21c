// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

#include <QString>

class QMimeData;

namespace zhibao {

// Cells that travel over the clipboard between this program and Word, WPS and Excel.

// Tab-separated text as spreadsheets put it on the clipboard: quoted where a cell holds tabs, quotes or line ends; a
// last line end makes no row. Empty where it passes the limits of HTML (20 Mi characters, 100,000 cells).
TextGrid gridFromTabbedText(const QString &text);

// What stands on a clipboard, or was dropped. HTML tells cells from text; without HTML, cells are lines that all have
// the same number of tabs, and a line alone is only where it is ended, as spreadsheets end it. A numbered list, one
// tab behind each number, is text.
struct PastedContent {
    QList<TextGrid> tables; // none: it is text
    QString around; // the text before, between and behind the tables
    bool hasConcealed = false; // deleted or hidden texts, and comments: not taken
};
PastedContent pastedContent(const QMimeData &data);

// All of it as text, the cells of tables parted by tabs; what is deleted or hidden is not taken.
QString pastedText(const QMimeData &data);

QString gridToHtml(const TextGrid &grid);
QString gridToTabbedText(const TextGrid &grid);

} // namespace zhibao
