// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/reportcomparison.h"
#include "generate/random.h"
#include "generate/reports.h"

#include <algorithm>
#include <map>
#include <set>

using namespace zhibao;

namespace {

using Kind = Difference::Kind;
using generate::Random;

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");
const QString district = QStringLiteral("district");
const QString instrument = QStringLiteral("instrument");
const QString basis = QStringLiteral("basis");
const QString remarks = QStringLiteral("remarks");

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
    std::map<int, LineChanges<Texts>> entries; // by the row's index before
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
                editLines(answer.rows[row].entries, entry());
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

Row rowOf(const QString &name, const QString &ground = {}, const QList<Texts> &entries = {})
{
    Row row{Texts{{district, name}, {basis, ground}}, entries};
    dropEmpty(row.cells);
    return row;
}

Report withRows(const QList<Row> &rows)
{
    Report report;
    report.forms[survey].rows = rows;
    return report;
}

Place cell(const QString &column, int row, int entry = -1)
{
    return {survey, column, row, entry, -1};
}

// Rows with nothing in common: each of characters of its own.
QList<Row> strangers(int count)
{
    QList<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.append(rowOf(QString(6, QChar(static_cast<char16_t>(0x4E00 + i)))));
    return rows;
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
    const QList<Row> rows = strangers(3);
    const Report before = withRows(rows);
    const Report after = withRows({rows[2], rows[0], rows[1]});
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

TEST_CASE("a report does not differ from itself, nor an absent text from an empty one")
{
    const Notice notice = test::inventedNotice();
    for (quint32 seed = 0; seed < 20; ++seed) {
        const Report report = generateReport(notice, seed);
        CHECK(compareReports(report, report, notice).isEmpty());
    }
    Report empty;
    empty.forms[essay].sections = {QString(), QStringLiteral("")};
    empty.forms[essay].fields[field::title] = QStringLiteral("");
    empty.forms[survey];
    CHECK(compareReports(Report(), empty, notice).isEmpty());
    CHECK(compareReports(empty, Report(), notice).isEmpty());
    const Report bare = withRows({Row{{}, {Texts()}}});
    const Report emptied = withRows({Row{Texts{{district, QString()}}, {Texts{{instrument, QString()}}}}});
    CHECK(compareReports(bare, emptied, notice).isEmpty());
    CHECK(compareReports(withRows({Row()}), bare, notice).size() == 1); // an entry is there or not
    const Row stranger = strangers(1).first();
    const QList<Difference> moved = compareReports(
        withRows({stranger, Row()}), withRows({Row{Texts{{district, QString()}}, {}}, stranger}), notice);
    REQUIRE(moved.size() == 1);
    CHECK(moved.first().kind == Kind::Moved);
}

TEST_CASE("permuted rows only move, and as few as possible")
{
    const Notice notice = test::inventedNotice();
    Random random(5);
    for (int round = 0; round < 200; ++round) {
        const QList<Row> rows = strangers(7);
        QList<int> order{0, 1, 2, 3, 4, 5, 6};
        for (int i = 6; i > 0; --i)
            order.swapItemsAt(i, random.below(i + 1));
        QList<Row> permuted;
        for (const int row : order)
            permuted.append(rows[row]);
        // The longest increasing run, by trying all 128 choices.
        int longest = 0;
        for (int chosen = 0; chosen < 128; ++chosen) {
            QList<int> kept;
            for (int i = 0; i < 7; ++i) {
                if (chosen >> i & 1)
                    kept.append(order[i]);
            }
            if (std::is_sorted(kept.cbegin(), kept.cend()))
                longest = std::max(longest, int(kept.size()));
        }
        const QList<Difference> differences = compareReports(withRows(rows), withRows(permuted), notice);
        REQUIRE(differences.size() == 7 - longest);
        for (const Difference &difference : differences) {
            REQUIRE(difference.kind == Kind::Moved);
            REQUIRE(rows[difference.before.row] == permuted[difference.after.row]);
        }
    }
}

TEST_CASE("one cell edited in a moved row")
{
    const Notice notice = test::inventedNotice();
    QList<Row> rows = strangers(5);
    rows[4].cells[basis] = QStringLiteral("计量法");
    rows[4].entries = {Texts{{instrument, QStringLiteral("电子秤")}}, Texts{{instrument, QStringLiteral("水表")}}};
    QList<Row> after = rows;
    after.move(4, 1);
    after[1].cells[basis] = QStringLiteral("计量条例");
    after[1].entries.move(1, 0);
    after[1].entries[1][QStringLiteral("verified")] = QStringLiteral("3台");
    const auto [moved, changed] = std::pair(Kind::Moved, Kind::Changed);
    CHECK(compareReports(withRows(rows), withRows(after), notice)
        == QList<Difference>{
            {moved, cell({}, 4), cell({}, 1), {}, {}, {}},
            {moved, cell({}, 4, 0), cell({}, 1, 1), {}, {}, {}},
            {changed, cell(QStringLiteral("verified"), 4, 0), cell(QStringLiteral("verified"), 1, 1), {},
                QStringLiteral("3台"), {}},
            {changed, cell(basis, 4), cell(basis, 1), QStringLiteral("计量法"), QStringLiteral("计量条例"), {}},
        });
}

TEST_CASE("added and removed rows stand in reading order, removed ones where they stood")
{
    const Notice notice = test::inventedNotice();
    const QList<Row> rows = strangers(6);
    const Report before = withRows({rows[0], rows[1], rows[2], rows[3]});
    const Report after = withRows({rows[4], rows[0], rows[5], rows[3]});
    const auto text = [&](int row) { return rows[row].cells[district]; };
    CHECK(compareReports(before, after, notice)
        == QList<Difference>{
            {Kind::Added, {}, cell({}, 0), {}, text(4), rows[4]},
            {Kind::Removed, cell({}, 1), {}, text(1), {}, rows[1]},
            {Kind::Removed, cell({}, 2), {}, text(2), {}, rows[2]},
            {Kind::Added, {}, cell({}, 2), {}, text(5), rows[5]},
        });
    const Texts entry{{instrument, QStringLiteral("水表")}, {QStringLiteral("verified"), QStringLiteral("9")}};
    const Report withEntry = withRows({rowOf(text(0), {}, {entry})});
    CHECK(compareReports(withRows({rows[0]}), withEntry, notice)
        == QList<Difference>{{Kind::Added, {}, cell({}, 0, 0), {}, QStringLiteral("水表\n9"), Row{{}, {entry}}}});
}

TEST_CASE("a rewritten row is changed cell by cell, another row in its place is not")
{
    const Notice notice = test::inventedNotice();
    const QString name = QStringLiteral("云溪市东湖区市场监督管理局计量科");
    const QList<Row> strange = strangers(2);
    const Report before = withRows({strange[0], rowOf(name, QStringLiteral("依据计量法减免"))});
    const auto kinds = [&](const Row &row) {
        QList<Kind> result;
        for (const Difference &difference : compareReports(before, withRows({strange[0], row}), notice))
            result.append(difference.kind);
        return result;
    };
    CHECK(kinds(rowOf(name, QStringLiteral("全部另写"))) == QList<Kind>{Kind::Changed});
    CHECK(kinds(rowOf(QStringLiteral("云溪市西湖区市场监督管理局计量处"), QStringLiteral("依据计量法免收")))
        == QList<Kind>{Kind::Changed, Kind::Changed});
    // Half of the texts are enough, however short they are.
    Row shortName = rowOf(QStringLiteral("东湖"), QStringLiteral("依据计量法减免全部检定费用"));
    shortName.cells[remarks] = QStringLiteral("无");
    Row rewritten = shortName;
    rewritten.cells[basis] = QStringLiteral("按省厅二号文件执行并逐步扩大范围");
    const auto differences = compareReports(withRows({shortName}), withRows({rewritten}), notice);
    REQUIRE(differences.size() == 1);
    CHECK(differences.first().kind == Kind::Changed);
    CHECK(kinds(strange[1]) == QList<Kind>{Kind::Removed, Kind::Added});
    CHECK(compareReports(withRows({Row()}), withRows({rowOf(name)}), notice)
        == QList<Difference>{{Kind::Changed, cell(district, 0), cell(district, 0), {}, name, {}}});
}

TEST_CASE("texts come in the notice's order, strange ones last")
{
    const Notice notice = test::inventedNotice();
    Report after;
    const QString text = QStringLiteral("文");
    for (const QString &name : {QStringLiteral("stranger"), field::contact, field::title, field::closing})
        after.forms[essay].fields[name] = text;
    after.forms[essay].sections = QStringList(8, QString());
    after.forms[essay].sections[7] = text;
    after.forms[QStringLiteral("a form")].fields[field::title] = text;
    after.forms[survey].fields[field::contact] = text;
    QStringList order;
    for (const Difference &difference : compareReports(Report(), after, notice)) {
        CHECK(difference.kind == Kind::Changed);
        CHECK(difference.before == difference.after);
        CHECK(difference.textAfter == text);
        order.append(placePath(notice, difference.after));
    }
    CHECK(order.join(u' ')
        == QStringLiteral("survey.contact essay.title essay.sections[7] essay.closing essay.contact essay.stranger "
                          "a form.title"));
}
