// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/lookedthrough.h"

#include "store/backup/inspection.h"
#include "store/database/connection.h"
#include "store/log/entries.h"
#include "store/log/loginspection.h"
#include "store/reports/rowdigests.h"

namespace zhibao {

namespace {

Result<qint64> lastVersion(const Connection &connection)
{
    Statement statement(connection, QStringLiteral("SELECT coalesce(max(id), 0) FROM version"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    const qint64 last = statement.next() ? statement.number(0) : 0;
    const Result<void> end = statement.finished();
    return end ? Result<qint64>(last) : end.error();
}

// Whether every row of the versions since is as it was written, and so is what it says.
bool areVersionsSound(const Connection &connection, qint64 since)
{
    bool sound = true;
    const bool versionsRead = readAll(connection,
        QStringLiteral("SELECT id, report, at, cause, kept, digest FROM version WHERE id > %1").arg(since),
        [&](const Statement &row) { sound = sound && digestOf(versionRowFrom(row)) == row.bytes(5); });
    const bool changesRead = readAll(connection,
        QStringLiteral("SELECT change.report, form, kind, name, position, version, text, change.digest, content "
                       "FROM change LEFT JOIN text ON text.digest = change.text WHERE version > %1")
            .arg(since),
        [&](const Statement &row) {
            const ChangeRow change{
                row.number(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.bytes(6)};
            const bool saysIt = change.text.isEmpty() || digestOfText(row.text(8)) == change.text;
            sound = sound && saysIt && digestOf(change) == row.bytes(7);
        });
    return versionsRead && changesRead && sound;
}

// Whether the entries since are as they were written, one behind the other.
Result<bool> goesOn(const Connection &connection, const LookedThrough &since)
{
    const Result<QList<LogEntry>> entries
        = entriesWhere(connection, QStringLiteral("number >= ?"), qMax<qint64>(since.entry, 1));
    if (!entries)
        return entries.error();
    qint64 number = since.entry;
    QByteArray chain = since.entry == 0 ? startOfChain : since.chain;
    const qsizetype known = since.entry == 0 ? 0 : 1;
    if (entries->size() < known || (known == 1 && entries->constFirst().chain != chain))
        return false;
    for (const LogEntry &entry : entries->sliced(known)) {
        if (entry.number != number + 1 || entry.previous != chain)
            return false;
        number = entry.number;
        chain = entry.chain;
    }
    return true;
}

} // namespace

Result<LookedThrough> endOf(const Connection &connection)
{
    const Result<qint64> version = lastVersion(connection);
    const Result<std::optional<LogEntry>> entry = lastEntryWhere(connection, QStringLiteral("number > ?"), 0);
    if (!version || !entry)
        return version ? entry.error() : version.error();
    return *entry ? LookedThrough{*version, (*entry)->number, (*entry)->chain}
                  : LookedThrough{*version, 0, QByteArray()};
}

Result<void> lookThroughNews(const Connection &connection, const LookedThrough &since)
{
    if (Result<void> listed = inspectList(connection, FileDepth::Size); !listed)
        return listed;
    const Result<bool> isLogSound = goesOn(connection, since);
    if (!isLogSound)
        return isLogSound.error();
    return *isLogSound && areVersionsSound(connection, since.version)
        ? Result<void>()
        : Result<void>(Error{ErrorCode::StoreDamaged, {connection.path()}});
}

} // namespace zhibao
