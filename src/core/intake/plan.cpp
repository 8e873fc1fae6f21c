// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/plan.h"

#include "core/compare/merge.h"
#include "core/compare/reportcomparison.h"
#include "core/intake/linelinks.h"
#include "core/report/lineids.h"
#include "core/text/dates.h"
#include "core/text/foldedname.h"

#include <algorithm>

namespace zhibao {

namespace {

using Kind = IntakeQuestion::Kind;

// Of the texts those of the columns that the file has.
template <typename Line>
Line onlyOf(const Line &line, const QSet<QString> &columns)
{
    Line only = line;
    only.removeIf([&](const auto &text) { return !columns.contains(text.key()); });
    return only;
}

Row comparable(const Row &row, const QSet<QString> &columns)
{
    Row only{onlyOf(row.cells, columns), {}, {}};
    for (const Entry &entry : row.entries) {
        Entry texts = onlyOf(entry, columns);
        if (!texts.isEmpty())
            only.entries.append(texts);
    }
    return only;
}

template <typename Line>
QList<LineContent> contentsOf(const QList<Line> &lines)
{
    QList<LineContent> contents;
    for (const Line &line : lines)
        contents.append(contentOf(line));
    return contents;
}

// The texts of the file in the place of those before; of columns that the file has not they stay.
void putTexts(Texts &texts, const Texts &of, const QSet<QString> &columns)
{
    for (const QString &column : columns) {
        const QString text = of.value(column);
        if (text.isEmpty())
            texts.remove(column);
        else
            texts.insert(column, text);
    }
}

QList<Entry> linkedEntries(const QList<Entry> &before, const QList<Entry> &entries, const QSet<QString> &columns)
{
    QList<Entry> projected;
    for (const Entry &entry : before)
        projected.append(onlyOf(entry, columns));
    QList<FoundLine> found = linkLines(contentsOf(projected), contentsOf(entries));
    // The only one on both sides that nothing was found for is the same one, rewritten.
    QList<qsizetype> open;
    QSet<int> taken;
    for (qsizetype at = 0; at < found.size(); ++at) {
        if (found[at].before < 0)
            open.append(at);
        else
            taken.insert(found[at].before);
    }
    if (open.size() == 1 && before.size() - taken.size() == 1 && before.size() == entries.size()) {
        for (int at = 0; at < before.size(); ++at) {
            if (!taken.contains(at))
                found[open[0]].before = at;
        }
    }
    QList<Entry> linked;
    for (qsizetype at = 0; at < entries.size(); ++at) {
        Entry entry;
        if (found[at].before >= 0)
            entry = before[found[at].before];
        else
            entry.id = newLineId();
        putTexts(entry, entries[at], columns);
        linked.append(entry);
    }
    return linked;
}

// What was changed here since a file was last taken in stays, and what both changed is asked. A file that was made of
// the report as it is now is nearer to it than to what was taken in.
void mergeInto(IntakePlan &plan, const Report &before, const LastVersion &last, const Notice &notice)
{
    if (!last.imported || *last.imported == before)
        return;
    const Report base = completed(*last.imported, notice);
    const Report ours = completed(before, notice);
    const Report theirs = completed(plan.report, notice);
    const qsizetype fromBase = compareReports(base, theirs, notice).size();
    if (compareReports(ours, theirs, notice).size() < fromBase)
        return;
    const Merge merged = mergeReports(base, ours, theirs, notice);
    plan.report = merged.report;
    for (const MergeConflict &conflict : merged.conflicts)
        plan.changes.append({conflict.place, IntakeChange::What::Conflict});
    if (!merged.conflicts.isEmpty())
        plan.questions.append({Kind::Conflict});
}

void tellChanges(IntakePlan &plan, const Report &before, const Notice &notice)
{
    using What = IntakeChange::What;
    const QList<Difference> differences
        = compareReports(completed(before, notice), completed(plan.report, notice), notice);
    for (const Difference &difference : differences) {
        const bool isRemovedLine = difference.kind == Difference::Kind::Removed;
        const bool isText = difference.kind == Difference::Kind::Changed;
        // A row that is there to be filled in is none that goes.
        if (isRemovedLine && isBlank(difference.textBefore))
            continue;
        What what = What::Changed;
        if (difference.kind == Difference::Kind::Added || (isText && difference.textBefore.isEmpty()))
            what = What::Added;
        else if (isRemovedLine || (isText && difference.textAfter.isEmpty()))
            what = What::Removed;
        plan.changes.append({isRemovedLine ? difference.before : difference.after, what});
    }
}

class Planner {
public:
    Planner(const FileReading &reading, const Notice &notice, const FoundUnit &unit, const LastVersion &last,
        const IntakeAnswers &answers)
        : m_reading(reading)
        , m_notice(notice)
        , m_unit(unit)
        , m_last(last)
        , m_answers(answers)
    {
    }

    IntakePlan plan()
    {
        const ReportKey key{m_notice.number, m_unit.unit.name, m_answers.occasion};
        m_before = m_last.report.value_or(emptyReport(key));
        if (!m_last.report)
            m_before.definition = m_notice.definition();
        m_plan.forms = m_reading.forms.keys();
        m_plan.isBlank = !m_plan.forms.isEmpty()
            && std::all_of(
                m_reading.forms.cbegin(), m_reading.forms.cend(), [](const ReadForm &read) { return read.isBlank; });
        m_plan.report = m_before;
        ask();
        for (const QString &form : std::as_const(m_plan.forms))
            m_plan.report.forms[form]; // what nobody filled is there, and says nothing
        if (m_plan.isBlank || m_plan.forms.isEmpty())
            return m_plan;
        for (auto form = m_reading.forms.cbegin(); form != m_reading.forms.cend(); ++form) {
            if (!form->isBlank)
                take(*m_notice.form(form.key()), *form);
        }
        mergeInto(m_plan, m_before, m_last, m_notice);
        tellChanges(m_plan, m_before, m_notice);
        if (m_last.isFrozen && m_plan.changesAnything())
            m_plan.questions.append({Kind::Frozen});
        return m_plan;
    }

private:
    void ask()
    {
        for (const RecognisedTable &told : m_reading.tables) {
            if (!told.candidates.isEmpty())
                m_plan.questions.append({Kind::Form, told.table, -1, {}, told.candidates});
            if (told.form.isEmpty() || told.rows == 0)
                continue;
            for (const ColumnQuestion &question : told.questions) {
                if (hasAsked(told.table, question.column))
                    m_plan.questions.append(
                        {Kind::Column, told.table, question.column, question.header, question.candidates});
            }
        }
        for (auto form = m_reading.tablesToChoose.cbegin(); form != m_reading.tablesToChoose.cend(); ++form) {
            QStringList tables;
            for (const int table : *form)
                tables.append(QString::number(table));
            m_plan.questions.append({Kind::Table, form->constFirst(), -1, form.key(), tables});
        }
        if (m_plan.forms.isEmpty() && m_plan.questions.isEmpty())
            m_plan.questions.append({Kind::NoForm});
        if (m_unit.unit.name.isEmpty() && !m_plan.forms.isEmpty() && !m_plan.isBlank)
            m_plan.questions.append({Kind::Unit, -1, -1, m_reading.units.value(0).name, m_unit.candidates});
        if (!m_plan.forms.isEmpty() && !m_plan.isBlank && !checkOccasion(m_notice, m_answers.occasion))
            m_plan.questions.append({Kind::Occasion});
    }

    // Whether a text stands in the column that would be lost.
    bool hasAsked(int table, int column) const
    {
        return std::any_of(m_reading.notTaken.cbegin(), m_reading.notTaken.cend(), [&](const NotTakenText &text) {
            return text.why == NotTaken::ColumnAsked && text.place.table == table && text.place.column == column;
        });
    }

    void take(const Form &form, const ReadForm &read)
    {
        FormAnswer &answer = m_plan.report.forms[form.id];
        if (form.table() && !m_reading.tablesToChoose.contains(form.id))
            takeRows(form, read, answer);
        for (const QString &name : read.fields)
            takeField(form, name, read.answer.fields.value(name), answer.fields);
        for (const int section : read.sections) {
            while (answer.sections.size() <= section)
                answer.sections.append(QString());
            answer.sections[section] = read.answer.sections.value(section);
        }
    }

    void takeRows(const Form &form, const ReadForm &read, FormAnswer &answer)
    {
        const QList<Row> before = answer.rows;
        QList<Row> projected;
        for (const Row &row : before)
            projected.append(comparable(row, read.columns));
        const QMap<int, int> chosen = m_answers.lines.value(form.id);
        const QList<FoundLine> found = linkLines(contentsOf(projected), contentsOf(read.answer.rows), chosen);
        const QSet<QString> columns = columnsOf(form, read.columns, false);
        const QSet<QString> entryColumns = columnsOf(form, read.columns, true);
        answer.rows.clear();
        for (qsizetype at = 0; at < found.size(); ++at) {
            const Row &said = read.answer.rows[at];
            Row row = found[at].before >= 0 ? before[found[at].before] : Row{{}, {}, newLineId()};
            putTexts(row.cells, said.cells, columns);
            if (!entryColumns.isEmpty())
                row.entries = linkedEntries(row.entries, said.entries, entryColumns);
            answer.rows.append(row);
            m_plan.links.append({form.id, static_cast<int>(at), found[at].before, found[at].likeness});
        }
    }

    static QSet<QString> columnsOf(const Form &form, const QSet<QString> &known, bool repeating)
    {
        QSet<QString> columns;
        for (const Column &column : form.table()->columns) {
            if (!column.serial && column.repeating == repeating && known.contains(column.id))
                columns.insert(column.id);
        }
        return columns;
    }

    // What only looks otherwise because it was printed stays as it was typed.
    static bool isPrintedAlike(const QString &name, const QString &one, const QString &other)
    {
        if (name == field::date)
            return printedDate(one, DatePrinting::AllDates) == printedDate(other, DatePrinting::AllDates);
        if (name == field::contact)
            return contactNote(one) == contactNote(other);
        return name == field::title && foldedName(one) == foldedName(other);
    }

    static void takeField(const Form &form, const QString &name, const QString &text, Texts &fields)
    {
        const bool isPrinted = form.outline() && isPrintedAlike(name, fields.value(name), text);
        if (text.isEmpty())
            fields.remove(name);
        else if (!isPrinted)
            fields.insert(name, text);
    }

    const FileReading &m_reading;
    const Notice &m_notice;
    const FoundUnit &m_unit;
    const LastVersion &m_last;
    const IntakeAnswers &m_answers;
    Report m_before;
    IntakePlan m_plan;
};

} // namespace

FoundUnit unitOf(
    const FileReading &reading, const UnitDirectory &directory, const QStringList &known, const IntakeAnswers &answers)
{
    if (!foldedName(answers.unit).isEmpty())
        return {{answers.unit, QStringLiteral("given")}, {}};
    FoundUnit found;
    for (const SaidUnit &said : reading.units) {
        const QString folded = foldedName(said.name);
        const auto own = std::find_if(
            known.cbegin(), known.cend(), [&](const QString &name) { return foldedName(name) == folded; });
        const UnitMatch match = directory.match({{}, {}, {}, said.name, {}});
        SaidUnit one;
        if (own != known.cend())
            one = {*own, said.by};
        else if (match.unit)
            one = {match.unit->name, match.by ? nameOf(*match.by) : said.by};
        if (one.name.isEmpty()) {
            for (const Unit &unit : match.candidates)
                found.candidates.append(unit.name);
            continue;
        }
        if (!found.unit.name.isEmpty() && found.unit.name != one.name) {
            found.candidates = QStringList{found.unit.name, one.name} + found.candidates;
            found.unit = {};
            return found;
        }
        found.unit = one;
    }
    return found;
}

IntakePlan planIntake(const FileReading &reading, const Notice &notice, const FoundUnit &unit, const LastVersion &last,
    const IntakeAnswers &answers)
{
    return Planner(reading, notice, unit, last, answers).plan();
}

IntakePlan planReport(const Report &report, const Notice &notice, const LastVersion &last)
{
    IntakePlan plan;
    plan.forms = report.forms.keys();
    const Report before = last.report.value_or(emptyReport(keyOf(report)));
    plan.report = last.report.value_or(report);
    for (auto form = report.forms.cbegin(); form != report.forms.cend(); ++form)
        plan.report.forms.insert(form.key(), form.value());
    plan.report = withLineIds(plan.report, before);
    tellChanges(plan, before, notice);
    if (foldedName(report.unit).isEmpty())
        plan.questions.append({Kind::Unit});
    if (!checkOccasion(notice, report.occasion))
        plan.questions.append({Kind::Occasion});
    if (last.isFrozen && plan.changesAnything())
        plan.questions.append({Kind::Frozen});
    return plan;
}

} // namespace zhibao
