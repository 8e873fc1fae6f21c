// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reports/thinning.h"

#include "store/data.h"
#include "store/reports/history.h"
#include "store/reports/rowdigests.h"

#include <QMap>
#include <QSet>

#include <tuple>

namespace zhibao {

namespace {

// Days before today.
constexpr qint64 hourlyDays = 6;
constexpr qint64 dailyDays = hourlyDays + 28;
constexpr qint64 believableGap = 400;

// Versions with the same span stand for each other.
QString spanOf(const QDateTime &at, qint64 days)
{
    if (days <= hourlyDays)
        return at.toString(QStringLiteral("yyyy-MM-dd'T'HH"));
    if (days <= dailyDays)
        return at.date().toString(Qt::ISODate);
    int year = 0;
    const int week = at.date().weekNumber(&year);
    return QStringLiteral("%1-W%2").arg(year).arg(week);
}

bool isBelievable(const QDateTime &latest, const QDateTime &now)
{
    return latest <= now && latest.daysTo(now) <= believableGap;
}

// Where changes of versions that go are taken over by the next version that stays, unless that one changes the same
// part itself.
class Thinner {
public:
    Thinner(const Connection &connection, qint64 report, const QList<qint64> &gone)
        : m_connection(connection)
        , m_report(report)
        , m_gone(gone.cbegin(), gone.cend())
    {
    }

    Result<void> run()
    {
        const TaskScope thinning(m_connection, Task::Thinning);
        if (Result<void> read = readChanges(); !read)
            return read;
        for (auto part = m_changes.cbegin(); part != m_changes.cend(); ++part) {
            if (Result<void> thinned = thinPart(*part); !thinned)
                return thinned;
        }
        return removeVersions();
    }

private:
    using Key = std::tuple<QString, QString, QString, qint64>;
    using Changes = QMap<qint64, ChangeRow>; // by version

    Result<void> readChanges()
    {
        Statement statement(m_connection,
            QStringLiteral("SELECT form, kind, name, position, version, text FROM change WHERE report = ?"));
        if (Result<void> run = statement.with(m_report).run(); !run)
            return run;
        while (statement.next()) {
            const ChangeRow row{m_report, statement.text(0), statement.text(1), statement.text(2), statement.number(3),
                statement.number(4), statement.bytes(5)};
            m_changes[{row.form, row.kind, row.name, row.position}].insert(row.version, row);
        }
        if (Result<void> end = statement.finished(); !end)
            return end;
        Statement versions(m_connection, QStringLiteral("SELECT id FROM version WHERE report = ? ORDER BY id"));
        if (Result<void> run = versions.with(m_report).run(); !run)
            return run;
        while (versions.next()) {
            if (!m_gone.contains(versions.number(0)))
                m_staying.append(versions.number(0));
        }
        return versions.finished();
    }

    Result<void> thinPart(const Changes &changes)
    {
        for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
            if (!m_gone.contains(change.key()))
                continue;
            // The current version always stays, so there is one behind each that goes.
            const qint64 heir = *std::upper_bound(m_staying.cbegin(), m_staying.cend(), change.key());
            const auto next = std::next(change);
            const bool replaced = next != changes.cend() && next.key() <= heir;
            if (Result<void> done = replaced ? drop(*change) : hand(*change, heir); !done)
                return done;
        }
        return {};
    }

    Result<void> drop(const ChangeRow &row)
    {
        Statement statement(m_connection,
            QStringLiteral("DELETE FROM change WHERE report = ? AND form = ? AND kind = ? AND name = ? "
                           "AND position = ? AND version = ?"));
        statement.with(row.report).with(row.form).with(row.kind).with(row.name).with(row.position).with(row.version);
        if (Result<void> run = statement.run(); !run || row.text.isEmpty())
            return run;
        Statement text(m_connection,
            QStringLiteral("DELETE FROM text WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM change WHERE text = ?)"));
        return text.with(row.text).with(row.text).run();
    }

    Result<void> hand(ChangeRow row, qint64 heir)
    {
        const qint64 before = row.version;
        row.version = heir;
        Statement statement(m_connection,
            QStringLiteral("UPDATE change SET version = ?, digest = ? WHERE report = ? AND form = ? AND kind = ? "
                           "AND name = ? AND position = ? AND version = ?"));
        statement.with(heir).with(digestOf(row)).with(row.report).with(row.form).with(row.kind).with(row.name);
        return statement.with(row.position).with(before).run();
    }

    Result<void> removeVersions()
    {
        Statement statement(m_connection, QStringLiteral("DELETE FROM version WHERE id = ?"));
        for (const qint64 version : std::as_const(m_gone)) {
            if (Result<void> run = statement.with(version).run(); !run)
                return run;
        }
        return {};
    }

    const Connection &m_connection;
    qint64 m_report;
    QSet<qint64> m_gone;
    QList<qint64> m_staying; // ascending
    QMap<Key, Changes> m_changes;
};

} // namespace

QList<qint64> superfluous(const QList<Version> &versions, const QDateTime &now)
{
    if (versions.isEmpty() || !isBelievable(versions.constFirst().at, now))
        return {};
    QList<qint64> gone;
    QSet<QString> spans;
    for (qsizetype index = 0; index < versions.size(); ++index) {
        const Version &version = versions[index];
        const qint64 days = version.at.daysTo(now);
        if (days < 1)
            continue;
        const QString span = spanOf(version.at, days);
        const bool represented = spans.contains(span);
        spans.insert(span);
        if (represented && index > 0 && !version.kept)
            gone.append(version.id);
    }
    return gone;
}

Result<void> Store::thin(qint64 report)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    const Result<QList<Version>> all = versions(report);
    if (!all)
        return all.error();
    const QList<qint64> gone = superfluous(*all, m_data->clock());
    if (gone.isEmpty())
        return {};
    Transaction transaction(*m_data->connection);
    if (!transaction.begun())
        return transaction.begun();
    if (Result<void> thinned = Thinner(*m_data->connection, report, gone).run(); !thinned)
        return thinned;
    return transaction.commit();
}

} // namespace zhibao
