// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Files between two offices, and what a hostile one with a trusted key could try.
#include "base/digest.h"
#include "base/signature.h"
#include "core/review/receipt.h"
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/desk.h"
#include "workspace/review/correspondence.h"

#include <QBuffer>
#include <QDirIterator>
#include <QImage>
#include <QJsonArray>

namespace correspondence_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");

// Each is an office without a list of people.
struct Offices {
    Offices()
    {
        REQUIRE(county.workspace->importReport(exampleReport(guizhou)));
        REQUIRE(county.workspace->openReport().open(1));
    }

    QString file(const QString &name) const { return county.folder.filePath(name); }

    static QString written(Desk &from, const QString &path)
    {
        const Result<int> done = Correspondence(from.workspace->openReport()).write(path, Existing::Replace);
        REQUIRE(done);
        CHECK(*done == 0);
        return path;
    }

    static Result<ReceivedEntries> taken(Desk &by, const QString &path)
    {
        Correspondence correspondence(by.workspace->openReport());
        const Result<IncomingReview> incoming = correspondence.read(path);
        if (!incoming)
            return incoming.error();
        if (!incoming->trusted)
            REQUIRE(by.workspace->office().session().trustKey(
                {incoming->file.sender, {}, QStringLiteral("对方"), {}, {incoming->file.unit}, allRoles}));
        return correspondence.accept(*incoming);
    }

    Desk county;
    Desk province;
};

Place firstSection()
{
    Place place{QStringLiteral("annex2"), {}};
    place.section = 0;
    return place;
}

// What somebody who holds a trusted key makes of the approved state.
ReviewFile forged(const ReviewFile &file, EntryKind kind, const Report &content)
{
    ReviewFile forgery = file;
    LogEntry entry = file.items.constLast().entry;
    entry.uid = randomBytes(16);
    entry.kind = kind;
    entry.reason = QStringLiteral("伪造");
    entry.detail = {};
    entry.origin.clear(); // signed when it is written
    entry.signature.clear();
    entry.content = contentDigest(content);
    forgery.contents.append(content);
    forgery.items.append({entry, static_cast<int>(forgery.contents.size()) - 1});
    return forgery;
}

} // namespace

TEST_CASE("A report goes to the reviewing office and back, twice, and each file counts once")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    CHECK(Correspondence(county.openReport()).write(offices.file(QStringLiteral("a.zbsh"))).error().code
        == ErrorCode::ActionRefused);
    REQUIRE(county.review().perform(ReviewAction::Submit, QStringLiteral("请审")));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));

    const Result<IncomingReview> unknown = Correspondence(province.openReport()).read(first);
    REQUIRE(unknown);
    CHECK_FALSE(unknown->trusted);
    CHECK(unknown->report == 0);
    CHECK(unknown->news.size() == 1);
    CHECK(Correspondence(province.openReport()).accept(*unknown).error().code == ErrorCode::KeyUnknown);
    CHECK(province.office().reports()->isEmpty());
    REQUIRE(Offices::taken(offices.province, first));
    CHECK(province.openReport().report() == county.openReport().report());
    CHECK(province.review().state() == ReportState::Submitted);
    CHECK(Offices::taken(offices.province, first)->added == 0);

    REQUIRE(province.review().comment(firstSection(), 0, 4, QStringLiteral("请补充数据")));
    REQUIRE(province.review().perform(ReviewAction::Return, QStringLiteral("见意见")));
    const QString second = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    REQUIRE(Offices::taken(offices.county, second));
    CHECK(county.review().state() == ReportState::Returned);
    CHECK(county.review().openComments() == 1);

    REQUIRE(county.openReport().setText(firstSection(), QStringLiteral("补充：全省举办宣讲12场。")));
    REQUIRE(county.review().reply(county.review().comments()->first().uid, QStringLiteral("已补充")));
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString third = Offices::written(offices.county, offices.file(QStringLiteral("3.zbsh")));
    const Result<IncomingReview> again = Correspondence(province.openReport()).read(third);
    REQUIRE(again);
    CHECK(again->trusted);
    CHECK_FALSE(again->setsAside);
    REQUIRE(Offices::taken(offices.province, third));
    CHECK(textAt(province.openReport().report(), firstSection()) == QStringLiteral("补充：全省举办宣讲12场。"));
    REQUIRE(province.review().resolve(province.review().comments()->first().uid));
    REQUIRE(province.review().passAndApprove(false));
    const QString fourth = Offices::written(offices.province, offices.file(QStringLiteral("4.zbsh")));
    REQUIRE(Offices::taken(offices.county, fourth));
    CHECK(county.review().state() == ReportState::Approved);
    CHECK(county.review().openComments() == 0);
    CHECK(county.review().approval()->content == province.review().approval()->content);
    // An older file changes nothing any more.
    CHECK(Offices::taken(offices.county, second)->added == 0);
    CHECK(county.review().state() == ReportState::Approved);
}

TEST_CASE("What was typed meanwhile is told before it is set aside, and stays in the history")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().perform(ReviewAction::Return, QStringLiteral("改")));
    REQUIRE(Offices::taken(offices.county, Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")))));
    // Both edit.
    REQUIRE(province.openReport().setText(firstSection(), QStringLiteral("省局代改，2023年")));
    REQUIRE(county.openReport().setText(firstSection(), QStringLiteral("县局自改，2023年")));
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString third = Offices::written(offices.county, offices.file(QStringLiteral("3.zbsh")));
    const Result<IncomingReview> incoming = Correspondence(province.openReport()).read(third);
    REQUIRE(incoming);
    CHECK(incoming->setsAside);
    REQUIRE(Offices::taken(offices.province, third));
    CHECK(textAt(province.openReport().report(), firstSection()) == QStringLiteral("县局自改，2023年"));
    bool found = false;
    const Result<QList<Version>> versions = province.openReport().versions();
    REQUIRE(versions);
    for (const Version &version : *versions)
        found = found
            || textAt(*province.openReport().version(version.id), firstSection()) == QStringLiteral("省局代改，2023年");
    CHECK(found);
}

TEST_CASE("No file changes what was approved")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().passAndApprove(false));
    REQUIRE(Offices::taken(offices.county, Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")))));
    const Report approved = county.openReport().report();
    Report changed = approved;
    changed.forms[QStringLiteral("annex2")].sections[0] = QStringLiteral("改动过的内容");

    const SigningKey signing = province.office().session().signingKey().value();
    const ReviewFile file = *readReviewFile(offices.file(QStringLiteral("2.zbsh")), testCatalogue().notices);
    const auto attempt = [&](const ReviewFile &forgery) {
        const QString path = offices.file(QStringLiteral("forged.zbsh"));
        const Result<QByteArray> bytes = writeReviewFile(forgery, offices.county.notice, signing);
        REQUIRE(bytes);
        REQUIRE(writeDurably(path, *bytes, Existing::Replace));
        const Result<ReceivedEntries> outcome = Offices::taken(offices.county, path);
        CHECK(county.openReport().close());
        REQUIRE(county.openReport().open(1));
        CHECK(county.openReport().report() == approved);
        CHECK(isFrozen(county.review().state()));
        return outcome;
    };
    for (const EntryKind kind : {EntryKind::Submit, EntryKind::Withdraw, EntryKind::Return, EntryKind::Review,
             EntryKind::Approve, EntryKind::Comment, EntryKind::Unlock})
        static_cast<void>(attempt(forged(file, kind, changed)));
    // The approved uid with another content.
    ReviewFile replaced = file;
    replaced.contents = {changed};
    replaced.items = {file.items.constLast()};
    LogEntry &approval = replaced.items.last().entry;
    approval.content = contentDigest(changed);
    approval.origin.clear();
    approval.signature.clear();
    replaced.items.last().content = 0;
    CHECK(attempt(replaced).error().code == ErrorCode::EntryConflict);
}

TEST_CASE("A file that names an attachment that never came is answered all the same")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().passAndApprove(false));
    const QString second = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    ReviewFile file = *readReviewFile(second, testCatalogue().notices);
    file = forged(file, EntryKind::AttachScan, file.contents.constLast());
    file.contents.removeLast();
    file.items.last().content = file.items.at(file.items.size() - 2).content;
    const QJsonObject scan{
        {QStringLiteral("name"), QStringLiteral("扫描.pdf")}, {QStringLiteral("digest"), QString(64, u'a')}};
    file.items.last().entry.detail = {{QStringLiteral("files"), QJsonArray{scan}}};
    const SigningKey key = province.office().session().signingKey().value();
    REQUIRE(writeDurably(second, *writeReviewFile(file, offices.county.notice, key), Existing::Replace));
    REQUIRE(Offices::taken(offices.county, second));
    REQUIRE(county.review().state() == ReportState::Sealed);
    const QString third = Offices::written(offices.county, offices.file(QStringLiteral("3.zbsh")));
    CHECK(readReviewFile(third, testCatalogue().notices)->items.size() == file.items.size());
}

TEST_CASE("What is refused leaves in hand what was in hand")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().perform(ReviewAction::Return, QStringLiteral("见意见")));
    const QString answer = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    REQUIRE(county.removeReport(1));
    const qint64 other = offices.county.create();
    REQUIRE(county.openReport().open(other));
    CHECK(Offices::taken(offices.county, answer).error().code == ErrorCode::ReportNotFound);
    CHECK(county.openReport().id() == other);
}

TEST_CASE("A number that is here with other content is told and kept, once")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().perform(ReviewAction::Return, QStringLiteral("数据不全")));
    const QString second = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    REQUIRE(Offices::taken(offices.county, second));
    ReviewFile file = *readReviewFile(second, testCatalogue().notices);
    LogEntry &returned = file.items.last().entry;
    REQUIRE(returned.kind == EntryKind::Return);
    returned.reason = QStringLiteral("另一个理由");
    returned.origin.clear();
    returned.signature.clear();
    const SigningKey key = province.office().session().signingKey().value();
    const Result<QByteArray> bytes = writeReviewFile(file, offices.county.notice, key, second);
    REQUIRE(bytes);
    REQUIRE(writeDurably(second, *bytes, Existing::Replace));

    const Result<IncomingReview> incoming = Correspondence(county.openReport()).read(second);
    REQUIRE(incoming);
    CHECK(incoming->news.size() == 1);
    const qsizetype before = county.review().entries()->size();
    for (int time = 0; time < 2; ++time) {
        const Error told = Offices::taken(offices.county, second).error();
        CHECK(told.code == ErrorCode::EntryConflict);
        CHECK(told.arguments.value(3) == QStringLiteral("reason"));
        CHECK(describe(told).contains(QStringLiteral("意见或理由")));
    }
    CHECK(county.review().entries()->size() == before);
    CHECK(county.review().state() == ReportState::Returned);
    const QList<LogEntry> log = (*Store::open(offices.county.path, systemClock(), Store::Access::Read))->log().value();
    const auto kept = std::count_if(
        log.cbegin(), log.cend(), [](const LogEntry &entry) { return entry.kind == EntryKind::Conflict; });
    CHECK(kept == 1);
    CHECK(log.constLast().kind == EntryKind::Conflict);
    CHECK(log.constLast().detail.value(QStringLiteral("office")) == QStringLiteral("对方"));
}

TEST_CASE("A refused file leaves nothing: no entry, no report, no backup")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));
    const Result<IncomingReview> incoming = Correspondence(province.openReport()).read(first);
    REQUIRE(incoming);
    OfficeKey office{incoming->file.sender, {}, QStringLiteral("别的单位"), {}, {QStringLiteral("别的单位")}, allRoles};
    REQUIRE(province.office().session().trustKey(office));
    const auto everything = [&] {
        QStringList names;
        QDirIterator files(offices.province.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(files.next());
        names.sort();
        return names;
    };
    const QStringList before = everything();
    CHECK(Correspondence(province.openReport()).accept(*incoming).error()
        == Error{ErrorCode::OfficeRefused, {QStringLiteral("别的单位"), QStringLiteral("submit"), guizhou}});
    CHECK(province.office().reports()->isEmpty());
    CHECK(everything() == before);
    office.units = {guizhou};
    REQUIRE(province.office().session().trustKey(office));
    CHECK(Correspondence(province.openReport()).accept(*incoming)->added == 1);
}

TEST_CASE("A seal that comes is one that could be stored here")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().passAndApprove(false));
    const QString second = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    const ReviewFile approved = *readReviewFile(second, testCatalogue().notices);
    const SigningKey key = province.office().session().signingKey().value();
    const auto sealedWith = [&](const QByteArray &picture, int width, bool isThere = true) {
        ReviewFile file = approved;
        LogEntry seal = file.items.constLast().entry;
        seal.uid = randomBytes(16);
        seal.kind = EntryKind::PlaceSeal;
        seal.origin.clear();
        seal.signature.clear();
        const QByteArray digest = digestOfBytes(picture, DigestAlgorithm::Sha256).toHex();
        seal.detail = {{QStringLiteral("picture"), QString::fromLatin1(digest)}, {QStringLiteral("width"), width}};
        file.items.append({seal, file.items.constLast().content});
        if (isThere)
            file.attachments = {picture};
        const Result<QByteArray> bytes = writeReviewFile(file, offices.county.notice, key, second);
        REQUIRE(bytes);
        REQUIRE(writeDurably(second, *bytes, Existing::Replace));
        return Offices::taken(offices.county, second);
    };
    const auto picture = [](const QSize &size, const char *format) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        REQUIRE(image.save(&buffer, format));
        return bytes;
    };
    const QByteArray svg = QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\">"
                                             "<image href=\"near.png\" width=\"40\" height=\"40\"/></svg>");
    for (const QByteArray &wrong : {QByteArrayLiteral("no picture"), QByteArray(), svg, picture({4001, 2}, "PNG"),
             picture({40, 40}, "PPM"), picture({40, 40}, "PNG").first(60)})
        CHECK(sealedWith(wrong, 420).error() == Error{ErrorCode::PictureUnreadable, {second}});
    const QByteArray good = picture({40, 40}, "PNG");
    CHECK(sealedWith(good, 420, false).error().code == ErrorCode::PictureUnreadable);
    for (const int width : {0, -420, 451, 2100})
        CHECK(sealedWith(good, width).error().code == ErrorCode::SealTooLarge);
    CHECK(sealedWith(picture({40, 60}, "PNG"), 420).error().code == ErrorCode::SealTooLarge); // 63 mm high
    CHECK(county.office().reports()->constFirst().state == ReportState::Submitted);
    SECTION("as PNG")
    {
        REQUIRE(sealedWith(good, 420));
    }
    SECTION("as JPEG")
    {
        REQUIRE(sealedWith(picture({40, 40}, "JPEG"), 450));
    }
    CHECK(county.review().state() == ReportState::Sealed);
    CHECK(county.review().marks().seal);
}

TEST_CASE("What came unsigned from an earlier program is left out of a file for others, and known where it was made")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));
    // As an earlier program would have sent it: only the file is signed.
    IncomingReview earlier = *Correspondence(province.openReport()).read(first);
    for (ReviewItem &item : earlier.file.items)
        item.entry.signature.clear();
    REQUIRE(province.office().session().trustKey({earlier.file.sender, {}, guizhou, {}, {guizhou}, allRoles}));
    REQUIRE(Correspondence(province.openReport()).accept(earlier));
    REQUIRE(province.review().passAndApprove(false));
    const QString second = offices.file(QStringLiteral("2.zbsh"));
    const Result<int> leftOut = Correspondence(province.openReport()).write(second);
    REQUIRE(leftOut);
    CHECK(*leftOut == 1);
    CHECK(readReviewFile(second, testCatalogue().notices)->items.size() == 2);
    CHECK(Offices::taken(offices.county, second)->added == 2);
    CHECK(county.review().state() == ReportState::Approved);
}

TEST_CASE("A trusted office speaks neither for another one nor for this one")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));
    REQUIRE(Offices::taken(offices.province, first));
    const QByteArray third = newSigningKey().publicKey;
    REQUIRE(province.office().session().trustKey({third, {}, QStringLiteral("第三家"), {}, {guizhou}, allRoles}));
    // As a program of version 1 could be made to write it.
    IncomingReview crafted = *Correspondence(province.openReport()).read(first);
    LogEntry review = crafted.file.items.constFirst().entry;
    review.uid = randomBytes(16);
    review.kind = EntryKind::Review;
    review.person = QStringLiteral("李处长");
    review.signature.clear();
    for (const QByteArray &origin :
        {third, province.office().session().ownKey()->publicKey, newSigningKey().publicKey}) {
        review.origin = origin;
        crafted.file.items = {crafted.file.items.constFirst(), {review, 0}};
        CHECK(Correspondence(province.openReport()).accept(crafted).error()
            == Error{ErrorCode::OriginUnproven, {QStringLiteral("review"), guizhou, fingerprint(origin)}});
        CHECK(province.review().state() == ReportState::Submitted);
    }
    review.origin = crafted.file.sender;
    crafted.file.items.last().entry = review;
    CHECK(Correspondence(province.openReport()).accept(crafted)->added == 1);
    CHECK(province.review().state() == ReportState::Reviewed);
}

TEST_CASE("A file about a unit that looks like one here is refused, and both names are told")
{
    Desk county;
    Desk province;
    const QString name = QStringLiteral("甲市计量所");
    county.unit = name + QStringLiteral("\u200b");
    county.create();
    Report report = exampleReport(guizhou);
    report.unit = county.unit;
    REQUIRE(county.workspace->importReport(report));
    REQUIRE(county.workspace->review().perform(ReviewAction::Submit));
    const QString path = Offices::written(county, county.folder.filePath(QStringLiteral("a.zbsh")));
    REQUIRE(province.workspace->office().addUnit({{}, name, {}}));
    const Result<IncomingReview> refused = Correspondence(province.workspace->openReport()).read(path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{ErrorCode::UnitAlike, {path, county.unit, name}});
    Desk other;
    CHECK(Correspondence(other.workspace->openReport()).read(path));
}

TEST_CASE("A file names its office as that calls itself, and is shown by the name under which it is known here")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().perform(ReviewAction::Submit));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));
    CHECK(readReviewFile(first, testCatalogue().notices)->office == guizhou);
    REQUIRE(county.office().session().setOfficeName(QStringLiteral("贵州省局质量处")));
    Offices::written(offices.county, first);
    CHECK(readReviewFile(first, testCatalogue().notices)->office == QStringLiteral("贵州省局质量处"));
    CHECK(Correspondence(province.openReport()).read(first)->sender.isEmpty());
    REQUIRE(Offices::taken(offices.province, first));
    CHECK(Correspondence(province.openReport()).read(first)->sender == QStringLiteral("对方"));
    const LogEntry submitted = province.review().entries()->constFirst();
    CHECK(officeOf(submitted.origin, province.office().offices()) == QStringLiteral("对方"));
    CHECK(inspect(offices.county.path)->damages.isEmpty());
    CHECK(inspect(offices.province.path)->damages.isEmpty());
}

} // namespace correspondence_test
