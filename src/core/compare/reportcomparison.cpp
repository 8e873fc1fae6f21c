// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/reportcomparison.h"

#include "core/compare/alignment.h"

#include <algorithm>

namespace zhibao {

namespace {

// The ids, and after them those of both texts that are neither among these nor done.
QStringList withOthers(QStringList ids, const QStringList &done, const Texts &before, const Texts &after)
{
    Texts others = before;
    others.insert(after);
    for (const QStringList *known : {&std::as_const(ids), &done}) {
        for (const QString &id : *known)
            others.remove(id);
    }
    return ids + others.keys();
}

// The columns of a form's rows in reading order: those before the repeating group, in it, and after it.
struct ColumnOrder {
    QStringList head;
    QStringList repeating;
    QStringList tail;
};

ColumnOrder columnOrder(const TableForm *form)
{
    ColumnOrder order;
    if (!form)
        return order;
    for (const Column &column : form->columns) {
        if (column.serial)
            continue;
        if (column.repeating)
            order.repeating.append(column.id);
        else
            (order.repeating.isEmpty() ? order.head : order.tail).append(column.id);
    }
    return order;
}

// Compares the two answers to one form.
class FormComparison {
public:
    FormComparison(const QString &id, const Form *form, QList<Difference> *differences)
        : m_id(id)
        , m_columns(columnOrder(form ? form->table() : nullptr))
        , m_differences(*differences)
    {
        if (form && form->outline())
            m_openingFields = {field::title, field::addressee, field::opening};
    }

    void compare(const FormAnswer &before, const FormAnswer &after)
    {
        const Place place{m_id, {}, -1, -1, -1};
        compareFields(place, place, m_openingFields, before.fields, after.fields);
        compareRows(before.rows, after.rows);
        for (int section = 0; section < std::max(before.sections.size(), after.sections.size()); ++section) {
            const Place text{m_id, {}, -1, -1, section};
            compareText(text, text, before.sections.value(section), after.sections.value(section));
        }
        const QStringList endFields{field::closing, field::date, field::contact};
        compareFields(place, place, withOthers(endFields, m_openingFields, before.fields, after.fields), before.fields,
            after.fields);
    }

private:
    void compareText(const Place &from, const Place &to, const QString &before, const QString &after)
    {
        if (before != after)
            m_differences.append({Difference::Kind::Changed, from, to, before, after, {}});
    }

    void compareFields(Place from, Place to, const QStringList &ids, const Texts &before, const Texts &after)
    {
        for (const QString &id : ids) {
            from.field = id;
            to.field = id;
            compareText(from, to, before.value(id), after.value(id));
        }
    }

    // `fromPlace` and `toPlace` give the place of a line by its index, `rowOf` makes a line the content of a
    // difference, `compareLine` compares inside two lines that are one.
    template <typename Line, typename PlaceOf, typename RowOf, typename CompareLine>
    void compareLines(const QList<Line> &before, const QList<Line> &after, const PlaceOf &fromPlace,
        const PlaceOf &toPlace, const RowOf &rowOf, const CompareLine &compareLine)
    {
        const auto contentsOf = [](const QList<Line> &lines) {
            QList<LineContent> contents;
            for (const Line &line : lines)
                contents.append(contentOf(line));
            return contents;
        };
        const QList<LineContent> from = contentsOf(before);
        const QList<LineContent> to = contentsOf(after);
        for (const AlignedLine &line : alignLines(from, to)) {
            if (line.before < 0) {
                const Row row = rowOf(after[line.after]);
                m_differences.append({Difference::Kind::Added, {}, toPlace(line.after), {}, textOf(row), row});
            } else if (line.after < 0) {
                const Row row = rowOf(before[line.before]);
                m_differences.append({Difference::Kind::Removed, fromPlace(line.before), {}, textOf(row), {}, row});
            } else {
                if (line.moved)
                    m_differences.append(
                        {Difference::Kind::Moved, fromPlace(line.before), toPlace(line.after), {}, {}, {}});
                if (from[line.before].key != to[line.after].key)
                    compareLine(line.before, line.after);
            }
        }
    }

    void compareRows(const QList<Row> &before, const QList<Row> &after)
    {
        const auto place = [this](int row) { return Place{m_id, {}, row, -1, -1}; };
        compareLines(
            before, after, place, place, [](const Row &row) { return row; },
            [&](int from, int to) { compareRow(from, to, before[from], after[to]); });
    }

    void compareRow(int from, int to, const Row &before, const Row &after)
    {
        const Place fromPlace{m_id, {}, from, -1, -1};
        const Place toPlace{m_id, {}, to, -1, -1};
        compareFields(fromPlace, toPlace, m_columns.head, before.cells, after.cells);
        compareEntries(from, to, before.entries, after.entries);
        compareFields(fromPlace, toPlace, withOthers(m_columns.tail, m_columns.head, before.cells, after.cells),
            before.cells, after.cells);
    }

    void compareEntries(int fromRow, int toRow, const QList<Entry> &before, const QList<Entry> &after)
    {
        const auto placesIn = [this](int row) {
            return [this, row](int entry) { return Place{m_id, {}, row, entry, -1}; };
        };
        const auto fromPlace = placesIn(fromRow);
        const auto toPlace = placesIn(toRow);
        compareLines(
            before, after, fromPlace, toPlace,
            [](const Entry &entry) {
                return Row{{}, {entry}};
            },
            [&](int from, int to) {
                const QStringList ids = withOthers(m_columns.repeating, {}, before[from], after[to]);
                compareFields(fromPlace(from), toPlace(to), ids, before[from], after[to]);
            });
    }

    // The texts of a row or of an entry wrapped in one, a line each.
    QString textOf(const Row &row) const
    {
        QStringList texts;
        const auto append = [&](const Texts &from, const QStringList &ids) {
            for (const QString &id : ids)
                texts.append(from.value(id));
        };
        append(row.cells, m_columns.head);
        for (const Texts &entry : row.entries)
            append(entry, withOthers(m_columns.repeating, {}, entry, {}));
        append(row.cells, withOthers(m_columns.tail, m_columns.head, row.cells, {}));
        texts.removeAll(QString());
        return texts.join(u'\n');
    }

    QString m_id;
    ColumnOrder m_columns;
    QStringList m_openingFields; // that stand before the sections
    QList<Difference> &m_differences;
};

// The notice's forms in its order, then those it does not know.
QStringList formsOf(const Report &before, const Report &after, const Notice &notice)
{
    QStringList ids;
    for (const Form &form : notice.forms)
        ids.append(form.id);
    for (const Report *report : {&before, &after}) {
        for (auto answer = report->forms.cbegin(); answer != report->forms.cend(); ++answer)
            ids.append(answer.key());
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace

QList<Difference> compareReports(const Report &before, const Report &after, const Notice &notice)
{
    QList<Difference> differences;
    for (const QString &id : formsOf(before, after, notice))
        FormComparison(id, notice.form(id), &differences).compare(before.forms.value(id), after.forms.value(id));
    return differences;
}

} // namespace zhibao
