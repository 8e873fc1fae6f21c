// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/checks.h"
#include "core/compare/noticecomparison.h"
#include "core/data.h"
#include "core/notice/noticereader.h"
#include "core/report/columnvalue.h"
#include "core/report/reportedit.h"

namespace columnvalue_test {

using namespace zhibao;

namespace {

const QString registry = QStringLiteral("register");
const QString note = QStringLiteral("note");

Column columnOf(ColumnType type, const QString &unit = {}, int decimals = -1)
{
    Column column;
    column.type = type;
    column.unit = unit;
    column.decimals = decimals;
    column.choices = {QStringLiteral("合格"), QStringLiteral("A级")};
    return column;
}

ValueFault fault(const Column &column, const char16_t *text)
{
    return valueFault(column, QString::fromUtf16(text));
}

QString printed(const Column &column, const char16_t *text)
{
    return printedValue(column, QString::fromUtf16(text));
}

Report filled(const Notice &notice)
{
    Report report = newReport(notice, QStringLiteral("河东区所"));
    Row &row = report.forms[registry].rows[0];
    row.cells = {{QStringLiteral("instrument"), QStringLiteral("电子秤")},
        {QStringLiteral("bought"), QStringLiteral("2030-2-1")}, {QStringLiteral("count"), QStringLiteral("12")},
        {QStringLiteral("inUse"), QStringLiteral("y")}};
    row.entries = {
        Texts{{QStringLiteral("result"), QStringLiteral("合格")}, {QStringLiteral("fee"), QStringLiteral("1,200.5")}},
        Texts{{QStringLiteral("fee"), QStringLiteral("0.55")}}};
    report.forms[registry].fields.insert(field::contact, QStringLiteral("李某"));
    return report;
}

QStringList codes(const Notice &notice, const Report &report)
{
    QStringList lines;
    for (const Finding &finding : check(report, notice)) {
        if (finding.place.form == registry)
            lines.append(findingName(finding.code) + u' ' + finding.place.field);
    }
    return lines;
}

Texts totalsOf(const QStringList &summands)
{
    Column column = columnOf(ColumnType::Decimal);
    column.id = QStringLiteral("sum");
    column.total = true;
    TableForm form;
    form.columns = {column};
    QList<Row> rows;
    for (const QString &summand : summands)
        rows.append(Row{{{column.id, summand}}, {}, {}});
    return columnTotals(form, rows);
}

QString sum(const char *summands)
{
    return totalsOf(QString::fromUtf8(summands).split(u' ')).value(QStringLiteral("sum"), QStringLiteral("none"));
}

} // namespace

TEST_CASE("A typed column says what fits it, and why not")
{
    const Column integer = columnOf(ColumnType::Integer, QStringLiteral("台"));
    for (const char16_t *text : {u"0", u"12", u"-3", u"+4", u"１２", u" 12 ", u"1,234", u"12台", u"12 台"})
        CHECK(fault(integer, text) == ValueFault::None);
    for (const char16_t *text : {u"十二", u"12个", u"1 2", u"12,34", u"1\n2", u"台", u"", u"1e3", u"--1"})
        CHECK(fault(integer, text) == ValueFault::NotNumber);
    CHECK(fault(integer, u"12.5") == ValueFault::NotInteger);
    const Column decimal = columnOf(ColumnType::Decimal, {}, 2);
    CHECK(fault(decimal, u"12.55") == ValueFault::None);
    CHECK(fault(decimal, u"12.555") == ValueFault::TooManyDecimals);
    CHECK(fault(decimal, u".5") == ValueFault::NotNumber);
    CHECK(fault(columnOf(ColumnType::Decimal), u"0.123456789") == ValueFault::None);
    const Column choice = columnOf(ColumnType::Choice);
    CHECK(fault(choice, u"合格") == ValueFault::None);
    CHECK(fault(choice, u"Ａ级 ") == ValueFault::None);
    CHECK(fault(choice, u"优") == ValueFault::NotChoice);
    const Column yesNo = columnOf(ColumnType::YesNo);
    for (const char16_t *text : {u"是", u"否", u"√", u"×", u"Y", u"no"})
        CHECK(fault(yesNo, text) == ValueFault::None);
    CHECK(fault(yesNo, u"有") == ValueFault::NotYesNo);
    CHECK(fault(columnOf(ColumnType::Date), u"2031年2月29日") == ValueFault::NotDate);
    CHECK(fault(columnOf(ColumnType::Date), u"2031.3.5") == ValueFault::None);
    CHECK(fault(columnOf(ColumnType::Text), u"任何文字") == ValueFault::None);
}

TEST_CASE("What fits is printed in official words, what does not as it was typed")
{
    CHECK(printed(columnOf(ColumnType::Date), u"2031-3-5") == QStringLiteral("2031年3月5日"));
    CHECK(printed(columnOf(ColumnType::Date), u"三月初") == QStringLiteral("三月初"));
    CHECK(printed(columnOf(ColumnType::Integer, QStringLiteral("台")), u" 12 台") == QStringLiteral("12"));
    CHECK(printed(columnOf(ColumnType::Integer, QStringLiteral("㎡")), u"12m2") == QStringLiteral("12"));
    CHECK(printed(columnOf(ColumnType::Integer), u"约 12") == QStringLiteral("约 12"));
    CHECK(printed(columnOf(ColumnType::Choice), u"Ａ级") == QStringLiteral("A级"));
    CHECK(printed(columnOf(ColumnType::YesNo), u"×") == QStringLiteral("否"));
}

TEST_CASE("Sums are exact, and there is none where a text is no number")
{
    CHECK(sum("0.1 0.2") == QStringLiteral("0.3"));
    CHECK(sum("1,200.5 0.55") == QStringLiteral("1201.05"));
    CHECK(sum("-1 0.5") == QStringLiteral("-0.5"));
    CHECK(sum("1 -1.00") == QStringLiteral("0.00"));
    CHECK(sum("-99 -1.5") == QStringLiteral("-100.5"));
    CHECK(sum("999999999999999999999999 1") == QStringLiteral("1000000000000000000000000"));
    CHECK(sum("007 1") == QStringLiteral("8"));
    CHECK(sum("1 约2") == QStringLiteral("none"));
    CHECK(totalsOf({QStringLiteral("1"), {}, QStringLiteral(" ")}).value(QStringLiteral("sum")) == QStringLiteral("1"));
    CHECK(
        totalsOf(QStringList(30'000, QStringLiteral("0.01"))).value(QStringLiteral("sum")) == QStringLiteral("300.00"));

    const Notice notice = test::typedNotice();
    const Texts totals = columnTotals(*notice.form(registry)->table(), filled(notice).forms[registry].rows);
    CHECK(totals
        == Texts{{QStringLiteral("count"), QStringLiteral("12")}, {QStringLiteral("fee"), QStringLiteral("1201.05")}});
}

TEST_CASE("What does not fit its column is a finding and stays as typed")
{
    const Notice notice = test::typedNotice();
    Report report = filled(notice);
    CHECK(codes(notice, report).isEmpty());
    Row &row = report.forms[registry].rows[0];
    row.cells[QStringLiteral("bought")] = QStringLiteral("2031-2-30");
    row.cells[QStringLiteral("count")] = QStringLiteral("1.5");
    row.cells[QStringLiteral("inUse")] = QStringLiteral("有时");
    row.entries[0][QStringLiteral("result")] = QStringLiteral("很好");
    row.entries[0][QStringLiteral("fee")] = QStringLiteral("1.234");
    row.entries[1][QStringLiteral("fee")] = QStringLiteral("免费");
    const Report typed = report;
    CHECK(codes(notice, report)
        == QStringList{QStringLiteral("impossible-date bought"), QStringLiteral("not-integer count"),
            QStringLiteral("not-choice result"), QStringLiteral("too-many-decimals fee"),
            QStringLiteral("not-number fee"), QStringLiteral("not-yes-no inUse")});
    CHECK(report == typed);
}

TEST_CASE("An outline has the single texts, and the rules, that its definition says")
{
    const Notice notice = test::typedNotice();
    const OutlineForm &outline = *notice.form(note)->outline();
    CHECK(outline.fields
        == QList<OutlineField>{{field::title, QStringLiteral("题目"), true, false}, {field::closing, {}, true, true},
            {field::date, QStringLiteral("填表时间"), false, true}});
    Report report = newReport(notice, QStringLiteral("河东区所"));
    CHECK(textPlaces(report, notice, note)
        == QList<Place>{{note, field::title}, {note, {}, -1, -1, 0}, {note, field::closing}, {note, field::date}});
    CHECK(report.forms[note].fields.isEmpty()); // though the definition words an addressee
    CHECK_FALSE(setText(report, notice, {note, field::contact}, QStringLiteral("李某")));
    CHECK(requiredPlaces(report, notice, note)
        == QList<Place>{{note, field::title}, {note, {}, -1, -1, 0}, {note, field::closing}});
    report = *setText(report, notice, {note, {}, -1, -1, 0}, QStringLiteral("没有变动"));
    report = *setText(report, notice, {note, field::date}, QStringLiteral("六月底"));
    for (const Finding &finding : check(report, notice)) {
        CHECK(finding.code != FindingCode::SectionWithoutFigure);
        CHECK(finding.code != FindingCode::ImpossibleDate);
    }
}

TEST_CASE("A faulty type, choice or field is refused with its path")
{
    struct TypeFault {
        const char *sought;
        const char *replacement;
        const char *path;
        const char *cause;
    };
    const TypeFault faults[] = {
        {"\"type\": \"date\"", "\"type\": \"day\"", "forms[0].header[2].type", "unknown-kind"},
        {"\"type\": \"date\"", "\"type\": \"date\", \"unit\": \"日\"", "forms[0].header[2].unit", "unknown-key"},
        {"\"type\": \"text\"", "\"total\": true", "forms[0].header[6].total", "unknown-key"},
        {"\"unit\": \"台\"", "\"unit\": \"\"", "forms[0].header[3].unit", "empty"},
        {"\"unit\": \"台\"", "\"decimals\": 1", "forms[0].header[3].decimals", "unknown-key"},
        {"\"decimals\": 2", "\"decimals\": 0", "forms[0].header[4].children[1].decimals", "integer"},
        {", \"choices\": [\"合格\", \"不合格\", \"降级使用\"]", "", "forms[0].header[4].children[0].choices",
            "missing"},
        {"[\"合格\", \"不合格\"", "[\"合格\", \"合格\"", "forms[0].header[4].children[0].choices[1]", "duplicate-id"},
        {"\"id\": \"closing\"", "\"id\": \"ending\"", "forms[1].fields[2].id", "unknown-kind"},
        {"\"id\": \"closing\"", "\"id\": \"title\"", "forms[1].fields[2].id", "duplicate-id"},
        {"\"label\": \"题目\"", "\"label\": \"\"", "forms[1].fields[1].label", "empty"},
        {"\"label\": \"题目\"", "\"caption\": \"题目\"", "forms[1].fields[1].caption", "unknown-key"},
        {"\"calendarDate\": false", "\"calendarDate\": \"no\"", "forms[1].calendarDate", "boolean"},
    };
    for (const TypeFault &one : faults) {
        INFO(one.replacement);
        QByteArray json = test::typedNotice().json;
        REQUIRE(json.contains(one.sought));
        const Result<Notice> notice = readNotice(json.replace(one.sought, one.replacement), QStringLiteral("n.json"));
        REQUIRE_FALSE(notice);
        CHECK(notice.error().arguments
            == QStringList{QStringLiteral("n.json"), QString::fromLatin1(one.path), QString::fromLatin1(one.cause)});
    }
}

TEST_CASE("Another definition tells changed types, and what has no field any more")
{
    const Notice before = test::typedNotice();
    QByteArray json = before.json;
    const Notice after
        = *readNotice(json.replace("\"type\": \"integer\", \"unit\": \"台\", \"total\": true",
                              "\"type\": \"decimal\", \"unit\": \"套\"")
                          .replace("{ \"id\": \"closing\", \"required\": true }", "{ \"id\": \"contact\" }"),
            QStringLiteral("n.json"));
    CHECK(compareNotices(before, after)
        == QList<NoticeChange>{{NoticeChange::Kind::ColumnType, registry, QStringLiteral("integer 台 total"),
            QStringLiteral("decimal 套"), QStringLiteral("count")}});
    Report report = filled(before);
    report = *setText(report, before, {note, field::closing}, QStringLiteral("特此说明"));
    const CarriedReport carried = carriedOver(report, before, after);
    CHECK(carried.left == QList<Place>{{note, field::closing}});
    CHECK_FALSE(carried.report.forms[note].fields.contains(field::closing));
    CHECK(carried.report.forms[registry] == report.forms[registry]);
}

} // namespace columnvalue_test
