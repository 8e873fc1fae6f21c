// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"

#include "exchange/document/filekind.h"
#include "exchange/intake/compoundfile.h"
#include "exchange/intake/filledbuilder.h"
#include "exchange/intake/xmlpart.h"
#include "exchange/review/reviewfileparts.h"
#include "exchange/sheet/xlsreader.h"
#include "exchange/sheet/xlsxreader.h"
#include "exchange/text/decodedtext.h"
#include "exchange/text/htmlreader.h"
#include "exchange/text/separatedtext.h"
#include "exchange/word/docreader.h"
#include "exchange/word/docxreader.h"

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

FilledFile onlyKind(FilledKind kind)
{
    FilledFile file;
    file.kind = kind;
    return file;
}

void noteMacros(FilledFile &file)
{
    file.notes.append({FilledNoteCode::Macros, 1, {}, {}});
}

Error otherKind(const QString &path, FileKind kind)
{
    return {ErrorCode::WrongFormat, {path, nameOf(kind), nameOf(FileKind::Word)}};
}

// What Office Open XML holds, by the root of its main part.
Result<FilledFile> readPackage(const QByteArray &bytes, const QString &path)
{
    const Result<OfficePackage> package = readOfficePackage(bytes, path);
    if (!package)
        return package.error();
    const QString main = package->mainPart();
    if (main.contains(QStringLiteral("ppt/")))
        return otherKind(path, FileKind::Slides);
    if (main.endsWith(QStringLiteral(".bin")))
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("XLSB")}};
    const QString file = main.section(u'/', -1);
    return main.startsWith(QStringLiteral("xl/")) || file.startsWith(QStringLiteral("workbook"), Qt::CaseInsensitive)
        ? readXlsx(*package, path)
        : readDocx(*package, path);
}

Result<FilledFile> readZip(const QByteArray &bytes, const QString &path)
{
    const QList<QByteArray> names = zipNames(bytes);
    const auto has = [&](const QString &name) { return names.contains(name.toUtf8()); };
    if (has(reviewManifestName) && has(reviewItemsName))
        return onlyKind(FilledKind::Review);
    if (has(QStringLiteral("OFD.xml")))
        return otherKind(path, FileKind::Ofd);
    if (has(QStringLiteral("mimetype")) && has(QStringLiteral("content.xml")))
        return Error{ErrorCode::FormatForeign, {path, nameOf(FileKind::OpenDocument)}};
    if (has(QStringLiteral("[Content_Types].xml")))
        return readPackage(bytes, path);
    if (names.isEmpty())
        return Error{ErrorCode::DocumentUnreadable, {path}};
    return onlyKind(FilledKind::Archive);
}

// What office programs wrote before 2007, and what they write with a password.
Result<FilledFile> readCompound(const QByteArray &bytes, const QString &path)
{
    const std::optional<CompoundFile> file = CompoundFile::open(bytes);
    if (!file)
        return Error{ErrorCode::DocumentUnreadable, {path}};
    if (file->has(QStringLiteral("EncryptedPackage")))
        return Error{ErrorCode::FileEncrypted, {path}};
    if (file->has(QStringLiteral("PowerPoint Document")))
        return otherKind(path, FileKind::Slides);
    if (const std::optional<QByteArray> workbook = file->stream(QStringLiteral("Workbook"))) {
        Result<FilledFile> read = readXls(*workbook, path);
        if (read && file->has(QStringLiteral("_VBA_PROJECT_CUR")))
            noteMacros(read.value());
        return read;
    }
    if (file->has(QStringLiteral("WordDocument")))
        return readDoc(*file, path);
    if (file->has(QStringLiteral("Book")))
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("Excel 95")}};
    return Error{ErrorCode::DocumentUnreadable, {path}};
}

bool isWebPage(const QString &text)
{
    constexpr qsizetype looked = 16 * 1024;
    const QString begin = text.left(looked).trimmed();
    if (!begin.startsWith(u'<'))
        return false;
    return begin.contains(QStringLiteral("<html"), Qt::CaseInsensitive)
        || begin.contains(QStringLiteral("<!doctype html"), Qt::CaseInsensitive)
        || begin.contains(QStringLiteral("<table"), Qt::CaseInsensitive)
        || begin.contains(QStringLiteral("<meta"), Qt::CaseInsensitive);
}

// What is known by its first bytes and is no text, or not to be read as one.
std::optional<Error> foreignKind(const QByteArray &bytes, const QString &path)
{
    const FileKind kind = fileKind(bytes);
    switch (kind) {
    case FileKind::RichText:
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("RTF")}};
    case FileKind::Pdf:
    case FileKind::Ofd:
    case FileKind::Picture:
    case FileKind::Store:
    case FileKind::Archive:
        return otherKind(path, kind);
    default:
        break;
    }
    const QByteArray begin = bytes.left(8 * 1024);
    // Nearly every mail says so of itself (RFC 2045).
    if (begin.contains("\nMIME-Version:") || begin.startsWith("MIME-Version:"))
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("MIME")}};
    if (begin.trimmed().startsWith("<?xml") && begin.contains("progid="))
        return Error{ErrorCode::FormatForeign, {path, QStringLiteral("XML 2003")}};
    return std::nullopt;
}

// What is text: report files, pages, tables without markup.
Result<FilledFile> readText(const QByteArray &bytes, const QString &path)
{
    const Error tooLarge{ErrorCode::FileTooLarge, {path, QString::number(filledTextLimit / 1024 / 1024)}};
    if (fileKind(bytes) == FileKind::Report)
        return onlyKind(FilledKind::Report);
    if (bytes.size() > 3 * filledTextLimit)
        return tooLarge;
    const std::optional<QString> text = decodedText(bytes);
    if (!text)
        return Error{ErrorCode::DocumentUnreadable, {path}};
    if (text->size() > filledTextLimit)
        return tooLarge;
    std::optional<FilledFile> file = isWebPage(*text) ? readWebPage(*text) : readPlainText(*text);
    if (!file)
        return tooLarge;
    return std::move(*file);
}

bool isLockFile(const QByteArray &bytes, const QString &path)
{
    constexpr qsizetype largestLock = 1'024;
    return path.section(u'/', -1).startsWith(QStringLiteral("~$")) && bytes.size() <= largestLock;
}

} // namespace

Result<FilledFile> readFilledFile(const QByteArray &bytes, const QString &path)
{
    if (isLockFile(bytes, path))
        return Error{ErrorCode::LockFile, {path}};
    if (bytes.isEmpty())
        return Error{ErrorCode::FileEmpty, {path}};
    if (bytes.size() > filledFileLimit)
        return Error{ErrorCode::FileTooLarge, {path, QString::number(filledFileLimit / 1024 / 1024)}};
    if (bytes.startsWith("PK\3\4"))
        return readZip(bytes, path);
    if (fileKind(bytes) == FileKind::Compound)
        return readCompound(bytes, path);
    if (const std::optional<Error> foreign = foreignKind(bytes, path))
        return *foreign;
    return readText(bytes, path);
}

} // namespace zhibao
