// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/loginspection.h"

#include "base/password.h"
#include "store/database/connection.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/logsignatures.h"
#include "store/log/toldpeople.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

using Kind = Damage::Kind;

Damage ofEntry(Kind kind, const LogEntry &entry)
{
    Damage damage{kind, entry.unit, entry.notice, {}, {}, 0, entry.occasion};
    damage.entry = entry.number;
    return damage;
}

class LogInspector {
public:
    LogInspector(const Connection &connection, const LogSurroundings &surroundings, FileDepth depth)
        : m_connection(connection)
        , m_surroundings(surroundings)
        , m_depth(depth)
    {
    }

    LogInspection run()
    {
        readEntries();
        inspectVersions();
        inspectStates();
        inspectPeople();
        inspectKeys();
        inspectFiles();
        return m_inspection;
    }

private:
    void read(const QString &sql, const std::function<void(const Statement &)> &look)
    {
        if (!readAll(m_connection, sql, look))
            add({Kind::Structure});
    }

    void add(const Damage &damage) { m_inspection.damages.append(damage); }

    // Only the first entry that is not as it was written: from there on the chain says nothing.
    void readEntries()
    {
        std::optional<qint64> broken;
        read(QStringLiteral(
                 "SELECT number, uid, notice, unit, report, version, at, kind, person, office, post, verified, origin, "
                 "reason, detail, state, sm3, sha256, previous, chain, digest, signature, occasion FROM entry ORDER BY "
                 "number"),
            [&](const Statement &row) {
                m_entries.append(entryFrom(row));
                if (!broken && !isAsWritten(row, m_entries.constLast()))
                    broken = m_entries.size();
            });
        const std::optional<qint64> unchained = firstBroken(m_entries);
        if (!broken && !unchained)
            return inspectSignatures();
        m_told = toldBy(m_entries);
        const qint64 first = std::min(broken.value_or(m_entries.size()), unchained.value_or(m_entries.size()));
        Damage damage = ofEntry(Kind::Log, m_entries.at(first - 1));
        damage.entry = first;
        add(damage);
    }

    void inspectSignatures()
    {
        const Result<std::optional<LogHead>> head = headOf(m_connection);
        if (!head)
            return add({Kind::Structure});
        const SignedLog log = checkSignatures(m_entries, *head);
        m_told = log.wrong ? toldBy(m_entries) : log.told;
        m_inspection.signer = log.signer;
        m_inspection.pending = log.pending;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            const bool begins = entry.kind == EntryKind::SigningBegun && entry.origin.isEmpty();
            if (begins && entry.detail.value(belonging::anew).toBool())
                m_inspection.begunAnew = entry.number;
        }
        if (!log.wrong && !log.endLost)
            return;
        const qint64 first = log.wrong.value_or(m_entries.size());
        Damage damage = ofEntry(Kind::Signature, m_entries.value(first - 1));
        damage.entry = first;
        add(damage);
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
                add(ofEntry(Kind::Settled, entry));
        }
    }

    void inspectStates()
    {
        struct Told {
            ReportState state = ReportState::Draft;
            ContentDigest settled; // what the report said when it came into that state
        };
        QHash<qint64, Told> told;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (entry.report > 0 && entry.state != told[entry.report].state)
                told.insert(entry.report, {entry.state, entry.content});
        }
        for (const ReportRow &report : m_surroundings.reports) {
            const Told last = told.value(report.id);
            if (report.state != nameOf(last.state) || !isAsSettled(report, last.state, last.settled))
                add({Kind::State, report.unit, report.notice, {}, {}, 0, report.occasion});
        }
    }

    // Whether what is not in hand says what it did when it came into its state, and what is approved is on the list.
    bool isAsSettled(const ReportRow &report, ReportState state, const ContentDigest &settled) const
    {
        if (state == ReportState::Draft || state == ReportState::Returned)
            return true;
        const std::optional<ContentDigest> content = m_surroundings.contentOf(report.version);
        return (!content || *content == settled) && (report.removed == 0 || !isFrozen(state));
    }

    // The last entry of each name tells what its duties are, and since signing began also what the password is; the
    // failed tries are no affair of the log.
    void inspectPeople()
    {
        QHash<QString, ToldPerson> told = m_told.people();
        read(QStringLiteral("SELECT name, office, post, duties, active, password, failures, failed, digest, share, "
                            "failed_boot, failed_uptime FROM person"),
            [&](const Statement &row) {
                const Account account = accountFrom(row);
                // Such a password is never stored without the key that it opens, nor that where nothing is signed.
                const bool lacksKey
                    = opensKey(account.password) && (account.share.isEmpty() || m_inspection.signer.isEmpty());
                const ToldPerson known = told.take(account.person.name);
                if (digestOf(account) != row.bytes(8) || lacksKey || !known.fits(account))
                    add({Kind::Person, account.person.name});
            });
        for (auto missing = told.cbegin(); missing != told.cend(); ++missing)
            add({Kind::Person, missing.key()});
    }

    void inspectKeys()
    {
        QHash<QByteArray, ToldKey> told = m_told.keys();
        read(QStringLiteral("SELECT public, secret, name, at, digest, units, roles, "
                            "coalesce(public = (SELECT signer FROM head), secret IS NOT NULL) FROM office_key"),
            [&](const Statement &row) {
                const OfficeKey key = keyFrom(row);
                m_inspection.isInTheOpen = m_inspection.isInTheOpen || !key.secretKey.isEmpty();
                const bool isTold = told.contains(key.publicKey) && told.value(key.publicKey).fits(key);
                told.remove(key.publicKey);
                if (digestOf(key) != row.bytes(4) || !isTold)
                    add({Kind::Key, key.name});
            });
        for (qsizetype left = told.size(); left > 0; --left)
            add({Kind::Key});
    }

    Files::State stateOf(const FileName &file) const
    {
        switch (m_depth) {
        case FileDepth::Whole:
            return m_connection.files().lookAtWhole(file);
        case FileDepth::Size:
            return m_connection.files().lookAtSize(file);
        case FileDepth::None:
            break;
        }
        return Files::State::Whole;
    }

    // Files of another office's entries need not all have come with them; what was lost to damage is told as such.
    void inspectFiles()
    {
        const Result<QList<FileName>> files = filesIn(m_connection);
        const Result<QSet<QByteArray>> lost = lostFiles(m_connection);
        if (!files || !lost)
            return add({Kind::Structure});
        QSet<QByteArray> named;
        QSet<QByteArray> missing;
        for (const FileName &file : *files) {
            named.insert(file.digest);
            const Files::State state = lost->contains(file.digest) ? Files::State::Whole : stateOf(file);
            if (state == Files::State::Changed)
                add({Kind::Attachment});
            if (state == Files::State::Missing)
                missing.insert(file.digest);
        }
        m_inspection.files = files->size();
        if (m_depth == FileDepth::Whole)
            m_inspection.strayFiles = m_connection.files().others(named).size();
        const QSet<QByteArray> there = (named - missing) + *lost;
        for (const LogEntry &entry : std::as_const(m_entries)) {
            if (!entry.origin.isEmpty())
                continue;
            const QJsonArray digests = entry.detail.value(belonging::attachments).toArray();
            bool isWhole = true;
            for (const QJsonValue &value : digests) {
                const QByteArray digest = fromHex(value);
                isWhole = isWhole && there.contains(digest);
                missing.remove(digest);
            }
            if (!isWhole)
                add(ofEntry(Kind::Attachment, entry));
        }
        // What came from another office, or what no entry speaks of yet.
        for (qsizetype left = missing.size(); left > 0; --left)
            add({Kind::Attachment});
    }

    const Connection &m_connection;
    const LogSurroundings &m_surroundings;
    FileDepth m_depth;
    QList<LogEntry> m_entries;
    Told m_told; // by them
    LogInspection m_inspection;
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

LogInspection inspectLog(const Connection &connection, const LogSurroundings &surroundings, FileDepth depth)
{
    return LogInspector(connection, surroundings, depth).run();
}

} // namespace zhibao
