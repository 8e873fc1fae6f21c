// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/containedfiles.h"
#include "exchange/intake/filledreader.h"

#include <catch2/catch.hpp>

using namespace zhibao;

namespace containedfiles_test {

namespace {

// An archive with another name of as many bytes for a part.
QByteArray renamed(QByteArray archive, const QByteArray &from, const QByteArray &to)
{
    REQUIRE(from.size() == to.size());
    return archive.replace(from, to);
}

} // namespace

TEST_CASE("The files in an archive are told by their names, in whatever encoding these are")
{
    const QByteArray inner = *zipArchive({{QStringLiteral("word/document.xml"), "x"}});
    QByteArray archive
        = *zipArchive({{QStringLiteral("nnnn.csv"), "1,2\n3,4\n"}, {QStringLiteral("a/报表.docx"), inner},
            {QStringLiteral("__MACOSX/x"), "y"}, {QStringLiteral("empty.docx"), ""}});
    archive = renamed(archive, "nnnn.csv", "\xB1\xED\\b.csv"); // 表\b in GB18030
    const Result<FilledFile> whole = readFilledFile(archive, QStringLiteral("包.zip"));
    REQUIRE(whole);
    CHECK(whole->kind == FilledKind::Archive);
    const Result<QList<ArchivePart>> files = containedFiles(archive, QStringLiteral("包.zip"));
    REQUIRE(files);
    QStringList names;
    for (const ArchivePart &file : *files)
        names.append(file.name);
    CHECK(
        names == QStringList{QStringLiteral("表/b.csv"), QStringLiteral("a/报表.docx"), QStringLiteral("empty.docx")});
    CHECK(readFilledFile(files->at(0).bytes, files->at(0).name)->kind == FilledKind::Separated);
}

TEST_CASE("An archive with a password, or one that is cut off, is refused; so is a mail")
{
    const QByteArray archive = *zipArchive({{QStringLiteral("a.csv"), "1,2"}});
    const auto refusal = [](const QByteArray &bytes) {
        const Result<QList<ArchivePart>> files = containedFiles(bytes, QStringLiteral("包.zip"));
        REQUIRE_FALSE(files);
        CHECK(files.error().arguments.constFirst() == QStringLiteral("包.zip"));
        return files.error().code;
    };
    QByteArray encrypted = archive;
    encrypted[6] = 1;
    CHECK(refusal(encrypted) == ErrorCode::FileEncrypted);
    CHECK(refusal(archive.chopped(5)) == ErrorCode::DocumentUnreadable);
    const Result<FilledFile> mail
        = readFilledFile("From: a@b.cn\r\nMIME-Version: 1.0\r\n\r\nx", QStringLiteral("信.eml"));
    REQUIRE_FALSE(mail);
    CHECK(mail.error().code == ErrorCode::FormatForeign);
}

} // namespace containedfiles_test
