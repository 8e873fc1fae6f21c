// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

namespace zhibao {

// A table, or the paragraphs before, between and behind tables.
struct HtmlPiece {
    TextGrid table;
    QString text;
};

struct HtmlContent {
    QList<HtmlPiece> pieces;
    bool hasConcealed = false; // texts stand in it that are not shown: deleted, hidden, or comments
};

// What an HTML text shows, in its order. Merged cells are given once, at their first place in sight, the covered ones
// are empty. Paragraphs and <br> part lines; other white space joins as on a page. Nothing where it passes the limits
// (20 Mi characters, 100,000 cells).
HtmlContent readHtml(const QString &html);

} // namespace zhibao
