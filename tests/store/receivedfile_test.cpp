// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What a file holds: that it fits together, is no conflict with what is here, and not too much.
#include "base/digest.h"
#include "core/review/receipt.h"
#include "store/correspondents.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <catch2/catch.hpp>

namespace receivedfile_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");

} // namespace

TEST_CASE("What does not fit together is refused whole")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const IncomingFile good = two.fromHere();
    IncomingFile file = good;
    LogEntry &entry = file.entries[0].entry;
    Report &content = file.contents[0];
    SECTION("a content that is not what its entry says")
    {
        content.forms[outline].sections[0] += u'x';
    }
    SECTION("a digest")
    {
        entry.content.sha256[0] = static_cast<char>(entry.content.sha256[0] ^ 1);
    }
    SECTION("no content at all")
    {
        file.entries[0].content = -1;
        file.contents.clear();
    }
    SECTION("a content that is not there")
    {
        file.entries[0].content = 1;
    }
    SECTION("the content of another unit")
    {
        content.unit += u'x';
        entry.content = contentDigest(content);
    }
    SECTION("an entry of another unit")
    {
        entry.unit += u'x';
    }
    SECTION("an entry of another notice")
    {
        entry.notice += u'x';
    }
    SECTION("an entry without a number of its own")
    {
        entry.uid.clear();
    }
    SECTION("an affair of this store")
    {
        entry.kind = EntryKind::SoleOffice;
        entry.detail = {{QStringLiteral("allowed"), true}};
    }
    SECTION("a person of this store")
    {
        entry.kind = EntryKind::PersonAdded;
    }
    const qsizetype before = two.there.store->log().value().size();
    const Result<ReceivedEntries> received = two.receiveThere(file);
    REQUIRE_FALSE(received);
    CHECK(received.error() == Error{ErrorCode::ArchiveMalformed, {QString(), QStringLiteral("inconsistent")}});
    CHECK(two.there.store->log().value().size() == before);
    CHECK(two.reportThere() == 0);
    CHECK(two.receiveThere(good));
}

TEST_CASE("A number that is here with other content is a conflict, and changes nothing")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    LogEntry &entry = file.entries[0].entry;
    REQUIRE(two.receiveThere(file));
    const qsizetype before = two.there.store->log().value().size();
    QString differs = QStringLiteral("reason");
    SECTION("a reason")
    {
        entry.reason += u'x';
    }
    SECTION("a person")
    {
        entry.person += u'x';
        differs = QStringLiteral("person");
    }
    SECTION("a content")
    {
        file.contents[0].forms[outline].sections[0] += u'x';
        entry.content = contentDigest(file.contents[0]);
        differs = QStringLiteral("content");
    }
    SECTION("an office that says it was there")
    {
        const QByteArray third(32, 'x');
        REQUIRE(Correspondents::trust(two.there, QStringLiteral("x"), third, {two.here.report.unit}, allRoles));
        entry.origin = third;
        differs = QStringLiteral("origin");
    }
    const Error conflict = two.receiveThere(file).error();
    CHECK(conflict.code == ErrorCode::EntryConflict);
    CHECK(conflict.arguments.value(0) == QStringLiteral("h"));
    CHECK(conflict.arguments.value(1) == QStringLiteral("submit"));
    CHECK(conflict.arguments.value(2) == QStringLiteral("h"));
    CHECK(conflict.arguments.value(3) == differs);
    CHECK(two.there.store->log().value().size() <= before + 1); // the third office
    CHECK(two.there.store->load(two.reportThere()).value() == two.here.report);
}

TEST_CASE("The number of another report's entry is a conflict, also where the report is not here yet")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    REQUIRE(two.receiveThere(file));
    const QString unit = QStringLiteral("另一单位");
    REQUIRE(Correspondents::trust(two.there, QStringLiteral("h"), two.keyHere, {unit, two.here.report.unit}, allRoles));
    file.unit = file.contents[0].unit = file.entries[0].entry.unit = unit;
    file.entries[0].entry.content = contentDigest(file.contents[0]);
    const Error conflict = two.receiveThere(file).error();
    CHECK(conflict.code == ErrorCode::EntryConflict);
    CHECK(conflict.arguments.value(3) == QStringLiteral("report,content"));
    CHECK_FALSE(two.there.store->find({file.notice, unit}).value());
}

TEST_CASE("What a file for two machines could not take on is not received")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    const auto addComments = [&](int count) {
        for (int i = 0; i < count; ++i) {
            IncomingEntry &comment = Correspondents::add(file, EntryKind::Comment, 'c', two.keyHere);
            comment.entry.uid = digestOfBytes(QByteArray::number(i), DigestAlgorithm::Sha256).first(16);
            comment.entry.reason = QStringLiteral("意见%1").arg(i);
        }
    };
    SECTION("entries")
    {
        addComments(static_cast<int>(reviewEntryLimit));
        CHECK(two.receiveThere(file).error()
            == Error{ErrorCode::ReceiptTooLong, {file.unit, QString::number(reviewEntryLimit)}});
        CHECK(two.reportThere() == 0);
        file.entries.removeLast();
        QElapsedTimer timer;
        timer.start();
        CHECK(two.receiveThere(file).value().added == reviewEntryLimit);
        CHECK(timer.elapsed() < 10'000); // ms, also where others work: the log is not read again for each
    }
    SECTION("files, together with those that are here")
    {
        QJsonArray files;
        for (const char letter : {'a', 'b'}) {
            file.attachments.append(QByteArray(reviewFilesLimit / 2 + 1, letter));
            const QByteArray digest = digestOfBytes(file.attachments.last(), DigestAlgorithm::Sha256).toHex();
            files.append(QJsonObject{{QStringLiteral("digest"), QString::fromLatin1(digest)}});
        }
        Correspondents::add(file, EntryKind::AttachScan, 'a', two.keyHere).entry.detail
            = {{QStringLiteral("files"), QJsonArray{files[0]}}};
        IncomingFile second = file;
        Correspondents::add(second, EntryKind::AttachScan, 'b', two.keyHere).entry.detail
            = {{QStringLiteral("files"), QJsonArray{files[1]}}};
        CHECK(two.receiveThere(second).error()
            == Error{ErrorCode::AttachmentsTooLarge, {file.unit, QStringLiteral("64")}});
        CHECK(two.reportThere() == 0);
        REQUIRE(two.receiveThere(file)); // one of them is named
        CHECK(two.receiveThere(second).error().code == ErrorCode::AttachmentsTooLarge);
    }
}

TEST_CASE("Files that belong to an answer come with it, or not at all")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const QByteArray scan = QByteArrayLiteral("%PDF scan");
    const QByteArray digest = digestOfBytes(scan, DigestAlgorithm::Sha256);
    IncomingFile file = two.fromHere();
    file.attachments = {scan};
    Correspondents::add(file, EntryKind::Send, 'q', two.keyHere).entry.detail = {{QStringLiteral("files"),
        QJsonArray{QJsonObject{{QStringLiteral("digest"), QString::fromLatin1(digest.toHex())}}}}};
    IncomingFile wrong = file;
    wrong.entries[0].content = 7;
    CHECK_FALSE(two.receiveThere(wrong));
    CHECK(two.there.store->attachment(digest).error().code == ErrorCode::FileNotFound);
    REQUIRE(two.receiveThere(file));
    CHECK(two.there.store->attachment(digest).value() == scan);
}

} // namespace receivedfile_test
