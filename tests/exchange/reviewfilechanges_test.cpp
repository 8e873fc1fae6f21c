// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review files that were changed: by accident, by somebody without the key, and by somebody with one.
#include "core/data.h"
#include "exchange/reviewfilesamples.h"
#include "generate/entries.h"
#include "generate/random.h"

namespace reviewfilechanges_test {

using namespace zhibao;
using generate::Random;
using generate::RawPart;

namespace {

Result<ReviewFile> parse(const QByteArray &bytes)
{
    static const QList<Notice> notices{test::shippedNotice()};
    return parseReviewFile(bytes, QStringLiteral("r.zbsh"), notices);
}

// What a change that nobody signed is refused for.
bool isRefusal(const Result<ReviewFile> &file)
{
    return !file
        && (file.error().code == ErrorCode::SignatureInvalid || file.error().code == ErrorCode::ArchiveMalformed)
        && file.error().arguments.value(0) == QStringLiteral("r.zbsh");
}

QByteArray sampleFile()
{
    const Notice notice = test::shippedNotice();
    return test::written(test::generateReview(notice, 7), notice);
}

// A small report and some entries, so that most of the bytes are structure.
ReviewFile smallReview(const Notice &notice)
{
    ReviewFile review;
    review.notice = notice.number;
    review.unit = QStringLiteral("某单位");
    Report content{notice.number, review.unit, {}};
    content.forms[QStringLiteral("annex1")].rows
        = {Row{{{QStringLiteral("study"), QStringLiteral("学")}}, {{{QStringLiteral("title"), QStringLiteral("文")}}}}};
    review.contents = {content};
    quint32 seed = 0;
    for (const EntryKind kind : {EntryKind::Submit, EntryKind::Comment, EntryKind::Send}) {
        review.items.append({generateEntry(kind, content, ++seed), seed == 1 ? 0 : -1});
        review.items.last().entry.detail.remove(QStringLiteral("quote"));
    }
    review.attachments = {QByteArrayLiteral("PDF")};
    test::signOthers(review);
    return review;
}

const QList<QByteArray> &fragments()
{
    static const QList<QByteArray> known{"null", "-1", "1e999", "1.5", "99999999999999999999", "[[[[[[[[",
        "{\"\":", "}", "]", "\"", ",", "\\ud800", "\\u0000", "\xFF", "\xED\xA0\x80", QByteArray(1, '\0'), "true",
        "\"\"", "{}", "[]", QByteArray(70, '['), "\xEF\xBB\xBF", "\"format\": \"zhibao.review\",", "\"version\": 2,",
        "\r\n", "\\"};
    return known;
}

qsizetype placeIn(Random &random, const QByteArray &bytes)
{
    return random.below(static_cast<int>(bytes.size()) + 1);
}

// The bytes with one change of those that break readers.
QByteArray mutated(QByteArray bytes, Random &random)
{
    const qsizetype at = placeIn(random, bytes);
    const qsizetype length = random.between(1, 40);
    switch (random.below(5)) {
    case 0:
        return bytes.replace(at, 1, QByteArray(1, static_cast<char>(random.below(256))));
    case 1:
        return bytes.remove(at, length);
    case 2:
        return bytes.insert(at, bytes.mid(placeIn(random, bytes), length));
    case 3:
        return bytes.insert(at, fragments().at(random.below(static_cast<int>(fragments().size()))));
    default:
        // A whole value in place of another.
        const qsizetype colon = bytes.indexOf(':', at);
        const qsizetype end = colon < 0 ? -1 : bytes.indexOf(',', colon);
        if (end < 0)
            return bytes.left(at);
        return bytes.replace(
            colon + 1, end - colon - 1, fragments().at(random.below(static_cast<int>(fragments().size()))));
    }
}

} // namespace

TEST_CASE("a review file of which one byte was changed is refused, whichever it is")
{
    const QByteArray whole = sampleFile();
    REQUIRE(parse(whole));
    Random random(1);
    int refused = 0;
    for (int i = 0; i < 1'000; ++i) {
        QByteArray changed = whole;
        const qsizetype at = whole.size() * i / 1'000;
        changed[at] = static_cast<char>(changed[at] ^ random.between(1, 255));
        INFO("byte " << at);
        const bool isRefused = isRefusal(parse(changed));
        CHECK(isRefused);
        refused += isRefused ? 1 : 0;
    }
    CHECK(refused == 1'000);
}

TEST_CASE("each byte of what is around the parts counts, and each digit of the signature has one spelling")
{
    const Notice notice = test::shippedNotice();
    const QByteArray whole = test::written(smallReview(notice), notice);
    REQUIRE(parse(whole));
    const qsizetype directory = whole.indexOf("PK\1\2");
    REQUIRE(directory > 0);
    Random random(2);
    for (qsizetype at = 0; at < whole.size(); ++at) {
        if (at > 100 && at < directory)
            continue;
        INFO("byte " << at);
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ random.between(1, 255));
        CHECK(isRefusal(parse(changed)));
        changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x20); // upper case
        CHECK(isRefusal(parse(changed)));
    }
}

TEST_CASE("a review file that was cut off or that something was added to is refused")
{
    const QByteArray whole = sampleFile();
    for (int i = 0; i < 200; ++i)
        CHECK(isRefusal(parse(whole.first(whole.size() * i / 200))));
    for (qsizetype cut = 1; cut < 300; ++cut)
        CHECK(isRefusal(parse(whole.chopped(cut))));
    CHECK(isRefusal(parse(whole + '\0')));
    CHECK(isRefusal(parse('\0' + whole)));
    CHECK(isRefusal(parse(whole + whole)));
}

TEST_CASE("texts mutated at random and signed again are refused or read, and what is read can be written")
{
    const Notice notice = test::shippedNotice();
    const QList<RawPart> parts = test::rawParts(test::written(smallReview(notice), notice));
    int read = 0;
    for (quint64 seed = 0; seed < 4'000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        QList<RawPart> changed = parts;
        RawPart &part = changed[random.below(3)]; // manifest, entries, content
        QByteArray json = part.packed;
        for (int count = random.between(1, 3); count > 0; --count)
            json = mutated(json, random);
        part = generate::storedPart(part.name, json);
        const Result<ReviewFile> file = parse(test::signedBySample(generate::rawArchive(changed)));
        if (!file) {
            CHECK_FALSE(file.error().arguments.isEmpty());
            continue;
        }
        ++read;
        const Result<ReviewFile> again = parse(test::written(*file, notice));
        REQUIRE(again);
        CHECK(test::saysTheSame(*again, *file));
    }
    CHECK(read > 0);
    CHECK(read < 2'000);
}

TEST_CASE("archives mutated at random and signed again crash nothing")
{
    const Notice notice = test::shippedNotice();
    const ReviewFile review = smallReview(notice);
    const QByteArray bare = generate::rawArchive(test::rawParts(test::written(review, notice)));
    int refused = 0;
    for (quint64 seed = 0; seed < 2'000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        QByteArray archive = bare;
        // The last 200 bytes hold most of the directory.
        const int from = random.chance(500) ? static_cast<int>(archive.size()) - 200 : 0;
        for (int count = random.between(1, 3); count > 0; --count) {
            const qsizetype at = random.between(from, static_cast<int>(archive.size()) - 3);
            archive[at] = static_cast<char>(random.below(256));
        }
        const Result<ReviewFile> file = parse(test::signedBySample(archive));
        if (!file)
            ++refused;
        else
            CHECK(file->contents == review.contents);
    }
    CHECK(refused > 1'000);
}

} // namespace reviewfilechanges_test
