// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "core/data.h"
#include "core/notice/noticereader.h"
#include "exchange/reviewfilesamples.h"
#include "generate/entries.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

namespace reviewfile_test {

using namespace zhibao;

namespace {

QList<Notice> notices()
{
    return {test::shippedNotice(), test::inventedNotice()};
}

Result<ReviewFile> parse(const QByteArray &bytes)
{
    return parseReviewFile(bytes, QStringLiteral("r.zbsh"), notices());
}

Error failure(const QByteArray &bytes)
{
    const Result<ReviewFile> file = parse(bytes);
    REQUIRE_FALSE(file);
    return file.error();
}

Error error(ErrorCode code, const char *part, const char *second, const char *third)
{
    return {code,
        {QStringLiteral("r.zbsh") + QString::fromUtf8(part), QString::fromUtf8(second), QString::fromUtf8(third)}};
}

Error malformed(const char *cause)
{
    return {ErrorCode::ArchiveMalformed, {QStringLiteral("r.zbsh"), QString::fromUtf8(cause)}};
}

Error wrongItem(const char *path, const char *kind)
{
    return error(ErrorCode::WrongType, "/entries.json", path, kind);
}

ReviewFile sample()
{
    return test::generateReview(test::shippedNotice(), 7);
}

// The sample with a part of it changed as JSON, signed again.
QByteArray withPart(const QByteArray &name, const std::function<void(QJsonObject &)> &change)
{
    QList<generate::RawPart> parts = test::rawParts(test::written(sample(), test::shippedNotice()));
    generate::RawPart &part = test::partNamed(parts, name);
    QJsonObject object = QJsonDocument::fromJson(part.packed).object();
    change(object);
    part = generate::storedPart(name, QJsonDocument(object).toJson());
    return test::signedBySample(generate::rawArchive(parts));
}

QByteArray withManifest(const char *key, const QJsonValue &value)
{
    return withPart("manifest.json", [&](QJsonObject &manifest) {
        value.isUndefined() ? manifest.remove(QString::fromUtf8(key))
                            : void(manifest.insert(QString::fromUtf8(key), value));
    });
}

// The first entry with a member changed; undefined: taken away.
QByteArray withItem(const char *key, const QJsonValue &value)
{
    return withPart("entries.json", [&](QJsonObject &object) {
        QJsonArray entries = object[QStringLiteral("entries")].toArray();
        QJsonObject entry = entries[0].toObject();
        value.isUndefined() ? entry.remove(QString::fromUtf8(key)) : void(entry.insert(QString::fromUtf8(key), value));
        if (qstrcmp(key, "signature") != 0)
            entry = test::signedAgain(entry, sample().notice, sample().unit);
        entries[0] = entry;
        object[QStringLiteral("entries")] = entries;
    });
}

QByteArray withPartNamed(const QByteArray &name, const QByteArray &bytes)
{
    QList<generate::RawPart> parts = test::rawParts(test::written(sample(), test::shippedNotice()));
    parts.append(generate::storedPart(name, bytes));
    return test::signedBySample(generate::rawArchive(parts));
}

QByteArray withoutPart(const QByteArray &name)
{
    QList<generate::RawPart> parts = test::rawParts(test::written(sample(), test::shippedNotice()));
    parts.removeIf([&](const generate::RawPart &part) { return part.name == name; });
    return test::signedBySample(generate::rawArchive(parts));
}

const QJsonValue nothing(QJsonValue::Undefined);

} // namespace

TEST_CASE("a review file gives back what was written, for reviews of every kind")
{
    const QList<Notice> known = notices();
    for (quint32 seed = 0; seed < 120; ++seed) {
        INFO("seed " << seed);
        const Notice &notice = known[seed % 2];
        const ReviewFile review = test::generateReview(notice, seed);
        const QByteArray bytes = test::written(review, notice);
        const Result<ReviewFile> read = parse(bytes);
        REQUIRE(read);
        CHECK(test::saysTheSame(*read, review));
        CHECK(read->sender == test::sampleKey().publicKey);
        CHECK(test::written(*read, notice) == bytes);
    }
}

TEST_CASE("an origin is told of every entry, and details stay as they are digested")
{
    const ReviewFile review = sample();
    const Result<ReviewFile> read = parse(test::written(review, test::shippedNotice()));
    REQUIRE(read);
    REQUIRE(read->items.size() == review.items.size());
    int own = 0;
    for (qsizetype i = 0; i < review.items.size(); ++i) {
        const LogEntry &was = review.items[i].entry;
        LogEntry entry = read->items[i].entry;
        own += was.origin.isEmpty() ? 1 : 0;
        CHECK(entry.origin == (was.origin.isEmpty() ? test::sampleKey().publicKey : was.origin));
        CHECK(entry.number == 0);
        CHECK(entry.version == 0);
        CHECK(isSignedBy(signedBytes(entry, entry.origin), entry.signature, entry.origin));
        entry.origin = was.origin;
        entry.signature = was.signature;
        CHECK(chainOf(entry) == chainOf(was));
    }
    CHECK(own > 0);
    CHECK(own < review.items.size());
}

TEST_CASE("a review file of nothing but a head, or of one attachment, is one")
{
    ReviewFile review = sample();
    review.items.clear();
    review.contents.clear();
    review.attachments = {QByteArray(), QByteArrayLiteral("PDF"), QByteArrayLiteral("PDF")};
    const Result<ReviewFile> read = parse(test::written(review, test::shippedNotice()));
    REQUIRE(read);
    CHECK(read->attachments.size() == 2);
    CHECK(read->items.isEmpty());
    CHECK(read->unit == review.unit);
}

TEST_CASE("a text that is no Unicode is written as a mark")
{
    ReviewFile review = sample();
    review.office = QString(QChar(0xD842));
    LogEntry &entry = review.items[0].entry;
    entry.origin.clear(); // written here: signed as it is told
    entry.signature.clear();
    entry.reason = QString(QChar(0xDFB7)) + QChar(0);
    entry.detail = {{QStringLiteral("quote"), QString(QChar(0xD842))},
        {QStringLiteral("in"), QJsonArray{QJsonObject{{QString(QChar(0xD842)), QString(QChar(0))}}}}};
    const Result<ReviewFile> read = parse(test::written(review, test::shippedNotice()));
    REQUIRE(read);
    const QString mark = QStringLiteral("\uFFFD");
    CHECK(read->office == mark);
    CHECK(read->items[0].entry.reason == mark + mark);
    CHECK(read->items[0].entry.detail
        == QJsonObject{{QStringLiteral("quote"), mark}, {QStringLiteral("in"), QJsonArray{QJsonObject{{mark, mark}}}}});
}

TEST_CASE("a byte order mark that starts a text is read as it was written")
{
    ReviewFile review = sample();
    LogEntry &entry = review.items[0].entry;
    entry.origin.clear();
    entry.signature.clear();
    const QString quote = QStringLiteral("\uFEFF\uFEFF林路");
    entry.reason = quote;
    entry.detail = {{QStringLiteral("quote"), quote}, {QStringLiteral("in"), QJsonArray{quote, quote + quote}}};
    const Result<ReviewFile> read = parse(test::written(review, test::shippedNotice()));
    REQUIRE(read);
    CHECK(read->items[0].entry.reason == quote);
    CHECK(read->items[0].entry.detail == entry.detail);
}

TEST_CASE("what no other office could read is not written")
{
    const Notice notice = test::shippedNotice();
    const auto refused = [&](const std::function<void(ReviewFile &)> &change) {
        ReviewFile review = sample();
        change(review);
        const Result<QByteArray> bytes = writeReviewFile(review, notice, test::sampleKey(), QStringLiteral("r.zbsh"));
        REQUIRE_FALSE(bytes);
        return bytes.error();
    };
    CHECK(refused([](ReviewFile &review) { review.items[0].content = 99; }) == malformed("inconsistent"));
    CHECK(refused([](ReviewFile &review) { review.items[0].entry.content = {}; }).code == ErrorCode::WrongType);
    CHECK(refused([](ReviewFile &review) { review.contents[0].forms.clear(); }) == malformed("inconsistent"));
    CHECK(refused([](ReviewFile &review) { review.contents.append(review.contents[0]); }) == malformed("inconsistent"));
    CHECK(refused([](ReviewFile &review) { review.items.append(review.items[0]); }) == malformed("inconsistent"));
    CHECK(refused([](ReviewFile &review) { review.contents[0].unit += u'x'; }) == malformed("inconsistent"));
    // What others did is signed by them, for that unit.
    CHECK(refused([](ReviewFile &review) { review.unit += u'x'; }).code == ErrorCode::SignatureInvalid);
    CHECK(refused([](ReviewFile &review) { review.unit = QString(2'000, u'x'); }).code == ErrorCode::WrongType);
    CHECK(refused([](ReviewFile &review) { review.items[3].entry.kind = EntryKind::KeyTrusted; })
        == wrongItem("entries[3].kind", "unknown-kind"));
    CHECK(refused([](ReviewFile &review) { review.items[0].entry.reason = QString(30'000'000, u'x'); })
        == Error{ErrorCode::ExchangeTooLarge, {sample().unit, QStringLiteral("20")}});
    CHECK(refused([](ReviewFile &review) {
        review.attachments = {QByteArray(40'000'000, 'x'), QByteArray(40'000'000, 'y')};
    }) == Error{ErrorCode::ExchangeTooLarge, {sample().unit, QStringLiteral("64")}});
    // A public key that does not belong to the secret one.
    SigningKey mixed = newSigningKey();
    mixed.secretKey = test::sampleKey().secretKey.copy();
    CHECK_FALSE(writeReviewFile(sample(), notice, mixed));
    QByteArray chopped = test::sampleKey().secretKey.bytes().chopped(1).toByteArray();
    mixed.secretKey = Secret(chopped);
    CHECK_FALSE(writeReviewFile(sample(), notice, mixed));
}

TEST_CASE("an archive that is not signed, or signed by another key, is refused")
{
    const QByteArray bytes = test::written(sample(), test::shippedNotice());
    const QByteArray bare = generate::rawArchive(test::rawParts(bytes));
    CHECK(parse(test::signedBySample(bare)));
    CHECK(failure(bare) == malformed("unsigned"));
    CHECK(failure("{\"format\": \"zhibao.report\"}") == malformed("not-an-archive"));
    CHECK(failure({}) == malformed("not-an-archive"));
    const SigningKey other = newSigningKey();
    QByteArray swapped = bytes;
    swapped.replace(test::sampleKey().publicKey.toHex(), other.publicKey.toHex());
    CHECK(failure(swapped) == Error{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}});
    // The same archive, truly signed by a key that the manifest does not name.
    QByteArray resigned = bytes;
    const qsizetype comment = resigned.lastIndexOf("zhibao.review Ed25519 ");
    resigned.replace(comment, resigned.size() - comment,
        "zhibao.review Ed25519 " + other.publicKey.toHex() + ' ' + sign(bare, other.secretKey.bytes()).toHex());
    CHECK(failure(resigned) == Error{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}});
    QByteArray stolen = test::signedBySample(bare);
    const qsizetype start = stolen.lastIndexOf("zhibao.review Ed25519 ");
    stolen.replace(start, stolen.size() - start,
        "zhibao.review Ed25519 " + other.publicKey.toHex() + ' ' + sign(bare, other.secretKey.bytes()).toHex());
    CHECK(failure(stolen) == malformed("inconsistent"));
}

TEST_CASE("a review file of another format, a newer version or an unknown notice is told apart")
{
    CHECK(failure(withManifest("format", QStringLiteral("zhibao.report")))
        == error(ErrorCode::WrongFormat, "", "zhibao.report", "zhibao.review"));
    CHECK(failure(withManifest("version", 3)) == error(ErrorCode::NewerVersion, "", "3", "2"));
    CHECK(failure(withManifest("notice", QStringLiteral("甲〔2031〕1号")))
        == Error{ErrorCode::NoticeUnknown, {QStringLiteral("r.zbsh"), QStringLiteral("甲〔2031〕1号")}});
    // A newer version may have other keys and parts.
    QList<generate::RawPart> parts{
        generate::storedPart("manifest.json", R"({"format": "zhibao.review", "version": 3, "more": []})"),
        generate::storedPart("other/part", "?")};
    CHECK(failure(test::signedBySample(generate::rawArchive(parts))) == error(ErrorCode::NewerVersion, "", "3", "2"));
    // What a hostile file would have told is not long.
    CHECK(failure(withManifest("format", QString(1'000'000, u'x'))).arguments.at(1).size() < 300);
}

TEST_CASE("a review file brings the definition that its report follows")
{
    const Notice known = test::shippedNotice();
    const auto fileWith = [&](const QByteArray &definition) {
        ReviewFile review = test::generateReview(known, 1);
        for (ReviewItem &item : review.items) {
            if (item.entry.kind == EntryKind::Submit && item.entry.origin.isEmpty())
                item.entry.detail.insert(
                    definitionKey, QString::fromLatin1(digestOfBytes(definition, DigestAlgorithm::Sha256).toHex()));
        }
        // Put in as somebody else may: the writer would read it first.
        QList<generate::RawPart> parts = test::rawParts(test::written(review, known));
        const QByteArray name = "attachments/" + digestOfBytes(definition, DigestAlgorithm::Sha256).toHex();
        parts.append(generate::storedPart(name, definition));
        return test::signedBySample(generate::rawArchive(parts));
    };
    const Notice later
        = test::reworded(known, {{"\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\""}});
    const Result<ReviewFile> read = parse(fileWith(later.json));
    REQUIRE(read);
    REQUIRE(read->definitions.size() == 1);
    CHECK(read->definitions[0].digest == later.digest);
    CHECK_FALSE(read->definitions[0].isImplied);
    CHECK(parseReviewFile(fileWith(later.json), QStringLiteral("r.zbsh"), {known, later})->definitions.isEmpty());
    CHECK(parse(fileWith(known.json))->definitions.isEmpty());

    // What is none is refused with the file, by those who do not know it yet.
    QByteArray broken = known.json;
    broken.replace("\"outline\"", "\"poem\"");
    CHECK(failure(fileWith(broken)).code == ErrorCode::NoticeMalformed);
    CHECK(failure(fileWith(test::inventedNotice().json)) == malformed("inconsistent"));
    CHECK(failure(fileWith(QByteArray(noticeFileLimit + 1, ' '))) == malformed("too-large"));
}

TEST_CASE("an entry that was changed, or is said to be another office's, is not what was signed")
{
    const Error invalid{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}};
    const auto changed = [](const char *key, const QJsonValue &value) {
        return withPart("entries.json", [&](QJsonObject &object) {
            QJsonArray entries = object[QStringLiteral("entries")].toArray();
            QJsonObject entry = entries[0].toObject();
            REQUIRE(entry.value(QString::fromUtf8(key)) != value);
            entry.insert(QString::fromUtf8(key), value);
            entries[0] = entry;
            object[QStringLiteral("entries")] = entries;
        });
    };
    CHECK(failure(changed("uid", QString(32, u'0'))) == invalid);
    CHECK(failure(changed("at", 1)) == invalid);
    CHECK(failure(changed("kind", nameOf(EntryKind::Approve))) == invalid);
    CHECK(failure(changed("person", QStringLiteral("别人"))) == invalid);
    CHECK(failure(changed("office", QStringLiteral("别处"))) == invalid);
    CHECK(failure(changed("post", QStringLiteral("局长"))) == invalid);
    CHECK(failure(changed("reason", QStringLiteral("同意"))) == invalid);
    CHECK(failure(changed("detail", QJsonObject{{QStringLiteral("sole"), true}})) == invalid);
    CHECK(failure(changed("sha256", QString(64, u'0'))) == invalid);
    CHECK(failure(changed("signature", QString(128, u'0'))) == invalid);
    const SigningKey third = newSigningKey();
    for (const SigningKey *const key : {&test::sampleKey(), &test::otherKey(), &third}) {
        const QString origin = QString::fromLatin1(key->publicKey.toHex());
        const QByteArray moved = withPart("entries.json", [&](QJsonObject &object) {
            QJsonArray entries = object[QStringLiteral("entries")].toArray();
            QJsonObject entry = entries[0].toObject();
            entry.insert(QStringLiteral("origin"), origin);
            entries[0] = entry;
            object[QStringLiteral("entries")] = entries;
        });
        const bool isHers
            = sample().items[0].entry.origin.isEmpty() ? key == &test::sampleKey() : key == &test::otherKey();
        CHECK(static_cast<bool>(parse(moved)) == isHers);
    }
}

TEST_CASE("what another office did is passed on with its signature, or not at all")
{
    ReviewFile review = sample();
    const auto other = std::find_if(
        review.items.begin(), review.items.end(), [](const ReviewItem &item) { return !item.entry.origin.isEmpty(); });
    REQUIRE(other != review.items.end());
    const Result<ReviewFile> read = parse(test::written(review, test::shippedNotice()));
    REQUIRE(read);
    CHECK(read->items[other - review.items.begin()].entry.signature == other->entry.signature);
    for (const QByteArray &signature : {QByteArray(), QByteArray(64, 'x')}) {
        other->entry.signature = signature;
        CHECK_FALSE(writeReviewFile(review, test::shippedNotice(), test::sampleKey()));
    }
}

TEST_CASE("a file of version 1 is read, and proves what its sender did only")
{
    const QByteArray file = test::asVersion1(test::written(sample(), test::shippedNotice()));
    const Result<ReviewFile> read = parse(file);
    REQUIRE(read);
    int proven = 0;
    for (qsizetype i = 0; i < read->items.size(); ++i) {
        const LogEntry &entry = read->items[i].entry;
        CHECK(entry.signature.isEmpty());
        CHECK(isProven(entry, read->sender) == sample().items[i].entry.origin.isEmpty());
        proven += isProven(entry, read->sender) ? 1 : 0;
    }
    CHECK(proven > 0);
    CHECK(proven < read->items.size());
    const Result<ReviewFile> today = parse(test::written(sample(), test::shippedNotice()));
    REQUIRE(today);
    for (const ReviewItem &item : today->items)
        CHECK(isProven(item.entry, read->sender));
}

TEST_CASE("a signature holds over a number, however it is written")
{
    const auto written = [](const char *number) {
        const QJsonObject object{{QStringLiteral("width"), 987654}};
        QList<generate::RawPart> parts = test::rawParts(withItem("detail", object));
        generate::RawPart &part = test::partNamed(parts, "entries.json");
        QByteArray json = part.packed;
        REQUIRE(json.count("987654") == 1);
        part = generate::storedPart(part.name, json.replace("987654", number));
        return test::signedBySample(generate::rawArchive(parts));
    };
    CHECK(parse(written("987654")));
    CHECK(parse(written("987654.0")));
    CHECK(parse(written("9.87654e5")));
    const Error invalid{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}};
    for (const char *other : {"987655", "-0.0", "987654.5", "1e308", "\"987654\""}) {
        INFO(other);
        CHECK(failure(written(other)) == invalid);
    }
}

TEST_CASE("wrong types are refused with their JSON path")
{
    const auto wrong
        = [](const char *path, const char *kind) { return error(ErrorCode::WrongType, "/manifest.json", path, kind); };
    CHECK(failure(withManifest("format", 1)) == wrong("format", "string"));
    CHECK(failure(withManifest("format", nothing)) == wrong("format", "missing"));
    CHECK(failure(withManifest("version", nothing)) == wrong("version", "missing"));
    CHECK(failure(withManifest("version", 0)) == wrong("version", "integer"));
    CHECK(failure(withManifest("version", 1.5)) == wrong("version", "integer"));
    CHECK(failure(withManifest("unit", QJsonArray())) == wrong("unit", "string"));
    CHECK(failure(withManifest("office", nothing)) == wrong("office", "missing"));
    CHECK(failure(withManifest("office", QString(1'001, u'x'))) == wrong("office", "too-many-values"));
    CHECK(failure(withManifest("key", QString(64, u'g'))) == wrong("key", "bad-id"));
    CHECK(failure(withManifest("colour", 1)) == wrong("colour", "unknown-key"));

    CHECK(failure(withItem("uid", 5)) == wrongItem("entries[0].uid", "string"));
    CHECK(failure(withItem("uid", QString(30, u'0'))) == wrongItem("entries[0].uid", "bad-id"));
    CHECK(failure(withItem("uid", QString(32, u'A'))) == wrongItem("entries[0].uid", "bad-id"));
    CHECK(failure(withItem("at", QStringLiteral("2023"))) == wrongItem("entries[0].at", "number"));
    for (const double time : {-1.0, 0.5, 1e18})
        CHECK(failure(withItem("at", time)) == wrongItem("entries[0].at", "integer"));
    CHECK(failure(withItem("person", true)) == wrongItem("entries[0].person", "string"));
    CHECK(failure(withItem("person", QString(1'001, u'x'))) == wrongItem("entries[0].person", "too-many-values"));
    CHECK(failure(withItem("verified", 1)) == wrongItem("entries[0].verified", "boolean"));
    CHECK(failure(withItem("origin", QString())) == wrongItem("entries[0].origin", "bad-id"));
    CHECK(failure(withItem("detail", QJsonArray())) == wrongItem("entries[0].detail", "object"));
    CHECK(failure(withItem("detail", QJsonObject{{QStringLiteral("a"), QString(QChar(0xD842))}}))
        == wrongItem("entries[0].detail", "text"));
    CHECK(failure(withItem("reason", QString(QChar(0)))) == wrongItem("entries[0].reason", "text"));
    CHECK(failure(withItem("content", 0)) == wrongItem("entries[0].content", "not-positive"));
    CHECK(failure(withItem("content", -2'147'483'647)) == wrongItem("entries[0].content", "not-positive"));
    CHECK(failure(withItem("content", 1.5)) == wrongItem("entries[0].content", "integer"));
    CHECK(failure(withItem("sm3", nothing)) == wrongItem("entries[0].sm3", "missing"));
    CHECK(failure(withItem("sha256", QString(64, u'x'))) == wrongItem("entries[0].sha256", "bad-id"));
    CHECK(failure(withItem("colour", 1)) == wrongItem("entries[0].colour", "unknown-key"));
    CHECK(failure(withItem("signature", QString(126, u'0'))) == wrongItem("entries[0].signature", "bad-id"));
    CHECK(failure(withItem("signature", nothing)) == wrongItem("entries[0].signature", "missing"));
    for (const char *key : {"uid", "at", "kind", "person", "office", "post", "verified", "origin", "reason", "detail"})
        CHECK(failure(withItem(key, nothing))
            == wrongItem(qPrintable(QStringLiteral("entries[0].%1").arg(QString::fromLatin1(key))), "missing"));
    CHECK(
        failure(withPart("entries.json", [](QJsonObject &object) { object = {}; })) == wrongItem("entries", "missing"));
    CHECK(failure(withPart("entries.json", [](QJsonObject &object) { object[QStringLiteral("entries")] = 1; }))
        == wrongItem("entries", "array"));
    CHECK(failure(withPart("entries.json", [](QJsonObject &object) { object[QStringLiteral("more")] = 1; }))
        == wrongItem("more", "unknown-key"));
    CHECK(failure(withPart("contents/1.json", [](QJsonObject &object) { object[QStringLiteral("annex1")] = 1; }))
        == error(ErrorCode::WrongType, "/contents/1.json", "annex1", "object"));
    CHECK(failure(withPart("contents/1.json", [](QJsonObject &object) { object[QStringLiteral("annex9")] = 1; }))
        == error(ErrorCode::WrongType, "/contents/1.json", "annex9", "unknown-key"));
}

TEST_CASE("what is of a store itself is nothing a file may tell")
{
    for (const EntryKind kind : kindsOfStores()) {
        INFO(nameOf(kind).toStdString());
        CHECK(failure(withItem("kind", nameOf(kind))) == wrongItem("entries[0].kind", "unknown-kind"));
    }
    CHECK(failure(withItem("kind", QStringLiteral("edit"))) == wrongItem("entries[0].kind", "unknown-kind"));
    for (const EntryKind kind : kindsOfReports()) {
        INFO(nameOf(kind).toStdString());
        CHECK(parse(withItem("kind", nameOf(kind))));
    }
}

TEST_CASE("contents, digests, names and keys must agree")
{
    CHECK(failure(withItem("sm3", QString(64, u'0'))) == malformed("inconsistent"));
    CHECK(failure(withItem("content", 9)) == malformed("inconsistent"));
    // Each entry is signed with the report that it is of; in version 1 only the file is.
    for (const QByteArray &other :
        {withManifest("unit", QStringLiteral("另一单位")), withManifest("notice", test::inventedNotice().number)}) {
        CHECK(failure(other) == Error{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}});
        CHECK(failure(test::asVersion1(other)) == malformed("inconsistent"));
    }
    CHECK(failure(withManifest("key", QString(64, u'0'))) == malformed("inconsistent"));
    CHECK(failure(withPart("contents/1.json", [](QJsonObject &object) { object.remove(QStringLiteral("annex2")); }))
        == malformed("inconsistent"));
    CHECK(failure(withPart("entries.json", [](QJsonObject &object) {
        QJsonArray entries = object[QStringLiteral("entries")].toArray();
        entries.append(entries[0]);
        object[QStringLiteral("entries")] = entries;
    })) == malformed("inconsistent"));
    // A content that nothing speaks of.
    QList<generate::RawPart> parts = test::rawParts(test::written(sample(), test::shippedNotice()));
    const QByteArray content = test::partNamed(parts, "contents/1.json").packed;
    CHECK(failure(withPartNamed("contents/" + QByteArray::number(sample().contents.size() + 1) + ".json", content))
        == malformed("inconsistent"));
    CHECK(failure(withPartNamed("attachments/" + QByteArray(64, '0'), "bytes")) == malformed("inconsistent"));
    CHECK(failure(withPartNamed("attachments/x", "bytes")) == malformed("inconsistent"));
}

TEST_CASE("only the named parts may be there, and all of them")
{
    CHECK(failure(withoutPart("manifest.json")) == malformed("missing-part"));
    CHECK(failure(withoutPart("entries.json")) == malformed("missing-part"));
    CHECK(failure(withoutPart("contents/1.json")).code == ErrorCode::ArchiveMalformed);
    for (const char *name : {"readme.txt", "contents/01.json", "contents/9.json", "contents/1.json.bak",
             "contents/0.json", "contents", "attachment"}) {
        INFO(name);
        CHECK(failure(withPartNamed(name, "{}")) == malformed("bad-part-name"));
    }
    CHECK(failure(withPartNamed("Manifest.json", "{}")) == malformed("duplicate-part"));
}

TEST_CASE("review files are read under a limit")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("送审.zbsh"));
    CHECK(readReviewFile(path, notices()).error() == Error{ErrorCode::FileNotFound, {path}});
    const auto write = [&](const QByteArray &bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    };
    write(test::written(sample(), test::shippedNotice()));
    const Result<ReviewFile> file = readReviewFile(path, notices());
    REQUIRE(file);
    CHECK(test::saysTheSame(*file, sample()));
    write(QByteArray(reviewFileLimit + 1, ' '));
    CHECK(readReviewFile(path, notices()).error() == Error{ErrorCode::FileTooLarge, {path, QStringLiteral("64")}});
    CHECK(
        parseReviewFile(QByteArray(reviewFileLimit + 1, ' '), path, notices()).error().code == ErrorCode::FileTooLarge);
    write("{");
    CHECK(readReviewFile(path, notices()).error().arguments.value(0) == path);
}

TEST_CASE("a review is of one occasion, which is signed with it")
{
    const Notice monthly = test::monthlyNotice();
    const QString june = QStringLiteral("2031-06");
    ReviewFile review = test::generateReview(monthly, 7);
    review.occasion = june;
    for (Report &content : review.contents)
        content.occasion = june;
    for (ReviewItem &item : review.items) {
        item.entry.occasion = june;
        if (item.content >= 0)
            item.entry.content = contentDigest(review.contents[item.content]);
    }
    test::signOthers(review);
    const QByteArray bytes = test::written(review, monthly);
    const Result<ReviewFile> read = parseReviewFile(bytes, QStringLiteral("r.zbsh"), {monthly});
    REQUIRE(read);
    CHECK(test::saysTheSame(*read, review));
    CHECK(read->occasion == june);
    CHECK(std::all_of(
        read->items.cbegin(), read->items.cend(), [&](const ReviewItem &item) { return item.entry.occasion == june; }));
    CHECK(std::all_of(read->contents.cbegin(), read->contents.cend(),
        [&](const Report &content) { return content.occasion == june; }));

    // Under the name of another month nothing of it holds.
    QList<generate::RawPart> parts = test::rawParts(bytes);
    generate::RawPart &manifest = test::partNamed(parts, "manifest.json");
    QJsonObject object = QJsonDocument::fromJson(manifest.packed).object();
    object.insert(QStringLiteral("occasion"), QStringLiteral("2031-07"));
    manifest = generate::storedPart("manifest.json", QJsonDocument(object).toJson());
    const Result<ReviewFile> other
        = parseReviewFile(test::signedBySample(generate::rawArchive(parts)), QStringLiteral("r.zbsh"), {monthly});
    REQUIRE_FALSE(other);
    CHECK(other.error() == Error{ErrorCode::SignatureInvalid, {QStringLiteral("r.zbsh")}});
    // Where there is none no file says so.
    CHECK_FALSE(test::partNamed(parts = test::rawParts(test::written(sample(), test::shippedNotice())), "manifest.json")
                    .packed.contains("occasion"));
}

} // namespace reviewfile_test
