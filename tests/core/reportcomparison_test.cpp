// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/reportcomparison.h"
#include "core/data.h"
#include "core/report/lineids.h"
#include "generate/random.h"
#include "generate/reports.h"

#include <algorithm>

namespace reportcomparison_test {

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

Row rowOf(const QString &name, const QString &ground = {}, const QList<Entry> &entries = {})
{
    Row row{Texts{{district, name}, {basis, ground}}, entries};
    row.cells.removeIf([](const auto &text) { return text.value().isEmpty(); });
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

TEST_CASE("lines with ids are found by them, whatever they say")
{
    const Notice notice = test::inventedNotice();
    QList<Row> rows = strangers(4);
    for (Row &row : rows)
        row.id = newLineId();
    const Report before = withRows(rows);
    // The third row comes first; nothing else moved.
    Report after = before;
    after.forms[survey].rows.move(2, 0);
    QList<Difference> differences = compareReports(before, after, notice);
    REQUIRE(differences.size() == 1);
    CHECK(differences.first().kind == Kind::Moved);
    CHECK(differences.first().before.row == 2);
    CHECK(differences.first().after.row == 0);
    // One row put in above all is one row put in.
    after = before;
    after.forms[survey].rows.prepend(Row{Texts{{district, QStringLiteral("新")}}, {}, newLineId()});
    differences = compareReports(before, after, notice);
    REQUIRE(differences.size() == 1);
    CHECK(differences.first().kind == Kind::Added);
    // A row that says something else altogether is the same row; one that says the same under another id is another.
    after = before;
    after.forms[survey].rows[1].cells[district] = QStringLiteral("完全另外的内容");
    differences = compareReports(before, after, notice);
    REQUIRE(differences.size() == 1);
    CHECK(differences.first().kind == Kind::Changed);
    after = before;
    after.forms[survey].rows[1].id = newLineId();
    differences = compareReports(before, after, notice);
    REQUIRE(differences.size() == 2);
    // Where one side has none, what they say decides.
    CHECK(compareReports(withRows(strangers(4)), before, notice).isEmpty());
}

} // namespace reportcomparison_test
