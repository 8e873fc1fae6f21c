// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/fileflows.h"

#include "base/durablefile.h"
#include "calls/calls.h"

#include <QFile>

namespace zhibao::durability {

namespace {

constexpr int fileCount = 4;
constexpr char whole[] = "whole";
constexpr char none[] = "none";

// Sizes around the sector's, and no content like another's.
QByteArray numberedBytes(int number)
{
    QByteArray bytes = QByteArray::number(number) + '\n';
    while (bytes.size() < 1'500 + 511 * number)
        bytes += QByteArray::number(number * 1'000'003 + bytes.size(), 36);
    return bytes;
}

QString targetIn(const QString &folder)
{
    return folder + QStringLiteral("/报表.pdf");
}

QString addedIn(const QString &folder, int number)
{
    return folder + QStringLiteral("/%1.pdf").arg(number);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void prepareFile(const QString &folder)
{
    if (!writeDurably(targetIn(folder), numberedBytes(0), Existing::Keep))
        qFatal("no file to start from");
}

int replaceFile(const QString &folder)
{
    for (int number = 1; number <= fileCount; ++number) {
        if (!writeDurably(targetIn(folder), numberedBytes(number), Existing::Replace))
            return 1;
        calls::acknowledge(QByteArray::number(number).constData());
    }
    return 0;
}

int addFiles(const QString &folder)
{
    for (int number = 1; number <= fileCount; ++number) {
        if (!writeDurably(addedIn(folder, number), numberedBytes(number), Existing::Keep))
            return 1;
        calls::acknowledge(QByteArray::number(number).constData());
    }
    return 0;
}

int writeSet(const QString &folder)
{
    const Result<void> written = writeDurably({{addedIn(folder, 1), numberedBytes(1)},
        {targetIn(folder), numberedBytes(2), Existing::Replace}, {addedIn(folder, 3), numberedBytes(3)}});
    calls::acknowledge(written ? whole : none);
    return written ? 0 : 1;
}

Finding checkReplacedFile(const QString &folder, const Told &told)
{
    const QByteArray found = bytesOf(targetIn(folder));
    const int number = found.left(found.indexOf('\n')).toInt();
    if (found != numberedBytes(number))
        return {Damage::Corrupt, QStringLiteral("a file of %1 bytes that nobody wrote").arg(found.size())};
    const int least = told.acknowledged.isEmpty() ? 0 : told.acknowledged.last().toInt();
    return number >= least ? Finding() : Finding{Damage::Lost, QStringLiteral("an older file than acknowledged")};
}

Finding checkAddedFiles(const QString &folder, const Told &told)
{
    const int least = told.acknowledged.isEmpty() ? 0 : told.acknowledged.last().toInt();
    for (int number = 1; number <= fileCount; ++number) {
        const QString path = addedIn(folder, number);
        if (QFile::exists(path) && bytesOf(path) != numberedBytes(number))
            return {Damage::Corrupt, QStringLiteral("a file that nobody wrote")};
        if (!QFile::exists(path) && number <= least)
            return {Damage::Lost, QStringLiteral("an acknowledged file is missing")};
    }
    return checkReplacedFile(folder, {});
}

Finding checkSet(const QString &folder, const Told &told)
{
    const bool isWhole = told.acknowledged.contains(whole);
    const bool isRefused = told.acknowledged.contains(none);
    for (const int number : {1, 3}) {
        const QString path = addedIn(folder, number);
        if (QFile::exists(path) && bytesOf(path) != numberedBytes(number))
            return {Damage::Corrupt, QStringLiteral("a file that nobody wrote")};
        if (!QFile::exists(path) && isWhole)
            return {Damage::Lost, QStringLiteral("an acknowledged file is missing")};
        if (QFile::exists(path) && isRefused)
            return {Damage::Corrupt, QStringLiteral("a file of a set that could not be written")};
    }
    // A disk that lets nothing be renamed any more lets nothing be put back: then it is the new file, whole.
    const QByteArray found = bytesOf(targetIn(folder));
    if (found != numberedBytes(2) && (isWhole || found != numberedBytes(0)))
        return {isWhole ? Damage::Lost : Damage::Corrupt, QStringLiteral("the file that was to be replaced")};
    return {};
}

} // namespace zhibao::durability
