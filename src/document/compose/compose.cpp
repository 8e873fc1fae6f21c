// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/compose.h"

#include "base/overloads.h"
#include "document/compose/composeparts.h"
#include "document/layout/titlebreak.h"
#include "document/style.h"

namespace zhibao {

namespace {

Document emptyDocument(const Notice &notice, const Form *form)
{
    Document document;
    document.subject = notice.number + u' ' + notice.title;
    document.language = QStringLiteral("zh-CN");
    if (form) {
        document.orientation = form->orientation;
        document.title = form->title;
    }
    return document;
}

} // namespace

Paragraph printed(Role role, const QString &text, const Place &place)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.place = place;
    if (!text.isEmpty())
        paragraph.spans.append({text, role});
    return paragraph;
}

QList<Paragraph> typed(Role role, const QString &text, const Place &place)
{
    QList<Paragraph> paragraphs;
    qsizetype start = 0;
    while (start <= text.size()) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        Paragraph paragraph;
        paragraph.role = role;
        paragraph.place = place;
        // An empty text has its empty span, so that a click and the caret find the place.
        paragraph.spans.append({text.mid(start, end - start), role, static_cast<int>(start)});
        paragraphs.append(paragraph);
        start = end + 1;
    }
    return paragraphs;
}

Paragraph blankLine()
{
    return printed(Role::Blank, {});
}

QList<Span> spansOfLines(const Span &whole, const QList<qsizetype> &breaks)
{
    QList<Span> spans;
    const auto add = [&](qsizetype start, qsizetype end) {
        const int offset = whole.offset < 0 ? -1 : whole.offset + static_cast<int>(start);
        spans.append({whole.text.mid(start, end - start), whole.role, offset, start > 0});
    };
    qsizetype start = 0;
    for (const qsizetype end : breaks) {
        add(start, end);
        start = end;
    }
    add(start, whole.text.size());
    return spans;
}

QList<Paragraph> titleParagraphs(const QString &title, const QString &unit, Orientation orientation, const Place &place)
{
    QList<Paragraph> paragraphs = typed(Role::Title, title, place);
    for (Paragraph &paragraph : paragraphs) {
        Span whole = paragraph.spans.constFirst();
        if (place == Place{})
            whole.offset = -1; // printed by the form
        const int capacity = charactersPerLine(orientation, Role::Title);
        paragraph.spans = spansOfLines(whole, titleBreaks(whole.text, unit, capacity));
    }
    paragraphs.first().outlineLevel = 1;
    return paragraphs;
}

QString titleOn(const Form &form, const QString &occasion)
{
    return occasion.isEmpty() ? form.title : QStringLiteral("%1（%2）").arg(form.title, occasion);
}

void appendAnnexHead(QList<Block> &blocks, const Form &form, const QString &unit, const QString &occasion)
{
    blocks.append(printed(Role::AnnexMark, form.mark));
    blocks.append(blankLine());
    append(blocks, titleParagraphs(titleOn(form, occasion), unit, form.orientation, {}));
    blocks.append(blankLine());
}

void append(QList<Block> &blocks, const QList<Paragraph> &paragraphs)
{
    for (const Paragraph &paragraph : paragraphs)
        blocks.append(paragraph);
}

Document compose(const Report &report, const Notice &notice, const QString &formId, DatePrinting dates)
{
    const Form *form = notice.form(formId);
    Document document = emptyDocument(notice, form);
    document.author = report.unit;
    // So that what another occasion was answered with is no earlier export of this one.
    const QString occasion = report.occasion.isEmpty() ? QString() : printedOccasion(report.occasion, notice.occasion);
    if (!occasion.isEmpty())
        document.subject += u' ' + occasion;
    if (!form)
        return document;
    const auto composeTable = [&](const TableForm &table) {
        document.blocks = blocksOf(*form, table, report, occasion);
        document.title = titleOn(*form, occasion);
    };
    const auto composeOutline = [&](const OutlineForm &outline) {
        document.blocks = blocksOf(*form, outline, report, dates);
        const QString title = textAt(report, {form->id, field::title}).simplified();
        if (!title.isEmpty())
            document.title = title;
    };
    std::visit(Overloads{composeTable, composeOutline}, form->kind);
    return document;
}

Document composeBlank(const Notice &notice, const QString &formId)
{
    const Form *form = notice.form(formId);
    Document document = emptyDocument(notice, form);
    document.author = notice.issuer;
    if (form)
        document.blocks = std::visit([form](const auto &kind) { return blankBlocksOf(*form, kind); }, form->kind);
    return document;
}

} // namespace zhibao
