// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/noticecomparison.h"

#include "base/overloads.h"

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

using Kind = NoticeChange::Kind;

// Of each section of `before` the one of `after` that goes on from it, or -1: the same heading, else the same number.
QList<int> sectionsAfter(const QList<Section> &before, const QList<Section> &after)
{
    QList<int> places(before.size(), -1);
    QList<bool> taken(after.size(), false);
    for (int old = 0; old < before.size(); ++old) {
        for (int now = 0; now < after.size() && places[old] < 0; ++now) {
            if (!taken[now] && after[now].heading == before[old].heading) {
                places[old] = now;
                taken[now] = true;
            }
        }
    }
    for (int old = 0; old < before.size() && old < after.size(); ++old) {
        if (places[old] < 0 && !taken[old]) {
            places[old] = old;
            taken[old] = true;
        }
    }
    return places;
}

class NoticeFormComparison {
public:
    NoticeFormComparison(const Form &before, const Form &after, QList<NoticeChange> &changes)
        : m_before(before)
        , m_after(after)
        , m_changes(changes)
    {
    }

    void run()
    {
        differ(Kind::Form, m_before.title, m_after.title);
        differ(Kind::Form, m_before.mark, m_after.mark);
        differ(Kind::Form, m_before.shortTitle, m_after.shortTitle);
        differ(Kind::Deadline, m_before.deadlineWords, m_after.deadlineWords);
        if (m_before.deadlineWords == m_after.deadlineWords)
            differ(Kind::Deadline, dateOf(m_before), dateOf(m_after));
        differ(Kind::Orientation, orientationOf(m_before), orientationOf(m_after));
        std::visit(Overloads{[this](const TableForm &now) { compare(*m_before.table(), now); },
                       [this](const OutlineForm &now) { compare(*m_before.outline(), now); }},
            m_after.kind);
    }

private:
    void add(Kind kind, const QString &before, const QString &after)
    {
        m_changes.append({kind, m_after.id, before, after});
    }

    void differ(Kind kind, const QString &before, const QString &after)
    {
        if (before != after)
            add(kind, before, after);
    }

    // A relative one as "5 + 1": the day, and how many months after the period.
    static QString dateOf(const Form &form)
    {
        return form.relativeDeadline
            ? QStringLiteral("%1 + %2").arg(form.relativeDeadline->day).arg(form.relativeDeadline->months)
            : form.deadline.toString(Qt::ISODate);
    }

    static QString orientationOf(const Form &form)
    {
        return form.orientation == Orientation::Landscape ? QStringLiteral("landscape") : QStringLiteral("portrait");
    }

    void compare(const TableForm &before, const TableForm &after)
    {
        differ(Kind::Form, before.unitLabel, after.unitLabel);
        differ(Kind::Form, before.contactLabel, after.contactLabel);
        differ(Kind::Form, before.repeatingGroupLabel, after.repeatingGroupLabel);
        compareColumns(before, after);
    }

    void compare(const OutlineForm &before, const OutlineForm &after)
    {
        differ(Kind::Limit, limitOf(before), limitOf(after));
        compareSections(before.sections, after.sections);
        differ(Kind::Guidance, before.closingLine, after.closingLine);
    }

    static QString limitOf(const OutlineForm &form) { return form.limit > 0 ? QString::number(form.limit) : QString(); }

    void compareColumns(const TableForm &before, const TableForm &after)
    {
        for (const Column &column : after.columns) {
            const Column *const old = column.serial ? nullptr : before.column(column.id);
            if (column.serial)
                continue;
            if (!old || old->repeating != column.repeating)
                add(Kind::ColumnAdded, {}, column.label);
            else
                differ(Kind::Column, old->label, column.label);
            if (old && old->repeating == column.repeating && typeOf(*old) != typeOf(column))
                m_changes.append({Kind::ColumnType, m_after.id, typeOf(*old), typeOf(column), column.id});
        }
        for (const Column &column : before.columns) {
            const Column *const now = column.serial ? nullptr : after.column(column.id);
            if (!column.serial && (!now || now->repeating != column.repeating))
                add(Kind::ColumnRemoved, column.label, {});
        }
    }

    void compareSections(const QList<Section> &before, const QList<Section> &after)
    {
        const QList<int> places = sectionsAfter(before, after);
        for (int now = 0; now < after.size(); ++now) {
            const Section &section = after[now];
            const qsizetype old = places.indexOf(now);
            if (old < 0) {
                add(Kind::SectionAdded, {}, section.heading);
                continue;
            }
            differ(Kind::Section, before[old].heading, section.heading);
            differ(Kind::Guidance, before[old].guidance, section.guidance);
        }
        for (int old = 0; old < before.size(); ++old) {
            if (places[old] < 0)
                add(Kind::SectionRemoved, before[old].heading, {});
        }
    }

    const Form &m_before;
    const Form &m_after;
    QList<NoticeChange> &m_changes;
};

// Takes the answer to one form over.
class Carrying {
public:
    Carrying(const Form &before, const Form &after, const FormAnswer &answer, const Report &begun,
        const Report &asBegun, QList<Place> &left)
        : m_before(before)
        , m_after(after)
        , m_answer(answer)
        , m_begun(begun.forms.value(before.id))
        , m_asBegun(asBegun.forms.value(after.id))
        , m_left(left)
    {
    }

    FormAnswer run()
    {
        FormAnswer carried;
        carried.fields = m_answer.fields;
        carryFields(carried);
        for (const QString &name : {field::title, field::addressee}) {
            if (carried.fields.contains(name) && m_answer.fields.value(name) == m_begun.fields.value(name))
                carried.fields.insert(name, m_asBegun.fields.value(name));
        }
        for (int row = 0; row < m_answer.rows.size(); ++row)
            carried.rows.append(carriedRow(row));
        carrySections(carried);
        return carried;
    }

private:
    void leave(const Place &place, const QString &text)
    {
        if (!isBlank(text))
            m_left.append(place);
    }

    const Column *columnAfter(const QString &id) const
    {
        return m_after.table() ? m_after.table()->column(id) : nullptr;
    }

    static QList<Section> sectionsOf(const Form &form)
    {
        return form.outline() ? form.outline()->sections : QList<Section>();
    }

    Row carriedRow(int index)
    {
        const Row &row = m_answer.rows[index];
        Row carried{{}, {}, row.id};
        for (auto text = row.cells.cbegin(); text != row.cells.cend(); ++text) {
            const Column *const column = columnAfter(text.key());
            if (column && !column->repeating)
                carried.cells.insert(text.key(), text.value());
            else
                leave({m_before.id, text.key(), index}, text.value());
        }
        for (int entry = 0; entry < row.entries.size(); ++entry) {
            Entry kept;
            kept.id = row.entries[entry].id;
            for (auto text = row.entries[entry].cbegin(); text != row.entries[entry].cend(); ++text) {
                const Column *const column = columnAfter(text.key());
                if (column && column->repeating)
                    kept.insert(text.key(), text.value());
                else
                    leave({m_before.id, text.key(), index, entry}, text.value());
            }
            if (m_after.table() && !m_after.table()->repeatingGroup.isEmpty())
                carried.entries.append(kept);
        }
        return carried;
    }

    // Single texts that the other definition's outline does not have.
    void carryFields(FormAnswer &carried)
    {
        const OutlineForm *const after = m_after.outline();
        for (auto text = m_answer.fields.cbegin(); after && text != m_answer.fields.cend(); ++text) {
            if (m_before.outline()->field(text.key()) && !after->field(text.key())) {
                if (text.value() != m_begun.fields.value(text.key()))
                    leave({m_before.id, text.key()}, text.value());
                carried.fields.remove(text.key());
            }
        }
    }

    void carrySections(FormAnswer &carried)
    {
        const QList<Section> before = sectionsOf(m_before);
        const QList<Section> after = sectionsOf(m_after);
        carried.sections = QStringList(after.size(), QString());
        const QList<int> places = sectionsAfter(before, after);
        for (int old = 0; old < m_answer.sections.size(); ++old) {
            const int now = places.value(old, -1);
            if (now >= 0)
                carried.sections[now] = m_answer.sections[old];
            else
                leave({m_before.id, {}, -1, -1, old}, m_answer.sections[old]);
        }
    }

    const Form &m_before;
    const Form &m_after;
    const FormAnswer &m_answer;
    FormAnswer m_begun; // as a report begins that follows the one before
    FormAnswer m_asBegun;
    QList<Place> &m_left;
};

} // namespace

QString typeOf(const Column &column)
{
    QStringList words{nameOf(column.type)};
    if (column.decimals >= 0)
        words.append(QString::number(column.decimals));
    if (!column.unit.isEmpty())
        words.append(column.unit);
    if (!column.choices.isEmpty())
        words.append(column.choices.join(u'/'));
    if (column.total)
        words.append(QStringLiteral("total"));
    return words.join(u' ');
}

QList<NoticeChange> compareNotices(const Notice &before, const Notice &after)
{
    QList<NoticeChange> changes;
    const auto differ = [&](const QString &one, const QString &other) {
        if (one != other)
            changes.append({Kind::Notice, {}, one, other});
    };
    differ(before.title, after.title);
    differ(before.issuer, after.issuer);
    differ(before.recipient, after.recipient);
    differ(before.recipientPerson, after.recipientPerson);
    differ(before.recipientTelephone, after.recipientTelephone);
    differ(before.recipientMail, after.recipientMail);
    if (before.occasion != after.occasion)
        changes.append({Kind::Occasion, {}, nameOf(before.occasion), nameOf(after.occasion)});
    for (const Form &form : after.forms) {
        const Form *const old = before.form(form.id);
        if (!old || old->kind.index() != form.kind.index())
            changes.append({Kind::FormAdded, form.id, {}, form.title});
        else
            NoticeFormComparison(*old, form, changes).run();
    }
    for (const Form &form : before.forms) {
        const Form *const now = after.form(form.id);
        if (!now || now->kind.index() != form.kind.index())
            changes.append({Kind::FormRemoved, form.id, form.title, {}});
    }
    if (changes.isEmpty() && before.digest != after.digest)
        changes.append({Kind::Other, {}, {}, {}});
    return changes;
}

CarriedReport carriedOver(const Report &report, const Notice &before, const Notice &after)
{
    CarriedReport carried{{report.notice, report.unit, {}, after.definition(), report.occasion}, {}};
    const Report begun = newReport(before, report.unit, report.occasion);
    const Report asBegun = newReport(after, report.unit, report.occasion);
    for (const Form &form : before.forms) {
        const auto answer = report.forms.constFind(form.id);
        if (answer == report.forms.cend())
            continue;
        const Form *const now = after.form(form.id);
        if (now && now->kind.index() == form.kind.index()) {
            carried.report.forms.insert(form.id, Carrying(form, *now, *answer, begun, asBegun, carried.left).run());
            continue;
        }
        for (const Place &place : textPlaces(report, before, form.id)) {
            const QString text = textAt(report, place);
            if (!isBlank(text) && text != textAt(begun, place))
                carried.left.append(place);
        }
    }
    return carried;
}

} // namespace zhibao
