// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"

#include <QtEndian>

#include <zip.h>

#include <catch2/catch.hpp>
#include <vector>

namespace archive_test {

using namespace zhibao;

namespace {

QList<ArchivePart> unpacked(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t *const archive = zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, &error);
    REQUIRE(archive);
    QList<ArchivePart> parts;
    for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
        const auto place = static_cast<zip_uint64_t>(index);
        zip_stat_t status;
        REQUIRE(zip_stat_index(archive, place, 0, &status) == 0);
        QByteArray content(static_cast<qsizetype>(status.size), Qt::Uninitialized);
        zip_file_t *const file = zip_fopen_index(archive, place, 0);
        REQUIRE(file);
        CHECK(zip_fread(file, content.data(), status.size) == content.size());
        zip_fclose(file);
        parts.append({QString::fromUtf8(status.name), content});
    }
    zip_discard(archive);
    return parts;
}

} // namespace

TEST_CASE("An archive holds its parts in order, and equal parts give equal bytes")
{
    const QList<ArchivePart> parts{
        {QStringLiteral("[Content_Types].xml"), QByteArrayLiteral("<Types/>")},
        {QStringLiteral("word/document.xml"), QByteArray(100'000, 'w')},
        {QStringLiteral("word/空.xml"), QByteArray()},
    };
    const Result<QByteArray> archive = zipArchive(parts);
    REQUIRE(archive);
    CHECK(archive->startsWith("PK\x03\x04"));
    CHECK(archive->size() < 2'000);
    const QList<ArchivePart> read = unpacked(*archive);
    REQUIRE(read.size() == parts.size());
    for (qsizetype index = 0; index < parts.size(); ++index) {
        CHECK(read[index].name == parts[index].name);
        CHECK(read[index].bytes == parts[index].bytes);
    }
    CHECK(*zipArchive(parts) == *archive);
}

TEST_CASE("Two parts of one name are refused")
{
    const ArchivePart part{QStringLiteral("a"), QByteArrayLiteral("1")};
    const Result<QByteArray> archive = zipArchive({part, part});
    REQUIRE_FALSE(archive);
    CHECK(archive.error().code == ErrorCode::RenderFailed);
}

TEST_CASE("A part is read under a limit, and what is no archive gives none")
{
    const QString name = QStringLiteral("docProps/核.xml");
    const Result<QByteArray> archive = zipArchive({{name, QByteArray(1'000'000, 'x')}});
    REQUIRE(archive);
    CHECK(zipPart(*archive, name, 1'000'000) == QByteArray(1'000'000, 'x'));
    CHECK_FALSE(zipPart(*archive, name, 999'999));
    CHECK_FALSE(zipPart(*archive, QStringLiteral("other"), 1'000'000));
    CHECK_FALSE(zipPart(QByteArrayLiteral("PK no archive"), name, 1'000));
    CHECK_FALSE(zipPart({}, name, 1'000));
    for (qsizetype size = 0; size < archive->size(); size += 7)
        CHECK_FALSE(zipPart(archive->first(size), name, 2'000'000));
}

namespace {

QString causeOf(const Result<QList<ArchivePart>> &parts)
{
    REQUIRE_FALSE(parts);
    CHECK(parts.error().code == ErrorCode::ArchiveMalformed);
    REQUIRE(parts.error().arguments.size() == 2);
    CHECK(parts.error().arguments.first() == QStringLiteral("here.zip"));
    return parts.error().arguments.last();
}

QString causeOf(const QByteArray &archive, const ArchiveLimits &limits = {})
{
    return causeOf(zipParts(archive, limits, QStringLiteral("here.zip")));
}

QByteArray archiveOf(const QList<ArchivePart> &parts)
{
    const Result<QByteArray> archive = zipArchive(parts);
    REQUIRE(archive);
    return *archive;
}

// An archive of one part with another name of the same length written over its own, in both places.
QByteArray renamed(QByteArrayView name)
{
    const QByteArray own(name.size(), 'n');
    QByteArray archive = archiveOf({{QString::fromLatin1(own), QByteArrayLiteral("content")}});
    CHECK(archive.count(own) == 2);
    return archive.replace(own, name.toByteArray());
}

// The archive with a field of its first entry in the directory written over.
QByteArray withEntryField(QByteArray archive, qsizetype at, QByteArrayView bytes)
{
    const qsizetype entry = archive.indexOf("PK\1\2");
    REQUIRE(entry > 0);
    return archive.replace(entry + at, bytes.size(), bytes.toByteArray());
}

} // namespace

TEST_CASE("All parts are read in their order, under Unicode names")
{
    const QList<ArchivePart> parts{{QStringLiteral("报表/内容.json"), QByteArrayLiteral("{}")},
        {QStringLiteral("empty"), QByteArray("")}, {QStringLiteral("..a/b.."), QByteArray(300'000, 'x')}};
    const Result<QList<ArchivePart>> read = zipParts(archiveOf(parts));
    REQUIRE(read);
    CHECK(*read == parts);
    CHECK(zipParts(archiveOf({{QStringLiteral("a"), {}}}))->size() == 1);
}

TEST_CASE("Part names that reach elsewhere or that eyes cannot tell are refused")
{
    for (const QByteArrayView name :
        {QByteArrayView("../x"), QByteArrayView("/etc/x"), QByteArrayView("a/../x"), QByteArrayView("a/.."),
            QByteArrayView("./x"), QByteArrayView("a//x"), QByteArrayView("a\\x"), QByteArrayView("folder/"),
            QByteArrayView("a\nx"), QByteArrayView("a\x7Fx"), QByteArrayView("a\xC2\x85x"), QByteArrayView("a\xFFx"),
            QByteArrayView("\xED\xA0\x80"), QByteArrayView("a\0x", 3), QByteArrayView("..")}) {
        CAPTURE(name.toByteArray().toHex().toStdString());
        CHECK(causeOf(renamed(name)) == QStringLiteral("bad-part-name"));
    }
    CHECK(zipParts(renamed("a/x")));
}

TEST_CASE("Symbolic links and encrypted or oddly packed parts are refused")
{
    const QByteArray archive = archiveOf({{QStringLiteral("part"), QByteArrayLiteral("/etc/passwd")}});
    // The system that wrote the entry (Unix) and its kind (S_IFLNK | 0777).
    const QByteArray link
        = withEntryField(withEntryField(archive, 5, "\x03"), 38, QByteArrayView("\x00\x00\xFF\xA1", 4));
    CHECK(causeOf(link) == QStringLiteral("bad-part-name"));
    CHECK(causeOf(withEntryField(archive, 8, "\x01")) == QStringLiteral("not-an-archive"));
    CHECK(causeOf(withEntryField(archive, 10, "\x0C")) == QStringLiteral("not-an-archive"));
}

TEST_CASE("Two parts of one name are told from one, in any case of letters")
{
    const auto pair = [](QByteArrayView first, QByteArrayView second) {
        return archiveOf({{QStringLiteral("first"), "1"}, {QStringLiteral("other"), "2"}})
            .replace("first", first.toByteArray())
            .replace("other", second.toByteArray());
    };
    CHECK(causeOf(pair("store", "store")) == QStringLiteral("duplicate-part"));
    CHECK(causeOf(pair("store", "STORE")) == QStringLiteral("duplicate-part"));
    CHECK(zipParts(pair("store", "storf")));
    CHECK(causeOf(archiveOf({{QStringLiteral("ä"), "1"}, {QStringLiteral("Ä"), "2"}}))
        == QStringLiteral("duplicate-part"));
}

TEST_CASE("Limits count what comes out of an archive")
{
    QList<ArchivePart> many;
    for (int i = 0; i < 12; ++i)
        many.append({QString::number(i), QByteArray(1'000, 'x')});
    const QByteArray archive = archiveOf(many);
    ArchiveLimits limits{archive.size(), 12, 1'000, 12'000};
    CHECK(zipParts(archive, limits));
    --limits.archive;
    CHECK(causeOf(archive, limits) == QStringLiteral("too-large"));
    limits = {archive.size(), 11, 1'000, 12'000};
    CHECK(causeOf(archive, limits) == QStringLiteral("too-many-parts"));
    limits = {archive.size(), 12, 999, 12'000};
    CHECK(causeOf(archive, limits) == QStringLiteral("too-large"));
    limits = {archive.size(), 12, 1'000, 11'999};
    CHECK(causeOf(archive, limits) == QStringLiteral("too-large"));
    // An archive that tells a small size for a part that is large.
    const QByteArray bomb = archiveOf({{QStringLiteral("part"), QByteArray(40'000'000, 0)}});
    CHECK(bomb.size() < 50'000);
    CHECK(causeOf(bomb) == QStringLiteral("too-large"));
    CHECK_FALSE(zipParts(withEntryField(bomb, 24, QByteArrayView("\x10\0\0\0", 4))));
}

TEST_CASE("Folders are passed over where they are no error")
{
    const QByteArray archive
        = archiveOf({{QStringLiteral("word_"), {}}, {QStringLiteral("part"), "content"}}).replace("word_", "word/");
    CHECK(causeOf(archive) == QStringLiteral("bad-part-name"));
    ArchiveLimits limits;
    limits.passOverFolders = true;
    const Result<QList<ArchivePart>> parts = zipParts(archive, limits);
    REQUIRE(parts);
    CHECK(*parts == QList<ArchivePart>{{QStringLiteral("part"), "content"}});
}

TEST_CASE("An archive cut anywhere, or what is none, is refused")
{
    const QByteArray archive
        = archiveOf({{QStringLiteral("a"), QByteArray(5'000, 'a')}, {QStringLiteral("b"), QByteArrayLiteral("bytes")}});
    for (qsizetype size = 4; size < archive.size(); ++size)
        CHECK(causeOf(archive.first(size)) == QStringLiteral("truncated"));
    CHECK(causeOf(QByteArray()) == QStringLiteral("not-an-archive"));
    CHECK(causeOf(QByteArrayLiteral("%PDF-1.4")) == QStringLiteral("not-an-archive"));
    CHECK_FALSE(zipParts(archive + "more"));
}

TEST_CASE("An archive changed in any byte crashes nothing")
{
    const QByteArray archive
        = archiveOf({{QStringLiteral("a"), QByteArray(500, 'a')}, {QStringLiteral("b/c"), QByteArrayLiteral("bytes")}});
    const Result<QList<ArchivePart>> parts = zipParts(archive);
    int refused = 0;
    for (qsizetype at = 0; at < archive.size(); ++at) {
        for (const int mask : {0x01, 0x80, 0xFF}) {
            QByteArray changed = archive;
            changed[at] = static_cast<char>(changed[at] ^ mask);
            refused += zipParts(changed) ? 0 : 1;
        }
    }
    CHECK(refused > archive.size());
}

TEST_CASE("A comment stands at the end of an archive and can be parted from it")
{
    const QList<ArchivePart> parts{{QStringLiteral("part"), QByteArrayLiteral("content")}};
    // A signature may hold any bytes, those of a record at the end too.
    const QByteArray comment = QByteArray(64, '\xFE') + QByteArray("PK\5\6", 4) + QByteArray(30, '\0');
    const Result<QByteArray> archive = zipArchive(parts, comment);
    REQUIRE(archive);
    CHECK(archive->endsWith(comment));
    CHECK(unpacked(*archive) == parts);
    const std::optional<CommentedArchive> split = splitComment(*archive);
    REQUIRE(split);
    CHECK(split->comment == comment);
    CHECK(split->archive == archiveOf(parts));
    CHECK(splitComment(split->archive)->comment.isEmpty());
    CHECK(splitComment(split->archive)->archive == split->archive);
    CHECK_FALSE(splitComment(archive->chopped(1)));
    CHECK_FALSE(splitComment({}));
    CHECK_FALSE(zipArchive(parts, QByteArray(0x10000, 'c')));
    const Result<QByteArray> longest = zipArchive(parts, QByteArray(0xFFFF, 'c'));
    REQUIRE(longest);
    CHECK(splitComment(*longest)->comment.size() == 0xFFFF);
    CHECK(*zipParts(*longest) == parts);
}

namespace {

// The archive with bytes put in before its directory (at its start, or behind its parts), and all that names a place
// after them set right.
QByteArray withBytesBefore(QByteArrayView where, const QByteArray &added, QByteArray archive)
{
    const qsizetype at = archive.indexOf(where);
    REQUIRE(at >= 0);
    const auto moved = static_cast<quint32>(added.size());
    const auto move = [&](qsizetype field) {
        const auto place = qFromLittleEndian<quint32>(archive.constData() + field);
        if (place >= static_cast<quint32>(at))
            qToLittleEndian(place + moved, archive.data() + field);
    };
    for (qsizetype entry = archive.indexOf("PK\1\2"); entry >= 0; entry = archive.indexOf("PK\1\2", entry + 1))
        move(entry + 42);
    move(archive.size() - 6);
    return archive.insert(at, added);
}

} // namespace

TEST_CASE("An archive that is more than its parts is told from one that is not")
{
    const QByteArray archive
        = archiveOf({{QStringLiteral("a"), QByteArray(500, 'a')}, {QStringLiteral("b/c"), QByteArrayLiteral("bytes")}});
    CHECK(holdsOnlyParts(archive));
    const QByteArray second = archive.mid(archive.indexOf("PK\3\4", 1), 30);
    const QList<QByteArray> others{
        "before" + archive,
        withBytesBefore("PK\3\4", "%PDF-1.4\n", archive),
        withBytesBefore(second, "between", archive),
        withBytesBefore("PK\1\2", "behind", archive),
        withBytesBefore("PK\5\6", {}, archive).replace("PK\5\6", QByteArray("more PK\5\6")),
        archive + "after",
        *zipArchive(*zipParts(archive), "comment"),
        withEntryField(archive, 8, QByteArray("\1\0", 2)), // encrypted
        withEntryField(archive, 10, QByteArray("\0\0", 2)), // stored, says the directory
        withEntryField(archive, 16, "crc!"),
        withEntryField(archive, 34, QByteArray("\1\0", 2)), // on another disk
        withEntryField(archive, 46, "x"), // another name
        {},
        "PK\5\6",
    };
    for (qsizetype number = 0; number < others.size(); ++number) {
        CAPTURE(number);
        CHECK(others[number] != archive);
        CHECK_FALSE(holdsOnlyParts(others[number]));
    }
    // The bytes before the directory are no part of it, but libzip and other programs read the parts all the same.
    CHECK(zipParts(others[3]));
    for (qsizetype size = 0; size < archive.size(); ++size)
        CHECK_FALSE(holdsOnlyParts(archive.first(size)));
}

TEST_CASE("Parts whose sizes follow them are parts like others")
{
    QByteArray archive = archiveOf({{QStringLiteral("a"), QByteArray(500, 'a')}});
    const qsizetype entry = archive.indexOf("PK\1\2");
    const QByteArray sums = archive.mid(entry + 16, 12);
    archive.replace(14, 12, QByteArray(12, '\0'));
    archive[6] = archive[entry + 8] = 8; // flags
    const QByteArray whole = withBytesBefore("PK\1\2", "PK\7\10" + sums, archive);
    CHECK(holdsOnlyParts(whole));
    CHECK(zipParts(whole));
    QByteArray untrue = whole;
    untrue[whole.indexOf("PK\7\10") + 8] = 'x';
    CHECK_FALSE(holdsOnlyParts(untrue));
    CHECK_FALSE(holdsOnlyParts(archive));
}

} // namespace archive_test
