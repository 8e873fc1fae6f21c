// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/layout/titlebreak.h"
#include "document/layouttext.h"
#include "generate/reports.h"

namespace compose_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Table &tableOf(const Document &document)
{
    for (const Block &block : document.blocks) {
        if (const auto *table = std::get_if<Table>(&block))
            return *table;
    }
    FAIL("no table");
    Q_UNREACHABLE();
}

QStringList textsOf(const Document &document)
{
    QStringList texts;
    for (const Paragraph &paragraph : paragraphsOf(document))
        texts.append(textOf(paragraph));
    return texts;
}

QList<Role> rolesOf(const Document &document)
{
    QList<Role> roles;
    for (const Paragraph &paragraph : paragraphsOf(document))
        roles.append(paragraph.role);
    return roles;
}

// "column+span x rows: label" of a header row's cells.
QStringList cellsOf(const TableRow &row)
{
    QStringList cells;
    for (const TableCell &cell : row.cells)
        cells.append(QStringLiteral("%1+%2x%3 %4")
                         .arg(cell.column)
                         .arg(cell.columnSpan)
                         .arg(cell.rowSpan)
                         .arg(textOf(cell.paragraphs.constFirst())));
    return cells;
}

Report emptyReport(const Notice &notice)
{
    Report report = completed({}, notice);
    report.notice = notice.number;
    return report;
}

QStringList broken(const QString &title, const QString &unit, int capacity)
{
    QStringList lines;
    qsizetype start = 0;
    for (const qsizetype end : titleBreaks(title, unit, capacity)) {
        lines.append(title.mid(start, end - start));
        start = end;
    }
    return lines << title.mid(start);
}

} // namespace

TEST_CASE("the header of a table form is merged as the notice groups it")
{
    const Notice notice = shippedNotice();
    const Table table = tableOf(composeBlank(notice, QStringLiteral("annex1")));
    CHECK(table.headerRows == 2);
    CHECK(cellsOf(table.rows[0])
        == QStringList{QStringLiteral("0+1x2 序号"), QStringLiteral("1+1x2 领导同志批示情况"),
            QStringLiteral("2+1x2 组织开展学习情况"), QStringLiteral("3+3x1 出台贯彻落实《纲要》文件情况"),
            QStringLiteral("6+1x2 开展的重点和特色宣传贯彻工作"), QStringLiteral("7+1x2 好的经验和做法")});
    CHECK(cellsOf(table.rows[1])
        == QStringList{
            QStringLiteral("3+1x1 文件名称"), QStringLiteral("4+1x1 发文主体"), QStringLiteral("5+1x1 当前进展")});
}

TEST_CASE("a header of three levels is merged likewise")
{
    const Table table = tableOf(composeBlank(inventedNotice(), QStringLiteral("survey")));
    CHECK(table.headerRows == 3);
    CHECK(cellsOf(table.rows[0])
        == QStringList{QStringLiteral("0+1x3 编号"), QStringLiteral("1+1x3 所在县区"),
            QStringLiteral("2+4x1 惠民检定情况"), QStringLiteral("6+1x3 备注")});
    CHECK(
        cellsOf(table.rows[1]) == QStringList{QStringLiteral("2+2x1 在用计量器具"), QStringLiteral("4+2x1 收费减免")});
    CHECK(cellsOf(table.rows[2])
        == QStringList{QStringLiteral("2+1x1 器具名称"), QStringLiteral("3+1x1 检定数量"),
            QStringLiteral("4+1x1 减免金额"), QStringLiteral("5+1x1 减免依据")});
}

TEST_CASE("documents of a row share its other cells")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    Row row;
    row.cells[QStringLiteral("study")] = QStringLiteral("学习一\n学习二");
    row.entries
        = {{{QStringLiteral("title"), QStringLiteral("甲")}}, {{QStringLiteral("title"), QStringLiteral("乙")}}};
    report.forms[QStringLiteral("annex1")].rows = {row, {}};
    const Table table = tableOf(compose(report, notice, QStringLiteral("annex1")));
    REQUIRE(table.rows.size() == 5); // two of the header, two documents, the empty row
    CHECK(table.rows[2].cells.size() == 8);
    CHECK(table.rows[3].cells.size() == 3);
    CHECK(table.rows[4].cells.size() == 8);
    CHECK(table.rows[2].cells[0].rowSpan == 2);
    CHECK(textOf(table.rows[2].cells[0].paragraphs[0]) == QStringLiteral("1"));
    CHECK(textOf(table.rows[4].cells[0].paragraphs[0]) == QStringLiteral("2"));
    const TableCell &study = table.rows[2].cells[2];
    REQUIRE(study.paragraphs.size() == 2);
    CHECK(textOf(study.paragraphs[1]) == QStringLiteral("学习二"));
    CHECK(study.paragraphs[1].spans[0].offset == 4);
    CHECK(study.paragraphs[1].place == Place{QStringLiteral("annex1"), QStringLiteral("study"), 0});
    CHECK(textOf(table.rows[3].cells[0].paragraphs[0]) == QStringLiteral("乙"));
    CHECK(table.rows[3].cells[0].paragraphs[0].place == Place{QStringLiteral("annex1"), QStringLiteral("title"), 0, 1});
    // An empty cell knows whose text it would show.
    CHECK(table.rows[4].cells[3].paragraphs[0].place == Place{QStringLiteral("annex1"), QStringLiteral("title"), 1, 0});
}

TEST_CASE("every typed text stands in the document once, at its place and offsets")
{
    for (const Notice &notice : {shippedNotice(), inventedNotice()}) {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const Report report = generateReport(notice, seed);
            for (const Form &form : notice.forms) {
                const Document document = compose(report, notice, form.id);
                QStringList seen;
                for (const Paragraph &paragraph : paragraphsOf(document)) {
                    for (const Span &span : paragraph.spans) {
                        REQUIRE_FALSE(span.text.contains(u'\n'));
                        if (span.offset < 0)
                            continue;
                        REQUIRE(textAt(report, paragraph.place).mid(span.offset, span.text.size()) == span.text);
                    }
                }
                const QMap<QString, QString> typed = typedTexts(document);
                qsizetype characters = 0;
                for (const QString &text : typed)
                    characters += text.size();
                qsizetype expected = 0;
                for (const Place &place : textPlaces(report, notice, form.id)) {
                    if (place.field != field::date)
                        expected += textAt(report, place).remove(u'\n').size();
                }
                CHECK(characters == expected);
            }
        }
    }
}

TEST_CASE("a summary stands in the order of the notice, and what is empty leaves no gap")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    report.unit = QStringLiteral("贵州省市场监督管理局");
    FormAnswer &answer = report.forms[QStringLiteral("annex2")];
    QStringList headings;
    for (const Section &section : notice.form(QStringLiteral("annex2"))->outline()->sections)
        headings.append(section.heading);

    SECTION("nothing is there")
    {
        report.unit.clear();
        CHECK(textsOf(compose(report, notice, QStringLiteral("annex2"))) == headings);
    }
    SECTION("all is there")
    {
        answer.fields = {{field::title, QStringLiteral("总结")}, {field::addressee, QStringLiteral("质量发展局：")},
            {field::opening, QStringLiteral("开头。")}, {field::closing, QStringLiteral("结尾。")},
            {field::date, QStringLiteral("2023-12-20")}, {field::contact, QStringLiteral("李某 0851")}};
        answer.sections[0] = QStringLiteral("（一）领导批示。批示5次。\n1.部署");
        const Document document = compose(report, notice, QStringLiteral("annex2"));
        CHECK(textsOf(document)
            == QStringList{QStringLiteral("总结"), QString(), QStringLiteral("质量发展局："), QStringLiteral("开头。"),
                headings[0], QStringLiteral("（一）领导批示。批示5次。"), QStringLiteral("1.部署"), headings[1],
                headings[2], headings[3], headings[4], QStringLiteral("结尾。"), QString(), QString(), report.unit,
                QStringLiteral("2023年12月20日"), QStringLiteral("（李某 0851）")});
        CHECK(rolesOf(document).mid(11)
            == QList<Role>{
                Role::Body, Role::Blank, Role::Blank, Role::SignatureUnit, Role::SignatureDate, Role::ContactNote});
        CHECK(document.title == QStringLiteral("总结"));
        CHECK(document.author == report.unit);
    }
}

TEST_CASE("the （一） heading is the paragraph's beginning up to its first full stop")
{
    const Notice notice = shippedNotice();
    const auto spansOf = [&](const QString &text) {
        Report report = emptyReport(notice);
        report.forms[QStringLiteral("annex2")].fields[field::opening] = text;
        return paragraphsOf(compose(report, notice, QStringLiteral("annex2"))).constFirst().spans;
    };
    const QList<Span> split = spansOf(QStringLiteral("（一）领导批示。批示5次。"));
    REQUIRE(split.size() == 2);
    CHECK(split[0] == Span{QStringLiteral("（一）领导批示。"), Role::Heading2, 0});
    CHECK(split[1] == Span{QStringLiteral("批示5次。"), Role::Body, 8});
    CHECK(spansOf(QStringLiteral("（十二）集中学习"))
        == QList<Span>{{QStringLiteral("（十二）集中学习"), Role::Heading2, 0}});
    const QString endless = QStringLiteral("（一）") + QString(60, u'学');
    CHECK(spansOf(endless) == QList<Span>{{endless, Role::Body, 0}});
    CHECK(spansOf(QStringLiteral("（1）集中学习。")).constFirst().role == Role::Body);
    CHECK(spansOf(QStringLiteral("1.集中学习。")).constFirst().role == Role::Body);
}

TEST_CASE("text that brings its own blanks is not indented twice")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    report.forms[QStringLiteral("annex2")].fields[field::opening] = QStringLiteral("　　开头。\n正文。");
    const QList<Paragraph> paragraphs = paragraphsOf(compose(report, notice, QStringLiteral("annex2")));
    CHECK(paragraphs[0].flush);
    CHECK(textOf(paragraphs[0]) == QStringLiteral("　　开头。"));
    CHECK_FALSE(paragraphs[1].flush);
}

TEST_CASE("the unit is centred over a date four characters from the edge, and both stay in the type area")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    FormAnswer &answer = report.forms[QStringLiteral("annex2")];
    answer.fields[field::date] = QStringLiteral("2023-12-20");
    const double dateWidth = nominalWidth(u"2023年12月20日");
    for (const int length : {0, 4, 10, 13, 15, 20, 28}) {
        report.unit = QString(length, u'局');
        Paragraph unit;
        Paragraph date;
        for (const Paragraph &paragraph : paragraphsOf(compose(report, notice, QStringLiteral("annex2")))) {
            if (paragraph.role == Role::SignatureUnit)
                unit = paragraph;
            else if (paragraph.role == Role::SignatureDate)
                date = paragraph;
        }
        INFO(length);
        CHECK(unit.endIndent >= 0);
        CHECK(date.endIndent >= 4);
        if (length > 0)
            CHECK(unit.endIndent + length / 2.0 == Approx(date.endIndent + dateWidth / 2));
        if (length <= 15)
            CHECK(date.endIndent == 4);
    }
}

TEST_CASE("a long unit's name begins its second line behind one of its parts")
{
    const QString name = QStringLiteral(
        "新疆生产建设兵团第十三师新星市红星经济技术开发区市场监督管理局（知识产权局）质量强市工作领导小组办公室");
    const qsizetype zone = name.indexOf(QStringLiteral("市场监督"));
    CHECK(unitBreaks(name, 28) == QList<qsizetype>{zone});
    CHECK(unitBreaks(name, 60).isEmpty());
    CHECK(unitBreaks(QString(40, u'长'), 28) == titleBreaks(QString(40, u'长'), {}, 28));
    CHECK(unitBreaks(name.repeated(2), 28) == titleBreaks(name.repeated(2), {}, 28)); // more than two lines
    CHECK(unitBreaks({}, 28).isEmpty());
}

TEST_CASE("a unit's name of more than a line is broken by sense, and the date stands in the middle below it")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    report.forms[QStringLiteral("annex2")].fields[field::date] = QStringLiteral("2023-12-20");
    report.unit = QStringLiteral(
        "内蒙古自治区锡林郭勒盟东乌珠穆沁旗市场监督管理局㳇𡐓𬭛计量所");
    for (const Paragraph &paragraph : paragraphsOf(compose(report, notice, QStringLiteral("annex2")))) {
        if (paragraph.role != Role::SignatureUnit && paragraph.role != Role::SignatureDate)
            continue;
        CHECK(paragraph.centred);
        CHECK(paragraph.endIndent == 0);
        if (paragraph.role == Role::SignatureUnit) {
            CHECK(textOf(paragraph) == report.unit);
            REQUIRE(paragraph.spans.size() == 2);
            CHECK(paragraph.spans.last().newLine);
            CHECK(paragraph.spans.last().text == QStringLiteral("市场监督管理局㳇𡐓𬭛计量所"));
        }
    }
}

TEST_CASE("the signature is kept with the last lines of the text, and lines of the signature together")
{
    const Notice notice = shippedNotice();
    Report report = emptyReport(notice);
    report.unit = QStringLiteral("某局");
    FormAnswer &answer = report.forms[QStringLiteral("annex2")];
    answer.fields[field::closing] = QStringLiteral("第一段。\n第二段。\n第三段。");
    answer.fields[field::date] = QStringLiteral("2023-12-20");
    answer.fields[field::contact] = QStringLiteral("李某");
    const QList<Paragraph> paragraphs = paragraphsOf(compose(report, notice, QStringLiteral("annex2")));
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        const Paragraph &paragraph = paragraphs[i];
        INFO(i);
        const bool free = textOf(paragraph) == QStringLiteral("第一段。") || paragraph.role == Role::ContactNote;
        CHECK(paragraph.keepWithNext == !free);
        // Only headings may not be parted.
        CHECK(paragraph.keepLines == (paragraph.role == Role::Heading1));
    }
}

TEST_CASE("a title is broken at phrases, into a trapezoid or a diamond")
{
    const QString unit = QStringLiteral("贵州省市场监督管理局");
    CHECK(broken(QStringLiteral("学习情况总结"), unit, 20) == QStringList{QStringLiteral("学习情况总结")});
    CHECK(broken(QStringLiteral("贵州省市场监督管理局关于《质量强国建设纲要》学习宣传贯彻情况的总结"), unit, 20)
        == QStringList{QStringLiteral("贵州省市场监督管理局关于"), QStringLiteral("《质量强国建设纲要》学习宣传"),
            QStringLiteral("贯彻情况的总结")});
    CHECK(broken(QStringLiteral("《质量强国建设纲要》学习宣传贯彻工作总结提纲"), {}, 20)
        == QStringList{QStringLiteral("《质量强国建设纲要》"), QStringLiteral("学习宣传贯彻工作总结提纲")});
}

TEST_CASE("no title break cuts a unit, a bracketed name or a Latin word")
{
    for (const QString &unit :
        {QStringLiteral("新疆生产建设兵团市场监督管理局"), QStringLiteral("内蒙古自治区市场监督管理局")}) {
        const QString title = unit + QStringLiteral("关于《质量强国建设纲要》学习宣传贯彻情况的总结（2023）");
        for (const QString &line : broken(title, unit, 20)) {
            INFO(line.toStdString());
            CHECK(nominalWidth(line) <= 20);
            CHECK(line.count(u'《') == line.count(u'》'));
            CHECK(line.count(u'（') == line.count(u'）'));
            CHECK((line.contains(unit) || !line.contains(QStringLiteral("管理局"))));
        }
        CHECK(broken(title, unit, 20).join(QString()) == title);
    }
    CHECK(broken(QString(500, u'长'), {}, 20).size() == 1);
    CHECK(broken(QString(60, u'《'), {}, 20).size() == 1);
}

TEST_CASE("the blank forms carry the notice's words and room to write")
{
    const Notice notice = shippedNotice();
    const Document table = composeBlank(notice, QStringLiteral("annex1"));
    CHECK(table.orientation == Orientation::Landscape);
    CHECK(textsOf(table).mid(0, 6)
        == QStringList{QStringLiteral("附件1"), QString(), notice.forms[0].title, QString(), QString(),
            QStringLiteral("填报单位（盖章）：")});
    CHECK(textsOf(table).constLast() == QStringLiteral("联系人及联系方式："));
    CHECK(tableOf(table).rows.constLast().leastLines > 1);

    const Document outline = composeBlank(notice, QStringLiteral("annex2"));
    const QStringList texts = textsOf(outline);
    CHECK(texts[0] == QStringLiteral("附件2"));
    CHECK(texts[2] == notice.forms[1].title);
    for (const Section &section : notice.forms[1].outline()->sections) {
        CHECK(texts.contains(section.heading));
        CHECK((section.guidance.isEmpty() || texts.contains(section.guidance)));
    }
    CHECK(texts.constLast() == notice.forms[1].outline()->closingLine);
}

TEST_CASE("a form stands on its page as the notice says")
{
    const Notice notice = reworded(inventedNotice(),
        {{"\"entryNoun\"", "\"orientation\": \"portrait\", \"entryNoun\""},
            {"\"closingLine\"", "\"orientation\": \"landscape\", \"closingLine\""}});
    Report report = newReport(notice, QStringLiteral("云溪市河东区计量所"));
    // Longer than a line of an upright page and shorter than one of a broad one.
    const QString heading = QStringLiteral("（一）") + QString(29, u'题');
    const QString essay = QStringLiteral("essay");
    report.forms[essay].sections[0] = heading + QStringLiteral("\n正文。");
    const Document outline = compose(report, notice, essay);
    CHECK(outline.orientation == Orientation::Landscape);
    CHECK(composeBlank(notice, essay).orientation == Orientation::Landscape);
    CHECK(rolesOf(outline).contains(Role::Heading1));
    const auto isHeading = [&](const Paragraph &paragraph) {
        return textOf(paragraph) == heading && paragraph.spans.constFirst().role == Role::Heading2;
    };
    const QList<Paragraph> paragraphs = paragraphsOf(outline);
    CHECK(std::any_of(paragraphs.cbegin(), paragraphs.cend(), isHeading));
    CHECK(compose(report, notice, QStringLiteral("survey")).orientation == Orientation::Portrait);
}

TEST_CASE("typed columns are printed in official words, numbers flush right with their unit, and summed")
{
    const Notice notice = typedNotice();
    const QString form = QStringLiteral("register");
    Report report = newReport(notice, QStringLiteral("河东区所"));
    Row &row = report.forms[form].rows[0];
    row.cells = {{QStringLiteral("instrument"), QStringLiteral("电子秤")},
        {QStringLiteral("bought"), QStringLiteral("2030-2-1")}, {QStringLiteral("count"), QStringLiteral("12")},
        {QStringLiteral("inUse"), QStringLiteral("y")}};
    row.entries
        = {Texts{{QStringLiteral("result"), QStringLiteral("合格")}, {QStringLiteral("fee"), QStringLiteral("0.1")}},
            Texts{{QStringLiteral("fee"), QStringLiteral("0.25元")}}};
    const auto linesOf = [&](int line) {
        const Table table = tableOf(compose(report, notice, form));
        QStringList cells;
        for (const TableCell &cell : table.rows.at(table.headerRows + line).cells) {
            const Paragraph &paragraph = cell.paragraphs.constFirst();
            cells.append((paragraph.role == Role::TableAmount ? QStringLiteral(">") : QString()) + textOf(paragraph));
        }
        return cells.join(u'|');
    };
    CHECK(linesOf(0) == QStringLiteral("1|电子秤|2030年2月1日|>12台|合格|>0.1元|是|"));
    CHECK(linesOf(1) == QStringLiteral("|>0.25元"));
    CHECK(linesOf(2) == QStringLiteral("|合计||>12台||>0.35元||"));
    CHECK(tableOf(compose(report, notice, form)).rows.size() == 2 + 3);

    // What does not fit stands as it was typed, and a sum that would leave it out does not stand at all.
    row.cells[QStringLiteral("count")] = QStringLiteral("约12");
    row.cells[QStringLiteral("bought")] = QStringLiteral("去年");
    CHECK(linesOf(0) == QStringLiteral("1|电子秤|去年|约12|合格|>0.1元|是|"));
    CHECK(linesOf(2) == QStringLiteral("|合计||>||>0.35元||"));

    report.forms[form].rows.clear();
    CHECK(tableOf(compose(report, notice, form)).rows.size() == 2 + 1);
}

TEST_CASE("an outline prints what its definition has, and the date as that says")
{
    const Notice notice = typedNotice();
    const QString form = QStringLiteral("note");
    Report report = newReport(notice, QStringLiteral("河东区所"));
    report.forms[form].fields
        = {{field::date, QStringLiteral("2031-6-30")}, {field::closing, QStringLiteral("特此说明。")}};
    const QStringList texts = textsOf(compose(report, notice, form));
    CHECK(texts.contains(QStringLiteral("2031-6-30")));
    CHECK(texts.contains(QStringLiteral("特此说明。")));
    CHECK(compose(report, notice, form).title == QStringLiteral("台账说明"));
}

TEST_CASE("a table names its occasion where there are several")
{
    const Notice monthly = monthlyNotice();
    const QString form = QStringLiteral("services");
    const Document june
        = compose(newReport(monthly, QStringLiteral("河东区所"), QStringLiteral("2031-06")), monthly, form);
    CHECK(textsOf(june).contains(QStringLiteral("计量服务情况月报表（2031年6月）")));
    CHECK(june.title == QStringLiteral("计量服务情况月报表（2031年6月）"));
    CHECK(textsOf(composeBlank(monthly, form)).contains(QStringLiteral("计量服务情况月报表")));
}

TEST_CASE("a form the notice does not have gives an empty document")
{
    CHECK(compose({}, shippedNotice(), QStringLiteral("annex9")).blocks.isEmpty());
    CHECK(composeBlank(shippedNotice(), QStringLiteral("annex9")).blocks.isEmpty());
}

} // namespace compose_test
