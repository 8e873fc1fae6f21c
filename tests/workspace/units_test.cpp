// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The unit directory of an office, and the list of its own that rules in it.
#include "exchange/sheet/xlsxmade.h"
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/reviewdesk.h"

namespace units_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QByteArray list = "name\tcode\tshort names\n修文县市场和质量监督管理局\t520123\t修文局\n";
const QByteArray longer = "name\tcode\n开阳县市场和质量监督管理局\t520121\n贵阳高新区市场监督管理局\t\n";

struct OpenOffice : Desk {
    OpenOffice() { openAnew(); }
    void openAnew()
    {
        workspace = std::make_unique<Workspace>(
            testCatalogue(), [at = now] { return *at; }, [passed = elapsed] { return *passed; }, boot);
        REQUIRE(workspace->openStore(path));
    }
    Office &office() { return workspace->office(); }
    void checkSound() const
    {
        const Result<Inspection> inspection = inspect(path);
        REQUIRE(inspection);
        CHECK(isSound(*inspection));
    }
};

QString nameIn(const Office &office, const QString &uid)
{
    const Unit *const unit = office.directory().unit(uid);
    return unit ? unit->name : QString();
}

} // namespace

TEST_CASE("An office keeps its own list of units in the log, the last one rules, and it is there the next day")
{
    OpenOffice desk;
    const QString county = QStringLiteral("520123");
    CHECK(nameIn(desk.office(), county) == QStringLiteral("修文县市场监督管理局"));
    REQUIRE(desk.office().keepUnits(list, QStringLiteral("list.tsv")));
    CHECK(nameIn(desk.office(), county) == QStringLiteral("修文县市场和质量监督管理局"));
    const LogEntry entry = desk.office().store()->log()->constLast();
    CHECK(entry.kind == EntryKind::UnitsKept);
    CHECK(*desk.office().store()->attachment(unitListOf(entry)) == list);
    CHECK(describeDetail(entry, nullptr) == QStringLiteral("1 个单位"));

    const qsizetype entries = desk.office().store()->log()->size();
    REQUIRE(desk.office().keepUnits(list, {})); // again: nothing to do
    CHECK(desk.office().store()->log()->size() == entries);
    const Result<qsizetype> refused = desk.office().keepUnits("colour\n", QStringLiteral("list.tsv"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::WrongFormat);
    CHECK(desk.office().store()->log()->size() == entries);

    REQUIRE(desk.office().keepUnits(longer, {}));
    CHECK(nameIn(desk.office(), county) == QStringLiteral("修文县市场监督管理局"));
    desk.openAnew();
    CHECK(nameIn(desk.office(), QStringLiteral("520121")) == QStringLiteral("开阳县市场和质量监督管理局"));
    CHECK(desk.office().directory().unit(QStringLiteral("贵阳高新区市场监督管理局")));
    desk.checkSound();
}

TEST_CASE("A list may come as a workbook")
{
    OpenOffice desk;
    MadeXlsx::Sheet sheet;
    sheet.rows
        = "<row r='1'><c r='A1' t='inlineStr'><is><t>代码</t></is></c><c r='B1' t='inlineStr'><is><t>名称</t></is>"
          "</c></row><row r='2'><c r='A2'><v>520123</v></c><c r='B2' t='inlineStr'><is>"
          "<t>修文县市场和质量监督管理局</t></is></c></row>";
    MadeXlsx made;
    made.sheets = {sheet};
    const Result<qsizetype> kept = desk.office().keepUnits(made.bytes(), QStringLiteral("list.xlsx"));
    REQUIRE(kept);
    CHECK(*kept == 1);
    CHECK(nameIn(desk.office(), QStringLiteral("520123")) == QStringLiteral("修文县市场和质量监督管理局"));
    CHECK(describeDetail(desk.office().store()->log()->constLast(), nullptr) == QStringLiteral("1 个单位"));
}

TEST_CASE("Only an administrator keeps a list of units where there are people")
{
    ReviewDesk desk;
    desk.asStaff();
    const Result<qsizetype> refused = desk.workspace->office().keepUnits(list, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::RoleMissing);
    desk.asSupervisor(); // who administers
    CHECK(desk.workspace->office().keepUnits(list, {}));
}

} // namespace units_test
