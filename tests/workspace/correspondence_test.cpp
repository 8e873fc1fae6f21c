// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Files between two offices, and what a hostile one with a trusted key could try.
#include "base/signature.h"
#include "workspace/correspondence.h"
#include "workspace/desk.h"

#include <QJsonArray>

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");

// Each is an office without a list of people.
struct Offices {
    Offices()
    {
        REQUIRE(county.workspace->importReport(exampleReport(guizhou)));
        REQUIRE(county.workspace->openReport(1));
    }

    QString file(const QString &name) const { return county.folder.filePath(name); }

    static QString written(Desk &from, const QString &path)
    {
        const Result<void> done = Correspondence(*from.workspace).write(path, Existing::Replace);
        REQUIRE(done);
        return path;
    }

    static Result<ReceivedEntries> taken(Desk &by, const QString &path)
    {
        Correspondence correspondence(*by.workspace);
        const Result<IncomingReview> incoming = correspondence.read(path);
        if (!incoming)
            return incoming.error();
        if (!incoming->trusted)
            REQUIRE(by.workspace->session().trustKey(incoming->file.sender, incoming->file.office));
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
    CHECK(
        Correspondence(county).write(offices.file(QStringLiteral("a.zbsh"))).error().code == ErrorCode::ActionRefused);
    REQUIRE(county.review().submit(QStringLiteral("请审")));
    const QString first = Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")));

    const Result<IncomingReview> unknown = Correspondence(province).read(first);
    REQUIRE(unknown);
    CHECK_FALSE(unknown->trusted);
    CHECK(unknown->report == 0);
    CHECK(unknown->news.size() == 1);
    CHECK(Correspondence(province).accept(*unknown).error().code == ErrorCode::KeyUnknown);
    CHECK(province.reports()->isEmpty());
    REQUIRE(Offices::taken(offices.province, first));
    CHECK(province.report() == county.report());
    CHECK(province.review().state() == ReportState::Submitted);
    CHECK(Offices::taken(offices.province, first)->added == 0);

    REQUIRE(province.review().comment(firstSection(), 0, 4, QStringLiteral("请补充数据")));
    REQUIRE(province.review().returnForRevision(QStringLiteral("见意见")));
    const QString second = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    REQUIRE(Offices::taken(offices.county, second));
    CHECK(county.review().state() == ReportState::Returned);
    CHECK(county.review().openComments() == 1);

    REQUIRE(county.setText(firstSection(), QStringLiteral("补充：全省举办宣讲12场。")));
    REQUIRE(county.review().reply(county.review().comments()->first().uid, QStringLiteral("已补充")));
    REQUIRE(county.review().submit());
    const QString third = Offices::written(offices.county, offices.file(QStringLiteral("3.zbsh")));
    const Result<IncomingReview> again = Correspondence(province).read(third);
    REQUIRE(again);
    CHECK(again->trusted);
    CHECK_FALSE(again->setsAside);
    REQUIRE(Offices::taken(offices.province, third));
    CHECK(textAt(province.report(), firstSection()) == QStringLiteral("补充：全省举办宣讲12场。"));
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
    REQUIRE(county.review().submit());
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().returnForRevision(QStringLiteral("改")));
    REQUIRE(Offices::taken(offices.county, Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")))));
    // Both edit.
    REQUIRE(province.setText(firstSection(), QStringLiteral("省局代改，2023年")));
    REQUIRE(county.setText(firstSection(), QStringLiteral("县局自改，2023年")));
    REQUIRE(county.review().submit());
    const QString third = Offices::written(offices.county, offices.file(QStringLiteral("3.zbsh")));
    const Result<IncomingReview> incoming = Correspondence(province).read(third);
    REQUIRE(incoming);
    CHECK(incoming->setsAside);
    REQUIRE(Offices::taken(offices.province, third));
    CHECK(textAt(province.report(), firstSection()) == QStringLiteral("县局自改，2023年"));
    bool found = false;
    const Result<QList<Version>> versions = province.versions();
    REQUIRE(versions);
    for (const Version &version : *versions)
        found = found || textAt(*province.version(version.id), firstSection()) == QStringLiteral("省局代改，2023年");
    CHECK(found);
}

TEST_CASE("No file changes what was approved")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().submit());
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().passAndApprove(false));
    REQUIRE(Offices::taken(offices.county, Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")))));
    const Report approved = county.report();
    Report changed = approved;
    changed.forms[QStringLiteral("annex2")].sections[0] = QStringLiteral("改动过的内容");

    const OfficeKey key = *province.session().ownKey();
    const SigningKey signing{key.publicKey, key.secretKey};
    const ReviewFile file = *readReviewFile(offices.file(QStringLiteral("2.zbsh")), testCatalogue().notices);
    const auto attempt = [&](const ReviewFile &forgery) {
        const QString path = offices.file(QStringLiteral("forged.zbsh"));
        const Result<QByteArray> bytes = writeReviewFile(forgery, offices.county.notice, signing);
        REQUIRE(bytes);
        REQUIRE(writeDurably(path, *bytes, Existing::Replace));
        const Result<ReceivedEntries> outcome = Offices::taken(offices.county, path);
        CHECK(county.closeReport());
        REQUIRE(county.openReport(1));
        CHECK(county.report() == approved);
        CHECK(isFrozen(county.review().state()));
        return outcome;
    };
    for (const EntryKind kind : {EntryKind::Submit, EntryKind::Withdraw, EntryKind::Return, EntryKind::Review,
             EntryKind::Approve, EntryKind::Comment, EntryKind::Unlock})
        static_cast<void>(attempt(forged(file, kind, changed)));
    // The approved uid with another content: it is known, and passed over.
    ReviewFile replaced = file;
    replaced.contents.last() = changed;
    for (ReviewItem &item : replaced.items)
        item.entry.content = contentDigest(changed);
    CHECK(attempt(replaced)->added == 0);
}

TEST_CASE("A file that names an attachment that never came is answered all the same")
{
    Offices offices;
    Workspace &county = *offices.county.workspace;
    Workspace &province = *offices.province.workspace;
    REQUIRE(county.review().submit());
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
    const OfficeKey key = *province.session().ownKey();
    REQUIRE(writeDurably(
        second, *writeReviewFile(file, offices.county.notice, {key.publicKey, key.secretKey}), Existing::Replace));
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
    REQUIRE(county.review().submit());
    REQUIRE(Offices::taken(offices.province, Offices::written(offices.county, offices.file(QStringLiteral("1.zbsh")))));
    REQUIRE(province.review().returnForRevision(QStringLiteral("见意见")));
    const QString answer = Offices::written(offices.province, offices.file(QStringLiteral("2.zbsh")));
    REQUIRE(county.removeReport(1));
    const qint64 other = offices.county.create();
    REQUIRE(county.openReport(other));
    CHECK(Offices::taken(offices.county, answer).error().code == ErrorCode::ReportNotFound);
    CHECK(county.openId() == other);
}
