// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/noticecomparison.h"
#include "core/data.h"
#include "core/notice/noticereader.h"

#include <catch2/catch.hpp>
#include <random>

namespace noticecomparison_test {

using namespace zhibao;
using namespace zhibao::test;
using Kind = NoticeChange::Kind;

namespace {

Notice reworded(std::initializer_list<std::pair<const char *, const char *>> passages)
{
    Notice notice = zhibao::test::reworded(inventedNotice(), passages);
    notice.isImplied = true; // so that reports can be compared
    return notice;
}

Report filled(const Notice &notice)
{
    Report report = newReport(notice, QStringLiteral("云溪市河东区计量所"));
    FormAnswer &survey = report.forms[QStringLiteral("survey")];
    survey.fields.insert(field::contact, QStringLiteral("张某 0555"));
    survey.rows[0].cells = {{QStringLiteral("district"), QStringLiteral("河东区")},
        {QStringLiteral("waived"), QStringLiteral("3 万元")}, {QStringLiteral("remarks"), QStringLiteral("无")}};
    survey.rows[0].entries = {Texts{
        {QStringLiteral("instrument"), QStringLiteral("电子秤")}, {QStringLiteral("verified"), QStringLiteral("12")}}};
    report.forms[QStringLiteral("essay")].sections = {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙"),
        QStringLiteral("丁"), QStringLiteral("戊"), QStringLiteral("己"), QStringLiteral("庚")};
    return report;
}

QList<Kind> kindsOf(const QList<NoticeChange> &changes)
{
    QList<Kind> kinds;
    for (const NoticeChange &change : changes)
        kinds.append(change.kind);
    return kinds;
}

} // namespace

TEST_CASE("A definition is named by its bytes")
{
    const Notice notice = inventedNotice();
    CHECK(notice.digest.size() == 32);
    CHECK(reworded({{"在用计量器具", "在用的计量器具"}}).digest != notice.digest);
    CHECK(reworded({{"\"version\": 1,", "\"version\":  1,"}}).digest != notice.digest);
    CHECK(notice.definition().isEmpty()); // the first that is shipped
    Notice kept = notice;
    kept.isImplied = false;
    CHECK(kept.definition() == notice.digest);
}

TEST_CASE("Of the definitions of a number that is found which a report names")
{
    const Notice first = inventedNotice();
    Notice second = reworded({{"在用计量器具", "在用的计量器具"}});
    second.isImplied = false;
    const QList<Notice> both{first, second};
    REQUIRE(findNotice(both, first.number, {}));
    CHECK(findNotice(both, first.number, {})->digest == first.digest);
    CHECK(findNotice(both, first.number, second.digest)->digest == second.digest);
    CHECK_FALSE(findNotice(both, first.number, QByteArray(32, 'x')));
    CHECK_FALSE(findNotice(both, QStringLiteral("云溪计函〔2031〕5号"), {}));
    CHECK(findNotice({second}, first.number, {})->digest == second.digest); // the only one there is
}

TEST_CASE("What another definition asks for otherwise is told")
{
    const Notice before = inventedNotice();
    CHECK(compareNotices(before, before).isEmpty());
    const auto changesTo = [&](const Notice &after) { return compareNotices(before, after); };

    CHECK(changesTo(reworded({{"\"器具名称\"", "\"计量器具名称\""}}))
        == QList<NoticeChange>{
            {Kind::Column, QStringLiteral("survey"), QStringLiteral("器具名称"), QStringLiteral("计量器具名称")}});
    CHECK(changesTo(reworded({{"2031年6月底前", "2031年7月底前"}, {"2031-06-30", "2031-07-31"}}))
        == QList<NoticeChange>{{Kind::Deadline, QStringLiteral("survey"), QStringLiteral("2031年6月底前"),
            QStringLiteral("2031年7月底前")}});
    CHECK(kindsOf(changesTo(reworded({{"\"id\": \"remarks\"", "\"id\": \"notes\""}})))
        == QList<Kind>{Kind::ColumnAdded, Kind::ColumnRemoved});
    CHECK(changesTo(reworded({{"\"limit\": 5000", "\"limit\": 4000"}}))
        == QList<NoticeChange>{{Kind::Limit, QStringLiteral("essay"), QStringLiteral("5000"), QStringLiteral("4000")}});
    CHECK(kindsOf(changesTo(reworded({{R"({ "heading": "四、能力建设", "guidance": "" },)", ""}})))
        == QList<Kind>{Kind::SectionRemoved});
    CHECK(kindsOf(changesTo(reworded({{"四、能力建设", "四、能力提升"}}))) == QList<Kind>{Kind::Section});
    CHECK(kindsOf(changesTo(reworded({{"\"id\": \"essay\"", "\"id\": \"paper\""}})))
        == QList<Kind>{Kind::FormAdded, Kind::FormRemoved});
    CHECK(changesTo(reworded({{"\"entryNoun\"", "\"orientation\": \"portrait\", \"entryNoun\""}}))
        == QList<NoticeChange>{
            {Kind::Orientation, QStringLiteral("survey"), QStringLiteral("landscape"), QStringLiteral("portrait")}});
    CHECK(kindsOf(changesTo(reworded({{"会员服务部", "会员处"}}))) == QList<Kind>{Kind::Notice});
    CHECK(kindsOf(changesTo(reworded({{"\"width\": 3,", "\"width\": 4,"}}))) == QList<Kind>{Kind::Other});
}

TEST_CASE("What was filled in is carried over to another definition, and what has no place there is told")
{
    const Notice before = inventedNotice();
    const Report report = filled(before);
    const auto carried = [&](const Notice &after) { return carriedOver(report, before, after); };

    SECTION("labels alone")
    {
        const CarriedReport same = carried(reworded({{"\"器具名称\"", "\"计量器具名称\""}}));
        CHECK(same.left.isEmpty());
        CHECK(same.report == report);
        CHECK(same.report.forms.value(QStringLiteral("survey")).rows[0].id
            == report.forms.value(QStringLiteral("survey")).rows[0].id);
    }
    SECTION("a column that is gone")
    {
        const CarriedReport without = carried(reworded({{"\"id\": \"remarks\"", "\"id\": \"notes\""}}));
        REQUIRE(without.left.size() == 1);
        CHECK(without.left[0] == Place{QStringLiteral("survey"), QStringLiteral("remarks"), 0});
        CHECK(textAt(without.report, {QStringLiteral("survey"), QStringLiteral("district"), 0})
            == QStringLiteral("河东区"));
    }
    SECTION("a heading that is gone: the others keep their texts")
    {
        const CarriedReport fewer = carried(reworded({{R"({ "heading": "四、能力建设", "guidance": "" },)", ""}}));
        REQUIRE(fewer.left.size() == 1);
        CHECK(fewer.left[0].section == 3);
        CHECK(fewer.report.forms.value(QStringLiteral("essay")).sections
            == QStringList{QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙"), QStringLiteral("戊"),
                QStringLiteral("己"), QStringLiteral("庚")});
    }
    SECTION("a heading in between")
    {
        const CarriedReport more = carried(reworded(
            {{R"({ "heading": "四、能力建设")", R"({ "heading": "新、数字化" }, { "heading": "四、能力建设")"}}));
        CHECK(more.left.isEmpty());
        CHECK(more.report.forms.value(QStringLiteral("essay")).sections.mid(2, 3)
            == QStringList{QStringLiteral("丙"), QString(), QStringLiteral("丁")});
    }
    SECTION("a title that nobody changed is worded anew, one that somebody did is kept")
    {
        const Notice after = reworded({{"{unit}落实《计量惠民行动方案》工作报告", "{unit}工作总结"}});
        CHECK(carried(after).report.forms.value(QStringLiteral("essay")).fields.value(field::title)
            == QStringLiteral("云溪市河东区计量所工作总结"));
        Report own = report;
        own.forms[QStringLiteral("essay")].fields.insert(field::title, QStringLiteral("我所的报告"));
        CHECK(carriedOver(own, before, after).report.forms.value(QStringLiteral("essay")).fields.value(field::title)
            == QStringLiteral("我所的报告"));
    }
    SECTION("a form that is gone")
    {
        const CarriedReport gone = carried(reworded({{"\"id\": \"essay\"", "\"id\": \"paper\""}}));
        CHECK(gone.left.size() == 7);
        CHECK_FALSE(gone.report.forms.contains(QStringLiteral("essay")));
    }
    SECTION("what is not there is not made")
    {
        Report part = report;
        part.forms.remove(QStringLiteral("essay"));
        CHECK(carriedOver(part, before, reworded({{"\"limit\": 5000", "\"limit\": 4000"}})).report == part);
    }
}

TEST_CASE("A definition that was damaged is refused, or can be worked with")
{
    std::mt19937 random(20310506);
    const QByteArray whole = inventedNotice().json;
    int read = 0;
    for (int i = 0; i < 3'000; ++i) {
        QByteArray json = whole;
        for (auto left = random() % 2 + 1; left > 0; --left) {
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(json.size()));
            const auto length = static_cast<qsizetype>(random() % (i % 2 == 0 ? 4 : 40));
            const auto from = static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size()));
            json.replace(at, random() % 2 == 0 ? length : 1, whole.mid(from, random() % 2 == 0 ? length : 1));
        }
        const Result<Notice> notice = readNotice(json, QStringLiteral("damaged.json"));
        if (!notice) {
            CHECK(notice.error().arguments.value(0) == QStringLiteral("damaged.json"));
            continue;
        }
        ++read;
        const Report report = filled(inventedNotice());
        const CarriedReport carried = carriedOver(report, inventedNotice(), *notice);
        for (const Place &place : carried.left)
            CHECK_FALSE(textAt(report, place).isEmpty());
        CHECK(compareNotices(inventedNotice(), *notice).isEmpty() == (notice->digest == inventedNotice().digest));
        CHECK(progressOf(newReport(*notice, QStringLiteral("甲")), *notice) <= 100);
    }
    CHECK(read > 100);
}

TEST_CASE("A definition that is too much for anybody to fill in is refused")
{
    const auto fault = [](const QByteArray &before, const QByteArray &after) {
        QByteArray json = inventedNotice().json;
        json.replace(json.indexOf(before), before.size(), after);
        const Result<Notice> notice = readNotice(json, QStringLiteral("large.json"));
        REQUIRE_FALSE(notice);
        CHECK(notice.error().code == ErrorCode::NoticeMalformed);
        return notice.error().arguments.value(2);
    };
    QByteArray headings;
    for (int i = 0; i < 201; ++i)
        headings += R"({ "heading": "标题" },)";
    CHECK(fault(R"({ "heading": "四、能力建设")", headings + R"({ "heading": "四、能力建设")")
        == QStringLiteral("too-many"));
    CHECK(fault("所在县区", QByteArray("县").repeated(1001)) == QStringLiteral("too-long"));
    CHECK(fault("\"id\": \"essay\"", "\"id\": \"occasion\"") == QStringLiteral("duplicate-id"));
    CHECK(fault("\"id\": \"remarks\"", "\"id\": \"files\"") == QStringLiteral("duplicate-id"));
}

} // namespace noticecomparison_test
