// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/approvaldocuments.h"
#include "workspace/review/correspondence.h"
#include "workspace/review/sending.h"
#include "workspace/reviewdesk.h"
#include "workspace/verify/verification.h"

#include <QDir>
#include <QJsonArray>

namespace review_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

Place sectionPlace(int section)
{
    Place place{QStringLiteral("annex2"), {}};
    place.section = section;
    return place;
}

ErrorCode codeOf(const Result<void> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("What is handed in is as it was typed last, and no more to be edited")
{
    ReviewDesk desk;
    const Place place = sectionPlace(0);
    REQUIRE(desk.workspace->openReport().setText(place, QStringLiteral("送审前最后一次修改，2023年")));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    CHECK(textAt(desk.stored(desk.id), place) == QStringLiteral("送审前最后一次修改，2023年"));
    CHECK(desk.review().state() == ReportState::Submitted);
    CHECK(codeOf(desk.workspace->openReport().setText(place, QStringLiteral("再改"))) == ErrorCode::ActionRefused);
    CHECK_FALSE(desk.workspace->openReport().undoStack()->canUndo());
    CHECK(textAt(desk.workspace->openReport().report(), place) == QStringLiteral("送审前最后一次修改，2023年"));
    CHECK(codeOf(desk.review().perform(ReviewAction::Withdraw, QStringLiteral(" "))) == ErrorCode::ReasonMissing);
    REQUIRE(desk.review().perform(ReviewAction::Withdraw, QStringLiteral("补充数据")));
    CHECK(desk.workspace->openReport().setText(place, QStringLiteral("再改")));
}

TEST_CASE("What no file for another office could hold is not handed in, and nothing is done")
{
    ReviewDesk desk;
    const Place place = sectionPlace(0);
    constexpr qsizetype half = 3'700'000; // Chinese characters of three bytes
    REQUIRE(desk.workspace->openReport().setText(place, QString(half, u'质')));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    REQUIRE(desk.review().perform(ReviewAction::Withdraw, QStringLiteral("补充数据")));
    REQUIRE(desk.workspace->openReport().setText(place, QString(half, u'量')));
    const qsizetype before = desk.review().entries()->size();
    const Result<void> refused = desk.review().perform(ReviewAction::Submit);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{ErrorCode::ExchangeTooLarge, {guizhou, QStringLiteral("20")}});
    CHECK(desk.review().entries()->size() == before);
    CHECK(desk.review().state() == ReportState::Draft);
    REQUIRE(desk.workspace->openReport().setText(place, QString(half / 2, u'量')));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    CHECK(codeOf(desk.review().perform(ReviewAction::Withdraw, QString(half, u'改'))) == ErrorCode::ExchangeTooLarge);
    CHECK(desk.review().state() == ReportState::Submitted);
    // What was taken can be told.
    const QString path = desk.folder.filePath(QStringLiteral("送审.zbsh"));
    REQUIRE(Correspondence(desk.workspace->openReport()).write(path, Existing::Keep));
    CHECK(Correspondence(desk.workspace->openReport()).read(path));
}

TEST_CASE("Names that no file for another office could hold are not taken in")
{
    ReviewDesk desk;
    desk.asSupervisor();
    Session &session = desk.workspace->office().session();
    const QString most(1000, u'局');
    const QString more = most + u'局';
    const Error refused{ErrorCode::NameTooLong, {QString(20, u'局'), QStringLiteral("1000")}};
    const Duties duties = Duty::Reporter;
    CHECK(session.addPerson({more, {}, {}, duties}, nullptr).error() == refused);
    CHECK(session.addPerson({QStringLiteral("甲"), more, {}, duties}, nullptr).error() == refused);
    CHECK(session.changePerson({QStringLiteral("李某"), {}, more, duties}, true).error() == refused);
    CHECK(session.setOfficeName(more).error() == refused);
    CHECK(desk.workspace->office().addUnit({{}, more, {}}).error() == refused);
    CHECK(session.addPerson({most, most, most, duties}, nullptr));
    desk.as(most);
    CHECK(desk.workspace->openReport().create(desk.workspace->openReport().notice().number, more).error() == refused);
    Report report = exampleReport(guizhou);
    report.unit = more;
    CHECK(desk.workspace->importReport(report).error() == refused);
    report.unit = most;
    const Result<ImportedReport> imported = desk.workspace->importReport(report);
    REQUIRE(imported);
    REQUIRE(desk.workspace->openReport().open(imported->id));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    CHECK(Correspondence(desk.workspace->openReport())
              .write(desk.folder.filePath(QStringLiteral("长.zbsh")), Existing::Keep));
}

TEST_CASE("Who supervises may not edit, who fills in may not approve, and nobody approves their own")
{
    ReviewDesk desk;
    desk.asSupervisor();
    CHECK(
        codeOf(desk.workspace->openReport().setText(sectionPlace(0), QStringLiteral("改"))) == ErrorCode::RoleMissing);
    desk.asStaff();
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    CHECK(codeOf(desk.review().perform(ReviewAction::Review)) == ErrorCode::RoleMissing);
    desk.workspace->office().session().signOut();
    CHECK(codeOf(desk.review().perform(ReviewAction::Withdraw, QStringLiteral("改"))) == ErrorCode::RoleMissing);
    CHECK(desk.review().allowed() == ReviewActions());

    desk.asSupervisor();
    const Person both{QStringLiteral("李某"), {}, {}, Duties(Duty::Reporter) | Duty::Supervisor};
    REQUIRE(desk.workspace->office().session().changePerson(both, true));
    desk.asStaff();
    CHECK(codeOf(desk.review().perform(ReviewAction::Review)) == ErrorCode::OwnSubmission);
    desk.asSupervisor();
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    desk.asStaff();
    REQUIRE(desk.review().passAndApprove(false));
    CHECK(desk.review().approval()->detail.value(QStringLiteral("sole")).toBool());
}

TEST_CASE("Errors forbid approval, open comments ask")
{
    ReviewDesk desk;
    const Place place = sectionPlace(1);
    const QString text = textAt(desk.workspace->openReport().report(), place);
    REQUIRE(desk.workspace->openReport().setText(place, {}));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.asSupervisor();
    CHECK(codeOf(desk.review().passAndApprove(true)) == ErrorCode::ErrorsRemain);
    CHECK(codeOf(desk.review().perform(ReviewAction::Review)) == ErrorCode::ErrorsRemain);
    CHECK(desk.review().state() == ReportState::Submitted);
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("第二部分缺内容")));
    desk.asStaff();
    REQUIRE(desk.workspace->openReport().setText(place, text));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.asSupervisor();
    REQUIRE(desk.review().comment(place, 0, 2, QStringLiteral("请核实")));
    CHECK(codeOf(desk.review().passAndApprove(false)) == ErrorCode::CommentsOpen);
    REQUIRE(desk.review().passAndApprove(true));
    const QJsonObject counts = desk.review().approval()->detail.value(QStringLiteral("comments")).toObject();
    CHECK(counts.value(QStringLiteral("total")).toInt() == 1);
    CHECK(counts.value(QStringLiteral("open")).toInt() == 1);
    CHECK(codeOf(desk.review().comment(place, 0, 2, QStringLiteral("迟了"))) == ErrorCode::ActionRefused);
}

TEST_CASE("A comment is answered and resolved with a trace, and its place is found again")
{
    ReviewDesk desk;
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.asSupervisor();
    const Place cell{QStringLiteral("annex1"), QStringLiteral("study"), 0};
    REQUIRE(desk.review().comment(cell, 0, 3, QStringLiteral("时间？")));
    REQUIRE(desk.review().comment({QStringLiteral("annex2"), {}}, -1, 0, QStringLiteral("总体可以")));
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("见意见")));
    CHECK(desk.review().openComments() == 2);
    const Comment first = desk.review().comments()->first();
    CHECK(first.quote == textAt(desk.workspace->openReport().report(), cell).first(3));

    desk.asStaff();
    REQUIRE(desk.workspace->openReport().insertRow(QStringLiteral("annex1"), 0));
    CHECK(placesNow(desk.workspace->openReport(), {first}).constFirst()
        == Place{QStringLiteral("annex1"), QStringLiteral("study"), 1});
    REQUIRE(desk.review().reply(first.uid, QStringLiteral("已补上")));
    REQUIRE(desk.workspace->openReport().removeRow(QStringLiteral("annex1"), 1));
    REQUIRE(desk.workspace->openReport().removeRow(QStringLiteral("annex1"), 0));
    CHECK_FALSE(placesNow(desk.workspace->openReport(), {first}).constFirst());
    CHECK(codeOf(desk.review().reply(QByteArray(16, 'x'), QStringLiteral("？"))) == ErrorCode::CommentUnknown);
    REQUIRE(desk.review().resolve(first.uid));
    CHECK(desk.review().openComments() == 1);
    const Comment answered = desk.review().comments()->first();
    CHECK(answered.resolved);
    REQUIRE(answered.answers.size() == 2);
    CHECK(answered.answers.first().text == QStringLiteral("已补上"));
    CHECK(answered.answers.last().person == QStringLiteral("李某"));
    REQUIRE(desk.review().reopen(first.uid, QStringLiteral("还缺")));
    CHECK(desk.review().openComments() == 2);
}

TEST_CASE("One compares with what one saw last, with what was returned, with what was approved")
{
    using Kind = ComparedVersion::Kind;
    ReviewDesk desk;
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.asSupervisor();
    REQUIRE(desk.workspace->openReport().close());
    REQUIRE(desk.workspace->openReport().open(desk.id));
    const qint64 seen = *desk.workspace->openReport().currentVersion();
    REQUIRE(desk.review().noteSeen());
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("改")));
    desk.asStaff();
    desk.pass(60'000);
    REQUIRE(desk.workspace->openReport().setText(sectionPlace(0), QStringLiteral("改过，2023年3份")));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.asSupervisor();
    REQUIRE(desk.workspace->openReport().close());
    REQUIRE(desk.workspace->openReport().open(desk.id));
    const Result<QList<ComparedVersion>> offered = desk.review().comparable();
    REQUIRE(offered);
    REQUIRE(offered->size() >= 3);
    CHECK(offered->at(0).kind == Kind::LastSeen);
    CHECK(offered->at(0).version == seen);
    CHECK(offered->at(1).kind == Kind::LastReturned);
    CHECK(offered->at(1).person == QStringLiteral("王某"));
    CHECK(offered->at(2).kind == Kind::Any);
    // Looking now does not change what was last seen before.
    REQUIRE(desk.review().noteSeen());
    CHECK(desk.review().comparable()->at(0).version == seen);
    const QString paper = desk.folder.filePath(QStringLiteral("改动.pdf"));
    REQUIRE(exportDifferences(*desk.workspace, seen, paper));
    CHECK(readWhole(paper, 10'000'000)->startsWith("%PDF-1.4"));
    CHECK(codeOf(exportDifferences(*desk.workspace, 9999, paper)) == ErrorCode::VersionNotFound);
}

TEST_CASE("Approval freezes; the sheet names it and proves the log; unlocking makes it void")
{
    ReviewDesk desk;
    CHECK(exportApprovalSheet(*desk.workspace, desk.folder.path(), {FileFormat::Pdf}).error().code
        == ErrorCode::ActionRefused);
    CHECK(desk.review().marks().marginMark == QStringLiteral("送审稿"));
    desk.approve();
    CHECK(desk.review().marks().marginMark.isEmpty());
    CHECK(desk.workspace->removeReport(desk.id).error().code != ErrorCode::ReportNotFound);
    CHECK(desk.workspace->office().reports()->size() == 1);
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    REQUIRE(makeFolder(folder, 0700));
    const Result<QStringList> sheets
        = exportApprovalSheet(*desk.workspace, folder, {FileFormat::Pdf, FileFormat::Docx});
    REQUIRE(sheets);
    REQUIRE(sheets->size() == 2);
    CHECK(sheets->first().endsWith(QStringLiteral("/签批单（贵州省市场监督管理局）.pdf")));

    const auto verdict = [&](const QString &file) {
        const Result<std::unique_ptr<Store>> store = Store::open(desk.path, systemClock(), Store::Access::Read);
        REQUIRE(store);
        const Result<Verification> verification = verifyDocument(file, **store, testCatalogue());
        REQUIRE(verification);
        return *verification;
    };
    for (const QString &sheet : *sheets) {
        CHECK(verdict(sheet).verdict == Verification::Verdict::SameFile);
        CHECK(verdict(sheet).isSheet);
        CHECK(verdict(sheet).inForce);
        CHECK(verdict(sheet).unit == guizhou);
    }
    REQUIRE(desk.review().perform(ReviewAction::Unlock, QStringLiteral("数据有误")));
    CHECK_FALSE(desk.review().approval());
    CHECK_FALSE(verdict(sheets->first()).inForce);
    CHECK(desk.review().marks().marginMark == QStringLiteral("送审稿"));
}

TEST_CASE("A seal is placed on the approved version alone, and shows in what is exported")
{
    ReviewDesk desk;
    const QString picture = desk.write(QStringLiteral("章.png"), redPicture());
    desk.asSupervisor();
    CHECK(codeOf(desk.workspace->office().session().setSealPicture(picture, 451)) == ErrorCode::SealTooLarge);
    CHECK(codeOf(desk.workspace->office().session().setSealPicture(desk.path, 420)) == ErrorCode::PictureUnreadable);
    desk.approve();
    CHECK(codeOf(desk.review().placeSeal()) == ErrorCode::SealMissing);
    REQUIRE(desk.workspace->office().session().setSealPicture(picture, 420));
    CHECK_FALSE(desk.review().marks().seal);
    REQUIRE(desk.review().placeSeal());
    CHECK(desk.review().state() == ReportState::Sealed);
    REQUIRE(desk.review().marks().seal);
    CHECK(desk.review().marks().seal->width == 42.0);
    // Another picture does not change what was placed.
    REQUIRE(desk.workspace->office().session().setSealPicture(picture, 300));
    CHECK(desk.review().marks().seal->width == 42.0);
    for (const QString &form : {QStringLiteral("annex1"), QStringLiteral("annex2")}) {
        const Result<Document> document
            = officialDocument(desk.workspace->openReport().report(), desk.notice, form, desk.review().marks());
        REQUIRE(document);
        CHECK(document->marginMark.isEmpty());
        const auto hasImprint = [](const Block &block) {
            const auto *paragraph = std::get_if<Paragraph>(&block);
            return paragraph && paragraph->imprint;
        };
        CHECK(std::count_if(document->blocks.cbegin(), document->blocks.cend(), hasImprint) == 1);
    }
}

TEST_CASE("Scans become what is sent, and the record keeps them")
{
    ReviewDesk desk;
    desk.approve();
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    CHECK(writeFilesToSend(*desk.workspace, folder).error().code == ErrorCode::ActionRefused);
    const QString text = desk.write(QStringLiteral("a.txt"), "text");
    CHECK(codeOf(desk.review().attachScan({text})) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(desk.review().attachScan({})) == ErrorCode::ScanMissing);
    const QByteArray scan = redPicture();
    REQUIRE(desk.review().attachScan({desk.write(QStringLiteral("扫描件.png"), scan)}));
    CHECK(desk.review().state() == ReportState::Sealed);
    REQUIRE(desk.review().scans());
    REQUIRE(desk.review().scans()->size() == 1);
    CHECK(desk.review().scans()->first().name == QStringLiteral("扫描件.png"));
    CHECK(desk.review().scans()->first().bytes == scan);

    const Result<QStringList> files = writeFilesToSend(*desk.workspace, folder);
    REQUIRE(files);
    REQUIRE(files->size() == 3);
    CHECK(*readWhole(files->first(), 1'000'000) == scan);
    CHECK(files->at(1).endsWith(QStringLiteral(".docx")));
    REQUIRE(desk.review().explainLateness(QStringLiteral("annex1"), QStringLiteral("等候数据")));
    const Result<QStringList> drafted = writeMailDraft(*desk.workspace, folder, Existing::Replace);
    REQUIRE(drafted);
    REQUIRE(drafted->size() == 4);
    CHECK(drafted->sliced(1) == *files);
    const QByteArray mail = *readWhole(drafted->first(), 100'000'000);
    CHECK(mail.startsWith("X-Unsent: 1\r\nTo: zhangjian01@samr.gov.cn\r\nSubject: =?UTF-8?B?"));
    CHECK(mail.count("Content-Disposition: attachment;") == 3);
    CHECK(mail.contains(scan.toBase64().first(76)));
    const qsizetype letter = mail.indexOf("\r\n\r\n", mail.indexOf("text/plain"));
    const QString body
        = QString::fromUtf8(QByteArray::fromBase64(mail.mid(letter, mail.indexOf("\r\n--", letter) - letter)));
    CHECK(body.contains(QStringLiteral("附件1迟报说明：等候数据\r\n")));
    CHECK(body.contains(QStringLiteral(
        "按照《市场监管总局关于认真学习宣传贯彻〈质量强国建设纲要〉的通知》（国市监质发〔2023〕9号）要求")));

    Sending sending{
        QStringLiteral("zhangjian01@samr.gov.cn"), QStringLiteral("电子邮件"), desk.workspace->office().clock()()};
    sending.files = *files;
    REQUIRE(desk.review().recordSent(sending));
    CHECK(desk.review().state() == ReportState::Sent);
    CHECK(desk.review().entries()->last().detail.value(QStringLiteral("files")).toArray().size() == 3);
}

TEST_CASE("A scan is taken off again as long as nothing was sent, and the approval stays")
{
    ReviewDesk desk;
    desk.approve();
    const std::optional<LogEntry> approval = desk.review().approval();
    CHECK(desk.review().perform(ReviewAction::RemoveScan).error().code
        == ErrorCode::ActionRefused); // there is no seal of any kind
    const QString scan = desk.write(QStringLiteral("扫描件.png"), redPicture());
    REQUIRE(desk.review().attachScan({scan}));
    REQUIRE(desk.review().perform(ReviewAction::RemoveScan, QStringLiteral("扫错了页")));
    CHECK(desk.review().state() == ReportState::Approved);
    REQUIRE(desk.review().approval());
    CHECK(desk.review().approval()->uid == approval->uid);
    CHECK(desk.review().scans()->isEmpty());
    CHECK_FALSE(desk.review().seal());
    const LogEntry told = desk.review().entries()->constLast();
    CHECK(told.kind == EntryKind::RemoveScan);
    CHECK(told.reason == QStringLiteral("扫错了页"));
    CHECK_FALSE(desk.workspace->openReport().setText(sectionPlace(0), QStringLiteral("改"))); // frozen as before
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    CHECK(writeFilesToSend(*desk.workspace, folder).error().code == ErrorCode::ActionRefused);

    // What was attached before does not come back, and what was written for sending is written anew.
    REQUIRE(desk.review().attachScan({scan}));
    REQUIRE(writeFilesToSend(*desk.workspace, folder));
    REQUIRE(desk.review().attachScan({scan}));
    REQUIRE(desk.review().perform(ReviewAction::RemoveScan));
    CHECK(desk.review().scans()->isEmpty());
    REQUIRE(desk.review().attachScan({scan}));
    CHECK(desk.review().writtenForSending()->isEmpty());
    REQUIRE(desk.review().recordWritten(
        {QStringLiteral("某人"), QStringLiteral("当面"), desk.workspace->office().clock()()}));
    CHECK(desk.review().perform(ReviewAction::RemoveScan).error()
        == Error{ErrorCode::ActionRefused, {QStringLiteral("unscan"), QStringLiteral("sent")}});
    CHECK(desk.review().scans()->size() == 1);
}

TEST_CASE("A seal picture is no scan to be taken off, and stays where one is taken off")
{
    ReviewDesk desk;
    desk.approve();
    REQUIRE(desk.workspace->office().session().setSealPicture(desk.write(QStringLiteral("章.png"), redPicture()), 420));
    REQUIRE(desk.review().placeSeal());
    CHECK(desk.review().perform(ReviewAction::RemoveScan).error() == Error{ErrorCode::ScanMissing, {guizhou}});
    CHECK(desk.review().state() == ReportState::Sealed);
    REQUIRE(desk.review().attachScan({desk.write(QStringLiteral("扫描件.png"), redPicture())}));
    REQUIRE(desk.review().perform(ReviewAction::RemoveScan));
    CHECK(desk.review().marks().seal);
    REQUIRE(desk.review().placeSeal());
    CHECK(desk.review().state() == ReportState::Sealed);
}

TEST_CASE("Why it will be late is told for each form, and told anew")
{
    ReviewDesk desk;
    CHECK(desk.review().latenessReason(QStringLiteral("annex1")).isEmpty());
    CHECK(codeOf(desk.review().explainLateness(QStringLiteral("annex1"), QStringLiteral(" ")))
        == ErrorCode::ReasonMissing);
    REQUIRE(desk.review().explainLateness(QStringLiteral("annex1"), QStringLiteral("数据未到")));
    REQUIRE(desk.review().explainLateness(QStringLiteral("annex1"), QStringLiteral("数据已到，正在核对")));
    CHECK(desk.review().latenessReason(QStringLiteral("annex1")) == QStringLiteral("数据已到，正在核对"));
    CHECK(desk.review().latenessReason(QStringLiteral("annex2")).isEmpty());
    // It settles nothing: what is typed goes on.
    CHECK(desk.workspace->openReport().setText(sectionPlace(0), QStringLiteral("改")));
    CHECK(desk.workspace->openReport().flush());
}

} // namespace review_test
