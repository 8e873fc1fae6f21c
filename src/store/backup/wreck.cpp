// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/wreck.h"

#include "store/database/connection.h"
#include "store/database/migration.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"

namespace zhibao {

SaveFacts DamagedReport::facts() const
{
    return {static_cast<int>(row.words), static_cast<int>(row.progress), QDate::fromString(row.due, Qt::ISODate)};
}

Wreck::Wreck(const QString &path, const Files &files)
{
    const Result<int> version = versionOfFile(path);
    if (!version || *version != knownVersion())
        return;
    // This may roll back what a crashed writer left: the wreck is a copy.
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read, files);
    if (connection && hasTables(**connection))
        m_connection = std::move(*connection);
}

Wreck::~Wreck() = default;

QList<DamagedReport> Wreck::reports() const
{
    QList<DamagedReport> reports;
    if (!m_connection)
        return reports;
    Statement statement(*m_connection,
        QStringLiteral("SELECT id, notice, unit, state, words, progress, due, version, removed, digest, occasion "
                       "FROM report"));
    if (!statement.run())
        return reports;
    while (statement.next()) {
        const ReportRow row = reportRowFrom(statement);
        reports.append({row, digestOf(row) == statement.bytes(9)});
    }
    return reports;
}

std::optional<Salvaged> Wreck::latest(const DamagedReport &report) const
{
    Statement statement(*m_connection,
        QStringLiteral("SELECT id, report, at, cause, kept, digest FROM version WHERE report = ? ORDER BY id DESC"));
    if (!statement.with(report.row.id).run())
        return std::nullopt;
    for (bool isLast = true; statement.next(); isLast = false) {
        const VersionRow version = versionRowFrom(statement);
        if (digestOf(version) != statement.bytes(5))
            continue;
        const Result<Report> content
            = contentAt(*m_connection, report.row.id, version.id, emptyReport(keyOf(report.row)));
        if (content && !content->forms.isEmpty())
            return Salvaged{
                *content, report.facts(), QDateTime::fromMSecsSinceEpoch(version.at), isLast, report.row.removed != 0};
    }
    return std::nullopt;
}

QList<Unit> Wreck::units() const
{
    QList<Unit> units;
    if (!m_connection)
        return units;
    Statement statement(*m_connection, QStringLiteral("SELECT code, name, common_name, digest FROM unit"));
    if (!statement.run())
        return units;
    while (statement.next()) {
        const Unit unit{statement.text(0), statement.text(1), statement.text(2)};
        if (digestOf(unit) == statement.bytes(3))
            units.append(unit);
    }
    return units;
}

QList<LogEntry> Wreck::entriesAfter(qint64 number, const QByteArray &chain) const
{
    QList<LogEntry> entries;
    if (!m_connection)
        return entries;
    QByteArray previous = chain;
    for (qint64 next = number + 1;; ++next) {
        // One by one, since a damaged page may hide others from a longer query.
        const Result<QList<LogEntry>> found = entriesWhere(*m_connection, QStringLiteral("number = ?"), next);
        if (!found || found->isEmpty() || found->constFirst().previous != previous)
            return entries;
        entries.append(found->constFirst());
        previous = entries.constLast().chain;
    }
}

std::optional<Salvaged> Wreck::contentOf(const LogEntry &entry) const
{
    const Result<Report> content = contentAt(*m_connection, entry.report, entry.version, emptyReport(keyOf(entry)));
    if (!content || contentDigest(*content) != entry.content)
        return std::nullopt;
    Salvaged salvaged{*content, {}, entry.at, false, false};
    if (const Result<ReportRow> row = reportRow(*m_connection, entry.report))
        salvaged.facts = DamagedReport{*row, true}.facts();
    return salvaged;
}

QList<Account> Wreck::accounts() const
{
    QList<Account> accounts;
    if (!m_connection)
        return accounts;
    Statement statement(*m_connection, accountColumns);
    if (!statement.run())
        return accounts;
    while (statement.next()) {
        const Account account = accountFrom(statement);
        if (digestOf(account) == statement.bytes(8))
            accounts.append(account);
    }
    return accounts;
}

QList<OfficeKey> Wreck::keys() const
{
    QList<OfficeKey> keys;
    if (!m_connection)
        return keys;
    Statement statement(*m_connection, keyColumns);
    if (!statement.run())
        return keys;
    while (statement.next()) {
        const OfficeKey key = keyFrom(statement);
        if (digestOf(key) == statement.bytes(4))
            keys.append(key);
    }
    return keys;
}

std::optional<LogHead> Wreck::head() const
{
    const Result<std::optional<LogHead>> head
        = m_connection ? headOf(*m_connection) : Result<std::optional<LogHead>>(std::optional<LogHead>());
    return head ? *head : std::nullopt;
}

QList<FileName> Wreck::files() const
{
    QList<FileName> files;
    if (!m_connection)
        return files;
    Statement statement(*m_connection, QStringLiteral("SELECT digest, size FROM file"));
    if (!statement.run())
        return files;
    while (statement.next())
        files.append({statement.bytes(0), statement.number(1)});
    return files;
}

} // namespace zhibao
