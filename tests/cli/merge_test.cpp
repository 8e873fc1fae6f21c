// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What two people made of one report file.
#include "cli/office.h"
#include "core/report/lineids.h"
#include "exchange/report/reportfile.h"

#include <QFileInfo>

namespace merge_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");
const QString study = QStringLiteral("study");

struct Files {
    Files()
    {
        base = withLineIds(
            readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/") + guizhou + QStringLiteral(".json"),
                {shippedNotice()})
                .value()
                .report,
            {});
        ours = theirs = base;
    }

    QString written(const QString &name, const Report &report) const
    {
        QFile file(zhibao.path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(writeReport(report, shippedNotice()));
        return file.fileName();
    }

    Run merged(const QStringList &more = {}) const
    {
        return zhibao(QStringList{QStringLiteral("merge"), written(QStringLiteral("base.json"), base),
                          written(QStringLiteral("ours.json"), ours), written(QStringLiteral("theirs.json"), theirs)}
            + more);
    }

    Program zhibao;
    Report base;
    Report ours;
    Report theirs;
};

} // namespace

TEST_CASE("Changes of two people come together in a file, and nothing is printed")
{
    Files files;
    files.ours.forms[table].rows[0].cells.insert(study, QStringLiteral("我方改写。"));
    files.theirs.forms[table].rows.prepend(Row{{{study, QStringLiteral("对方新增𡐓。")}}, {}, newLineId()});
    const QString output = files.zhibao.path(QStringLiteral("merged.json"));
    const Run run = files.merged({QStringLiteral("--output"), output});
    INFO(run.errors.toStdString());
    CHECK(run.code == 0);
    CHECK(run.output.isEmpty());
    Report expected = files.theirs;
    expected.forms[table].rows[1].cells.insert(study, QStringLiteral("我方改写。"));
    const Report merged = readReportFile(output, {shippedNotice()}).value().report;
    CHECK(merged == expected);
    CHECK(lineIds(merged) == lineIds(expected));

    // What is there is not written over unasked.
    const Run again = files.merged({QStringLiteral("--output"), output});
    CHECK(again.code == 4);
    CHECK(again.errors.contains(QStringLiteral("merged.json")));
    CHECK(files.merged({QStringLiteral("--output"), output, QStringLiteral("--replace")}).code == 0);
}

TEST_CASE("What only a person can decide is printed: place, base, ours, theirs")
{
    Files files;
    files.base.forms[table].fields.insert(field::contact, QStringLiteral("李某\n0851"));
    files.ours.forms[table].fields.insert(field::contact, QStringLiteral("王某"));
    files.theirs.forms[table].fields.insert(field::contact, QStringLiteral("赵某"));
    const Run run = files.merged();
    CHECK(run.code == 1);
    CHECK(run.lines() == QStringList{QStringLiteral("annex1.contact\t李某 0851\t王某\t赵某")});
    CHECK(run.errors.contains(QStringLiteral("1 处")));

    const Run withoutBase = files.zhibao(
        {QStringLiteral("merge"), QStringLiteral("-"), files.written(QStringLiteral("ours.json"), files.ours),
            files.written(QStringLiteral("theirs.json"), files.theirs)});
    CHECK(withoutBase.code == 1);
    CHECK(withoutBase.lines() == QStringList{QStringLiteral("annex1.contact\t\t王某\t赵某")});

    files.ours = files.base;
    files.ours.forms[table].rows.removeFirst();
    files.theirs = files.base;
    files.theirs.forms[table].rows[0].cells.insert(study, QStringLiteral("改写"));
    const Run removed = files.merged();
    CHECK(removed.code == 1);
    REQUIRE(removed.lines().size() == 1);
    CHECK(removed.lines().constFirst().startsWith(QStringLiteral("annex1.rows[0]\t")));
    CHECK(removed.lines().constFirst().split(u'\t').value(2).isEmpty());
}

TEST_CASE("Files that are not of one report, or too few, are refused, and nothing is written")
{
    Files files;
    files.theirs.unit = QStringLiteral("遵义市市场监督管理局");
    const QString output = files.zhibao.path(QStringLiteral("merged.json"));
    const Run run = files.merged({QStringLiteral("--output"), output});
    CHECK(run.code == 3);
    CHECK(run.errors.contains(QStringLiteral("theirs.json")));
    CHECK(run.errors.contains(QStringLiteral("ours.json")));
    CHECK_FALSE(QFileInfo::exists(output));
    CHECK(files.zhibao({QStringLiteral("merge"), QStringLiteral("a.json")}).code == 2);
    CHECK(
        files.zhibao({QStringLiteral("merge"), QStringLiteral("-"), QStringLiteral("a.json"), QStringLiteral("b.json")})
            .code
        == 3);
}

TEST_CASE("Reports on two occasions are not brought together, and what two made of one keeps its occasion")
{
    const Office office;
    REQUIRE(office
                .byAnybody(
                    {QStringLiteral("notice"), QStringLiteral("add"), QStringLiteral(TEST_DATA "/notices/2031-7.json")})
                .code
        == 0);
    const auto written = [&](const QString &name, const QString &occasion) {
        const Report said = newReport(monthlyNotice(), QStringLiteral("甲局"), occasion);
        return office.zhibao.write(name, writeReport(said, monthlyNotice()));
    };
    const QString june = QStringLiteral("2031-06");
    const QString ours = written(QStringLiteral("ours.json"), june);
    const QString output = office.zhibao.path(QStringLiteral("merged.json"));
    const auto merged = [&](const QString &theirs) {
        return office.byAnybody(
            {QStringLiteral("merge"), QStringLiteral("-"), ours, theirs, QStringLiteral("--output"), output});
    };
    CHECK(merged(written(QStringLiteral("theirs.json"), QStringLiteral("2031-07"))).code == 3);
    CHECK_FALSE(QFileInfo::exists(output));
    CHECK(merged(written(QStringLiteral("theirs.json"), june)).code <= 1);
    const Result<ReportFile> result = readReportFile(output, {monthlyNotice()});
    REQUIRE(result);
    CHECK(result->report.occasion == june);
}

} // namespace merge_test
