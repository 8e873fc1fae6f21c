// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/checks.h"
#include "core/data.h"
#include "core/text/wordcount.h"
#include "exchange/report/reportfile.h"

namespace examples_test {

using namespace zhibao;

namespace {

Report example(const QString &name, const Notice &notice)
{
    const QString path = QStringLiteral(TEST_DATA "/reports/%1.json").arg(name);
    const Result<ReportFile> file = parseReport(test::fileBytes(path), path, {notice});
    REQUIRE(file);
    CHECK(file->ignored.isEmpty());
    const Result<ReportFile> again = parseReport(writeReport(file->report, notice), path, {notice});
    REQUIRE(again);
    CHECK(again->report == file->report);
    return file->report;
}

QStringList found(const Report &report, const Notice &notice)
{
    QStringList lines;
    const QList<Finding> findings = check(report, notice);
    for (const Finding &finding : findings)
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(static_cast<int>(finding.level))
                         .arg(findingName(finding.code), placePath(notice, finding.place)));
    return lines;
}

} // namespace

TEST_CASE("realistic reports give no errors and few warnings, each with a reason")
{
    const Notice notice = test::shippedNotice();
    CHECK(found(example(QStringLiteral("贵州省市场监督管理局"), notice), notice)
        == QStringList{QStringLiteral("1 half-width-punctuation annex1.rows[0].documents[0].progress")});
    CHECK(found(example(QStringLiteral("内蒙古自治区市场监督管理局"), notice), notice)
        == QStringList{
            QStringLiteral("1 half-width-punctuation annex1.contact"), QStringLiteral("2 table-empty annex2")});
    const Notice invented = test::inventedNotice();
    CHECK(found(example(QStringLiteral("云溪市河东区计量所"), invented), invented).isEmpty());
}

TEST_CASE("a realistic summary is within its limit")
{
    const Notice notice = test::shippedNotice();
    const WordCount count
        = countForm(example(QStringLiteral("贵州省市场监督管理局"), notice), notice, QStringLiteral("annex2"));
    CHECK(count.words > 1500);
    CHECK(count.words < 3000);
    CHECK(count.characters > count.words);
    CHECK(count.charactersSpaced > count.characters);
}

} // namespace examples_test
