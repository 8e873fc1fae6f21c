// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/reportedit.h"

namespace pastegrid_test {

using namespace zhibao;

namespace {

const QString survey = QStringLiteral("survey");

// "甲,乙|丙,丁": lines parted by |, cells by a comma.
TextGrid gridOf(const QString &text)
{
    TextGrid grid;
    const QStringList lines = text.split(u'|');
    for (const QString &line : lines)
        grid.append(line.split(u','));
    return grid;
}

// The table as text: rows parted by |, cells by a comma, entries in braces; columns as in the invented notice.
QString shown(const Report &report)
{
    QStringList lines;
    for (const Row &row : report.forms[survey].rows) {
        QString line = row.cells.value(QStringLiteral("district"));
        for (const Texts &entry : row.entries)
            line += u'{' + entry.value(QStringLiteral("instrument")) + u',' + entry.value(QStringLiteral("verified"))
                + u'}';
        for (const char *column : {"waived", "basis", "remarks"})
            line += u',' + row.cells.value(QString::fromLatin1(column));
        lines.append(line);
    }
    return lines.join(u'|');
}

struct Shown {
    QString table;
    TextGrid kept;
};

Shown paste(const Report &report, const Notice &notice, const Place &at, const QString &grid)
{
    const Result<Pasted> result = pasteGrid(report, notice, at, gridOf(grid));
    REQUIRE(result);
    return {shown(result->report), result->kept};
}

Place cell(int row, const char *column, int entry = -1)
{
    return {survey, QString::fromLatin1(column), row, entry, -1};
}

} // namespace

TEST_CASE("a block goes over the cells, to the right and downwards, and adds rows")
{
    const Notice notice = test::inventedNotice();
    const Report empty = newReport(notice, QStringLiteral("某所"));
    CHECK(paste(empty, notice, cell(0, "district"), QStringLiteral("a,b,c,d,e,f|g,h,i,j,k,l")).table
        == QStringLiteral("a{b,c},d,e,f|g{h,i},j,k,l"));
    CHECK(paste(empty, notice, cell(0, "basis"), QStringLiteral("a|b|c")).table == QStringLiteral(",,a,|,,b,|,,c,"));
    CHECK(paste(empty, notice, cell(0, "instrument"), QStringLiteral("a")).table == QStringLiteral("{a,},,,"));
    CHECK(paste(empty, notice, cell(0, "district"), QString()).table == QStringLiteral(",,,"));
}

TEST_CASE("a row with several entries comes back from a table with merged cells")
{
    const Notice notice = test::inventedNotice();
    const Report empty = newReport(notice, QStringLiteral("某所"));
    CHECK(paste(empty, notice, cell(0, "district"), QStringLiteral("a,b,c,d,e,f|,h,i,,,|x,y,z,,,")).table
        == QStringLiteral("a{b,c}{h,i},d,e,f|x{y,z},,,"));
}

TEST_CASE("what was there is replaced, an empty cell included, and covered cells are not")
{
    const Notice notice = test::inventedNotice();
    Report report = newReport(notice, QStringLiteral("某所"));
    report = pasteGrid(report, notice, cell(0, "district"), gridOf(QStringLiteral("a,b,c,d,e,f|,h,i,,,|x,y,z,,,")))
                 ->report;
    CHECK(paste(report, notice, cell(0, "district"), QStringLiteral("A,,C")).table
        == QStringLiteral("A{,C}{h,i},d,e,f|x{y,z},,,"));
    // Over the entries of a row, then the next row's.
    CHECK(paste(report, notice, cell(0, "instrument", 0), QStringLiteral("1|2|3")).table
        == QStringLiteral("a{1,c}{2,i},d,e,f|x{3,z},,,"));
    // Past the end a list of entries goes on in the last row.
    CHECK(paste(report, notice, cell(0, "instrument", 1), QStringLiteral("1|2|3")).table
        == QStringLiteral("a{b,c}{1,i},d,e,f|x{2,z}{3,},,,"));
    // A text for the row itself goes to the next row, past the entries of this one.
    CHECK(paste(report, notice, cell(0, "waived"), QStringLiteral("1|2|3")).table
        == QStringLiteral("a{b,c}{h,i},1,e,f|x{y,z},2,,|,3,,"));
    // The block of lines as the table shows it, pasted over itself, changes nothing.
    CHECK(paste(report, notice, cell(0, "district"), QStringLiteral("a,b,c,d,e,f|,h,i,,,|x,y,z,,,")).table
        == shown(report));
}

TEST_CASE("what lies beyond the last column is handed back")
{
    const Notice notice = test::inventedNotice();
    const Report empty = newReport(notice, QStringLiteral("某所"));
    const Shown pasted = paste(empty, notice, cell(0, "remarks"), QStringLiteral("a,b,c|d|e,,f"));
    CHECK(pasted.table == QStringLiteral(",,,a|,,,d|,,,e"));
    CHECK(pasted.kept == TextGrid{{QStringLiteral("b"), QStringLiteral("c")}, {QString(), QStringLiteral("f")}});
}

TEST_CASE("the header and the running numbers of a whole table are not taken for texts")
{
    const Notice notice = test::inventedNotice();
    const Report empty = newReport(notice, QStringLiteral("某所"));
    const Shown pasted = paste(empty, notice, cell(0, "district"),
        QStringLiteral(
            "编号,所在县区,惠民\n检定情况,,,,备注|,,器具名称,检定数量,减免金额,减免依据,|1,a,b,c,d,e,f|2,g,,,,,"));
    CHECK(pasted.table == QStringLiteral("a{b,c},d,e,f|g,,,"));
    CHECK(pasted.kept.isEmpty());
    // A first column with texts is no running number.
    const Shown wide = paste(empty, notice, cell(0, "district"), QStringLiteral("甲,a,b,c,d,e,f"));
    CHECK(wide.table == QStringLiteral("甲{a,b},c,d,e"));
    CHECK(wide.kept == TextGrid{{QStringLiteral("f")}});
}

TEST_CASE("a block can only go to a cell")
{
    const Notice notice = test::inventedNotice();
    const Report report = newReport(notice, QStringLiteral("某所"));
    for (const Place &at :
        {cell(1, "district"), cell(0, "nothing"), cell(0, ""), cell(-1, "contact"), cell(0, "instrument", 1),
            Place{QStringLiteral("essay"), field::title, -1, -1, -1}, Place{QStringLiteral("none"), {}, 0, -1, -1}}) {
        const Result<Pasted> result = pasteGrid(report, notice, at, {{QStringLiteral("a")}});
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::PlaceUnknown);
    }
}

} // namespace pastegrid_test
