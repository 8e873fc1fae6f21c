// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "document/document.h"

#include <QImage>
#include <QLineF>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

namespace zhibao {

// Lengths are in points, from the page's top left corner, y downwards.

// One glyph on the page. The text it stands for is text[textStart, textStart+textLength) of its run; of a cluster
// with several glyphs the first carries the text and the others have length 0.
struct Glyph {
    quint32 index = 0; // in the font; where no font of the machine has the character, that of □
    double x = 0; // of its origin, relative to the run's origin
    double y = 0;
    double advance = 0; // to the next glyph, with all spacing and justification
    int textStart = 0;
    int textLength = 0;
};

struct GlyphRun {
    int font = 0; // index into Fonts
    double size = 0; // points
    QPointF origin; // on the baseline
    QString text; // exactly what was typed
    QList<Glyph> glyphs;
    int offset = -1; // of its text in the text at the line's place, UTF-16 units; -1: printed by the form
};

struct Rule {
    QLineF line;
    double width = 0;
};

// Lies behind all lines and rules of its page.
struct PlacedPicture {
    QRectF box;
    QImage image;
};

// One line of text; with the place it was typed at, for a click in the preview.
struct Line {
    QRectF box; // the line's height by the width of its text (of an empty line: of the room it has)
    QList<GlyphRun> runs;
    Place place;
    int offset = -1; // of the line's first character in the place's text, UTF-16 units; -1: printed by the form
    // What moves with the line; once it stands on a page, the page has them.
    QList<Rule> rules; // through and under its text
    QList<PlacedPicture> pictures;
};

// The room that a table cell has on a page, with the lines in it: a click anywhere in it is meant for its text.
struct CellArea {
    QRectF box;
    qsizetype firstLine = 0;
    qsizetype lineCount = 0; // 0: the cell's text ended on an earlier page
};

struct Page {
    QSizeF size;
    QList<Line> lines; // in reading order: a cell's lines follow each other
    QList<Rule> rules;
    QList<CellArea> cells;
    QList<PlacedPicture> pictures{};
};

struct Bookmark {
    QString text;
    int level = 1;
    int page = 0; // from 0
    double y = 0;
};

// A document laid out: what the preview, the printer and the PDF all paint.
struct Pages {
    QList<Page> pages;
    QList<Bookmark> bookmarks;
    QString title, author, subject, language;
    // Blocks of the document that keep with their next, may part, and stand where they would without keeping.
    QList<qsizetype> keptWithoutMove;
    QStringList substitutes; // "仿宋_GB2312 → Fandol Fang": official fonts this machine lacks and what stands for them
    QStringList missing; // characters that no font of this machine has
};

} // namespace zhibao
