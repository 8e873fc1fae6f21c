// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/inspection.h"

#include "base/path.h"
#include "base/temporaryfolder.h"
#include "core/report/unit.h"
#include "store/backup/backup.h"
#include "store/database/connection.h"
#include "store/database/migration.h"
#include "store/log/belongings.h"
#include "store/log/loginspection.h"
#include "store/reports/history.h"
#include "store/reports/rowdigests.h"

#include <QSet>

#include <functional>

namespace zhibao {

namespace {

bool isStructureSound(const Connection &connection)
{
    bool sound = false;
    const bool read = readAll(connection, QStringLiteral("PRAGMA integrity_check(1)"),
        [&](const Statement &row) { sound = row.text(0) == QStringLiteral("ok"); });
    bool referencesHold = true;
    const bool referencesRead = readAll(
        connection, QStringLiteral("PRAGMA foreign_key_check"), [&](const Statement &) { referencesHold = false; });
    return read && sound && referencesRead && referencesHold;
}

class Inspector {
public:
    Inspector(const Connection &connection, FileDepth depth)
        : m_connection(connection)
        , m_depth(depth)
    {
    }

    // Of a store whose schema is the program's.
    Inspection run()
    {
        inspectStructure();
        readReports();
        readVersions();
        readTexts();
        readChanges();
        inspectEntries();
        inspectCurrentVersions();
        readRest();
        return m_inspection;
    }

private:
    struct KnownVersion {
        qint64 report = 0;
        QDateTime at;
    };

    void add(const Damage &damage) { m_inspection.damages.append(damage); }

    // A table that can not be read to its end is told once.
    void read(const QString &sql, const std::function<void(const Statement &)> &look)
    {
        if (!readAll(m_connection, sql, look) && !m_structureTold)
            tellStructure();
    }

    void tellStructure()
    {
        m_structureTold = true;
        add({Damage::Kind::Structure});
    }

    void inspectStructure()
    {
        if (!isStructureSound(m_connection))
            tellStructure();
    }

    Damage damage(Damage::Kind kind, qint64 report, const QDateTime &at = {}, const Place &place = {}) const
    {
        const ReportRow row = m_reports.value(report);
        return {kind, row.unit, row.notice, place, at, 0, row.occasion};
    }

    void readReports()
    {
        read(QStringLiteral("SELECT id, notice, unit, state, words, progress, due, version, removed, digest, occasion "
                            "FROM report"),
            [this](const Statement &row) {
                const ReportRow report = reportRowFrom(row);
                m_reports.insert(report.id, report);
                ++m_inspection.reports;
                if (digestOf(report) != row.bytes(9))
                    add(damage(Damage::Kind::Report, report.id));
            });
    }

    void readVersions()
    {
        read(QStringLiteral("SELECT id, report, at, cause, kept, digest FROM version"), [this](const Statement &row) {
            const VersionRow version = versionRowFrom(row);
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(version.at);
            m_versions.insert(version.id, {version.report, at});
            ++m_inspection.versions;
            if (digestOf(version) != row.bytes(5))
                add(damage(Damage::Kind::Version, version.report, at));
        });
    }

    void readTexts()
    {
        read(QStringLiteral("SELECT digest, content FROM text"), [this](const Statement &row) {
            ++m_inspection.texts;
            (digestOfText(row.text(1)) == row.bytes(0) ? m_texts : m_damagedTexts).insert(row.bytes(0));
        });
    }

    void readChanges()
    {
        read(QStringLiteral("SELECT report, form, kind, name, position, version, text, digest FROM change"),
            [this](const Statement &row) {
                const ChangeRow change{
                    row.number(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.bytes(6)};
                m_damagedTexts.remove(change.text);
                m_changed.insert(change.version);
                const bool hasText = change.text.isEmpty() || m_texts.contains(change.text);
                const KnownVersion version = m_versions.value(change.version);
                if (digestOf(change) != row.bytes(7) || !hasText || version.report != change.report)
                    add(damage(Damage::Kind::Content, change.report, version.at,
                        placeOf(change.form, change.kind, change.name, change.position)));
            });
        for (qsizetype left = m_damagedTexts.size(); left > 0; --left)
            add({Damage::Kind::Text});
    }

    // Rows that are missing leave a gap, which only the whole shows.
    void inspectCurrentVersions()
    {
        inspectEmptyVersions();
        const bool soundSoFar = m_inspection.damages.isEmpty();
        for (const ReportRow &report : std::as_const(m_reports)) {
            const KnownVersion current = m_versions.value(report.version);
            if (current.report != report.id)
                add(damage(Damage::Kind::Version, report.id));
            else if (soundSoFar && !m_whole.contains(report.version)
                && !contentAt(m_connection, report.id, report.version, {}))
                add(damage(Damage::Kind::Content, report.id, current.at));
        }
    }

    // But for the first of a report there is no version without a change.
    void inspectEmptyVersions()
    {
        QHash<qint64, qint64> first;
        for (auto version = m_versions.cbegin(); version != m_versions.cend(); ++version) {
            const auto known = first.constFind(version->report);
            if (known == first.cend() || version.key() < *known)
                first.insert(version->report, version.key());
        }
        for (auto version = m_versions.cbegin(); version != m_versions.cend(); ++version) {
            if (!m_changed.contains(version.key()) && first.value(version->report) != version.key())
                add(damage(Damage::Kind::Content, version->report, version->at));
        }
    }

    void inspectEntries()
    {
        LogSurroundings surroundings{m_reports, {}, {}};
        for (auto version = m_versions.cbegin(); version != m_versions.cend(); ++version)
            surroundings.versions.insert(version.key(), version->report);
        surroundings.contentOf = [this](qint64 version) -> std::optional<ContentDigest> {
            const ReportRow report = m_reports.value(m_versions.value(version).report);
            const Result<Report> content = contentAt(m_connection, report.id, version, emptyReport(keyOf(report)));
            if (!content)
                return std::nullopt;
            m_whole.insert(version);
            return contentDigest(*content);
        };
        const LogInspection log = inspectLog(m_connection, surroundings, m_depth);
        m_inspection.damages += log.damages;
        m_inspection.files = log.files;
        m_inspection.strayFiles = log.strayFiles;
        m_inspection.signer = log.signer;
        m_inspection.pending = log.pending;
        m_inspection.begunAnew = log.begunAnew;
        if (!log.signer.isEmpty())
            m_inspection.protection
                = log.isInTheOpen ? Inspection::Protection::InTheOpen : Inspection::Protection::Sealed;
    }

    void readRest()
    {
        read(QStringLiteral("SELECT code, name, common_name, digest FROM unit"), [this](const Statement &row) {
            if (digestOf(Unit{row.text(0), row.text(1), row.text(2)}) != row.bytes(3))
                add({Damage::Kind::Unit, row.text(1)});
        });
        read(QStringLiteral("SELECT key, value, digest FROM remembered"), [this](const Statement &row) {
            if (digestOfRemembered(row.text(0), row.text(1)) != row.bytes(2))
                add({Damage::Kind::Remembered});
        });
    }

    const Connection &m_connection;
    FileDepth m_depth;
    Inspection m_inspection;
    bool m_structureTold = false;
    QHash<qint64, ReportRow> m_reports;
    QHash<qint64, KnownVersion> m_versions;
    QSet<qint64> m_changed; // versions that change something
    QSet<qint64> m_whole; // those whose content was read
    QSet<QByteArray> m_texts;
    QSet<QByteArray> m_damagedTexts; // that no change has claimed so far
};

Result<Inspection> inspectUpgraded(const Connection &connection, int version, FileDepth depth)
{
    if (!isStructureSound(connection))
        return Inspection{{{Damage::Kind::Structure}}};
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder)
        return folder.error();
    const QString copy = folder->filePath(QStringLiteral("upgraded.db"));
    const Result<Files> files = makeUpgradedCopy(connection, version, copy);
    if (!files)
        return files.error();
    const Result<std::unique_ptr<Connection>> upgraded = Connection::open(copy, Connection::Mode::Read, *files);
    if (!upgraded)
        return upgraded.error();
    constexpr int firstWithDigests = 2;
    // What was carried over into files was found to hold.
    Inspection inspection = Inspector(**upgraded, hasFiles(version) ? depth : FileDepth::Size).run();
    if (version < firstWithDigests)
        inspection.unchecked = Error{ErrorCode::StoreUndigested, {connection.path()}};
    return inspection;
}

Result<void> inspectSizes(const Connection &connection)
{
    const Result<QList<FileName>> files = filesIn(connection);
    if (!files)
        return files.error();
    QSet<QByteArray> missing;
    for (const FileName &file : *files) {
        if (connection.files().lookAtSize(file) != Files::State::Whole)
            missing.insert(file.digest);
    }
    if (missing.isEmpty())
        return {};
    const Result<QSet<QByteArray>> lost = lostFiles(connection);
    if (!lost)
        return lost.error();
    missing -= *lost;
    return missing.isEmpty() ? Result<void>()
                             : Result<void>(Error{ErrorCode::StoreFilesMissing,
                                 {connection.path(), connection.files().folder(), QString::number(missing.size())}});
}

} // namespace

bool isSound(const Inspection &inspection)
{
    return inspection.damages.isEmpty() && !inspection.unchecked && inspection.pending == 0;
}

bool isUsable(const Inspection &inspection)
{
    const bool isNewer = inspection.unchecked && inspection.unchecked->code == ErrorCode::StoreNewer;
    return inspection.damages.isEmpty() && !isNewer;
}

Result<Inspection> inspect(const QString &path, FileDepth depth)
{
    return inspect(path, depth, filesOf(path));
}

Result<Inspection> inspect(const QString &path, FileDepth depth, const Files &files)
{
    if (!exists(path))
        return Error{ErrorCode::FileNotFound, {path}};
    const Result<int> version = versionOfFile(path);
    if (!version)
        return version.error();
    if (*version == 0)
        return Error{ErrorCode::StoreNotDatabase, {path}};
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read, files);
    if (!connection)
        return connection.error();
    if (*version > knownVersion()) {
        Inspection inspection;
        if (!isStructureSound(**connection))
            inspection.damages.append({Damage::Kind::Structure});
        inspection.unchecked
            = Error{ErrorCode::StoreNewer, {path, QString::number(*version), QString::number(knownVersion())}};
        return inspection;
    }
    if (!hasSchema(**connection, *version))
        return Inspection{{{Damage::Kind::Schema}}};
    return *version < knownVersion() ? inspectUpgraded(**connection, *version, depth)
                                     : Result<Inspection>(Inspector(**connection, depth).run());
}

Result<void> inspectList(const Connection &connection, FileDepth depth)
{
    const Error damaged{ErrorCode::StoreDamaged, {connection.path()}};
    if (!hasSchema(connection, knownVersion()))
        return damaged;
    bool sound = true;
    const bool read = readAll(connection,
        QStringLiteral("SELECT report.id, notice, unit, state, words, progress, due, version, removed, report.digest, "
                       "occasion, version.id, report, at, cause, kept, version.digest "
                       "FROM report LEFT JOIN version ON version.id = report.version"),
        [&](const Statement &row) {
            const ReportRow report = reportRowFrom(row);
            const VersionRow version = versionRowFrom(row, 11);
            sound = sound && digestOf(report) == row.bytes(9) && digestOf(version) == row.bytes(16)
                && version.report == report.id;
        });
    const bool statesRead = readAll(connection,
        QStringLiteral("SELECT 1 FROM report WHERE state <> coalesce((SELECT state FROM entry "
                       "WHERE entry.report = report.id ORDER BY number DESC LIMIT 1), 'draft')"),
        [&](const Statement &) { sound = false; });
    if (!sound || !read || !statesRead)
        return damaged;
    return depth == FileDepth::None ? Result<void>() : inspectSizes(connection);
}

} // namespace zhibao
