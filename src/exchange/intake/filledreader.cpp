// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"

#include "exchange/filekind.h"
#include "exchange/intake/xmlpart.h"
#include "exchange/reviewfileparts.h"
#include "exchange/sheet/xlsxreader.h"
#include "exchange/word/docxreader.h"

#include <algorithm>

namespace zhibao {

namespace {

FilledFile onlyKind(FilledKind kind)
{
    FilledFile file;
    file.kind = kind;
    return file;
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
    return Error{ErrorCode::DocumentUnreadable, {path}};
}

} // namespace zhibao
