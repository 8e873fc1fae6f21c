// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/dates.h"
#include "document/document.h"

// What both kinds of form are composed of. Only the composing sources include this.
namespace zhibao {

// A round seal of 42 mm, pressed over the unit's name and the date, then ends within one line of the text
// (GB/T 9704-2012 7.3.5.1).
inline constexpr int blankLinesAboveSignature = 2;

// A line that the form prints itself.
Paragraph printed(Role role, const QString &text, const Place &place = {});

// The paragraphs of a typed text, parted by \n; one, empty, for an empty text.
QList<Paragraph> typed(Role role, const QString &text, const Place &place);

// 空一行: an empty line of the body's height.
Paragraph blankLine();

// The span parted where new lines begin, in UTF-16 units.
QList<Span> spansOfLines(const Span &whole, const QList<qsizetype> &breaks);

// The title's paragraphs, broken by sense. `place` is empty for a title that the form prints itself.
QList<Paragraph> titleParagraphs(
    const QString &title, const QString &unit, Orientation orientation, const Place &place);

// 附件 mark on line 1, title on line 3 (GB/T 9704-2012 7.3.4), and an empty line.
void appendAnnexHead(QList<Block> &blocks, const Form &form, const QString &unit, const QString &occasion = {});

void append(QList<Block> &blocks, const QList<Paragraph> &paragraphs);

// `occasion` as people read it; "" where the notice is answered once.
QList<Block> blocksOf(const Form &form, const TableForm &table, const Report &report, const QString &occasion);
QList<Block> blocksOf(const Form &form, const OutlineForm &outline, const Report &report, DatePrinting dates);
QList<Block> blankBlocksOf(const Form &form, const TableForm &table);
QList<Block> blankBlocksOf(const Form &form, const OutlineForm &outline);

} // namespace zhibao
