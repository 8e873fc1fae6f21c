// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/controls.h"

#include "calls/calls.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace zhibao::durability {

namespace {

constexpr int count = 12;
constexpr qsizetype fileSize = 5'000;

// Runs the work on an open database of one table with one number in it.
template <typename Work>
auto onPlainDatabase(const QString &folder, Work work)
{
    const QString name = QStringLiteral("plain");
    const auto result = [&] {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(folder + QStringLiteral("/plain.db"));
        database.open();
        QSqlQuery query(database);
        query.exec(QStringLiteral("PRAGMA journal_mode=DELETE"));
        query.exec(QStringLiteral("PRAGMA synchronous=FULL"));
        return work(query);
    }();
    QSqlDatabase::removeDatabase(name);
    return result;
}

void preparePlain(const QString &folder)
{
    onPlainDatabase(folder, [](QSqlQuery &query) {
        query.exec(QStringLiteral("CREATE TABLE state (number INTEGER, text TEXT)"));
        return query.exec(QStringLiteral("INSERT INTO state VALUES (0, hex(zeroblob(5000)))"));
    });
}

int savePlain(const QString &folder)
{
    return onPlainDatabase(folder, [](QSqlQuery &query) {
        for (int number = 1; number <= count; ++number) {
            if (!query.exec(QStringLiteral("UPDATE state SET number = %1, text = hex(randomblob(5000))").arg(number)))
                return 1;
            calls::acknowledge(QByteArray::number(number).constData());
        }
        return 0;
    });
}

Finding checkPlain(const QString &folder, const Told &told)
{
    const int number = onPlainDatabase(folder, [](QSqlQuery &query) {
        const bool sound = query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next()
            && query.value(0).toString() == QStringLiteral("ok");
        return sound && query.exec(QStringLiteral("SELECT number FROM state")) && query.next() ? query.value(0).toInt()
                                                                                               : -1;
    });
    if (number < 0)
        return {Damage::Corrupt, QStringLiteral("not sound")};
    const bool lost = !told.acknowledged.isEmpty() && number < told.acknowledged.last().toInt();
    return {lost ? Damage::Lost : Damage::None, {}};
}

QByteArray pathIn(const QString &folder, const char *name)
{
    return QFile::encodeName(folder) + '/' + name;
}

void prepareOld(const QString &folder)
{
    QFile file(QFile::decodeName(pathIn(folder, "file")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(fileSize, 'a')) != fileSize)
        qFatal("no file to start from");
}

// The writer's whole care is whether it has a file descriptor.
int replaceUnsynced(const QString &folder)
{
    const QByteArray fresh(fileSize, 'b');
    const int file = ::open(pathIn(folder, "new").constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0)
        return 1;
    const ssize_t written = ::write(file, fresh.constData(), static_cast<size_t>(fresh.size()));
    ::close(file);
    static_cast<void>(written);
    ::rename(pathIn(folder, "new").constData(), pathIn(folder, "file").constData());
    calls::acknowledge("1");
    return 0;
}

int tellThenWrite(const QString &folder)
{
    calls::acknowledge("1");
    ::usleep(20'000);
    const QByteArray path = pathIn(folder, "file");
    const int file = ::open(path.constData(), O_WRONLY | O_TRUNC);
    const ssize_t written = ::write(file, QByteArray(fileSize, 'b').constData(), static_cast<size_t>(fileSize));
    ::close(file);
    return written == fileSize ? 0 : 1;
}

Finding checkReplaced(const QString &folder, const Told &told)
{
    QFile file(QFile::decodeName(pathIn(folder, "file")));
    const QByteArray found = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (found == QByteArray(fileSize, 'b'))
        return {};
    if (found != QByteArray(fileSize, 'a'))
        return {Damage::Corrupt, QStringLiteral("half a file")};
    return {told.acknowledged.isEmpty() ? Damage::None : Damage::Lost, {}};
}

} // namespace

Flow plainSqlite()
{
    return {"plain SQLite", preparePlain, savePlain, checkPlain, PowerCut};
}

Flow hastyWriter()
{
    return {"hasty writer", prepareOld, replaceUnsynced, checkReplaced, PowerCut | Faults};
}

Flow hastyTongue()
{
    return {"hasty tongue", prepareOld, tellThenWrite, checkReplaced, Kills};
}

} // namespace zhibao::durability
