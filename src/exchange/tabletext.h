// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reportedit.h"

#include <QString>

namespace zhibao {

// Cells that travel over the clipboard between this program and Word, WPS and Excel.

// The cells of the first table in an HTML text; merged cells are given once, at their first place, the covered ones
// are empty. Paragraphs and <br> part lines; other white space joins as on a page. Empty where there is no table, and
// where it passes the limits (20 Mi characters, 100,000 cells).
TextGrid gridFromHtml(const QString &html);

// Tab-separated text as spreadsheets put it on the clipboard: quoted where a cell holds tabs, quotes or line ends; a
// last line end makes no row. Empty where it passes the same limits.
TextGrid gridFromTabbedText(const QString &text);

QString gridToHtml(const TextGrid &grid);
QString gridToTabbedText(const TextGrid &grid);

} // namespace zhibao
