// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Notices that come from outside, and what follows them.
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describenotice.h"
#include "workspace/export/export.h"
#include "workspace/reviewdesk.h"
#include "workspace/verify/verification.h"

namespace notices_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// What is shipped alone: the invented notice is one from outside here.
Catalogue shippedAlone()
{
    Catalogue catalogue = testCatalogue();
    catalogue.notices.removeLast();
    return catalogue;
}

struct BareDesk : Desk {
    BareDesk() { openAnew(); }
    void openAnew()
    {
        workspace = std::make_unique<Workspace>(
            shippedAlone(), [at = now] { return *at; }, [passed = elapsed] { return *passed; }, boot);
        REQUIRE(workspace->openStore(path));
    }
    Office &office() { return workspace->office(); }
    OpenReport &open() { return workspace->openReport(); }
    void checkSound() const
    {
        const Result<Inspection> inspection = inspect(path);
        REQUIRE(inspection);
        CHECK(isSound(*inspection));
    }
};

Notice fromOutside()
{
    Notice notice = inventedNotice();
    notice.isImplied = false;
    return notice;
}

// The shipped notice with another label and one heading more.
Notice corrected()
{
    return reworded(shippedNotice(),
        {{"\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\""},
            {"2023年3月31日前", "2023年4月15日前"}});
}

Notice withoutActivities()
{
    return reworded(shippedNotice(), {{"\"id\": \"activities\"", "\"id\": \"events\""}});
}

const QString exampleUnit = QStringLiteral("贵州省市场监督管理局");

} // namespace

TEST_CASE("A notice from outside is kept, and reports are begun that follow it")
{
    BareDesk desk;
    const Notice notice = fromOutside();
    CHECK_FALSE(desk.open().create(notice.number, desk.unit));
    int told = 0;
    QObject::connect(&desk.office(), &Office::noticesChanged, [&] { ++told; });
    REQUIRE(desk.office().addNotice(notice));
    CHECK(told == 1);
    const qsizetype entries = desk.office().store()->log()->size();
    REQUIRE(desk.office().addNotice(notice)); // again: nothing to do
    CHECK(desk.office().store()->log()->size() == entries);
    const LogEntry entry = desk.office().store()->log()->constLast();
    CHECK(entry.kind == EntryKind::NoticeKept);
    CHECK(describeDetail(entry, nullptr) == notice.number);

    REQUIRE(desk.open().create(notice.number, desk.unit));
    CHECK(desk.open().report().definition == notice.digest);
    CHECK(desk.open().notice().forms.size() == 2);
    REQUIRE(
        desk.open().setText({QStringLiteral("survey"), QStringLiteral("district"), 0}, QStringLiteral("河东区 㳇")));
    REQUIRE(desk.open().close());
    desk.checkSound();

    desk.openAnew();
    CHECK(desk.office().catalogue().notices.size() == 2);
    REQUIRE(desk.open().open(1));
    CHECK(desk.open().report().definition == notice.digest);
    CHECK(textAt(desk.open().report(), {QStringLiteral("survey"), QStringLiteral("district"), 0})
        == QStringLiteral("河东区 㳇"));
    CHECK(desk.office().read(1)->notice.digest == notice.digest);
}

TEST_CASE("Only an administrator adds a notice where there are people")
{
    ReviewDesk desk;
    desk.asStaff();
    const Result<void> refused = desk.workspace->office().addNotice(corrected());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::RoleMissing);
    CHECK(desk.workspace->office().catalogue().notice(desk.notice.number)->digest == desk.notice.digest);
    desk.asSupervisor(); // who administers
    CHECK(desk.workspace->office().addNotice(corrected()));
}

TEST_CASE("A newer definition is offered to what was begun, and what was filled in is carried over")
{
    BareDesk desk;
    REQUIRE(desk.workspace->importReport(exampleReport(exampleUnit)));
    REQUIRE(desk.open().open(1));
    const Report before = desk.open().report();
    CHECK_FALSE(desk.open().newerNotice());
    const Notice newer = corrected();
    REQUIRE(desk.office().addNotice(newer));
    REQUIRE(desk.open().newerNotice());
    CHECK(desk.open().newerNotice()->digest == newer.digest);
    // What is begun elsewhere follows it, what is here goes on as it was.
    CHECK(desk.open().notice().digest == shippedNotice().digest);

    REQUIRE(desk.open().follow(newer));
    CHECK(desk.open().id() == 1);
    CHECK_FALSE(desk.open().newerNotice());
    CHECK(desk.open().notice().forms[0].table()->columns[1].label == QStringLiteral("主要领导批示情况"));
    CHECK(desk.open().report().forms == before.forms);
    CHECK(desk.open().report().definition == newer.digest);
    const QList<Version> versions = desk.open().versions().value();
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].changed == QList<Place>{Place{}});
    CHECK(desk.open().version(versions[1].id)->definition.isEmpty());

    SECTION("a version from before comes back as an answer to the newer one")
    {
        REQUIRE(desk.open().setText({QStringLiteral("annex1"), QStringLiteral("study"), 0}, QStringLiteral("改了")));
        REQUIRE(desk.open().restoreVersion(versions[1].id));
        CHECK(desk.open().report().forms == before.forms);
        CHECK(desk.open().report().definition == newer.digest);
    }
    SECTION("a report file of the earlier one is taken in")
    {
        Report other = before;
        other.forms[QStringLiteral("annex1")].rows[0].cells[QStringLiteral("study")] = QStringLiteral("县里填的");
        REQUIRE(desk.workspace->importReport(other));
        CHECK(desk.open().report().definition == newer.digest);
        CHECK(textAt(desk.open().report(), {QStringLiteral("annex1"), QStringLiteral("study"), 0})
            == QStringLiteral("县里填的"));
    }
    SECTION("it goes out and comes in with what it follows")
    {
        const QByteArray json = writeReport(desk.open().report(), desk.open().notice());
        CHECK(json.contains("\"definition\": \"" + newer.digest.toHex() + '"'));
        CHECK(parseReport(json, QStringLiteral("r.json"), desk.office().catalogue().all())->report
            == desk.open().report());
        // Where the definition is not known it is told, and what fits is taken.
        const ReportFile elsewhere = *parseReport(json, QStringLiteral("r.json"), shippedAlone().all());
        CHECK(elsewhere.ignored == QStringList{QStringLiteral("definition")});
        CHECK(elsewhere.report.forms == desk.open().report().forms);
    }
    REQUIRE(desk.open().close());
    desk.checkSound();
}

TEST_CASE("A text that would have no place keeps a report as it is")
{
    BareDesk desk;
    REQUIRE(desk.workspace->importReport(exampleReport(exampleUnit)));
    REQUIRE(desk.open().open(1));
    const Report before = desk.open().report();
    const Notice newer = withoutActivities();
    REQUIRE(desk.office().addNotice(newer));
    const Result<void> refused = desk.open().follow(newer);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::TextsLeft);
    CHECK(describe(refused.error()).contains(QStringLiteral("附件1")));
    CHECK(desk.open().report() == before);
    CHECK(desk.open().versions()->size() == 1);

    Report emptied = before;
    for (Row &row : emptied.forms[QStringLiteral("annex1")].rows)
        row.cells.remove(QStringLiteral("activities"));
    REQUIRE(desk.open().apply(emptied, {{}, true}, QStringLiteral("清空")));
    CHECK(desk.open().follow(newer));
    CHECK(desk.open().notice().forms[0].table()->column(QStringLiteral("events")));
}

TEST_CASE("A corrected definition makes no earlier approval differ")
{
    BareDesk desk;
    REQUIRE(desk.workspace->importReport(exampleReport(exampleUnit)));
    REQUIRE(desk.open().open(1));
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    REQUIRE(desk.office().session().setSoleOffice(true));
    REQUIRE(desk.workspace->review().passAndApprove(true));
    const LogEntry approval = *desk.workspace->review().approval();
    CHECK(definitionOf(approval) == shippedNotice().digest);
    ExportRequest request;
    request.folder = desk.folder.filePath(QStringLiteral("out"));
    const Result<ExportOutcome> exported
        = exportReport(desk.open().report(), desk.open().notice(), request, systemClock());
    REQUIRE(exported);
    REQUIRE(desk.office().addNotice(corrected()));
    CHECK_FALSE(desk.open().newerNotice()); // it is not in hand any more
    const Result<void> refused = desk.open().follow(corrected());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ActionRefused);
    for (const QString &file : exported->files) {
        const Result<Verification> verified = verifyDocument(file, *desk.office().store(), desk.office().catalogue());
        INFO(file.toStdString());
        REQUIRE(verified);
        CHECK(verified->isSame());
    }

    // Unlocked, carried over and approved again, the pages are the newer ones; those of before are recognised too.
    REQUIRE(desk.workspace->review().perform(ReviewAction::Unlock, QStringLiteral("通知有更正")));
    REQUIRE(desk.open().follow(corrected()));
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    REQUIRE(desk.workspace->review().passAndApprove(true));
    CHECK(definitionOf(*desk.workspace->review().approval()) == corrected().digest);
    request.folder = desk.folder.filePath(QStringLiteral("again"));
    const Result<ExportOutcome> again
        = exportReport(desk.open().report(), desk.open().notice(), request, systemClock());
    REQUIRE(again);
    for (const QString &file : exported->files + again->files) {
        const Result<Verification> verified = verifyDocument(file, *desk.office().store(), desk.office().catalogue());
        INFO(file.toStdString());
        REQUIRE(verified);
        CHECK(verified->isSame());
    }
    desk.checkSound();
}

TEST_CASE("A file for review brings a notice that is not known there, and nothing else is followed for it")
{
    BareDesk county;
    BareDesk province;
    const auto sent = [&](const Notice &notice, const QString &name) {
        REQUIRE(county.office().addNotice(notice));
        REQUIRE(county.open().create(notice.number, exampleUnit));
        if (county.open().newerNotice())
            REQUIRE(county.open().follow(*county.open().newerNotice()));
        if (county.workspace->review().state() == ReportState::Submitted)
            REQUIRE(county.workspace->review().perform(ReviewAction::Withdraw, QStringLiteral("再改")));
        REQUIRE(county.workspace->review().perform(ReviewAction::Submit));
        const QString path = county.folder.filePath(name);
        REQUIRE(Correspondence(county.open()).write(path, Existing::Replace));
        return path;
    };
    const auto taken = [&](const QString &path) {
        Correspondence correspondence(province.open());
        Result<IncomingReview> incoming = correspondence.read(path);
        REQUIRE(incoming);
        if (!incoming->trusted)
            incoming->trusting
                = OfficeKey{incoming->file.sender, {}, QStringLiteral("县局"), {}, {exampleUnit}, allRoles};
        REQUIRE(correspondence.accept(*incoming));
        return *incoming;
    };

    SECTION("of a number that is not known")
    {
        const Notice notice = fromOutside();
        const IncomingReview incoming = taken(sent(notice, QStringLiteral("1.zbsh")));
        REQUIRE(incoming.file.definitions.size() == 1);
        CHECK(incoming.file.definitions[0].digest == notice.digest);
        REQUIRE(province.office().catalogue().notice(notice.number));
        CHECK(province.open().notice().digest == notice.digest);
        CHECK(province.workspace->review().state() == ReportState::Submitted);
        REQUIRE(province.open().close());
        province.openAnew();
        CHECK(province.open().open(1));
        // Nothing is kept twice.
        const QList<LogEntry> kept = *province.office().store()->log(EntryKind::NoticeKept);
        REQUIRE(kept.size() == 1);
        CHECK(describeDetail(kept[0], nullptr).contains(QStringLiteral("送审文件")));
    }
    SECTION("of a number of which another definition is followed")
    {
        const IncomingReview incoming = taken(sent(corrected(), QStringLiteral("2.zbsh")));
        CHECK(incoming.file.definitions.size() == 1);
        CHECK(province.office().catalogue().notice(shippedNotice().number)->digest == shippedNotice().digest);
        CHECK(province.open().notice().digest == corrected().digest);
        REQUIRE(province.office().findOrAdd({shippedNotice().number, QStringLiteral("乙市市场监督管理局")}));
        CHECK(province.office().read(2)->report.definition.isEmpty());
    }
    province.checkSound();
}

TEST_CASE("A notice is told in words")
{
    const QStringList lines = describeNotice(inventedNotice());
    REQUIRE(lines.size() == 6);
    CHECK(
        lines[0] == QStringLiteral("云溪计函〔2031〕4号　云溪市计量协会关于开展《计量惠民行动方案》落实情况调查的函"));
    CHECK(lines[1] == QStringLiteral("发文单位：云溪市计量协会　发文日期：2031年5月6日　报送：会员服务部"));
    CHECK(lines[2] == QStringLiteral("附表一　《计量惠民行动方案》落实情况调查表，2031年6月底前"));
    CHECK(lines[3].startsWith(QStringLiteral("填写：所在县区、器具名称、")));
    CHECK(lines[5].endsWith(QStringLiteral("（不超过 5000 字）")));
    const auto told = [](const Notice &before, const Notice &after) {
        return describeChanges(compareNotices(before, after), before, after);
    };
    CHECK(told(shippedNotice(), corrected())
        == QStringList{QStringLiteral("附件1 情况表：期限由“2023年3月31日前”改为“2023年4月15日前”"),
            QStringLiteral("附件1 情况表：栏目“领导同志批示情况”改为“主要领导批示情况”")});
    const Notice upright
        = reworded(shippedNotice(), {{"\"contactLabel\"", "\"orientation\": \"portrait\", \"contactLabel\""}});
    CHECK(told(shippedNotice(), upright) == QStringList{QStringLiteral("附件1 情况表：纸张由“横向”改为“纵向”")});
    const Notice odd = reworded(shippedNotice(), {{"\"label\": \"领导同志批示情况\"", "\"label\": \"%2 %1\""}});
    CHECK(told(shippedNotice(), odd) == QStringList{QStringLiteral("附件1 情况表：栏目“领导同志批示情况”改为“%2 %1”")});
    const Notice counted = reworded(typedNotice(),
        {{"\"type\": \"integer\", \"unit\": \"台\", \"total\": true", "\"type\": \"decimal\", \"decimals\": 1"}});
    CHECK(told(typedNotice(), counted)
        == QStringList{QStringLiteral("附表一 台账：栏目“数量”由整数（台），列合计改为数字，最多 1 位小数")});
    CHECK(describeNotice(typedNotice())[3]
        == QStringLiteral(
            "填写：器具名称、购置日期（日期）、数量（整数（台），列合计）、结论（选填（合格、不合格、降级使用））、"
            "费用（数字（元），最多 2 位小数，列合计）、是否在用（是或否）、备注"));
    CHECK(describePlace(typedNotice(), {QStringLiteral("note"), field::date}) == QStringLiteral("附表二 填表时间"));
    const Notice relative = reworded(monthlyNotice(),
        {{"\"shortTitle\": \"月报表\",\n      \"deadline\": \"2031-12-31\"",
            "\"shortTitle\": \"月报表\",\n      \"deadline\": {\"day\": 5, \"months\": 1}"}});
    CHECK(told(monthlyNotice(), relative)
        == QStringList{QStringLiteral("附表一 月报表：期限由“2031-12-31”改为“期后第 1 个月 5 日”")});
    CHECK(told(odd, shippedNotice()) == QStringList{QStringLiteral("附件1 情况表：栏目“%2 %1”改为“领导同志批示情况”")});
}

} // namespace notices_test
