// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QImage>
#include <QList>
#include <QSizeF>
#include <QString>

#include <optional>
#include <variant>

namespace zhibao {

// What a text is on the page. How a role looks (font, size, spacing) is the style's affair, never the document's.
enum class Role {
    AnnexMark, // 附件1
    Title, // 2号小标宋, centred
    FormLine, // 填报单位（盖章）：…  and 联系人及联系方式：…
    TableHead,
    TableText,
    TableSerial, // the running number
    TableAmount, // of a column of numbers, flush right
    Addressee, // 主送机关, flush left
    Body, // 3号仿宋, first-line indent of two characters
    Heading1, // 一、 黑体
    Heading2, // （一） 楷体: a span at the start of a body paragraph up to its first 。
    Guidance, // 主要包括：… on the blank form
    SignatureUnit, // 落款: the unit's name, centred over the date
    SignatureDate, // right-indented four characters
    ContactNote, // （联系人…）
    Blank, // 空一行: an empty line of the body's height
    PageNumber,
    MarginMark, // 送审稿: above the type area of every page
    TableValue, // what stands beside a label in a table, halfway down its cell
    TableFigure, // a number in a table, centred in its cell
    FineText, // small text that is looked up rather than read: digests, notes
    TinyText, // the same where even that has no room
};

// How a text is marked that was changed, in black and white.
enum class TextMark { None, Struck, Underlined };

// A stretch of text in one role. Where it was typed: `offset` is where the span starts in the text at the
// paragraph's place (UTF-16 units), -1 for text that the form prints itself.
struct Span {
    QString text; // no line ends
    Role role = Role::Body;
    int offset = -1;
    bool newLine = false; // begins a new line of the paragraph (a title broken by sense)
    TextMark mark = TextMark::None;
    friend bool operator==(const Span &, const Span &) = default;
};

// A picture in its true size, low enough to stand on a page.
struct Picture {
    QImage image;
    QSizeF size; // mm
    QString description; // for readers that cannot see it
    friend bool operator==(const Picture &, const Picture &) = default;
};

// A picture behind the text of a paragraph (not one of a table), as a seal is pressed over a unit's name: upright,
// centred across over the text, which stands a little below the picture's middle (GB/T 9704-2012 7.3.5.1).
struct Imprint {
    Picture picture;
    qsizetype from = 0; // where the text begins that it is centred over, UTF-16 units in the paragraph
    int linesBelow = 0; // of the paragraphs that follow, which it covers with this one
    int linesAbove = 0; // its top is at least so many lines above the paragraph
    friend bool operator==(const Imprint &, const Imprint &) = default;
};

struct Paragraph {
    Role role = Role::Body;
    QList<Span> spans;
    Place place; // whose text this shows; of an empty text too, so that a click finds it
    int outlineLevel = 0; // 1: an annex, 2: a heading; 0: not in the bookmarks
    double endIndent = 0; // from the right edge, in characters (右空…字), on top of the role's
    bool centred = false; // however its role is aligned
    bool flush = false; // without the role's first-line indent: the text brings its own blanks
    bool keepWithNext = false; // its last two lines stand on one page with the first line of what follows
    bool keepLines = false; // never parted between pages, so that keepWithNext holds for all of it
    std::optional<Picture> picture; // shown instead of text, aligned as the role says
    std::optional<Imprint> imprint;
    friend bool operator==(const Paragraph &, const Paragraph &) = default;
};

struct TableCell {
    int column = 0;
    int columnSpan = 1;
    int rowSpan = 1;
    QList<Paragraph> paragraphs; // at least one
    friend bool operator==(const TableCell &, const TableCell &) = default;
};

// A row of the grid. Cells that a row span of an earlier row covers are left out.
struct TableRow {
    QList<TableCell> cells;
    double leastLines = 0; // at least as high as so many lines of table text: room to write by hand
    friend bool operator==(const TableRow &, const TableRow &) = default;
};

struct Table {
    QList<double> widths; // share of the type area's width a column; sums to 1
    int headerRows = 0; // the first rows, repeated on every page
    QList<TableRow> rows;
    friend bool operator==(const Table &, const Table &) = default;
};

using Block = std::variant<Paragraph, Table>;

// One form, ready for print, neutral about the medium: the PDF, the preview, the printer and the DOCX are all made
// from it.
struct Document {
    Orientation orientation = Orientation::Portrait;
    QList<Block> blocks;
    QString marginMark; // short: one line above the type area of every page; mostly empty
    QString title; // of the file: metadata
    QString author; // the unit
    QString subject; // the notice's number and title
    QString language; // BCP 47: "zh-CN"
    friend bool operator==(const Document &, const Document &) = default;
};

} // namespace zhibao
