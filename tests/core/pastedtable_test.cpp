// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/paste/pastedtable.h"

namespace pastedtable_test {

using namespace zhibao;

namespace {

const QString unit = QStringLiteral("黔中省市场监督管理局");
const QString printedHeader
    = QStringLiteral("序号;领导同志批示情况;组织开展学习情况;文件名称;发文主体;当前进展;开展的重点和特色宣传贯彻工作;"
                     "好的经验和做法");
// A row of the whole table, without its running number, and how it is shown when each text is in its own column.
const QString row = QStringLiteral("批示甲;学习甲;文件甲;主体甲;进展甲;活动甲;经验甲");

// Lines parted by |, cells by a semicolon, line ends as /.
TextGrid gridOf(QString text)
{
    TextGrid grid;
    for (const QString &line : text.replace(u'/', u'\n').split(u'|'))
        grid.append(line.split(u';'));
    return grid;
}

QString shown(const TextGrid &grid)
{
    QStringList lines;
    for (const QStringList &line : grid)
        lines.append(line.join(u';'));
    return lines.join(u'|').replace(u'\n', u'/');
}

PastedTable readTable(const QString &grid, const char *first = "instructions")
{
    static const Notice notice = test::shippedNotice();
    return readPastedTable(gridOf(grid), *notice.form(QStringLiteral("annex1")), unit, QString::fromLatin1(first));
}

// The texts in the order of the form's columns; a column the grid does not have is a –.
QString inColumns(const PastedTable &table)
{
    static const Notice notice = test::shippedNotice();
    TextGrid grid;
    for (const QStringList &line : table.lines) {
        QStringList texts;
        for (const Column &column : notice.form(QStringLiteral("annex1"))->table()->columns) {
            const qsizetype at = table.columns.indexOf(column);
            if (!column.serial)
                texts.append(at < 0 ? QStringLiteral("–") : line.value(at));
        }
        grid.append(texts);
    }
    return shown(grid);
}

QString columnsOf(const QString &grid, const char *first = "instructions")
{
    return inColumns(readTable(grid, first));
}

} // namespace

TEST_CASE("a whole table lands in its columns, in whatever shape its running numbers are")
{
    for (const char *number : {"1", "1.", "1、", "1．", "１", "01", "（1）", "(1)", "1）", "一", "一、", "（一）", "㈠",
             "①", "⑴", "⒈", "❶", "Ⅰ", "I", "第1", "No.1", " 1 ", "十二", ""}) {
        INFO(number);
        const QString line = QString::fromUtf8(number) + u';' + row;
        CHECK(columnsOf(printedHeader + u'|' + line) == row);
        CHECK(columnsOf(line) == row);
    }
    // What is no number is a text, which then must not be lost.
    const PastedTable other = readTable(printedHeader + QStringLiteral("|第一批;") + row);
    CHECK(inColumns(other) == row);
    CHECK(shown(other.kept) == QStringLiteral("第一批"));
    CHECK(columnsOf(QStringLiteral("一季度;a;b;c;d;e;f")) == QStringLiteral("一季度;a;b;c;d;e;f"));
    CHECK(columnsOf(QStringLiteral("1.5;") + row) == QStringLiteral("1.5;批示甲;学习甲;文件甲;主体甲;进展甲;活动甲"));
}

TEST_CASE("running numbers of a part of a table are known by counting or by their shape")
{
    CHECK(columnsOf(QStringLiteral("1;a;b|2;c;d")) == QStringLiteral("a;b;;;;;|c;d;;;;;"));
    CHECK(columnsOf(QStringLiteral("（3）;a")) == QStringLiteral("a;;;;;;"));
    CHECK(columnsOf(QStringLiteral("12;a")) == QStringLiteral("12;a;;;;;"));
    CHECK(columnsOf(QStringLiteral("12;a|7;b")) == QStringLiteral("12;a;;;;;|7;b;;;;;"));
    CHECK(columnsOf(QStringLiteral("1|2|3")) == QStringLiteral("1;;;;;;|2;;;;;;|3;;;;;;"));
    // Behind the first column figures are texts; a whole table begins in the first column wherever it is pasted.
    CHECK(columnsOf(QStringLiteral("1;a|2;b"), "activities") == QStringLiteral("–;–;–;–;–;1;a|–;–;–;–;–;2;b"));
    CHECK(columnsOf(QStringLiteral("1;") + row, "study") == row);
}

TEST_CASE("columns that the form does not have move nothing")
{
    const QString header = printedHeader;
    CHECK(columnsOf(header + QStringLiteral(";|1;") + row + u';') == row);
    CHECK(columnsOf(QStringLiteral(";") + header + QStringLiteral("|;1;") + row) == row);
    CHECK(columnsOf(QStringLiteral("1;") + row + QStringLiteral(";;")) == row);
    CHECK(columnsOf(QStringLiteral(";1;") + row) == row);
    CHECK(columnsOf(QStringLiteral("1;批示甲;;学习甲;文件甲;主体甲;进展甲;活动甲;经验甲")) == row);
    const PastedTable table = readTable(
        QStringLiteral("序号;市州;领导同志批示情况;组织开展学习情况;备注|1;甲州;批示甲;学习甲;待核|2;;批示乙;;"));
    CHECK(inColumns(table) == QStringLiteral("批示甲;学习甲;–;–;–;–;–|批示乙;;–;–;–;–;–"));
    CHECK(shown(table.kept) == QStringLiteral("甲州;待核"));
}

TEST_CASE("the header decides the columns, whatever their order and the cell in hand")
{
    CHECK(columnsOf(QStringLiteral("发文主体;文件名称|主体甲;文件甲")) == QStringLiteral("–;–;文件甲;主体甲;–;–;–"));
    CHECK(columnsOf(QStringLiteral("当前进展|进展甲|进展乙"), "study")
        == QStringLiteral("–;–;–;–;进展甲;–;–|–;–;–;–;进展乙;–;–"));
    CHECK(columnsOf(QStringLiteral(
                        "序号;领导同志批示情况;组织开展学习情况;出台贯彻落实《纲要》文件情况;;;开展的重点和特色宣传"
                        "贯彻工作;好的经验和做法|;;;文件名称;发文主体;当前进展;;|1;")
              + row)
        == row);
}

TEST_CASE("a header that is worded a little differently is one")
{
    for (const char *header : {
             "序号;领导批示情况;学习情况;文件名称;发文单位;进展情况;宣传贯彻工作;经验做法",
             "编号;领导同志/批示情况;组织开展/学习情况;文件名;印发机关;目前进展;重点和特色工作;主要做法",
             "序 号;领 导 批 示;组织学习情况（可另附页）;文件标题;发文机关;工作进展;特色宣传贯彻活动;好的经验、做法",
             "No.;领导同志批示情况（附复印件）;开展学习情况;出台文件名称;制发单位;进度;宣传活动开展情况;好做法",
             ";领导同志批示情况;组织开展学习情况;出台文件;发文主体;当前进展;重点工作;典型经验",
             "序号;领导重视;组织开展学习情况;文件名称;发文主体;当前进展;开展的重点和特色宣传贯彻工作;好的经验和做法",
         }) {
        INFO(header);
        CHECK(columnsOf(QString::fromUtf8(header) + QStringLiteral("|1;") + row) == row);
    }
    // A column between known ones that has nothing in common with the form's is none of it.
    const PastedTable other
        = readTable(QStringLiteral("序号;联系电话;组织开展学习情况;文件名称;发文主体|1;0851;学习甲;文件甲;主体甲"));
    CHECK(inColumns(other) == QStringLiteral("–;学习甲;文件甲;主体甲;–;–;–"));
    CHECK(shown(other.kept) == QStringLiteral("0851"));
}

TEST_CASE("a header of which only the running number is known is no row")
{
    const PastedTable table = readTable(QStringLiteral("序号;甲项;乙项|1;a;b|2;c;d"));
    CHECK(inColumns(table) == QStringLiteral("a;b;;;;;|c;d;;;;;"));
    CHECK(shown(table.leftOut) == QStringLiteral("序号;甲项;乙项"));
    CHECK(columnsOf(QStringLiteral("序号;甲项|a;b")) == QStringLiteral("序号;甲项;;;;;|a;b;;;;;"));
    CHECK(columnsOf(QStringLiteral("序号;甲项|1;b"), "activities")
        == QStringLiteral("–;–;–;–;–;序号;甲项|–;–;–;–;–;1;b"));
}

TEST_CASE("texts that resemble a header are texts")
{
    CHECK(columnsOf(row) == row);
    CHECK(columnsOf(QStringLiteral("主要领导批示1次;组织集中学习3次;文件一;省委;已印发;开展宣传12场;经验一"))
        == QStringLiteral("主要领导批示1次;组织集中学习3次;文件一;省委;已印发;开展宣传12场;经验一"));
    CHECK(columnsOf(QStringLiteral("组织开展学习;12次")) == QStringLiteral("组织开展学习;12次;;;;;"));
    static const Notice notice = test::shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex1"));
    CHECK(hasHeader(gridOf(QStringLiteral("填报单位：某局;;|序号;领导批示;学习情况")), *form.table()));
    CHECK_FALSE(hasHeader(gridOf(QStringLiteral("1;") + row), *form.table()));
    CHECK_FALSE(hasHeader(gridOf(QStringLiteral("序号;姓名;职务|1;甲;乙")), *form.table()));
}

TEST_CASE("title, total, contact and signature are no rows, and are named")
{
    const PastedTable table
        = readTable(QStringLiteral("《质量强国建设纲要》学习宣传贯彻情况表;;;;;;;|填报单位（盖章）："
                                   "黔中省市场监督管理局;;;;填报日期：2023年3月20日;;;|")
            + printedHeader + QStringLiteral("|甲;1;2;3;4;5;6;7|一、省级;;;;;;;|1;") + row + u'|' + printedHeader
            + QStringLiteral(
                "|2;批示乙;;;;;;|;;;文件乙;;;;|合  计;2;1;2;;;;|联系人及联系方式：王某 0851-80000000;;;;;;;|填表人："
                ";李某;;;审核人：;赵某;;|黔中省市场监督管理局;;;;;;;|;;;;;;;2023年3月20日|3;;;;;;;"));
    CHECK(inColumns(table) == row + QStringLiteral("|批示乙;;;;;;|;;文件乙;;;;"));
    CHECK(shown(table.leftOut)
        == QStringLiteral(
            "《质量强国建设纲要》学习宣传贯彻情况表|填报单位（盖章）：黔中省市场监督管理局;填报日期：2023年3月20日|"
            "甲;1;2;3;4;5;6;7|一、省级|合  计;2;1;2|联系人及联系方式：王某 0851-80000000|填表人：;李某;审核人：;"
            "赵某|黔中省市场监督管理局|2023年3月20日"));
    CHECK(table.kept.isEmpty());
}

TEST_CASE("a heading between rows, in a cell as wide as the table, is no row, and is named")
{
    // A header without running numbers, so that nothing but its width tells the heading.
    const QString header = printedHeader.section(u';', 1);
    const PastedTable table
        = readTable(header + QStringLiteral("|一、省级|") + row + QStringLiteral("|二、市级|") + row);
    CHECK(inColumns(table) == row + u'|' + row);
    CHECK(shown(table.leftOut) == QStringLiteral("一、省级|二、市级"));
    // A row of which only the first text was filled is one.
    const PastedTable filled = readTable(header + QStringLiteral("|一、省级;;;;;;|") + row);
    CHECK(inColumns(filled) == QStringLiteral("一、省级;;;;;;|") + row);
    CHECK(filled.leftOut.isEmpty());
    const PastedTable bare = readTable(QStringLiteral("1;") + row + QStringLiteral("|二、市级|2;") + row);
    CHECK(inColumns(bare) == row + u'|' + row);
    CHECK(shown(bare.leftOut) == QStringLiteral("二、市级"));
}

TEST_CASE("tables that have the same header of the form are one, others are named")
{
    static const Notice notice = test::shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex1"));
    const QString turned = printedHeader.section(u';', 0, 0) + u';' + printedHeader.section(u';', 2, 2) + u';'
        + printedHeader.section(u';', 1, 1) + u';' + printedHeader.section(u';', 3);
    const QList<TextGrid> tables{gridOf(QStringLiteral("文号;日期")),
        gridOf(printedHeader + QStringLiteral("|1;") + row),
        gridOf(QStringLiteral("续表|") + printedHeader + QStringLiteral("|2;") + row),
        gridOf(turned + QStringLiteral("|3;") + row)};
    const JoinedTables joined = joinedTables(tables, *form.table());
    CHECK(joined.others == QList<qsizetype>{0, 3});
    CHECK(shown(joined.leftOut) == QStringLiteral("续表"));
    CHECK(inColumns(readPastedTable(joined.grid, form, unit, QStringLiteral("instructions"))) == row + u'|' + row);
    // Without a header the first is meant.
    const JoinedTables bare = joinedTables({tables.first(), tables.first()}, *form.table());
    CHECK(bare.grid == tables.first());
    CHECK(bare.others == QList<qsizetype>{1});
    CHECK(joinedTables({}, *form.table()).grid.isEmpty());
}

TEST_CASE("a whole table without a header has no totals and contact among its rows either")
{
    const PastedTable table = readTable(QStringLiteral("1;") + row
        + QStringLiteral("|合计;批示乙;;;;;;|联系人：王某;;;;;;;|填报人;李某;;;;;;|联系方式：0851;;;;;;;"));
    CHECK(inColumns(table) == row);
    CHECK(table.leftOut.size() == 4);
    // In a part of a table such words are the user's own.
    CHECK(columnsOf(QStringLiteral("合计;3")) == QStringLiteral("合计;3;;;;;"));
    CHECK(columnsOf(QStringLiteral("2023年3月20日"), "progress") == QStringLiteral("–;–;–;–;2023年3月20日;;"));
    // A row whose first text begins like a line of the form is a row.
    for (const char *text : {"主要领导：2月16日作出批示", "单位：黔中省局", "合计作出批示3次", "时间：2月16日",
             "联系实际，作出批示", "负责人批示"}) {
        INFO(text);
        const QString line = QString::fromUtf8(text) + row.mid(row.indexOf(u';'));
        CHECK(columnsOf(QStringLiteral("1;") + line) == line);
        CHECK(columnsOf(printedHeader + QStringLiteral("|1;") + line) == line);
    }
}

TEST_CASE("rows above a header that was repeated are rows")
{
    const PastedTable table
        = readTable(QStringLiteral("1;") + row + u'|' + printedHeader + QStringLiteral("|2;批示乙;学习乙;;;;;"));
    CHECK(inColumns(table) == row + QStringLiteral("|批示乙;学习乙;;;;;"));
    CHECK(table.leftOut.isEmpty());
}

TEST_CASE("the columns of another notice are known as well")
{
    const Notice notice = test::inventedNotice();
    const PastedTable table
        = readPastedTable(gridOf(QStringLiteral("所在县;检定的数量;器具名称;备注|甲县;12;燃气表;无|乙县;3;水表;")),
            *notice.form(QStringLiteral("survey")), unit, QStringLiteral("remarks"));
    QStringList ids;
    for (const Column &column : table.columns)
        ids.append(column.id);
    CHECK(ids.join(u' ') == QStringLiteral("district verified instrument remarks"));
    CHECK(shown(table.lines) == QStringLiteral("甲县;12;燃气表;无|乙县;3;水表;"));
}

TEST_CASE("hostile grids are read in no long time")
{
    const QString label = QStringLiteral("领导同志批示情况");
    TextGrid wide;
    for (int i = 0; i < 20; ++i)
        wide.append(QList<QString>(5000, label));
    static const Notice notice = test::shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex1"));
    CHECK_FALSE(hasHeader(wide, *form.table()));
    TextGrid tall;
    for (int i = 0; i < 12'000; ++i)
        tall.append(QStringList{QString::number(i + 1), label, label, label, label, label, label, label});
    CHECK(readPastedTable(tall, form, unit, QStringLiteral("instructions")).lines.size() >= 11'000);
    CHECK(readPastedTable({}, form, unit, QStringLiteral("instructions")).lines.isEmpty());
    CHECK(readPastedTable({{QStringLiteral("1"), label}, {}, {QStringLiteral("2"), label}}, form, unit,
              QStringLiteral("instructions"))
              .lines.size()
        == 3);
    CHECK(readPastedTable({{}, {}}, form, unit, QStringLiteral("instructions")).kept.isEmpty());
}

} // namespace pastedtable_test
