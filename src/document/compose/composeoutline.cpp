// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/composeparts.h"
#include "document/layout/titlebreak.h"
#include "document/style.h"

#include <QRegularExpression>

#include <algorithm>

namespace zhibao {

namespace {

constexpr double dateIndent = 4; // 成文日期右空四字

// Text of so many lines is sure to be two when it is set, though the letters' widths are not known here.
constexpr double twoLines = 1.5;

// On the blank form, with the guidance: an outline of five headings then fills one page.
constexpr int linesUnderHeading = 2;

// The length of the （一） heading that a paragraph begins with: up to its first 。, or a whole short line without one;
// 0 where it begins with none.
qsizetype headingLength(const QString &text, Orientation orientation)
{
    static const QRegularExpression mark(QStringLiteral("^\\s*[（(][一二三四五六七八九十百]+[）)]"));
    if (!mark.match(text).hasMatch())
        return 0;
    const qsizetype stop = text.indexOf(u'。');
    if (stop >= 0)
        return stop + 1;
    return nominalWidth(text) <= charactersPerLine(orientation, Role::Body) ? text.size() : 0;
}

// Body paragraphs with their headings of the second level. Text that brings its own full-width blanks is not indented
// a second time.
QList<Paragraph> bodyParagraphs(const QString &text, const Place &place, Orientation orientation)
{
    if (text.isEmpty())
        return {};
    QList<Paragraph> paragraphs = typed(Role::Body, text, place);
    for (Paragraph &paragraph : paragraphs) {
        const Span whole = paragraph.spans.constFirst();
        paragraph.flush = whole.text.startsWith(u"　");
        const qsizetype heading = headingLength(whole.text, orientation);
        if (heading == 0)
            continue;
        paragraph.spans = {{whole.text.left(heading), Role::Heading2, whole.offset}};
        if (heading < whole.text.size())
            paragraph.spans.append({whole.text.mid(heading), Role::Body, whole.offset + static_cast<int>(heading)});
        else // a heading on a line of its own, unless nothing follows it
            paragraph.keepWithNext = paragraph.keepLines = &paragraph != &paragraphs.constLast() && heading <= 28;
    }
    return paragraphs;
}

Paragraph heading(const QString &text, const Place &place)
{
    Paragraph paragraph = printed(Role::Heading1, text, place);
    paragraph.outlineLevel = 2;
    paragraph.keepWithNext = paragraph.keepLines = true;
    return paragraph;
}

// No page may carry the 落款 alone (GB/T 9704-2012 7.3.5): the last two lines of the text go with it, of as many
// paragraphs as that takes.
void keepLastLines(QList<Block> &blocks, Orientation orientation)
{
    double lines = 0;
    for (auto block = blocks.rbegin(); block != blocks.rend() && lines < twoLines; ++block) {
        Paragraph &paragraph = std::get<Paragraph>(*block);
        paragraph.keepWithNext = true;
        double width = 0;
        for (const Span &span : std::as_const(paragraph.spans))
            width += nominalWidth(span.text);
        if (width > 0)
            lines += std::max(1.0, width / charactersPerLine(orientation, paragraph.role));
    }
}

// A name that is longer than a line, in lines broken by sense, and the date in the middle below it.
void centreSignature(Paragraph &unit, Paragraph &date, int capacity)
{
    const Span whole = unit.spans.constFirst();
    unit.spans = spansOfLines(whole, unitBreaks(whole.text, capacity));
    unit.endIndent = date.endIndent = 0;
    unit.centred = date.centred = true;
}

// The unit's name centred over the date, the date four characters from the right edge; a long name ends at the type
// area's edge, and the date is centred under it.
void appendSignature(
    QList<Block> &blocks, const QString &unit, const QString &date, const Place &place, Orientation orientation)
{
    if (unit.isEmpty() && date.isEmpty())
        return;
    const double excess = (nominalWidth(unit) - nominalWidth(date)) / 2;
    Paragraph unitLine = printed(Role::SignatureUnit, unit);
    unitLine.endIndent = std::max(0.0, date.isEmpty() ? dateIndent : dateIndent - excess);
    Paragraph dateLine = printed(Role::SignatureDate, date, place);
    dateLine.endIndent = unit.isEmpty() ? dateIndent : std::max(dateIndent, excess);
    const int capacity = charactersPerLine(orientation, Role::SignatureUnit);
    if (nominalWidth(unit) > capacity)
        centreSignature(unitLine, dateLine, capacity);

    for (int line = 0; line < blankLinesAboveSignature; ++line) {
        blocks.append(blankLine());
        std::get<Paragraph>(blocks.last()).keepWithNext = true;
    }
    if (!unit.isEmpty()) {
        unitLine.keepWithNext = !date.isEmpty();
        blocks.append(unitLine);
    }
    if (!date.isEmpty())
        blocks.append(dateLine);
}

void appendContact(QList<Block> &blocks, const QString &contact, const Place &place)
{
    if (contact.isEmpty())
        return;
    if (!blocks.isEmpty())
        std::get<Paragraph>(blocks.last()).keepWithNext = true;
    const QString note = contactNote(contact);
    // contactNote puts the text in brackets, or leaves it as it is.
    const bool bracketed = note.size() == contact.size() + 2;
    QList<Paragraph> paragraphs = typed(Role::ContactNote, contact, place);
    if (bracketed) {
        paragraphs.first().spans.prepend({note.left(1), Role::ContactNote});
        paragraphs.last().spans.append({note.right(1), Role::ContactNote});
    }
    append(blocks, paragraphs);
}

} // namespace

QList<Block> blocksOf(const Form &form, const OutlineForm &outline, const Report &report, DatePrinting dates)
{
    const FormAnswer answer = report.forms.value(form.id);
    const auto text = [&](const QString &name) { return answer.fields.value(name); };
    const auto place = [&](const QString &name) { return Place{form.id, name}; };
    QList<Block> blocks;
    if (!text(field::title).isEmpty()) {
        append(blocks, titleParagraphs(text(field::title), report.unit, form.orientation, place(field::title)));
        blocks.append(blankLine());
    }
    if (!text(field::addressee).isEmpty())
        append(blocks, typed(Role::Addressee, text(field::addressee), place(field::addressee)));
    append(blocks, bodyParagraphs(text(field::opening), place(field::opening), form.orientation));
    for (int section = 0; section < outline.sections.size(); ++section) {
        const Place here{form.id, {}, -1, -1, section};
        blocks.append(heading(outline.sections[section].heading, here));
        append(blocks, bodyParagraphs(answer.sections.value(section), here, form.orientation));
    }
    append(blocks, bodyParagraphs(text(field::closing), place(field::closing), form.orientation));
    keepLastLines(blocks, form.orientation);
    appendSignature(blocks, report.unit,
        outline.calendarDate ? printedDate(text(field::date), dates) : text(field::date), place(field::date),
        form.orientation);
    appendContact(blocks, text(field::contact), place(field::contact));
    return blocks;
}

QList<Block> blankBlocksOf(const Form &form, const OutlineForm &outline)
{
    QList<Block> blocks;
    appendAnnexHead(blocks, form, {});
    for (int section = 0; section < outline.sections.size(); ++section) {
        const Place place{form.id, {}, -1, -1, section};
        blocks.append(heading(outline.sections[section].heading, place));
        if (!outline.sections[section].guidance.isEmpty())
            blocks.append(printed(Role::Guidance, outline.sections[section].guidance, place));
        for (int line = outline.sections[section].guidance.isEmpty() ? 0 : 1; line < linesUnderHeading; ++line)
            blocks.append(blankLine());
    }
    if (!outline.closingLine.isEmpty())
        blocks.append(printed(Role::Guidance, outline.closingLine));
    return blocks;
}

} // namespace zhibao
