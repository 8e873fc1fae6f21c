// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "exchange/document/filekind.h"
#include "exchange/report/reportfile.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace filekind_test {

using namespace zhibao;

namespace {

QByteArray zipOf(const QStringList &names, const QByteArray &bytes = QByteArray(100'000, 'x'))
{
    QList<ArchivePart> parts;
    for (const QString &name : names)
        parts.append({name, bytes});
    const Result<QByteArray> zip = zipArchive(parts);
    REQUIRE(zip);
    return *zip;
}

} // namespace

TEST_CASE("A file is known by its content")
{
    const QString types = QStringLiteral("[Content_Types].xml");
    CHECK(fileKind(zipOf({types, QStringLiteral("word/document.xml")})) == FileKind::Word);
    CHECK(fileKind(zipOf({types, QStringLiteral("xl/workbook.xml")})) == FileKind::Excel);
    CHECK(fileKind(zipOf({types, QStringLiteral("ppt/presentation.xml")})) == FileKind::Slides);
    CHECK(fileKind(zipOf({QStringLiteral("OFD.xml"), QStringLiteral("Doc_0/Document.xml")})) == FileKind::Ofd);
    CHECK(fileKind(zipOf({QStringLiteral("manifest.json"), QStringLiteral("entries.json")})) == FileKind::Review);
    CHECK(fileKind(zipOf({QStringLiteral("manifest.json")})) == FileKind::Archive);
    CHECK(fileKind("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text") == FileKind::OpenDocument);
    CHECK(fileKind(QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(512, '\0')) == FileKind::Compound);
    CHECK(fileKind("{\\rtf1\\ansi") == FileKind::RichText);
    CHECK(fileKind("\xEF\xBB\xBF<!DOCTYPE html>\n<table>") == FileKind::Web);
    CHECK(fileKind("%PDF-1.7\n") == FileKind::Pdf);
    CHECK(fileKind("\x89PNG\r\n\x1A\n") == FileKind::Picture);
    CHECK(fileKind(QByteArray("SQLite format 3\0", 16)) == FileKind::Store);
    CHECK(fileKind("Rar!\x1A\x07\x01") == FileKind::Archive);
    CHECK(fileKind("{\"format\": \"zhibao.report\", \"version\": 1}") == FileKind::Report);
}

TEST_CASE("What only speaks of another kind is not one")
{
    CHECK(fileKind({}) == FileKind::Unknown);
    CHECK(fileKind("PK") == FileKind::Unknown);
    CHECK(fileKind("word/document.xml, xl/workbook.xml") == FileKind::Unknown);
    CHECK(fileKind("{\"format\": \"zhibao.notice\"}") == FileKind::Unknown);
    CHECK(fileKind("序号\t单位\n1\t甲\n") == FileKind::Unknown);
}

TEST_CASE("A report file is asked for by what it holds, whatever it is called")
{
    const QTemporaryDir folder;
    const auto read = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        return readReportFile(file.fileName(), {test::shippedNotice()});
    };
    const QString called = QStringLiteral("报表.json");
    const QByteArray word = zipOf({QStringLiteral("word/document.xml")});
    CHECK(read(called, word).error()
        == Error{ErrorCode::WrongFormat,
            {folder.filePath(called), QStringLiteral("word"), QStringLiteral("zhibao.report")}});
    // One that is larger than any report may be.
    CHECK(read(called, "%PDF-1.7\n" + QByteArray(reportFileLimit, ' ')).error().code == ErrorCode::WrongFormat);
    CHECK(read(called, QByteArray(reportFileLimit + 1, ' ')).error().code == ErrorCode::FileTooLarge);
    CHECK(read(called, "{\"format\": \"zhibao.report\", ").error().code == ErrorCode::NotJson);
    const QByteArray report = "{\"format\":\"zhibao.report\",\"version\":1,\"notice\":\""
        + test::shippedNotice().number.toUtf8() + "\",\"unit\":\"甲局\"}";
    CHECK(read(QStringLiteral("报表.docx"), report));
}

} // namespace filekind_test
