// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/splitplacement.h"

namespace zhibao {

namespace {

// What a new report starts with is nobody's text: it gives way unasked.
bool isDefault(const QString &text, const Place &place, const Report &report, const Form &form)
{
    const auto filled = [&](QString start) { return start.replace(QStringLiteral("{unit}"), report.unit); };
    return (place.field == field::title && text == filled(form.defaultTitle))
        || (place.field == field::addressee && text == filled(form.defaultAddressee));
}

QString joined(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty())
        return before + after;
    return before.endsWith(u'\n') ? before + after : before + u'\n' + after;
}

} // namespace

QList<SplitPart> splitParts(const SummarySplit &split, const Report &report, const Form &form)
{
    QList<SplitPart> parts;
    const auto add = [&](const Place &place, const QString &text) {
        if (text.isEmpty())
            return;
        const QString present = textAt(report, place);
        parts.append({place, text, !present.isEmpty() && present != text && !isDefault(present, place, report, form)});
    };
    add({form.id, field::title}, split.title);
    add({form.id, field::addressee}, split.addressee);
    add({form.id, field::opening}, split.opening);
    for (int section = 0; section < split.sections.size(); ++section)
        add({form.id, {}, -1, -1, section}, split.sections.at(section));
    add({form.id, field::closing}, split.closing);
    add({form.id, field::date}, split.date);
    add({form.id, field::contact}, split.contact);
    return parts;
}

Result<Placed> placeSplit(
    const SummarySplit &split, const Report &report, const Notice &notice, const Form &form, WhenTaken when)
{
    Placed placed{report, {form.id, field::opening}, 0, 0};
    QString rest = split.rest;
    for (const SplitPart &part : splitParts(split, report, form)) {
        QString text = part.text;
        if (part.taken && when == WhenTaken::Append) {
            if (part.place.field == field::date) {
                rest = joined(rest, text);
                continue;
            }
            text = joined(textAt(report, part.place), text);
        }
        Result<Report> next = setText(std::move(placed.report), notice, part.place, text);
        if (!next)
            return next.error();
        placed.report = *std::move(next);
    }
    if (rest.isEmpty())
        return placed;
    const QString opening = joined(textAt(placed.report, placed.restPlace), rest);
    Result<Report> last = setText(std::move(placed.report), notice, placed.restPlace, opening);
    if (!last)
        return last.error();
    placed.report = *std::move(last);
    placed.restLength = static_cast<int>(rest.size());
    placed.restOffset = static_cast<int>(textAt(placed.report, placed.restPlace).size()) - placed.restLength;
    return placed;
}

} // namespace zhibao
