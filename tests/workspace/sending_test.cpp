// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What is sent: written as a whole, kept, recorded to the byte, and never more than the other office can be given.
#include "base/digest.h"
#include "workspace/export/export.h"
#include "workspace/review/correspondence.h"
#include "workspace/review/sending.h"
#include "workspace/reviewdesk.h"

#include <QDir>
#include <QJsonArray>

#include <fontconfig/fontconfig.h>

#include <random>

namespace sending_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

// Approved and stamped by a picture, with an empty folder to write into.
struct SealedDesk : ReviewDesk {
    SealedDesk()
    {
        approve();
        REQUIRE(workspace->office().session().setSealPicture(write(QStringLiteral("章.png"), redPicture()), 420));
        REQUIRE(review().placeSeal());
        REQUIRE(QDir().mkdir(out));
    }

    QStringList names(const QString &where) const { return QDir(where).entryList(QDir::Files, QDir::Name); }
    QJsonArray recorded() { return review().entries()->constLast().detail.value(QStringLiteral("files")).toArray(); }

    QString out = folder.filePath(QStringLiteral("上报"));
    Sending sending{
        QStringLiteral("zhangjian01@samr.gov.cn"), QStringLiteral("电子邮件"), workspace->office().clock()()};
};

// While this lives the machine has no fonts but those that lie where fontconfig does not look.
class WithoutFonts {
public:
    WithoutFonts()
        : m_before(FcConfigReference(nullptr))
        , m_empty(FcConfigCreate())
    {
        REQUIRE(FcConfigSetCurrent(m_empty));
    }
    ~WithoutFonts()
    {
        FcConfigSetCurrent(m_before);
        FcConfigDestroy(m_before);
        FcConfigDestroy(m_empty);
    }
    WithoutFonts(const WithoutFonts &) = delete;
    WithoutFonts &operator=(const WithoutFonts &) = delete;

private:
    FcConfig *m_before;
    FcConfig *m_empty;
};

QString digestOfFile(const QString &path)
{
    return QString::fromLatin1(digestOfBytes(*readWhole(path, 64 * mebibyte), DigestAlgorithm::Sha256).toHex());
}

// A PNG by its first bytes, which no packer makes smaller.
QByteArray noise(qint64 size, unsigned int seed)
{
    std::mt19937_64 random(seed);
    QByteArray bytes("\x89PNG\r\n\x1A\n");
    while (bytes.size() < size) {
        const auto number = random();
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace

TEST_CASE("What is recorded as sent is what was written, however the pages come out later")
{
    SealedDesk desk;
    const Result<QStringList> files = writeFilesToSend(*desk.workspace, desk.out);
    REQUIRE(files);
    REQUIRE(files->size() == 4);
    QStringList digests;
    for (const QString &path : *files)
        digests.append(digestOfFile(path));
    {
        const WithoutFonts machine;
        const QString elsewhere = desk.folder.filePath(QStringLiteral("另"));
        ExportRequest request;
        request.folder = elsewhere;
        request.marks = desk.review().marks();
        const QDateTime created = desk.review().seal()->at;
        const Result<ExportOutcome> later = exportReport(desk.workspace->openReport().report(),
            desk.workspace->openReport().notice(), request, [created] { return created; });
        REQUIRE((!later || digestOfFile(later->files.first()) != digests.first()));
        // The stick is gone as well.
        for (const QString &path : *files)
            REQUIRE(QFile::remove(path));
        REQUIRE(desk.review().recordWritten(desk.sending));
    }
    const QJsonArray recorded = desk.recorded();
    REQUIRE(recorded.size() == 4);
    for (qsizetype at = 0; at < files->size(); ++at) {
        CHECK(recorded[at].toObject().value(QStringLiteral("name")).toString() == QFileInfo(files->at(at)).fileName());
        CHECK(recorded[at].toObject().value(QStringLiteral("digest")).toString() == digests[at]);
    }
    const Result<std::unique_ptr<Store>> store = Store::open(desk.path, systemClock(), Store::Access::Read);
    REQUIRE(store);
    for (const QString &digest : digests)
        CHECK((*store)->attachment(QByteArray::fromHex(digest.toLatin1())));
}

TEST_CASE("However often it is written, the same is sent")
{
    SealedDesk desk;
    const Result<QStringList> files = writeFilesToSend(*desk.workspace, desk.out);
    REQUIRE(files);
    const QString first = digestOfFile(files->first());
    desk.pass(86'400'000);
    const Result<QStringList> drafted = writeMailDraft(*desk.workspace, desk.out);
    REQUIRE(drafted);
    CHECK(drafted->first().endsWith(QStringLiteral(".eml")));
    CHECK(drafted->sliced(1) == *files);
    CHECK(digestOfFile(files->first()) == first);
    // The program may have been closed in between.
    REQUIRE(desk.workspace->openStore(desk.path));
    desk.asStaff();
    REQUIRE(desk.workspace->openReport().open(desk.id));
    REQUIRE(desk.review().writtenForSending());
    CHECK(desk.review().writtenForSending()->size() == 4);
    REQUIRE(desk.review().recordWritten(desk.sending));
    CHECK(desk.recorded().first().toObject().value(QStringLiteral("digest")).toString() == first);
}

TEST_CASE("Nothing is recorded as sent that was not written")
{
    SealedDesk desk;
    CHECK(desk.review().recordWritten(desk.sending).error() == Error{ErrorCode::FilesNotWritten, {guizhou}});
    CHECK(desk.review().state() == ReportState::Sealed);
    REQUIRE(writeFilesToSend(*desk.workspace, desk.out));
    // A scan makes it another thing to send: it is what the stamped paper was.
    const QString scan = desk.write(QStringLiteral("盖章页.png"), redPicture());
    REQUIRE(desk.review().attachScan({scan}));
    CHECK(desk.review().writtenForSending()->isEmpty());
    REQUIRE(desk.review().recordWritten(desk.sending));
    REQUIRE(desk.recorded().size() == 1);
    CHECK(desk.recorded().first().toObject().value(QStringLiteral("digest")).toString() == digestOfFile(scan));
}

TEST_CASE("Where one of the files cannot be written none is, nor is it taken for written")
{
    SealedDesk desk;
    const QString inTheWay = desk.out + QStringLiteral("/报送邮件草稿.eml");
    REQUIRE(writeDurably(inTheWay, QByteArrayLiteral("mine"), Existing::Keep));
    CHECK(writeMailDraft(*desk.workspace, desk.out).error() == Error{ErrorCode::FileExists, {inTheWay}});
    CHECK(desk.names(desk.out) == QStringList{QStringLiteral("报送邮件草稿.eml")});
    CHECK(desk.review().writtenForSending()->isEmpty());
    REQUIRE(writeMailDraft(*desk.workspace, desk.out, Existing::Replace));
    CHECK(desk.names(desk.out).size() == 5);
}

TEST_CASE("Two scans of one name both get to where they are sent")
{
    SealedDesk desk;
    REQUIRE(QDir(desk.folder.path()).mkpath(QStringLiteral("甲")));
    REQUIRE(QDir(desk.folder.path()).mkpath(QStringLiteral("乙")));
    const QByteArray one = noise(1000, 1);
    const QByteArray other = noise(1000, 2);
    REQUIRE(desk.review().attachScan(
        {desk.write(QStringLiteral("甲/扫描.PNG"), one), desk.write(QStringLiteral("乙/扫描.png"), other)}));
    const Result<QStringList> files = writeFilesToSend(*desk.workspace, desk.out);
    REQUIRE(files);
    REQUIRE(files->size() == 4);
    CHECK(QFileInfo(files->at(0)).fileName() == QStringLiteral("扫描.PNG"));
    CHECK(QFileInfo(files->at(1)).fileName() == QStringLiteral("扫描（2）.png"));
    CHECK(*readWhole(files->at(0), mebibyte) == one);
    CHECK(*readWhole(files->at(1), mebibyte) == other);
    CHECK(writeFilesToSend(*desk.workspace, desk.out).error().code == ErrorCode::FileExists);
    CHECK(desk.names(desk.out).size() == 4);
}

TEST_CASE("As much can be attached as fits into a file for the other office, and no byte more")
{
    SealedDesk desk;
    const qint64 room = reviewAttachmentsLimit - desk.workspace->office().session().sealPicture().value()->png.size();
    const QString first = desk.write(QStringLiteral("1.png"), noise(room / 2, 1));
    const QString over = desk.write(QStringLiteral("2.png"), noise(room - room / 2 + 1, 2));
    const QString third = desk.write(QStringLiteral("3.png"), noise(mebibyte, 3));
    const auto tooLarge = [](const QString &sum) {
        return Error{ErrorCode::FilesTooLarge, {guizhou, sum, QStringLiteral("40")}};
    };
    CHECK(desk.review().attachScan({first, over, third}).error() == tooLarge(QStringLiteral("41.1")));
    CHECK(desk.review().attachScan({first, over}).error() == tooLarge(QStringLiteral("40.1")));
    CHECK(desk.review().scans()->isEmpty());
    const QString fits = desk.write(QStringLiteral("2.png"), noise(room - room / 2, 2));
    REQUIRE(desk.review().attachScan({first, fits}));
    REQUIRE(desk.review().attachScan({first, fits})); // again they take no room
    const QString file = desk.folder.filePath(QStringLiteral("送审.zbsh"));
    REQUIRE(Correspondence(desk.workspace->openReport()).write(file));
    CHECK(readReviewFile(file, testCatalogue().notices));
    Sending more = desk.sending;
    more.files = {desk.write(QStringLiteral("附.txt"), QByteArrayLiteral("一"))};
    CHECK(desk.review().recordSent(more).error().code == ErrorCode::FilesTooLarge);
    more.files = {fits};
    REQUIRE(desk.review().recordSent(more));
}

TEST_CASE("Where there is no store the one that was asked for is named")
{
    Desk desk;
    const QString asked = desk.folder.filePath(QStringLiteral("zhibao.txt/a.db"));
    REQUIRE(writeDurably(desk.folder.filePath(QStringLiteral("zhibao.txt")), {}, Existing::Keep));
    REQUIRE_FALSE(desk.workspace->openStore(asked));
    const Error missing{ErrorCode::FileNotFound, {asked}};
    CHECK(desk.workspace->office().session().ownKey().error() == missing);
    CHECK(desk.workspace->office().session().setSoleOffice(true).error() == missing);
    CHECK(Correspondence(desk.workspace->openReport()).read(desk.path).error() == missing);
    CHECK(desk.workspace->office().logHead().error() == missing);
    CHECK(desk.workspace->openReport().open(1).error() == missing);
    CHECK(desk.workspace->office().addUnit({}).error() == missing);
}

} // namespace sending_test
