// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/reportedit.h"

#include "core/report/lineids.h"
#include "core/text/encoding.h"

namespace zhibao {

namespace {

Error unknownRow(const QString &form, int row)
{
    return {ErrorCode::PlaceUnknown, {QStringLiteral("%1.rows[%2]").arg(form).arg(row)}};
}

Error unknownEntry(const QString &form, int row, int entry)
{
    return {ErrorCode::PlaceUnknown, {QStringLiteral("%1.rows[%2][%3]").arg(form).arg(row).arg(entry)}};
}

// Keeps the texts canonical: well-formed Unicode, and no key for an empty text.
void put(Texts &texts, const QString &key, const QString &text)
{
    if (text.isEmpty())
        texts.remove(key);
    else
        texts.insert(key, wellFormed(text));
}

Texts canonical(const Texts &texts)
{
    Texts result;
    for (auto at = texts.constBegin(); at != texts.constEnd(); ++at)
        put(result, at.key(), at.value());
    return result;
}

// As a line of a report whose lines have the ids `taken`, which then are the line's as well.
LineId freshId(const LineId &id, QSet<LineId> &taken)
{
    const LineId fresh = id.isNull() || taken.contains(id) ? newLineId() : id;
    taken.insert(fresh);
    return fresh;
}

Entry asNewLine(const Entry &entry, QSet<LineId> &taken)
{
    Entry result(canonical(entry));
    result.id = freshId(entry.id, taken);
    return result;
}

Row asNewLine(const Row &row, QSet<LineId> &taken)
{
    Row result{canonical(row.cells), {}, freshId(row.id, taken)};
    for (const Entry &entry : row.entries)
        result.entries.append(asNewLine(entry, taken));
    return result;
}

// The rows of a form that the report has; null where it has none.
QList<Row> *rowsOf(Report &report, const QString &form)
{
    const auto answer = report.forms.find(form);
    return answer == report.forms.end() ? nullptr : &answer->rows;
}

QList<Entry> *entriesOf(Report &report, const QString &form, int row)
{
    QList<Row> *rows = rowsOf(report, form);
    return rows && row >= 0 && row < rows->size() ? &(*rows)[row].entries : nullptr;
}

} // namespace

Result<Report> setText(Report report, const Notice &notice, const Place &place, const QString &text)
{
    if (!hasPlace(report, notice, place))
        return Error{ErrorCode::PlaceUnknown, {placePath(notice, place)}};
    FormAnswer &answer = report.forms[place.form];
    if (place.section >= 0) {
        while (answer.sections.size() < notice.form(place.form)->outline()->sections.size())
            answer.sections.append(QString());
        answer.sections[place.section] = wellFormed(text);
    } else if (place.row < 0) {
        put(answer.fields, place.field, text);
    } else if (place.entry < 0) {
        put(answer.rows[place.row].cells, place.field, text);
    } else {
        put(answer.rows[place.row].entries[place.entry], place.field, text);
    }
    return report;
}

Result<Report> insertRow(Report report, const QString &form, int at, const Row &row)
{
    QList<Row> *rows = rowsOf(report, form);
    if (!rows || at < 0 || at > rows->size())
        return unknownRow(form, at);
    QSet<LineId> taken = lineIds(report);
    rows->insert(at, asNewLine(row, taken));
    return report;
}

Result<Report> removeRow(Report report, const QString &form, int row)
{
    QList<Row> *rows = rowsOf(report, form);
    if (!rows || row < 0 || row >= rows->size())
        return unknownRow(form, row);
    rows->removeAt(row);
    return report;
}

Result<Report> moveRow(Report report, const QString &form, int from, int to)
{
    QList<Row> *rows = rowsOf(report, form);
    if (!rows || from < 0 || from >= rows->size())
        return unknownRow(form, from);
    if (to < 0 || to >= rows->size())
        return unknownRow(form, to);
    rows->move(from, to);
    return report;
}

Result<Report> insertEntry(Report report, const QString &form, int row, int at, const Entry &entry)
{
    QList<Entry> *entries = entriesOf(report, form, row);
    if (!entries)
        return unknownRow(form, row);
    if (at < 0 || at > entries->size())
        return unknownEntry(form, row, at);
    QSet<LineId> taken = lineIds(report);
    entries->insert(at, asNewLine(entry, taken));
    return report;
}

Result<Report> removeEntry(Report report, const QString &form, int row, int entry)
{
    QList<Entry> *entries = entriesOf(report, form, row);
    if (!entries)
        return unknownRow(form, row);
    if (entry < 0 || entry >= entries->size())
        return unknownEntry(form, row, entry);
    entries->removeAt(entry);
    return report;
}

Result<Report> moveEntry(Report report, const QString &form, int row, int from, int to)
{
    QList<Entry> *entries = entriesOf(report, form, row);
    if (!entries)
        return unknownRow(form, row);
    for (const int at : {from, to}) {
        if (at < 0 || at >= entries->size())
            return unknownEntry(form, row, at);
    }
    entries->move(from, to);
    return report;
}

} // namespace zhibao
