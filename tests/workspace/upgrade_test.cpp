// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// An office as the program of the third schema left it: three people with passwords, a key in the open, a report that
// was approved, one that was sent, and one that was handed in and has an open comment.
#include "base/durablefile.h"
#include "core/report/lineids.h"
#include "workspace/export/export.h"
#include "workspace/office/storesettings.h"
#include "workspace/passwordoffice.h"
#include "workspace/verify/verification.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace upgrade_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString approvedUnit = QStringLiteral("贵州省市场监督管理局");
const QString sentUnit = QStringLiteral("内蒙古自治区市场监督管理局");
const QString submittedUnit = QStringLiteral("待审单位");
const QString deputyWord = QStringLiteral("deputy's password");

struct OldOffice : Desk {
    explicit OldOffice(const QString &store = QStringLiteral("schema-3-office.db"))
    {
        workspace.reset();
        for (const QString &suffix : {QString(), QStringLiteral("-journal")})
            QFile::remove(path + suffix);
        REQUIRE(QFile::copy(QStringLiteral(TEST_DATA "/stores/") + store, path));
        REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        open();
    }

    void open()
    {
        workspace = makeWorkspace();
        REQUIRE(workspace->openStore(path));
    }

    Session &session() { return workspace->office().session(); }

    std::unique_ptr<Store> beside() const
    {
        Result<std::unique_ptr<Store>> store = Store::open(path, systemClock(), Store::Access::Read);
        REQUIRE(store);
        return std::move(*store);
    }

    static qint64 idOf(const Store &store, const QString &unit)
    {
        const QList<ReportSummary> reports = store.reports().value();
        for (const ReportSummary &report : reports) {
            if (report.unit == unit)
                return report.id;
        }
        return 0;
    }
};

void checkReports(const Store &store)
{
    CHECK(store.reports()->size() == 3);
    const std::pair<QString, ReportState> expected[]{
        {approvedUnit, ReportState::Approved}, {sentUnit, ReportState::Sent}, {submittedUnit, ReportState::Submitted}};
    for (const auto &[unit, state] : expected) {
        const qint64 id = OldOffice::idOf(store, unit);
        CHECK(store.reviewStatus(id)->state == state);
        const QList<LogEntry> entries = store.log(id).value();
        const QList<Comment> comments = commentsOf(entries);
        REQUIRE(comments.size() == 1);
        CHECK(comments[0].text == QStringLiteral("开头改一改"));
        CHECK(comments[0].resolved == (state != ReportState::Submitted));
        const std::optional<LogEntry> approval = inForce(entries, EntryKind::Approve);
        REQUIRE(approval.has_value() == (state != ReportState::Submitted));
        if (!approval)
            continue;
        CHECK(approval->person == chief.name);
        CHECK(contentDigest(store.loadVersion(id, approval->version).value()) == approval->content);
        CHECK(contentDigest(store.load(id).value()) == approval->content);
    }
    const LogEntry sent = store.log(OldOffice::idOf(store, sentUnit))->constLast();
    CHECK(sent.detail.value(QStringLiteral("to")).toString() == QStringLiteral("zlfz@example.invalid"));
    const QList<QByteArray> files = filesOf(sent);
    REQUIRE(files.size() == 1);
    CHECK(store.attachment(files[0])->contains("what was sent"));
}

// Which entries of the log there are, after those of the third schema.
QList<EntryKind> kindsSince(const QList<LogEntry> &log)
{
    constexpr qsizetype before = 23;
    QList<EntryKind> kinds;
    for (const LogEntry &entry : log.sliced(before))
        kinds.append(entry.kind);
    return kinds;
}

} // namespace

TEST_CASE("An office of the third schema has all that was in it, after a backup")
{
    const OldOffice office;
    const std::unique_ptr<Store> store = office.beside();
    checkReports(*store);
    const QList<Account> people = store->accounts().value();
    REQUIRE(people.size() == 3);
    CHECK(people[0].person == chief);
    CHECK(people[1].person == clerk);
    CHECK(store->ownUnits()->constFirst().name == QStringLiteral("自加的单位"));
    CHECK(store->remembered(QStringLiteral("window")).value() == QStringLiteral("{}"));
    const QList<OfficeKey> keys = store->keys().value();
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].own);
    CHECK(keys[1].name == sentUnit);
    CHECK(keys[1].units == QStringList{sentUnit});
    CHECK_FALSE(firstBroken(store->log().value()));
    const Inspection inspection = inspect(office.path).value();
    CHECK(isSound(inspection));
    CHECK(inspection.protection == Inspection::Protection::None);
    const QList<Backup> backups = office.workspace->office().backups().list();
    REQUIRE_FALSE(backups.isEmpty());
    CHECK(isSound(inspect(backups.constLast().path).value()));
}

TEST_CASE("Signing begins with the first administrator who comes, by the key that the office has")
{
    OldOffice office;
    const QByteArray key = office.session().trustedKeys()->constFirst().publicKey;
    CHECK(office.session().signIn(chief.name, secret(clerkWord)).error().code == ErrorCode::PasswordWrong);
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    CHECK(office.session().isVerified());
    CHECK(
        kindsSince(office.beside()->log().value()) == QList<EntryKind>{EntryKind::SigningBegun, EntryKind::KeySealed});
    Inspection inspection = inspect(office.path).value();
    CHECK(isSound(inspection));
    CHECK(inspection.protection == Inspection::Protection::InTheOpen);
    CHECK(inspection.signer == key);
    CHECK(inspection.begunAnew == 0);
    checkReports(*office.beside());

    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    CHECK(inspect(office.path)->protection == Inspection::Protection::InTheOpen);
    REQUIRE(office.session().signIn(QStringLiteral("王五"), secret(deputyWord)));
    inspection = inspect(office.path).value();
    CHECK(isSound(inspection));
    CHECK(inspection.protection == Inspection::Protection::Sealed);
    // It goes on from there: a step, and another start.
    REQUIRE(office.workspace->openReport().open(OldOffice::idOf(*office.beside(), submittedUnit)));
    REQUIRE(office.workspace->review().perform(ReviewAction::Review));
    office.open();
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    REQUIRE(office.workspace->openReport().open(OldOffice::idOf(*office.beside(), submittedUnit)));
    REQUIRE(office.workspace->review().approve(true));
    office.workspace.reset();
    CHECK(isSound(inspectWithSettings(office.path).value()));
}

TEST_CASE("What was approved under the third schema is recognised")
{
    OldOffice office;
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    for (const QString &unit : {approvedUnit, sentUnit}) {
        REQUIRE(office.workspace->openReport().open(OldOffice::idOf(*office.beside(), unit)));
        ExportRequest request;
        request.folder = office.folder.filePath(unit);
        request.formats = {FileFormat::Docx};
        request.marks = office.workspace->review().marks();
        const Result<ExportOutcome> outcome = exportReport(office.workspace->openReport().report(),
            office.workspace->openReport().notice(), request, office.workspace->office().clock());
        REQUIRE(outcome);
        for (const QString &file : outcome->files) {
            const Verification verification = verifyDocument(file, *office.beside(), testCatalogue()).value();
            CHECK(verification.verdict == Verification::Verdict::SameFile);
            CHECK(verification.unit == unit);
            CHECK(verification.inForce);
        }
    }
}

TEST_CASE(
    "What the fourth schema kept by position is read and verified as it was; lines get ids when they are next saved")
{
    OldOffice office(QStringLiteral("schema-4.db"));
    const std::unique_ptr<Store> store = office.beside();
    const qint64 approved = OldOffice::idOf(*store, approvedUnit);
    CHECK(store->reviewStatus(approved)->state == ReportState::Approved);
    const Report content = store->load(approved).value();
    CHECK(lineIds(content).isEmpty());
    CHECK(contentDigest(content) == inForce(store->log(approved).value(), EntryKind::Approve)->content);
    CHECK_FALSE(firstBroken(store->log().value()));
    CHECK(isSound(inspect(office.path).value()));
    const Verification verification
        = verifyDocument(QStringLiteral(TEST_DATA "/stores/schema-4.docx"), *store, testCatalogue()).value();
    CHECK(verification.verdict == Verification::Verdict::SameFile);

    // The one that was handed in comes back and is written in.
    const qint64 submitted = OldOffice::idOf(*store, sentUnit);
    const qint64 before = store->currentVersion(submitted).value();
    const Report handedIn = store->loadVersion(submitted, before).value();
    REQUIRE(office.session().signIn(QStringLiteral("张主任"), secret({})));
    REQUIRE(office.workspace->openReport().open(submitted));
    REQUIRE(office.workspace->review().perform(ReviewAction::Return, QStringLiteral("请补充")));
    REQUIRE(office.session().signIn(clerk.name, secret({})));
    REQUIRE(office.workspace->openReport().open(submitted));
    REQUIRE(office.workspace->openReport().setText(
        {QStringLiteral("annex1"), QStringLiteral("study"), 0}, QStringLiteral("补充")));
    REQUIRE(office.workspace->openReport().flush());
    CHECK(office.beside()->loadVersion(submitted, before).value() == handedIn);
    CHECK(lineIds(office.beside()->loadVersion(submitted, before).value()).isEmpty());
    const Report now = office.beside()->load(submitted).value();
    CHECK_FALSE(now.forms[QStringLiteral("annex1")].rows.at(0).id.isNull());
    CHECK(now == office.workspace->openReport().report());
    CHECK(isSound(inspect(office.path).value()));
}

TEST_CASE("What was approved under the fifth schema follows the definition that was shipped then, whatever is added")
{
    OldOffice office(QStringLiteral("schema-5.db"));
    REQUIRE(office.session().signIn(QStringLiteral("张主任"), secret({})));
    const Notice corrected
        = reworded(shippedNotice(), {{"\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\""}});
    REQUIRE(office.workspace->office().addNotice(corrected));
    const std::unique_ptr<Store> store = office.beside();
    const qint64 approved = OldOffice::idOf(*store, approvedUnit);
    const LogEntry approval = *inForce(store->log(approved).value(), EntryKind::Approve);
    CHECK(definitionOf(approval).isEmpty());
    CHECK(store->load(approved)->definition.isEmpty());
    CHECK(contentDigest(store->load(approved).value()) == approval.content);
    CHECK(office.workspace->office().read(approved)->notice.digest == shippedNotice().digest);
    const Verification verification
        = verifyDocument(QStringLiteral(TEST_DATA "/stores/schema-5.docx"), *store, testCatalogue()).value();
    CHECK(verification.verdict == Verification::Verdict::SameFile);
    CHECK(isSound(inspect(office.path).value()));
}

TEST_CASE("What was approved under the sixth schema is verified as before there were occasions")
{
    OldOffice office(QStringLiteral("schema-6.db"));
    REQUIRE(office.session().signIn(QStringLiteral("张主任"), secret({})));
    const std::unique_ptr<Store> store = office.beside();
    const qint64 approved = OldOffice::idOf(*store, approvedUnit);
    const LogEntry approval = *inForce(store->log(approved).value(), EntryKind::Approve);
    CHECK(approval.occasion.isEmpty());
    CHECK(contentDigest(store->load(approved).value()) == approval.content);
    CHECK_FALSE(firstBroken(store->log().value()));
    CHECK(store->unconfirmed()->isEmpty());
    const Verification verification
        = verifyDocument(QStringLiteral(TEST_DATA "/stores/schema-6.docx"), *store, testCatalogue()).value();
    CHECK(verification.verdict == Verification::Verdict::SameFile);
    CHECK(isSound(inspect(office.path).value()));
    // The work goes on: what was handed in comes back and is signed as what was before.
    const qint64 submitted = OldOffice::idOf(*store, sentUnit);
    REQUIRE(office.workspace->openReport().open(submitted));
    REQUIRE(office.workspace->review().perform(ReviewAction::Return, QStringLiteral("请补充")));
    CHECK(isSound(inspect(office.path).value()));
}

} // namespace upgrade_test
