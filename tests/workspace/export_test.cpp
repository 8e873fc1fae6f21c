// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "base/faults.h"
#include "workspace/desk.h"
#include "workspace/export/export.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace export_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

struct Exported {
    QTemporaryDir folder;
    Notice notice = shippedNotice();
    Report report = exampleReport(QStringLiteral("内蒙古自治区市场监督管理局"));
    ExportRequest request;
    QDateTime now = QDateTime(QDate(2023, 3, 1), QTime(9, 0));
    Exported() { request.folder = folder.path(); }

    Result<ExportOutcome> run(const Progress &progress = {})
    {
        return exportReport(
            report, notice, request, [this] { return now; }, progress);
    }
    ErrorCode failure() { return run().error().code; }
    QStringList names() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

} // namespace

TEST_CASE("The file name is the official one")
{
    const Notice notice = shippedNotice();
    const QString unit = QStringLiteral("贵州省市场监督管理局");
    CHECK(exportName(notice.forms[0], unit, FileFormat::Pdf)
        == QStringLiteral("附件1 《质量强国建设纲要》学习宣传贯彻情况表（贵州省市场监督管理局）.pdf"));
    CHECK(exportName(notice.forms[0], {}, FileFormat::Docx)
        == QStringLiteral("附件1 《质量强国建设纲要》学习宣传贯彻情况表.docx"));
    CHECK(exportName(notice.forms[1], unit, FileFormat::Pdf)
        == QStringLiteral("附件2 《质量强国建设纲要》学习宣传贯彻工作总结（贵州省市场监督管理局）.pdf"));
    CHECK(exportName(notice.forms[1], {}, FileFormat::Pdf)
        == QStringLiteral("附件2 《质量强国建设纲要》学习宣传贯彻工作总结提纲.pdf"));
}

TEST_CASE("The file name is safe on every file system")
{
    Form form = shippedNotice().forms[0];
    const auto name = [&](const QString &unit) { return exportName(form, unit, FileFormat::Pdf); };
    CHECK(
        name(QStringLiteral("a/b\\c:d*e?f\"g<h>i|j")).endsWith(QStringLiteral("（a／b＼c：d＊e？f＂g＜h＞i｜j）.pdf")));
    CHECK(name(QStringLiteral("甲\n乙\u202E丙")).endsWith(QStringLiteral("（甲_乙_丙）.pdf")));
    CHECK(name(QString(QChar(0xD800))).endsWith(QStringLiteral("（_）.pdf")));

    form.mark.clear();
    form.title = QStringLiteral("con. .");
    CHECK(exportName(form, {}, FileFormat::Pdf) == QStringLiteral("_ con.pdf"));
    form.mark = QStringLiteral("..");
    CHECK(exportName(form, {}, FileFormat::Pdf).startsWith(u'_'));
}

TEST_CASE("A long name is cut between characters and stays distinct")
{
    Form form = shippedNotice().forms[0];
    form.title = QString(300, u'长');
    const QString first = exportName(form, QStringLiteral("𠮷").repeated(100), FileFormat::Docx);
    const QString second = exportName(form, QStringLiteral("𠮷").repeated(101), FileFormat::Docx);
    CHECK(first != second);
    for (const QString &name : {first, second}) {
        CHECK(name.toUtf8().size() <= 255);
        CHECK(name.endsWith(QStringLiteral("𠮷）.docx")));
        CHECK(QString::fromUtf8(name.toUtf8()) == name);
        CHECK_FALSE(name.contains(QChar::ReplacementCharacter));
    }
}

TEST_CASE("All forms in both formats are exported, and again over themselves")
{
    Exported exported;
    const Result<ExportOutcome> outcome = exported.run();
    REQUIRE(outcome);
    CHECK(outcome->files.size() == 4);
    CHECK(exported.names().size() == 4);
    CHECK(fileBytes(outcome->files[0]).startsWith("%PDF-"));
    CHECK(zipPart(fileBytes(outcome->files[1]), QStringLiteral("word/document.xml"), 1 << 24));

    exported.now = exported.now.addDays(1);
    exported.report.forms[QStringLiteral("annex2")].fields[field::title] = QStringLiteral("另一标题");
    const Result<ExportOutcome> again = exported.run();
    REQUIRE(again);
    CHECK(again->files == outcome->files);
    CHECK(exported.names().size() == 4);
}

TEST_CASE("Only what is asked for is exported")
{
    Exported exported;
    exported.request.forms = {QStringLiteral("annex1")};
    exported.request.formats = {FileFormat::Docx};
    REQUIRE(exported.run());
    CHECK(exported.names().size() == 1);
    exported.request.forms = {QStringLiteral("annex7")};
    CHECK(exported.failure() == ErrorCode::PlaceUnknown);
}

TEST_CASE("What is somebody else's is not replaced unasked")
{
    Exported exported;
    exported.request.forms = {QStringLiteral("annex1")};
    const FileFormat format = GENERATE(FileFormat::Pdf, FileFormat::Docx);
    exported.request.formats = {format};
    exported.report.unit = QStringLiteral("甲/乙局");
    const Result<ExportOutcome> outcome = exported.run();
    REQUIRE(outcome);
    const QString path = outcome->files.first();

    SECTION("a foreign file")
    {
        REQUIRE(writeDurably(path, QByteArrayLiteral("mine"), Existing::Replace));
    }
    SECTION("an empty file")
    {
        REQUIRE(writeDurably(path, {}, Existing::Replace));
    }
    SECTION("a folder")
    {
        REQUIRE(QFile::remove(path));
        REQUIRE(QDir().mkdir(path));
    }
    SECTION("the report of a unit whose name looks alike on disk")
    {
        exported.report.unit = QStringLiteral("甲／乙局");
    }
    SECTION("the same unit's report on another notice")
    {
        exported.notice.number = exported.report.notice = QStringLiteral("另一号");
    }
    const QByteArray before = QFileInfo(path).isFile() ? fileBytes(path) : QByteArray();
    CHECK(exported.run().error() == Error{ErrorCode::FileExists, {path}});
    CHECK(exported.names().size() == 1);
    if (QFileInfo(path).isFile()) {
        CHECK(fileBytes(path) == before);
        exported.request.existing = Existing::Replace;
        REQUIRE(exported.run());
        CHECK(fileBytes(path) != before);
    }
}

TEST_CASE("A document that was saved by a word processor since is somebody's work")
{
    Exported exported;
    exported.request.forms = {QStringLiteral("annex1")};
    exported.request.formats = {FileFormat::Docx};
    const QString path = exported.run().value().files.first();
    const QString name = QStringLiteral("docProps/core.xml");
    QByteArray properties = zipPart(fileBytes(path), name, 100'000).value();
    const qsizetype modified = properties.indexOf("2023", properties.indexOf("dcterms:modified"));
    REQUIRE(modified > 0);
    properties.replace(modified, 4, "2024");
    REQUIRE(writeDurably(path, zipArchive({{name, properties}}).value(), Existing::Replace));
    CHECK(exported.failure() == ErrorCode::FileExists);
}

TEST_CASE("The folder is made where only it is missing, and stays only for an export that came to something")
{
    Exported exported;
    exported.request.folder = exported.folder.filePath(QStringLiteral("新"));
    CHECK(exported.run([](double) { return false; }).error().code == ErrorCode::Stopped);
    CHECK_FALSE(QFileInfo::exists(exported.request.folder));
    REQUIRE(exported.run());
    CHECK(QFileInfo(exported.request.folder).isDir());
    exported.request.folder = exported.folder.filePath(QStringLiteral("无/更无"));
    CHECK(exported.failure() == ErrorCode::FolderMissing);
}

TEST_CASE("An export that cannot be written leaves nothing and touches nothing")
{
    Exported exported;
    SECTION("a limit for the size of files")
    {
        CHECK(withFileSizeLimit(20'000, [&] { return static_cast<int>(exported.failure()); })
            == static_cast<int>(ErrorCode::FileSizeLimited));
        CHECK(exported.names().isEmpty());
    }
    SECTION("a file that another program holds")
    {
        const QStringList files = exported.run().value().files;
        const QByteArray before = fileBytes(files.first());
        const int held = ::open(QFile::encodeName(files.last()).constData(), O_RDWR | O_CLOEXEC);
        REQUIRE(::flock(held, LOCK_EX) == 0);
        exported.now = exported.now.addDays(1);
        CHECK(exported.run().error() == Error{ErrorCode::FileInUse, {files.last()}});
        CHECK(fileBytes(files.first()) == before);
        CHECK(exported.names().size() == files.size());
        ::close(held);
    }
}

TEST_CASE("Progress rises to the end, and work stops where it is asked to")
{
    Exported exported;
    QList<double> shares;
    REQUIRE(exported.run([&](double share) {
        shares.append(share);
        return true;
    }));
    CHECK(std::is_sorted(shares.cbegin(), shares.cend()));
    CHECK(shares.last() == 1.0);
    CHECK(shares.first() >= 0.0);

    QTemporaryDir fresh;
    exported.request.folder = fresh.path();
    CHECK(exported.run([](double share) { return share < 0.5; }).error().code == ErrorCode::Stopped);
    CHECK(QDir(fresh.path()).isEmpty());
}

TEST_CASE("Blank forms are exported under the form's own name")
{
    Exported exported;
    exported.request.blank = true;
    exported.request.formats = {FileFormat::Pdf};
    REQUIRE(exported.run());
    CHECK(exported.names().contains(QStringLiteral("附件1 《质量强国建设纲要》学习宣传贯彻情况表.pdf")));
    REQUIRE(exported.run());
}

} // namespace export_test
