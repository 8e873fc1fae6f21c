// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include "base/overloads.h"
#include "core/report/lineids.h"

#include <algorithm>

namespace zhibao {

namespace {

// The places of one row in reading order: the repeating group's entries stand where its columns do.
QList<Place> rowPlaces(const QString &formId, const TableForm &form, const Row &row, int index)
{
    QList<Place> places;
    bool entriesDone = false;
    for (const Column &column : form.columns) {
        if (column.serial)
            continue;
        if (!column.repeating) {
            places.append({formId, column.id, index, -1, -1});
            continue;
        }
        if (entriesDone)
            continue;
        entriesDone = true;
        for (int entry = 0; entry < row.entries.size(); ++entry) {
            for (const Column &inner : form.columns) {
                if (inner.repeating)
                    places.append({formId, inner.id, index, entry, -1});
            }
        }
    }
    return places;
}

bool hasPlaceIn(const TableForm &form, const FormAnswer *answer, const Place &place)
{
    if (place.section >= 0)
        return false;
    if (place.row < 0)
        return place.entry < 0 && place.field == field::contact;
    const Column *column = form.column(place.field);
    if (!column || !answer || place.row >= answer->rows.size())
        return false;
    if (!column->repeating)
        return place.entry < 0;
    return place.entry >= 0 && place.entry < answer->rows[place.row].entries.size();
}

bool hasPlaceIn(const OutlineForm &form, const Place &place)
{
    if (place.row >= 0 || place.entry >= 0)
        return false;
    if (place.section >= 0)
        return place.field.isEmpty() && place.section < form.sections.size();
    return form.field(place.field) != nullptr;
}

QList<Place> placesOf(const QString &formId, const TableForm &form, const QList<Row> &rows)
{
    QList<Place> places;
    for (int row = 0; row < rows.size(); ++row)
        places += rowPlaces(formId, form, rows[row], row);
    places.append({formId, field::contact, -1, -1, -1});
    return places;
}

QList<Place> placesOf(const QString &formId, const OutlineForm &form)
{
    QList<Place> places;
    const auto appendFields = [&](bool behind) {
        for (const OutlineField &one : form.fields) {
            if (one.behind == behind)
                places.append({formId, one.id, -1, -1, -1});
        }
    };
    appendFields(false);
    for (int section = 0; section < form.sections.size(); ++section)
        places.append({formId, QString(), -1, -1, section});
    appendFields(true);
    return places;
}

QString textIn(const FormAnswer &answer, const Place &place)
{
    if (place.section >= 0)
        return answer.sections.value(place.section);
    if (place.row < 0)
        return answer.fields.value(place.field);
    if (place.row >= answer.rows.size())
        return {};
    const Row &row = answer.rows[place.row];
    return place.entry < 0 ? row.cells.value(place.field) : row.entries.value(place.entry).value(place.field);
}

} // namespace

QString placePath(const Notice &notice, const Place &place)
{
    QString path = place.form;
    if (place.section >= 0)
        return path + QStringLiteral(".sections[%1]").arg(place.section);
    if (place.row >= 0)
        path += QStringLiteral(".rows[%1]").arg(place.row);
    if (place.entry >= 0) {
        const Form *form = notice.form(place.form);
        const TableForm *table = form ? form->table() : nullptr;
        path += QStringLiteral(".%1[%2]").arg(table ? table->repeatingGroup : QString()).arg(place.entry);
    }
    return place.field.isEmpty() ? path : path + u'.' + place.field;
}

QString textAt(const Report &report, const Place &place)
{
    const auto answer = report.forms.constFind(place.form);
    return answer == report.forms.constEnd() ? QString() : textIn(*answer, place);
}

bool hasPlace(const Report &report, const Notice &notice, const Place &place)
{
    const Form *form = notice.form(place.form);
    if (!form)
        return false;
    const auto answer = report.forms.constFind(place.form);
    const FormAnswer *const there = answer == report.forms.constEnd() ? nullptr : &*answer;
    return std::visit(Overloads{[&](const TableForm &table) { return hasPlaceIn(table, there, place); },
                          [&](const OutlineForm &outline) { return hasPlaceIn(outline, place); }},
        form->kind);
}

QList<Place> textPlaces(const Report &report, const Notice &notice, const QString &formId)
{
    const Form *form = notice.form(formId);
    if (!form)
        return {};
    return std::visit(
        Overloads{[&](const TableForm &table) { return placesOf(formId, table, report.forms.value(formId).rows); },
            [&](const OutlineForm &outline) { return placesOf(formId, outline); }},
        form->kind);
}

Report newReport(const Notice &notice, const QString &unit, const QString &occasion)
{
    Report report{notice.number, unit, {}, notice.definition(), occasion};
    for (const Form &form : notice.forms) {
        FormAnswer &answer = report.forms[form.id];
        const auto start = [&](const QString &name, const QString &text) {
            if (!text.isEmpty())
                answer.fields.insert(name, worded(text, report, notice));
        };
        std::visit(Overloads{[&](const TableForm &) {
                                 answer.rows.append(Row{{}, {}, newLineId()});
                             },
                       [&](const OutlineForm &outline) {
                           if (outline.field(field::title))
                               start(field::title, outline.defaultTitle);
                           if (outline.field(field::addressee))
                               start(field::addressee, outline.defaultAddressee);
                       }},
            form.kind);
    }
    return completed(report, notice);
}

QString worded(QString text, const Report &report, const Notice &notice)
{
    // The unit last: what it is called is nobody's template.
    return text.replace(QStringLiteral("{occasion}"), printedOccasion(report.occasion, notice.occasion))
        .replace(QStringLiteral("{unit}"), report.unit);
}

Report emptyReport(const ReportKey &key)
{
    return {key.notice, key.unit, {}, {}, key.occasion};
}

Report completed(Report report, const Notice &notice)
{
    for (const Form &form : notice.forms) {
        FormAnswer &answer = report.forms[form.id];
        const qsizetype sections = form.outline() ? form.outline()->sections.size() : 0;
        while (answer.sections.size() < sections)
            answer.sections.append(QString());
    }
    return report;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

QString contactNote(const QString &text)
{
    if (text.isEmpty())
        return text;
    const QStringView inner = QStringView(text).trimmed();
    int depth = 0;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] == u'（' || inner[i] == u'(')
            ++depth;
        else if (inner[i] == u'）' || inner[i] == u')')
            --depth;
        if (depth <= 0)
            return depth == 0 && i > 0 && i == inner.size() - 1 ? text : u'（' + text + u'）';
    }
    return u'（' + text + u'）';
}

} // namespace zhibao
