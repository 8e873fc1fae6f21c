// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/loginspection.h"

#include "base/digest.h"
#include "store/belongings.h"
#include "store/connection.h"
#include "store/entries.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

using Kind = Damage::Kind;

QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

Damage ofEntry(Kind kind, const LogEntry &entry)
{
    Damage damage{kind, entry.unit, entry.notice, {}, {}};
    damage.entry = entry.number;
    return damage;
}

class LogInspector {
public:
    LogInspector(const Connection &connection, const LogSurroundings &surroundings)
        : m_connection(connection)
        , m_surroundings(surroundings)
    {
    }

    QList<Damage> run()
    {
        readEntries();
        inspectVersions();
        inspectStates();
        inspectPeople();
        inspectKeys();
        inspectAttachments();
        return m_damages;
    }

private:
    void read(const QString &sql, const std::function<void(const Statement &)> &look)
    {
        if (!readAll(m_connection, sql, look))
            m_damages.append({Kind::Structure});
    }

    // Only the first entry that is not as it was written: from there on the chain says nothing.
    void readEntries()
    {
        std::optional<qint64> broken;
        read(
            QStringLiteral(
                "SELECT number, uid, CAST(notice AS BLOB), CAST(unit AS BLOB), report, version, at, "
                "CAST(kind AS BLOB), CAST(person AS BLOB), CAST(office AS BLOB), CAST(post AS BLOB), verified, origin, "
                "CAST(reason AS BLOB), CAST(detail AS BLOB), CAST(state AS BLOB), sm3, sha256, previous, chain, "
                "digest FROM entry ORDER BY number"),
            [&](const Statement &row) {
                m_entries.append(entryFrom(row));
                if (!broken && !isAsWritten(row, m_entries.constLast()))
                    broken = m_entries.size();
            });
        const std::optional<qint64> unchained = firstBroken(m_entries);
        if (!broken && !unchained)
            return;
        const qint64 first = std::min(broken.value_or(m_entries.size()), unchained.value_or(m_entries.size()));
        Damage damage = ofEntry(Kind::Log, m_entries.at(first - 1));
        damage.entry = first;
        m_damages.append(damage);
    }

    void inspectVersions()
    {
        QHash<qint64, std::optional<ContentDigest>> contents;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (entry.version == 0)
                continue;
            if (!contents.contains(entry.version))
                contents.insert(entry.version, m_surroundings.contentOf(entry.version));
            const std::optional<ContentDigest> content = contents.value(entry.version);
            const bool isOther = m_surroundings.versions.value(entry.version) != entry.report;
            if (isOther || (content && *content != entry.content))
                m_damages.append(ofEntry(Kind::Settled, entry));
        }
    }

    void inspectStates()
    {
        QHash<qint64, QString> states;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (entry.report > 0)
                states.insert(entry.report, nameOf(entry.state));
        }
        for (const ReportRow &report : m_surroundings.reports) {
            if (report.state != states.value(report.id, nameOf(ReportState::Draft)))
                m_damages.append({Kind::State, report.unit, report.notice, {}, {}});
        }
    }

    // The last entry of each name tells what its duties are; the password and the failed tries are no affair of the
    // log.
    void inspectPeople()
    {
        QHash<QString, QJsonObject> told;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (!isOfReport(entry.kind) && entry.detail.contains(belonging::duties))
                told.insert(entry.detail.value(belonging::name).toString(), entry.detail);
        }
        read(QStringLiteral("SELECT CAST(name AS BLOB), CAST(office AS BLOB), CAST(post AS BLOB), duties, active, "
                            "CAST(password AS BLOB), failures, failed, digest FROM person"),
            [&](const Statement &row) {
                const Account account = accountFrom(row);
                const QJsonObject known = told.take(account.person.name);
                const bool fits = digestOf(account) == row.bytes(8)
                    && known.value(belonging::duties).toInt(-1) == account.person.duties.toInt()
                    && known.value(belonging::active).toBool(!account.active) == account.active;
                if (!fits)
                    m_damages.append({Kind::Person, account.person.name});
            });
        for (auto missing = told.cbegin(); missing != told.cend(); ++missing)
            m_damages.append({Kind::Person, missing.key()});
    }

    void inspectKeys()
    {
        QSet<QByteArray> told;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (!isOfReport(entry.kind) && entry.detail.contains(belonging::key))
                told.insert(fromHex(entry.detail.value(belonging::key)));
        }
        read(QStringLiteral("SELECT public, secret, CAST(name AS BLOB), at, digest FROM office_key"),
            [&](const Statement &row) {
                const OfficeKey key = keyFrom(row);
                const bool isTold = told.remove(key.publicKey);
                if (digestOf(key) != row.bytes(4) || !isTold)
                    m_damages.append({Kind::Key, key.name});
            });
        for (qsizetype left = told.size(); left > 0; --left)
            m_damages.append({Kind::Key});
    }

    // Files of another office's entries need not all have come with them; what was lost to damage is told as such.
    void inspectAttachments()
    {
        QSet<QByteArray> there;
        read(QStringLiteral("SELECT digest, content FROM attachment"), [&](const Statement &row) {
            there.insert(row.bytes(0));
            if (digestOfBytes(row.bytes(1), DigestAlgorithm::Sha256) != row.bytes(0))
                m_damages.append({Kind::Attachment});
        });
        for (const LogEntry &entry : std::as_const(m_entries)) {
            const QJsonArray lost
                = entry.origin.isEmpty() ? entry.detail.value(belonging::lost).toArray() : QJsonArray();
            for (const QJsonValue &digest : lost)
                there.insert(fromHex(digest));
        }
        for (const LogEntry &entry : std::as_const(m_entries)) {
            const QJsonArray digests = entry.detail.value(belonging::attachments).toArray();
            const bool isWhole = !entry.origin.isEmpty()
                || std::all_of(digests.cbegin(), digests.cend(),
                    [&](const QJsonValue &digest) { return there.contains(fromHex(digest)); });
            if (!isWhole)
                m_damages.append(ofEntry(Kind::Attachment, entry));
        }
    }

    const Connection &m_connection;
    const LogSurroundings &m_surroundings;
    QList<LogEntry> m_entries;
    QList<Damage> m_damages;
};

} // namespace

bool readAll(const Connection &connection, const QString &sql, const std::function<void(const Statement &)> &look)
{
    Statement statement(connection, sql);
    if (!statement.run())
        return false;
    while (statement.next())
        look(statement);
    return static_cast<bool>(statement.finished());
}

QList<Damage> inspectLog(const Connection &connection, const LogSurroundings &surroundings)
{
    return LogInspector(connection, surroundings).run();
}

} // namespace zhibao
