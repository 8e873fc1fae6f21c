// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace zhibao {

constexpr double twipsPerPoint = 20;

// Lengths are in twips (1/20 pt), the unit of OOXML, so that the PDF and the DOCX are laid out from the same
// integers. GB/T 9704-2012 is meant where a clause is named.
enum class Typeface { SongTitle, FangSong, Kai, Hei, Song };
enum class Alignment { Start, Centre, End, Justify };

struct RoleStyle {
    Typeface typeface = Typeface::FangSong;
    int size = 320; // of the letters
    int spacing = 0; // added after every character; negative tightens
    int pitch = 579; // line height, exact
    Alignment alignment = Alignment::Justify;
    int firstIndent = 0; // of the first line
    int startIndent = 0;
    int endIndent = 0;
    bool middle = false; // in a table cell: halfway down the cell instead of at its top
    friend bool operator==(const RoleStyle &, const RoleStyle &) = default;
};

struct PageStyle {
    int width = 0, height = 0;
    int top = 0, right = 0, bottom = 0, left = 0; // margins round the type area (版心)
    int areaWidth() const { return width - left - right; }
    int areaHeight() const { return height - top - bottom; }
};

PageStyle pageStyle(Orientation orientation);

// Twips of a length in millimetres.
double twipsOf(double millimetres);

// How a role looks. Of a span only typeface, size and spacing count; the rest is its paragraph's.
RoleStyle roleStyle(Role role);

// The style of a whole paragraph: its role's, with what the paragraph itself says about its indents; a picture's line
// is as high as the picture.
RoleStyle paragraphStyle(const Paragraph &paragraph);

// Between Chinese and a Latin letter or digit stands a fifth of the letters' size. GB/T 9704 is silent on it; Word has
// it by default, and LibreOffice (7.4) cannot be told from a DOCX to do without.
int scriptSpace(const RoleStyle &style);
bool takesScriptSpace(char32_t before, char32_t after);

// How far below an imprint's centre the middle of the text lies that it is pressed over: 3 mm, 居印章中心偏下位置. With
// it, and two empty lines above, the top of a seal of 35 to 45 mm is within one line of the text (clause 7.3.5.1).
inline constexpr int imprintTextDrop = 170;

// Where tabs lead to: multiples of this from the line's start.
inline constexpr int tabStop = 640;

// How many full-width characters of a role fill a line of the type area.
int charactersPerLine(Orientation orientation, Role role);

// From the type area to the 一字线 of the page number (7 mm), which is inset one character (clause 7.5).
inline constexpr int pageNumberDistance = 397;
// How far the 一字线 stands above its baseline, in ems: 0.31 in Fandol Song, 0.38 in a face that has it in the middle
// of the character's square. With either it is within 0.3 mm of where it belongs.
inline constexpr double pageNumberDashHeight = 0.34;

// From the paper's edge to the line of the margin's mark, which the DOCX has in its page header.
int headerDistance(const PageStyle &page);

// Inside a table cell, between the grid line and the text.
inline constexpr int cellPaddingX = 106;
inline constexpr int cellPaddingY = 40;
inline constexpr int tableRuleWidth = 10; // 0.5 pt, centred on the grid line

// The grid's columns: whole twips that sum to the width of the type area.
QList<int> columnWidths(const Table &table, Orientation orientation);

// A numbered row with its documents that takes no more than this share of a page stays whole on one; a higher one
// begins where there is room and goes on overleaf, between its documents or between the lines of its cells.
inline constexpr double keptWholeShare = 1.0 / 3;

// The least height of a row; 0 where its text alone decides.
int leastHeight(const TableRow &row);

// The name a document gives the typeface ("方正小标宋简体", "仿宋_GB2312", …), and after it the families to look for
// on this machine, best first.
QString officialFamily(Typeface typeface);
QStringList candidateFamilies(Typeface typeface);
// 小标宋 is a heavy face: an ordinary Song stands in for it in bold. Every other family is taken in Regular.
bool takenInBold(Typeface typeface, const QString &family);
// Latin letters and digits stand in this family everywhere ("Times New Roman"; Liberation Serif has its metrics).
QString latinFamily();
QStringList latinCandidateFamilies();

// Characters that must not begin, and must not end, a line (避头尾); written into the DOCX as well.
QString noLineStart();
QString noLineEnd();

} // namespace zhibao
