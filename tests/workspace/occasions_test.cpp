// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Reports to a notice that is answered more than once.
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describenotice.h"
#include "workspace/export/export.h"
#include "workspace/review/approvaldocuments.h"
#include "workspace/review/sending.h"
#include "workspace/reviewdesk.h"
#include "workspace/verify/verification.h"

#include <QDir>
#include <QFileInfo>

namespace occasions_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString june = QStringLiteral("2031-06");
const QString july = QStringLiteral("2031-07");
const QString account = QStringLiteral("account");

struct MonthlyDesk : Desk {
    explicit MonthlyDesk(const Notice &asked = monthlyNotice())
    {
        notice = asked;
        notice.isImplied = false;
        *now = QDateTime(QDate(2031, 6, 28), QTime(9, 0));
        REQUIRE(workspace->office().addNotice(notice));
    }

    OpenReport &open() { return workspace->openReport(); }
    Office &office() { return workspace->office(); }

    qint64 begin(const QString &occasion)
    {
        const Result<qint64> id = open().create(notice.number, unit, occasion);
        REQUIRE(id);
        return *id;
    }

    void fill(const QString &text)
    {
        for (const auto &place : {Place{QStringLiteral("services"), QStringLiteral("enterprise"), 0},
                 Place{QStringLiteral("services"), QStringLiteral("service"), 0},
                 Place{QStringLiteral("services"), field::contact}, Place{account, {}, -1, -1, 0},
                 Place{account, {}, -1, -1, 1}, Place{account, field::contact}})
            REQUIRE(open().setText(place, text));
        REQUIRE(open().setText({account, field::date}, QStringLiteral("2031-06-30")));
    }

    void approve()
    {
        REQUIRE(workspace->review().perform(ReviewAction::Submit));
        REQUIRE(office().session().setSoleOffice(true));
        REQUIRE(workspace->review().passAndApprove(true));
    }

    QStringList exported(const QString &name)
    {
        ExportRequest request;
        request.folder = folder.filePath(name);
        const Result<ExportOutcome> outcome
            = exportReport(open().report(), open().notice(), request, [at = now] { return *at; });
        REQUIRE(outcome);
        return outcome->files;
    }
};

} // namespace

TEST_CASE("A report is begun for an occasion, the next of which is proposed")
{
    MonthlyDesk desk;
    CHECK(desk.office().nextOccasion(desk.notice, desk.unit).value() == june);
    const qint64 ofJune = desk.begin(june);
    CHECK(desk.open().report().occasion == june);
    CHECK(desk.open().name() == desk.unit + QStringLiteral("（2031年6月）"));
    CHECK(textAt(desk.open().report(), {account, field::title})
        == desk.unit + QStringLiteral("2031年6月计量服务工作小结"));
    const qint64 ofJuly = desk.begin(july);
    CHECK(ofJuly != ofJune);
    CHECK(desk.begin(june) == ofJune); // the one there is
    for (const QString &occasion : {QString(), QStringLiteral("12"), QStringLiteral("2031-6")}) {
        const Result<qint64> refused = desk.open().create(desk.notice.number, desk.unit, occasion);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::OccasionUnfit);
    }
    const Result<qint64> once = desk.open().create(shippedNotice().number, desk.unit, june);
    REQUIRE_FALSE(once);
    CHECK(describe(once.error())
        == QStringLiteral("通知“国市监质发〔2023〕9号”只填报一次，没有“2031-06”这一期，没有改动；请核对期次。"));
    REQUIRE(desk.open().create(shippedNotice().number, desk.unit));

    MonthlyDesk numbered(reworded(monthlyNotice(), {{"\"month\"", "\"number\""}}));
    CHECK(numbered.office().nextOccasion(numbered.notice, numbered.unit).value() == QStringLiteral("1"));
    numbered.begin(QStringLiteral("9"));
    numbered.begin(QStringLiteral("10"));
    CHECK(numbered.office().nextOccasion(numbered.notice, numbered.unit).value() == QStringLiteral("11"));
    CHECK(numbered.office().nextOccasion(numbered.notice, QStringLiteral("乙局")).value() == QStringLiteral("1"));
}

TEST_CASE("What is imported, removed and restored is of its own occasion")
{
    MonthlyDesk desk;
    const qint64 ofJune = desk.begin(june);
    desk.fill(QStringLiteral("六月的"));
    const qint64 ofJuly = desk.begin(july);
    desk.fill(QStringLiteral("七月的"));
    REQUIRE(desk.open().flush());
    Report file = desk.open().report();
    file.occasion = june;
    file.forms[account].sections[0] = QStringLiteral("六月改的");
    // In hand is July's.
    const Result<ImportedReport> imported = desk.workspace->importReport(file);
    REQUIRE(imported);
    CHECK(imported->id == ofJune);
    CHECK_FALSE(imported->added);
    CHECK(desk.stored(ofJune).forms[account].sections[0] == QStringLiteral("六月改的"));
    CHECK(desk.stored(ofJuly).forms[account].sections[0] == QStringLiteral("七月的"));
    file.occasion = QStringLiteral("2031-08");
    CHECK(desk.workspace->importReport(file)->added);
    file.occasion = QStringLiteral("2031");
    CHECK(desk.workspace->importReport(file).error().code == ErrorCode::OccasionUnfit);

    REQUIRE(desk.workspace->removeReport(ofJune));
    CHECK(desk.office().removedReports()->constFirst().occasion == june);
    CHECK(desk.office().find({desk.notice.number, desk.unit, july}).value() == ofJuly);
    REQUIRE(desk.office().putBackReport(ofJune));
    REQUIRE(desk.open().open(ofJune));
    CHECK(desk.open().report().occasion == june);
    const QList<Version> versions = desk.open().versions().value();
    REQUIRE(desk.open().restoreVersion(versions.constLast().id));
    CHECK(desk.open().report().occasion == june);
    CHECK(desk.stored(ofJuly).forms[account].sections[0] == QStringLiteral("七月的"));
}

TEST_CASE("A notice that is answered at other times is not followed by what was begun")
{
    MonthlyDesk desk;
    desk.begin(june);
    const Notice yearly = reworded(monthlyNotice(), {{"\"month\"", "\"year\""}});
    CHECK(describeChanges(compareNotices(monthlyNotice(), yearly), monthlyNotice(), yearly)
        == QStringList{QStringLiteral("由按月填报改为按年填报")});
    CHECK(describeNotice(yearly).contains(QStringLiteral("按年填报")));
    REQUIRE(desk.office().addNotice(yearly));
    REQUIRE(desk.open().newerNotice());
    CHECK(desk.open().follow(*desk.open().newerNotice()).error().code == ErrorCode::OccasionUnfit);
    CHECK(desk.open().notice().occasion == OccasionKind::Month);
    REQUIRE(desk.open().create(yearly.number, desk.unit, QStringLiteral("2031")));
}

TEST_CASE("Files, sheets and mail name the occasion, and an export is verified as that of its own")
{
    MonthlyDesk desk;
    QStringList files;
    for (const QString &occasion : {june, july}) {
        desk.begin(occasion);
        desk.fill(QStringLiteral("一样的文字"));
        desk.approve();
        const QStringList exported = desk.exported(QStringLiteral("out"));
        REQUIRE(exported.size() == 4);
        files += exported;
    }
    CHECK(QSet<QString>(files.cbegin(), files.cend()).size() == 8);
    CHECK(QFileInfo(files[0]).fileName()
        == QStringLiteral("附表一 计量服务情况月报表 2031年6月（甲市市场监督管理局）.pdf"));
    for (qsizetype i = 0; i < files.size(); ++i) {
        INFO(files[i].toStdString());
        const Result<Verification> verified
            = verifyDocument(files[i], *desk.office().store(), desk.office().catalogue());
        REQUIRE(verified);
        CHECK(verified->verdict == Verification::Verdict::SameFile);
        CHECK(verified->occasion == (i < 4 ? june : july));
    }
    const Result<QStringList> sheet = exportApprovalSheet(
        *desk.workspace, desk.folder.filePath(QStringLiteral("out")), {FileFormat::Docx}, Existing::Keep);
    REQUIRE(sheet);
    CHECK(QFileInfo(sheet->constFirst()).fileName() == QStringLiteral("签批单 2031年7月（甲市市场监督管理局）.docx"));
    const Result<Verification> verified
        = verifyDocument(sheet->constFirst(), *desk.office().store(), desk.office().catalogue());
    REQUIRE(verified);
    CHECK(verified->isSame());
    CHECK(Correspondence(desk.open()).fileName().contains(QStringLiteral("2031年7月")));
}

TEST_CASE("A file for review brings its occasion to the other office, and touches no other")
{
    MonthlyDesk county;
    MonthlyDesk province;
    const qint64 there = province.begin(july);
    REQUIRE(province.open().close());
    county.begin(june);
    REQUIRE(county.workspace->review().perform(ReviewAction::Submit));
    const QString path = county.folder.filePath(QStringLiteral("a.zbsh"));
    REQUIRE(Correspondence(county.open()).write(path, Existing::Keep));
    Correspondence correspondence(province.open());
    Result<IncomingReview> incoming = correspondence.read(path);
    REQUIRE(incoming);
    CHECK(incoming->report == 0);
    incoming->trusting = OfficeKey{incoming->file.sender, {}, QStringLiteral("县局"), {}, {county.unit}, allRoles};
    REQUIRE(correspondence.accept(*incoming));
    CHECK(province.open().report().occasion == june);
    CHECK(province.workspace->review().state() == ReportState::Submitted);
    CHECK(province.office().store()->reviewStatus(there)->state == ReportState::Draft);
    CHECK(province.office().store()->log(there)->isEmpty());
    CHECK(correspondence.read(path)->report == *province.open().id());
    CHECK(inspect(province.path)->damages.isEmpty());
}

} // namespace occasions_test
