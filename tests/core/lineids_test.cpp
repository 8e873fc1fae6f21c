// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/contentdigest.h"
#include "core/report/lineids.h"
#include "core/report/reportedit.h"

namespace lineids_test {

using namespace zhibao;

namespace {

const QString survey = QStringLiteral("survey");
const QString district = QStringLiteral("district");

Report withRows(const QStringList &names)
{
    Report report;
    for (const QString &name : names)
        report.forms[survey].rows.append(Row{{{district, name}}, {Texts{{QStringLiteral("basis"), name}}}});
    return report;
}

const QList<Row> &rowsOf(const Report &report)
{
    return report.forms.constFind(survey)->rows;
}

} // namespace

TEST_CASE("an id is 32 hexadecimal digits, and no two made are the same")
{
    const LineId id = newLineId();
    CHECK(id != newLineId());
    CHECK(lineIdText(id).size() == 32);
    CHECK(lineIdFrom(lineIdText(id)) == id);
    CHECK(lineIdFrom(lineIdText(id).toUpper()) == id);
    for (const QString &bad : {QString(), QStringLiteral("1"), QString(32, u'0'), QString(32, u'x'),
             QString(32, u'\uff11'), u' ' + lineIdText(id).mid(1), lineIdText(id) + u'0'})
        CHECK_FALSE(lineIdFrom(bad));
}

TEST_CASE("lines without ids get those of the lines that they are, and new ones else; none twice")
{
    const Report before = withLineIds(withRows({QStringLiteral("甲乙丙丁"), QStringLiteral("子丑寅卯")}), {});
    REQUIRE(lineIds(before).size() == 4);
    CHECK(lineIds(withLineIds(before, {})) == lineIds(before));
    const Report after = withLineIds(
        withRows({QStringLiteral("东南西北"), QStringLiteral("子丑寅卯"), QStringLiteral("甲乙丙丁")}), before);
    CHECK(lineIds(after).size() == 6);
    CHECK(rowsOf(after).at(1).id == rowsOf(before).at(1).id);
    CHECK(rowsOf(after).at(2).id == rowsOf(before).at(0).id);
    CHECK(rowsOf(after).at(2).entries.at(0).id == rowsOf(before).at(0).entries.at(0).id);
    CHECK_FALSE(lineIds(before).contains(rowsOf(after).at(0).id));
    Report doubled = before;
    doubled.forms[survey].rows.append(rowsOf(before).at(0));
    doubled = withLineIds(doubled, before);
    CHECK(lineIds(doubled).size() == 6);
    CHECK(rowsOf(doubled).at(0).id == rowsOf(before).at(0).id);
    // What is said is the same to the digest of an approval.
    CHECK(contentDigest(before) == contentDigest(withRows({QStringLiteral("甲乙丙丁"), QStringLiteral("子丑寅卯")})));
}

TEST_CASE("a line that is put in keeps its id unless another has it: it comes back as itself, a copy is a new one")
{
    const Report before = withLineIds(withRows({QStringLiteral("甲"), QStringLiteral("乙")}), {});
    const Row gone = rowsOf(before).at(1);
    const Report without = removeRow(before, survey, 1).value();
    CHECK(rowsOf(insertRow(without, survey, 0, gone).value()).at(0).id == gone.id);
    const Report copied = insertRow(before, survey, 0, gone).value();
    CHECK(rowsOf(copied).at(0) == gone);
    CHECK(lineIds(copied).size() == 6);
    CHECK(rowsOf(copied).at(2).id == gone.id);
    CHECK_FALSE(rowsOf(insertRow(before, survey, 0).value()).at(0).id.isNull());
    CHECK_FALSE(rowsOf(insertEntry(before, survey, 0, 0).value()).at(0).entries.at(0).id.isNull());
    CHECK(lineIds(moveRow(before, survey, 0, 1).value()) == lineIds(before));
}

} // namespace lineids_test
