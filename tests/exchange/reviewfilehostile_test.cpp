// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review files made to harm, truly signed by whoever made them: each is refused, at little cost, and leaves no trace.
#include "base/archive.h"
#include "base/digest.h"
#include "core/data.h"
#include "exchange/reviewfilesamples.h"
#include "generate/random.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace reviewfilehostile_test {

using namespace zhibao;
using generate::RawPart;

namespace {

#ifdef ZHIBAO_SANITIZED
constexpr int secondsAllowed = 60; // what is checked at each step takes longer
constexpr double memoryAllowed = 4'000; // and holds shadows of what is held
#else
constexpr int secondsAllowed = 5; // of the processor
constexpr double memoryAllowed = 300; // MiB
#endif

struct Outcome {
    int code = -2; // -1: read
    QString cause; // the last argument of the error
    double peak = 0;
};

// Reads the bytes as a file in another process, whose folder lies in a folder that is listed before and after.
class Victim {
public:
    Outcome read(const QByteArray &bytes)
    {
        REQUIRE(QDir(m_folder.path()).mkpath(QStringLiteral("in/here")));
        const QString path = m_folder.filePath(QStringLiteral("in/here/送审.zbsh"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        const QStringList before = listed();
        QProcess process;
        process.setWorkingDirectory(m_folder.filePath(QStringLiteral("in/here")));
        process.start(QStringLiteral(READ_REVIEW),
            {path, QStringLiteral(SOURCE_ROOT "/resources/notices/2023-9.json"), QString::number(secondsAllowed)});
        REQUIRE(process.waitForFinished(-1));
        INFO(process.readAllStandardError().toStdString());
        CHECK(process.exitStatus() == QProcess::NormalExit);
        REQUIRE(process.exitCode() == 0);
        CHECK(listed() == before);
        const QJsonObject told = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        const Outcome outcome{told[QStringLiteral("code")].toInt(-2),
            told[QStringLiteral("arguments")].toArray().last().toString(), told[QStringLiteral("peak")].toDouble()};
        CHECK(outcome.peak > 0);
        CHECK(outcome.peak <= memoryAllowed);
        return outcome;
    }

    QString folder() const { return m_folder.path(); }

private:
    QStringList listed() const
    {
        QStringList names;
        QDirIterator files(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            names.append(QStringLiteral("%1 %2 %3")
                             .arg(file.filePath())
                             .arg(file.size())
                             .arg(file.lastModified().toMSecsSinceEpoch()));
        }
        names.sort();
        return names;
    }

    QTemporaryDir m_folder;
};

const QList<RawPart> &sampleParts()
{
    static const Notice notice = test::shippedNotice();
    static const QList<RawPart> parts = test::rawParts(test::written(test::generateReview(notice, 7), notice));
    return parts;
}

QByteArray archiveWith(const RawPart &part)
{
    return test::signedBySample(generate::rawArchive(sampleParts() + QList<RawPart>{part}));
}

QByteArray archiveInstead(const RawPart &part)
{
    QList<RawPart> parts = sampleParts();
    test::partNamed(parts, part.name) = part;
    return test::signedBySample(generate::rawArchive(parts));
}

QByteArray archiveInstead(const QByteArray &name, const QByteArray &bytes)
{
    return archiveInstead(generate::deflatedPart(name, bytes));
}

// Another name for a part that is there already.
RawPart shared(const QByteArray &name, const RawPart &part, int with)
{
    RawPart other = part;
    other.name = name;
    other.sharedWith = with;
    return other;
}

QByteArray attachmentName(const QByteArray &bytes)
{
    return "attachments/" + digestOfBytes(bytes, DigestAlgorithm::Sha256).toHex();
}

// Is refused as an archive, for that cause.
void checkRefused(Victim &victim, const QByteArray &bytes, const char *cause)
{
    const Outcome outcome = victim.read(bytes);
    CHECK(outcome.code == static_cast<int>(ErrorCode::ArchiveMalformed));
    CHECK(outcome.cause == QString::fromUtf8(cause));
}

void checkRefused(Victim &victim, const QByteArray &bytes, ErrorCode code, const char *cause)
{
    const Outcome outcome = victim.read(bytes);
    CHECK(outcome.code == static_cast<int>(code));
    CHECK(outcome.cause == QString::fromUtf8(cause));
}

QByteArray repeated(const QByteArray &text, int count)
{
    QByteArray all = text.repeated(count);
    all.chop(1); // the last comma
    return all;
}

// Bytes that cannot be packed.
QByteArray noise(qsizetype size)
{
    generate::Random random(1);
    QByteArray bytes;
    while (bytes.size() < size) {
        const quint64 number = random.next();
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    return bytes;
}

QByteArray reportHead()
{
    return QStringLiteral(R"({"format": "zhibao.report", "version": 1, "notice": "%1", "unit": "云溪市𠮷林区计量所")")
        .arg(test::shippedNotice().number)
        .toUtf8();
}

} // namespace

TEST_CASE("the sample that is made hostile is read as it is, and a small bomb is what it says")
{
    Victim victim;
    CHECK(victim.read(test::signedBySample(generate::rawArchive(sampleParts()))).code == -1);
    const RawPart small = generate::bombPart("part", 500);
    const std::optional<QByteArray> zeros = zipPart(generate::rawArchive({small}), QStringLiteral("part"), 1'000'000);
    REQUIRE(zeros);
    CHECK(*zeros == QByteArray(small.size, '\0'));
    CHECK(zeros->size() > 1'000 * small.packed.size());
}

TEST_CASE("archives that expand without end are refused")
{
    Victim victim;
    constexpr qsizetype megabyte = 1'000'000;
    const RawPart bomb = generate::bombPart("attachments/" + QByteArray(64, '0'), megabyte);
    REQUIRE(bomb.size > 1'000'000'000);
    checkRefused(victim, archiveWith(bomb), "too-large");
    checkRefused(victim, archiveInstead(generate::bombPart("entries.json", megabyte)), "too-large");
    checkRefused(victim, archiveInstead(generate::bombPart("manifest.json", 4 * megabyte)), "too-large");
    // Of 25 MB in a text each, but with a small archive.
    checkRefused(victim, archiveInstead(generate::bombPart("contents/1.json", megabyte / 40)), "too-large");
    // Some that tell other sizes.
    for (const quint32 size : {0u, 10u, 0xFFFF'FFFEu}) {
        RawPart liar = bomb;
        liar.size = size;
        INFO("told " << size);
        CHECK(victim.read(archiveWith(liar)).code == static_cast<int>(ErrorCode::ArchiveMalformed));
    }
    // 900 names of the same 4 MB.
    QList<RawPart> parts = sampleParts();
    const int first = static_cast<int>(parts.size());
    const RawPart some = generate::bombPart("attachments/first", 4'000);
    parts.append(some);
    for (int i = 0; i < 900; ++i)
        parts.append(shared("attachments/" + QByteArray::number(i), some, first));
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "too-large");
}

TEST_CASE("an archive within an archive is bytes like any other")
{
    Victim victim;
    const QByteArray inner = generate::rawArchive({generate::bombPart("bomb", 1'000'000)});
    CHECK(victim.read(archiveWith(generate::storedPart(attachmentName(inner), inner))).code == -1);
    CHECK(victim.read(archiveInstead(generate::storedPart("contents/1.json", inner))).code
        == static_cast<int>(ErrorCode::NotUtf8));
}

TEST_CASE("parts whose fields lie are refused")
{
    Victim victim;
    for (const quint32 size : {0u, 1u, 1'000'000u, 0xFFFF'FFFEu}) {
        QList<RawPart> parts = sampleParts();
        test::partNamed(parts, "entries.json").size = size;
        INFO("told " << size);
        CHECK(victim.read(test::signedBySample(generate::rawArchive(parts))).code >= 0);
    }
    QList<RawPart> parts = sampleParts();
    test::partNamed(parts, "entries.json").checksum ^= 1;
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "truncated");
    parts = sampleParts();
    test::partNamed(parts, "entries.json").method = 8;
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "truncated");
    parts = sampleParts();
    test::partNamed(parts, "entries.json").method = 99;
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "truncated");
}

TEST_CASE("names that lead elsewhere are refused, and nothing is written there")
{
    Victim victim;
    const QByteArray absolute = QFile::encodeName(victim.folder() + QStringLiteral("/absolute"));
    for (const QByteArray &name : {QByteArray("../x"), QByteArray("../../x"), absolute, QByteArray("a\\..\\b"),
             QByteArray("..\\x"), QByteArray("contents/../../x"), QByteArray("contents/./1.json"),
             QByteArray("contents//1.json"), QByteArray("contents/"), QByteArray("."), QByteArray(""),
             QByteArray("a\0b", 3), QByteArray("entries.json\0", 13), QByteArray("\xED\xA0\x80"), QByteArray("a\nb"),
             QByteArray(60'000, '/')}) {
        INFO(name.left(40).toPercentEncoding().toStdString());
        checkRefused(victim, archiveWith(generate::storedPart(name, "{}")), "bad-part-name");
    }
    // Names in GBK that say they are in UTF-8.
    checkRefused(victim, archiveWith(generate::storedPart("\xD6\xCA\xB1\xA8.json", "{}")), "truncated");
    checkRefused(victim, archiveWith(generate::storedPart("C:x", "{}")), "bad-part-name");
    checkRefused(victim, archiveWith(generate::storedPart(QByteArray(60'000, 'x'), "{}")), "bad-part-name");
    for (const uint kind : {S_IFLNK, S_IFDIR, S_IFIFO, S_IFCHR}) {
        RawPart link = generate::storedPart(attachmentName("/etc/passwd"), "/etc/passwd");
        CHECK(victim.read(archiveWith(link)).code == -1);
        link.attributes = (kind | 0777) << 16;
        checkRefused(victim, archiveWith(link), "bad-part-name");
    }
}

TEST_CASE("names that are there twice are refused")
{
    Victim victim;
    for (const char *name :
        {"manifest.json", "MANIFEST.json", "entries.json", "Entries.JSON", "contents/1.json", "Contents/1.json"}) {
        INFO(name);
        checkRefused(victim, archiveWith(generate::storedPart(name, "{}")), "duplicate-part");
    }
}

TEST_CASE("parts and entries without number are refused")
{
    Victim victim;
    QList<RawPart> parts = sampleParts();
    while (parts.size() < 65'535)
        parts.append(generate::storedPart("attachments/" + QByteArray::number(parts.size()), {}));
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "too-many-parts");

    const auto entries = [](const QByteArray &entry, int count) {
        return archiveInstead("entries.json", "{\"entries\": [" + repeated(entry + ',', count) + "]}");
    };
    checkRefused(victim, entries("{}", 100'000), ErrorCode::WrongType, "too-many-values");
    checkRefused(victim, entries("0", 900'000), ErrorCode::WrongType, "too-many-values");
    checkRefused(victim, entries("0", 1'100'000), ErrorCode::NotJson, "too-many-values");
    QList<RawPart> sample = sampleParts();
    const QJsonObject object = QJsonDocument::fromJson(test::partNamed(sample, "entries.json").packed).object();
    const QByteArray entry = QJsonDocument(object[QStringLiteral("entries")].toArray()[0].toObject()).toJson();
    checkRefused(victim, entries(entry, 100'000), "too-large");
    checkRefused(victim, entries(entry, 10'001), ErrorCode::WrongType, "too-many-values");
    checkRefused(victim, entries(entry, 10'000), "inconsistent"); // of one uid
}

TEST_CASE("texts that take a reader's stack, time or memory are refused")
{
    Victim victim;
    for (const char *name : {"manifest.json", "entries.json", "contents/1.json"}) {
        INFO(name);
        checkRefused(victim, archiveInstead(name, QByteArray(1'000'000, '[')), ErrorCode::NotJson, "too-deep");
        checkRefused(
            victim, archiveInstead(name, "{\"a\": " + QByteArray(100'000, '{')), ErrorCode::NotJson, "too-deep");
        checkRefused(victim, archiveInstead(name, "[" + QByteArray(900'000, ',') + "]"), ErrorCode::NotJson, "syntax");
        CHECK(victim.read(archiveInstead(name, QByteArray(19'000'000, '\xFF'))).code
            == static_cast<int>(ErrorCode::NotUtf8));
        const ErrorCode headless
            = QByteArrayView(name).startsWith("contents") ? ErrorCode::WrongFormat : ErrorCode::WrongType;
        CHECK(victim.read(archiveInstead(name, "{\"a\": \"" + QByteArray(19'000'000, 'a') + "\"}")).code
            == static_cast<int>(headless));
        CHECK(victim.read(archiveInstead(name, "{" + repeated("\"\\u0061\":[{}],", 1'000) + "}")).code
            == static_cast<int>(ErrorCode::NotJson));
        CHECK(victim.read(archiveInstead(name, "{\"a\": [" + repeated("[{}],", 330'000) + "]}")).code
            == static_cast<int>(headless));
    }
}

TEST_CASE("reports of more rows than anybody fills in are refused")
{
    Victim victim;
    const auto rows = [](const QByteArray &row, int count) {
        return reportHead() + ", \"annex1\": {\"rows\": [" + repeated(row + ',', count) + "]}}";
    };
    checkRefused(victim, archiveInstead("contents/1.json", rows("{}", 490'000)), "too-many-values");
    checkRefused(
        victim, archiveInstead("contents/1.json", rows("{\"documents\": [{},{},{}]}", 120'000)), "too-many-values");
    // Below that number, of many contents.
    QList<RawPart> parts = sampleParts();
    const QByteArray some = rows("{\"study\": \"x\", \"activities\": \"x\", \"experience\": \"x\"}", 24'000);
    for (int i = 0; i < 4; ++i) {
        const QByteArray name = "contents/" + QByteArray::number(i + 1) + ".json";
        parts.removeIf([&](const RawPart &part) { return part.name == name; });
        parts.append(generate::deflatedPart(name, some));
    }
    checkRefused(victim, test::signedBySample(generate::rawArchive(parts)), "inconsistent");
}

TEST_CASE("the largest file that may be is read at bearable cost")
{
    Victim victim;
    const Notice notice = test::shippedNotice();
    ReviewFile review = test::generateReview(notice, 7);
    review.contents[0].forms[QStringLiteral("annex2")].fields[field::opening] = QString(19'000'000, u'x');
    for (ReviewItem &item : review.items) {
        if (item.content == 0)
            item.entry.content = contentDigest(review.contents[0]);
    }
    test::signOthers(review);
    QList<RawPart> parts = test::rawParts(test::written(review, notice));
    const QByteArray scan = noise(40'000'000);
    parts.append(generate::storedPart(attachmentName(scan), scan));
    CHECK(victim.read(test::signedBySample(generate::rawArchive(parts))).code == -1);
}

TEST_CASE("a file may only be large by its attachments")
{
    Victim victim;
    QList<RawPart> parts = sampleParts();
    parts.removeIf([](const RawPart &part) { return part.name.startsWith("attachments/"); });
    for (int i = 0; i < 200; ++i)
        parts.append(generate::storedPart(QByteArray::number(i) + QByteArray(60'000, 'x'), "{}"));
    const QByteArray bytes = generate::rawArchive(parts);
    REQUIRE(bytes.size() > reviewTextLimit);
    checkRefused(victim, test::signedBySample(bytes), ErrorCode::FileTooLarge, "20");
}

} // namespace reviewfilehostile_test
