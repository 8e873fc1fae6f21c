// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/migration.h"

#include "store/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>

namespace zhibao {

namespace {

constexpr qint64 applicationId = 0x5A42414F; // "ZBAO"

QStringList migrations()
{
    const QDir folder(QStringLiteral(":/sql"));
    QStringList paths;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths << folder.filePath(name);
    return paths;
}

// A statement ends with a semicolon at the end of its line.
QStringList statements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
}

Result<void> step(const Connection &connection, const QString &script, int number)
{
    QStringList commands = statements(script);
    commands << QStringLiteral("PRAGMA application_id=%1").arg(applicationId)
             << QStringLiteral("PRAGMA user_version=%1").arg(number);
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &command : commands) {
        if (const Result<void> run = connection.run(command); !run)
            return run;
    }
    return transaction.commit();
}

} // namespace

int knownVersion()
{
    return static_cast<int>(migrations().size());
}

Result<int> versionOfFile(const QString &path)
{
    // https://www.sqlite.org/fileformat2.html, section 1.3
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype writeVersionAt = 18;
    constexpr qsizetype userVersionAt = 60;
    constexpr qsizetype applicationIdAt = 68;
    constexpr char rollbackJournal = 1;

    const Error foreign{ErrorCode::StoreNotDatabase, {path}};
    // A pipe or a device would block, or never end.
    if (!QFileInfo(path).isFile())
        return foreign;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, {path, QString::number(EACCES)}};
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty() && file.atEnd())
        return 0;
    if (header.size() < headerSize || !header.startsWith(QByteArrayLiteral("SQLite format 3\0"))
        || header[writeVersionAt] != rollbackJournal
        || qFromBigEndian<qint32>(header.constData() + applicationIdAt) != applicationId)
        return foreign;
    const int version = qFromBigEndian<qint32>(header.constData() + userVersionAt);
    return version > 0 ? Result<int>(version) : Result<int>(foreign);
}

Result<void> migrate(const Connection &connection, int from)
{
    const QStringList scripts = migrations();
    for (int number = from; number < scripts.size(); ++number) {
        if (Result<void> done = step(connection, scripts[number], number + 1); !done)
            return done;
    }
    return {};
}

} // namespace zhibao
