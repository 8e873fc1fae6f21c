// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "store/connection.h"
#include "store/inspection.h"
#include "store/lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <sys/stat.h>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int recentKept = 10;
constexpr int daysKept = 7;
constexpr int weeksKept = 4;
const QString timeFormat = QStringLiteral("yyyyMMdd'T'HHmmss");

QString nameOf(const QString &store, qint64 number, const QDateTime &at)
{
    return QStringLiteral("%1-%2-%3.db")
        .arg(QFileInfo(store).completeBaseName())
        .arg(number, 6, 10, QChar(u'0'))
        .arg(at.toString(timeFormat));
}

bool isLater(const Backup &one, const Backup &other)
{
    return one.number > other.number;
}

QString weekOf(const QDateTime &at)
{
    int year = 0;
    const int week = at.date().weekNumber(&year);
    return QStringLiteral("%1-%2").arg(year).arg(week);
}

// Makes the copy under a name of its own. SQLite writes it without syncing; that is done when it is placed.
Result<void> copyStore(const QString &store, const QString &draft)
{
    QFile::remove(draft); // of a backup that was cut short
    // SQLite takes an empty file as it is, and with it the permissions.
    if (Result<void> made = writeDurably(draft, {}, Existing::Keep); !made)
        return made;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    return connection ? copyInto(**connection, draft) : Result<void>(connection.error());
}

// Whether the copy is whole; where it is not, whether the store is to blame.
Result<void> inspectCopy(const QString &draft, const QString &path, const QString &store)
{
    const Result<Inspection> copy = inspect(draft);
    if (copy && copy->damages.isEmpty())
        return {};
    const Result<Inspection> original = inspect(store);
    if (original && original->damages.isEmpty())
        return Error{ErrorCode::NotVerified, {path}};
    return Error{ErrorCode::StoreDamaged, {store}};
}

void prune(const QString &folder, const QString &store)
{
    const QList<Backup> gone = superfluous(backupsIn(folder, store));
    for (const Backup &backup : gone) {
        if (!QFile::remove(backup.path))
            log::warning(QStringLiteral("an old backup could not be removed"));
    }
}

Result<void> copyDurably(const QString &source, const QString &path)
{
    Result<DurableFile> copy = DurableFile::prepareCopy(path, source, Existing::Keep);
    return copy ? copy->place() : Result<void>(copy.error());
}

QString journalOf(const QString &store)
{
    return store + QStringLiteral("-journal");
}

} // namespace

QString backupFolderOf(const QString &store)
{
    return QFileInfo(store).absoluteDir().filePath(QStringLiteral("backups"));
}

QList<Backup> backupsIn(const QString &folder, const QString &store)
{
    const QRegularExpression pattern(QStringLiteral("^%1-(\\d{6,})-(\\d{8}T\\d{6})\\.db$")
                                         .arg(QRegularExpression::escape(QFileInfo(store).completeBaseName())));
    QList<Backup> backups;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        const QRegularExpressionMatch match = pattern.match(file.fileName());
        if (match.hasMatch())
            backups.append({file.absoluteFilePath(), match.captured(1).toLongLong(),
                QDateTime::fromString(match.captured(2), timeFormat), file.size()});
    }
    std::sort(backups.begin(), backups.end(), isLater);
    return backups;
}

QList<Backup> allBackups(const QString &folder, const QString &store)
{
    QList<Backup> backups = backupsIn(folder, store);
    const QString beside = backupFolderOf(store);
    if (QDir(folder).absolutePath() != QDir(beside).absolutePath())
        backups += backupsIn(beside, store);
    std::stable_sort(backups.begin(), backups.end(), isLater);
    return backups;
}

QList<Backup> superfluous(const QList<Backup> &backups)
{
    QSet<QDate> days;
    QSet<QString> weeks;
    QList<Backup> gone;
    for (qsizetype index = 0; index < backups.size(); ++index) {
        const QDateTime &at = backups[index].at;
        bool kept = index < recentKept;
        if (!days.contains(at.date()) && days.size() < daysKept) {
            days.insert(at.date());
            kept = true;
        }
        if (!weeks.contains(weekOf(at)) && weeks.size() < weeksKept) {
            weeks.insert(weekOf(at));
            kept = true;
        }
        if (!kept)
            gone.append(backups[index]);
    }
    return gone;
}

Result<Backup> backUp(const QString &store, const QString &folder, const Clock &clock)
{
    if (const Result<void> made = makeFolder(folder, S_IRWXU); !made)
        return made.error();
    const QList<Backup> earlier = allBackups(folder, store);
    Backup backup{{}, earlier.isEmpty() ? 1 : earlier.constFirst().number + 1, clock(), 0};
    backup.path = QDir(folder).absoluteFilePath(nameOf(store, backup.number, backup.at));
    const QString draft
        = QDir(folder).absoluteFilePath(QStringLiteral(".%1.part").arg(QFileInfo(store).completeBaseName()));
    if (const Result<void> copied = copyStore(store, draft); !copied) {
        QFile::remove(draft);
        return copied.error();
    }
    Result<DurableFile> file = DurableFile::adopt(backup.path, draft, Existing::Keep);
    if (!file)
        return file.error();
    if (const Result<void> sound = inspectCopy(draft, backup.path, store); !sound)
        return sound.error();
    if (const Result<void> placed = file->place(); !placed)
        return placed.error();
    backup.size = QFileInfo(backup.path).size();
    prune(folder, store);
    return backup;
}

Result<void> copyInto(const Connection &connection, const QString &path)
{
    // SQLite takes the copy for a change as well.
    if (Result<void> allowed = connection.run(QStringLiteral("PRAGMA query_only=OFF")); !allowed)
        return allowed;
    Statement statement(connection, QStringLiteral("VACUUM INTO ?"));
    return statement.with(path).run();
}

Result<QString> setAside(const QString &store)
{
    int number = 1;
    const auto path = [&] { return QStringLiteral("%1.damaged-%2").arg(store).arg(number); };
    while (QFileInfo::exists(path()))
        ++number;
    if (const Result<void> copied = copyWithJournal(store, path()); !copied)
        return copied.error();
    return path();
}

Result<void> copyWithJournal(const QString &store, const QString &path)
{
    if (QFileInfo(journalOf(store)).size() > 0) {
        if (Result<void> copied = copyDurably(journalOf(store), journalOf(path)); !copied)
            return copied;
    }
    return copyDurably(store, path);
}

Result<void> replaceStore(const QString &store, DurableFile &prepared)
{
    // What the journal holds was set aside with the store, or rolled back.
    if (QFileInfo(journalOf(store)).size() > 0) {
        if (Result<void> emptied = writeDurably(journalOf(store), {}, Existing::Replace); !emptied)
            return emptied;
    }
    return prepared.place();
}

Result<void> restoreBackup(const QString &backup, const QString &store, const QString &folder, const Clock &clock)
{
    const Result<Inspection> sound = inspect(backup);
    if (!sound && sound.error().code != ErrorCode::StoreNotDatabase)
        return sound.error();
    if (!sound || !sound->damages.isEmpty())
        return Error{ErrorCode::BackupDamaged, {backup}};
    const Result<std::unique_ptr<StoreLock>> locked = StoreLock::take(store);
    if (!locked)
        return locked.error();
    // Before anything else, since a further backup may take the place of this one.
    Result<DurableFile> prepared = DurableFile::prepareCopy(store, backup, Existing::Replace);
    if (!prepared)
        return prepared.error();
    if (QFileInfo::exists(store)) {
        // Opening it rolls back what a crashed writer left.
        const Result<Inspection> before = inspect(store);
        const bool isSound = before && before->damages.isEmpty();
        const Result<Backup> kept = isSound ? backUp(store, folder, clock) : Result<Backup>(Backup());
        if (!kept)
            return kept.error();
        const Result<QString> aside = isSound ? Result<QString>(QString()) : setAside(store);
        if (!aside)
            return aside.error();
    }
    return replaceStore(store, *prepared);
}

} // namespace zhibao
