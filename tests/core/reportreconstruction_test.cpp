// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/reportcomparison.h"
#include "core/data.h"
#include "generate/random.h"

#include <map>
#include <set>

namespace reportreconstruction_test {

using namespace zhibao;

namespace {

using Kind = Difference::Kind;
using generate::Random;

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");
const QString district = QStringLiteral("district");
const QString instrument = QStringLiteral("instrument");
const QString basis = QStringLiteral("basis");

void dropEmpty(Texts &texts)
{
    texts.removeIf([](const auto &text) { return text.value().isEmpty(); });
}

// The report without what says nothing: the form in which two reports that say the same are equal.
Report plain(Report report)
{
    for (FormAnswer &answer : report.forms) {
        dropEmpty(answer.fields);
        for (Row &row : answer.rows) {
            dropEmpty(row.cells);
            for (Texts &entry : row.entries)
                dropEmpty(entry);
        }
        while (!answer.sections.isEmpty() && answer.sections.last().isEmpty())
            answer.sections.removeLast();
    }
    report.forms.removeIf([](const auto &form) { return form.value() == FormAnswer(); });
    return report;
}

// What happened to the lines (rows, or the entries of one row) of one list.
template <typename Line>
struct LineChanges {
    std::set<int> removed; // of before
    std::map<int, int> moved; // before → after
    std::map<int, Line> added; // of after

    // The new order, each line with its index before (-1: added).
    QList<std::pair<int, Line>> applied(const QList<Line> &before) const
    {
        QList<std::pair<int, Line>> after(
            before.size() - qsizetype(removed.size()) + qsizetype(added.size()), {-2, Line()});
        for (const auto &[from, to] : moved)
            after[to] = {from, before[from]};
        for (const auto &[to, line] : added)
            after[to] = {-1, line};
        qsizetype to = 0;
        for (int from = 0; from < before.size(); ++from) {
            if (removed.contains(from) || moved.contains(from))
                continue;
            while (after.at(to).first != -2)
                ++to;
            after[to] = {from, before[from]};
        }
        return after;
    }

    void note(const Difference &difference, int from, int to, const Line &line)
    {
        if (difference.kind == Kind::Removed)
            removed.insert(from);
        else if (difference.kind == Kind::Added)
            added[to] = line;
        else
            moved[from] = to;
    }
};

void applyToRows(FormAnswer &answer, const QString &form, const QList<Difference> &differences)
{
    LineChanges<Row> rows;
    std::map<int, LineChanges<Entry>> entries; // by the row's index before
    for (const Difference &difference : differences) {
        const Place &from = difference.before;
        const Place &to = difference.after;
        if (difference.kind == Kind::Changed || (from.form != form && to.form != form))
            continue;
        if (from.entry < 0 && to.entry < 0)
            rows.note(difference, from.row, to.row, difference.content);
    }
    const auto order = rows.applied(answer.rows);
    for (const Difference &difference : differences) {
        const Place &from = difference.before;
        const Place &to = difference.after;
        if (difference.kind == Kind::Changed || (from.form != form && to.form != form))
            continue;
        if (from.entry >= 0 || to.entry >= 0)
            entries[from.row >= 0 ? from.row : order.at(to.row).first].note(
                difference, from.entry, to.entry, difference.content.entries.value(0));
    }
    QList<Row> result;
    for (const auto &[from, row] : order) {
        result.append(row);
        if (!entries.contains(from))
            continue;
        result.last().entries.clear();
        for (const auto &[index, entry] : entries[from].applied(row.entries))
            result.last().entries.append(entry);
    }
    answer.rows = result;
}

// `after` made from `before` and the differences alone.
Report reconstructed(Report before, const QList<Difference> &differences)
{
    QStringList forms = before.forms.keys();
    for (const Difference &difference : differences)
        forms << difference.before.form << difference.after.form;
    forms.removeDuplicates();
    forms.removeAll(QString());
    for (const QString &form : std::as_const(forms)) {
        FormAnswer &answer = before.forms[form];
        applyToRows(answer, form, differences);
        for (const Difference &difference : differences) {
            const Place &place = difference.after;
            if (difference.kind != Kind::Changed || place.form != form)
                continue;
            if (place.section >= 0) {
                while (answer.sections.size() <= place.section)
                    answer.sections.append(QString());
                answer.sections[place.section] = difference.textAfter;
            } else if (place.entry >= 0) {
                answer.rows[place.row].entries[place.entry][place.field] = difference.textAfter;
            } else {
                (place.row >= 0 ? answer.rows[place.row].cells : answer.fields)[place.field] = difference.textAfter;
            }
        }
    }
    return plain(before);
}

// Small reports of few words, so that rows are alike, equal or strangers; with forms, columns, fields and sections that
// the notice does not know.
class SmallReports {
public:
    explicit SmallReports(quint64 seed)
        : m_random(seed)
    {
    }

    Report report()
    {
        Report report;
        for (const QString &form : {survey, essay, QStringLiteral("unknown")}) {
            if (m_random.chance(800))
                report.forms[form] = answer();
        }
        return report;
    }

    Report edited(Report report)
    {
        for (int left = m_random.below(6); left > 0; --left)
            edit(report.forms[m_random.chance(600) ? survey : m_random.chance(500) ? essay : QStringLiteral("new")]);
        return report;
    }

private:
    QString text()
    {
        static const QStringList words{QStringLiteral("质量"), QStringLiteral("监管"), QStringLiteral("2023年"),
            QStringLiteral("3:"), QStringLiteral("e"), QStringLiteral("𠮷"), QStringLiteral("宣传贯彻")};
        QString result;
        for (int left = m_random.below(5); left > 0; --left)
            result += m_random.pick(words);
        return result;
    }

    Texts texts(const QStringList &ids)
    {
        Texts result;
        for (const QString &id : ids) {
            if (m_random.chance(600))
                result[id] = text();
        }
        return result;
    }

    Texts entry() { return texts({instrument, QStringLiteral("verified"), QStringLiteral("stranger")}); }

    Row row()
    {
        Row result{texts({district, basis, instrument, QStringLiteral("stranger")}), {}};
        for (int left = m_random.below(4); left > 0; --left)
            result.entries.append(entry());
        return result;
    }

    FormAnswer answer()
    {
        FormAnswer result;
        result.fields = texts({field::title, field::contact, field::date, QStringLiteral("stranger")});
        for (int left = m_random.below(6); left > 0; --left)
            result.rows.append(row());
        for (int left = m_random.below(9); left > 0; --left)
            result.sections.append(text());
        return result;
    }

    template <typename Line>
    void editLines(QList<Line> &lines, const Line &fresh)
    {
        const int at = m_random.below(int(lines.size()) + 1);
        const int other = m_random.below(int(lines.size()) + 1);
        if (m_random.chance(300))
            lines.insert(at, fresh);
        else if (at < lines.size() && m_random.chance(400))
            lines.removeAt(at);
        else if (at < lines.size() && other < lines.size())
            lines.move(at, other);
    }

    void edit(FormAnswer &answer)
    {
        const int row = answer.rows.isEmpty() ? -1 : m_random.below(int(answer.rows.size()));
        switch (m_random.below(5)) {
        case 0:
            answer.fields[m_random.pick({field::title, field::contact, QStringLiteral("stranger")})] = text();
            break;
        case 1:
            editLines(answer.rows, this->row());
            break;
        case 2:
            if (row >= 0)
                editLines(answer.rows[row].entries, Entry(entry()));
            break;
        case 3:
            if (row >= 0)
                answer.rows[row].cells[m_random.pick({district, basis})] = text();
            break;
        default:
            editLines(answer.sections, text());
        }
    }

    Random m_random;
};

// How often each kind occurs; row and entry differences with the content they carry.
QStringList linesOfKind(const QList<Difference> &differences, Kind kind)
{
    QStringList contents;
    for (const Difference &difference : differences) {
        if (difference.kind == kind)
            contents.append(difference.textBefore + difference.textAfter);
    }
    contents.sort();
    return contents;
}

} // namespace

TEST_CASE("10,000 random pairs: the new report is the old one and the differences")
{
    const Notice notice = test::inventedNotice();
    SmallReports reports(11);
    std::map<Kind, int> seen;
    for (int pair = 0; pair < 10000; ++pair) {
        const Report before = reports.report();
        const Report after = pair % 4 == 0 ? reports.report() : reports.edited(before);
        const QList<Difference> differences = compareReports(before, after, notice);
        for (const Difference &difference : differences)
            ++seen[difference.kind];
        if (reconstructed(before, differences) != plain(after))
            FAIL("pair " << pair);
        if (differences.isEmpty() != (plain(before) == plain(after)))
            FAIL("pair " << pair << ": empty");
    }
    for (const Kind kind : {Kind::Changed, Kind::Added, Kind::Removed, Kind::Moved})
        CHECK(seen[kind] > 500);
}

TEST_CASE("a reconstruction that leaves out or mistakes one difference is noticed")
{
    const Notice notice = test::inventedNotice();
    SmallReports reports(12);
    int mistakes = 0;
    for (int pair = 0; pair < 300; ++pair) {
        const Report before = reports.report();
        const Report after = reports.edited(before);
        const QList<Difference> right = compareReports(before, after, notice);
        for (qsizetype i = 0; i < right.size(); ++i) {
            if (right[i].kind != Kind::Changed)
                continue;
            QList<Difference> wrong = right;
            wrong.removeAt(i);
            if (reconstructed(before, wrong) == plain(after))
                FAIL("pair " << pair << ", difference " << i << " left out");
            wrong = right;
            wrong[i].textAfter += u'x';
            if (reconstructed(before, wrong) == plain(after))
                FAIL("pair " << pair << ", difference " << i << " mistaken");
            ++mistakes;
        }
    }
    CHECK(mistakes > 200);
    QList<Row> rows;
    for (const QString &name : {QStringLiteral("甲乙"), QStringLiteral("丙丁"), QStringLiteral("戊己")})
        rows.append({Texts{{district, name}}, {}});
    Report before;
    before.forms[survey].rows = rows;
    Report after;
    after.forms[survey].rows = {rows[2], rows[0], rows[1]};
    QList<Difference> wrong = compareReports(before, after, notice);
    REQUIRE(reconstructed(before, wrong) == after);
    wrong[0].after.row = 1;
    CHECK(reconstructed(before, wrong) != after);
}

TEST_CASE("swapped versions: what was added is removed, what moved moves back, the same texts change")
{
    const Notice notice = test::inventedNotice();
    SmallReports reports(13);
    for (int pair = 0; pair < 3000; ++pair) {
        const Report before = reports.report();
        const Report after = pair % 4 == 0 ? reports.report() : reports.edited(before);
        const QList<Difference> there = compareReports(before, after, notice);
        const QList<Difference> back = compareReports(after, before, notice);
        INFO("pair " << pair);
        CHECK(linesOfKind(there, Kind::Added) == linesOfKind(back, Kind::Removed));
        CHECK(linesOfKind(there, Kind::Removed) == linesOfKind(back, Kind::Added));
        CHECK(linesOfKind(there, Kind::Moved).size() == linesOfKind(back, Kind::Moved).size());
        CHECK(linesOfKind(there, Kind::Changed).size() == linesOfKind(back, Kind::Changed).size());
    }
}

} // namespace reportreconstruction_test
