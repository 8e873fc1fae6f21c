// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/corrections.h"
#include "core/data.h"

namespace corrections_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Place section{QStringLiteral("annex2"), {}, -1, -1, 0};

Report reportWith(const QString &text)
{
    Report report = newReport(shippedNotice(), QStringLiteral("甲市市场监督管理局"));
    report.forms[section.form].sections[0] = text;
    return report;
}

QString mended(const QString &text)
{
    const Notice notice = shippedNotice();
    const Report report = reportWith(text);
    const Result<Report> after = corrected(report, notice, correctionsOf(check(report, notice)));
    REQUIRE(after);
    return textAt(*after, section);
}

bool isLeft(const QString &text)
{
    return mended(text) == text;
}

} // namespace

TEST_CASE("Half-width marks between Chinese become full-width, those of figures and Latin words stay")
{
    CHECK(mended(QStringLiteral("质量,强国;建设:纲要?好!已完成."))
        == QStringLiteral("质量，强国；建设：纲要？好！已完成。"));
    CHECK(mended(QStringLiteral("等等...以及(试行)")) == QStringLiteral("等等……以及（试行）"));
    CHECK(mended(QStringLiteral("开展\"质量月\"活动(甲,乙)")) == QStringLiteral("开展“质量月”活动（甲，乙）"));
    CHECK(mended(QStringLiteral("见（附件1)")) == QStringLiteral("见（附件1）"));
    CHECK(isLeft(QStringLiteral("比例3:2，共1,234.5元，版本V1.2")));
    CHECK(isLeft(QStringLiteral("ISO 9001 (quality), it's")));
    CHECK(isLeft(QStringLiteral("开展\"质量月活动"))); // where it ends nobody knows
}

TEST_CASE("A mark that is there twice stays once; which of two different ones is meant nobody knows")
{
    CHECK(mended(QStringLiteral("已完成，，推进")) == QStringLiteral("已完成，推进"));
    CHECK(mended(QStringLiteral("已完成，,推进、 、落实")) == QStringLiteral("已完成，推进、落实"));
    CHECK(mended(QStringLiteral("已完成,，推进")) == QStringLiteral("已完成，推进"));
    CHECK(mended(QStringLiteral("已完成。。")) == QStringLiteral("已完成。"));
    CHECK(isLeft(QStringLiteral("已完成。，推进")));
    CHECK(isLeft(QStringLiteral("已完成。,推进")));
    CHECK(isLeft(QStringLiteral("已完成。。。"))); // …… as well
    CHECK(isLeft(QStringLiteral("好！！真的？！")));
}

TEST_CASE("The notice is quoted to the letter, another paper is left alone")
{
    const Notice notice = shippedNotice();
    CHECK(mended(QStringLiteral("按国市监质发[2023]9号要求")) == QStringLiteral("按国市监质发〔2023〕9号要求"));
    CHECK(mended(QStringLiteral("落实《质量强国建设钢要》")) == QStringLiteral("落实《%1》").arg(notice.subject));
    CHECK(isLeft(QStringLiteral("落实《质量强省建设纲要》，按国市监质发〔2023〕8号要求")));
}

TEST_CASE("What is wrong in more than one way, or in a way that only who writes knows, is no correction")
{
    CHECK(isLeft(QStringLiteral("3月5日至1日，2月30日")));
    CHECK(isLeft(QStringLiteral("“质量强国")));
    const Report blank = newReport(shippedNotice(), QStringLiteral("甲市市场监督管理局"));
    CHECK_FALSE(check(blank, shippedNotice()).isEmpty());
    CHECK(correctionsOf(check(blank, shippedNotice())).isEmpty());
}

TEST_CASE("Corrections can be taken one by one, and mending once leaves nothing to mend")
{
    const Notice notice = shippedNotice();
    const Report report = reportWith(QStringLiteral("甲,乙;又(丙,丁)，，戊"));
    QList<Correction> all = correctionsOf(check(report, notice));
    REQUIRE(all.size() == 5);
    const Result<Report> one = corrected(report, notice, {all.at(2)});
    REQUIRE(one);
    CHECK(textAt(*one, section) == QStringLiteral("甲,乙;又（丙,丁），，戊"));
    const Result<Report> whole = corrected(report, notice, all);
    CHECK(textAt(*whole, section) == QStringLiteral("甲，乙；又（丙，丁），戊"));
    CHECK(correctionsOf(check(*whole, notice)).isEmpty());
}

} // namespace corrections_test
