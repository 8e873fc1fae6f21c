// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reports/history.h"

#include "base/named.h"
#include "store/database/transaction.h"
#include "store/reports/rowdigests.h"

#include <QSet>

#include <array>

namespace zhibao {

namespace {

constexpr std::array causeNames{
    Named{VersionCause::Created, "created"},
    Named{VersionCause::Edited, "edited"},
    Named{VersionCause::Imported, "imported"},
    Named{VersionCause::Restored, "restored"},
    Named{VersionCause::Recovered, "recovered"},
};

VersionCause causeFromName(const QString &name)
{
    return keyNamed(causeNames, name).value_or(VersionCause::Edited);
}

constexpr Table versionTable{"version", "id, report, at, cause, kept, digest"};
constexpr Table textTable{"text", "digest, content"};
constexpr Table changeTable{"change", "report, form, kind, name, position, version, text, digest", 6};

Result<void> write(const Connection &connection, const VersionRow &row, RowWriter::Mode mode)
{
    return RowWriter(connection, versionTable, mode)
        .write({row.id, row.report, row.at, row.cause, row.kept, digestOf(row)});
}

// Writes what a version changes.
class ChangeWriter {
public:
    ChangeWriter(const Connection &connection, qint64 report, qint64 version)
        : m_text(connection, textTable, RowWriter::Mode::Keep)
        , m_change(connection, changeTable, RowWriter::Mode::Add)
        , m_report(report)
        , m_version(version)
    {
    }

    Result<void> write(const Part &part)
    {
        const QByteArray text = digestOfText(part.content);
        if (Result<void> written = m_text.write({text, part.content}); !written)
            return written;
        return writeChange(part, text);
    }
    Result<void> remove(const Part &part) { return writeChange(part, {}); }

private:
    Result<void> writeChange(const Part &part, const QByteArray &text)
    {
        const ChangeRow row{m_report, part.form, part.kind, part.name, part.position, m_version, text};
        return m_change.write(
            {row.report, row.form, row.kind, row.name, row.position, row.version, row.text, digestOf(row)});
    }

    RowWriter m_text;
    RowWriter m_change;
    qint64 m_report;
    qint64 m_version;
};

Result<void> writeChanges(const Connection &connection, qint64 report, qint64 version, const PartChanges &changes)
{
    ChangeWriter writer(connection, report, version);
    for (const Part &part : changes.written) {
        if (Result<void> written = writer.write(part); !written)
            return written;
    }
    for (const Part &part : changes.removed) {
        if (Result<void> written = writer.remove(part); !written)
            return written;
    }
    return {};
}

Result<VersionRow> versionRow(const Connection &connection, qint64 version)
{
    Statement statement(
        connection, QStringLiteral("SELECT id, report, at, cause, kept, digest FROM version WHERE id = ?"));
    if (const Result<void> run = statement.with(version).run(); !run)
        return run.error();
    if (statement.next()) {
        // Or what was changed beside the program would get a digest that holds.
        const VersionRow row = versionRowFrom(statement);
        return digestOf(row) == statement.bytes(5) ? Result<VersionRow>(row)
                                                   : Error{ErrorCode::StoreDamaged, {connection.path()}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return Error{ErrorCode::VersionNotFound, {QString::number(version)}};
}

// Finds the places that a report's versions changed, told of their changes one version after the other, the order of a
// form's rows before the rows.
class ChangedPlaces {
public:
    void add(qint64 version, const Part &part)
    {
        if (part.kind == kind::form && part.name == rowOrder) {
            m_rows[part.form] = {m_rows.value(part.form).now, placesIn(part.content)};
            m_reordered[version].insert(part.form);
        } else {
            Place place = placeOf(part.form, part.kind, part.name, part.position);
            if (part.kind == kind::row && !part.name.isEmpty())
                place.row = rowNamed(part.form, part.name);
            m_rowsChanged[version] += part.kind == kind::row ? QSet<QString>{part.form} : QSet<QString>();
            m_places[version].append(place);
        }
    }

    // Rows that only changed places are told as a change of their form.
    QList<Place> of(qint64 version) const
    {
        QList<Place> places = m_places.value(version);
        const QSet<QString> reordered = m_reordered.value(version) - m_rowsChanged.value(version);
        for (const QString &form : reordered)
            places.append(Place{form, {}});
        return places;
    }

private:
    using Rows = QHash<QString, int>; // by their ids
    struct Orders {
        Rows before; // where a row stood that is gone
        Rows now;
    };

    static Rows placesIn(const QString &order)
    {
        Rows rows;
        const QStringList lines = order.split(u'\n');
        for (int row = 0; row < lines.size(); ++row)
            rows.insert(lines.at(row), row);
        return rows;
    }

    int rowNamed(const QString &form, const QString &name) const
    {
        const Orders orders = m_rows.value(form);
        return orders.now.value(name, orders.before.value(name, -1));
    }

    QHash<QString, Orders> m_rows; // by form
    QHash<qint64, QList<Place>> m_places;
    QHash<qint64, QSet<QString>> m_reordered;
    QHash<qint64, QSet<QString>> m_rowsChanged;
};

Result<ChangedPlaces> changedPlaces(const Connection &connection, qint64 report)
{
    Statement statement(connection,
        QStringLiteral("SELECT version, form, kind, name, position, content FROM change "
                       "LEFT JOIN text ON kind = 'form' AND text.digest = change.text "
                       "WHERE report = ? ORDER BY version, form, kind"));
    if (const Result<void> run = statement.with(report).run(); !run)
        return run.error();
    ChangedPlaces places;
    while (statement.next())
        places.add(statement.number(0),
            {statement.text(1), statement.text(2), statement.text(3), statement.number(4), statement.text(5)});
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return places;
}

} // namespace

Result<qint64> nextId(const Connection &connection, const QString &table)
{
    Statement statement(connection, QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM ") + table);
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    if (!statement.next())
        return statement.finished() ? Error{ErrorCode::StoreDamaged, {connection.path()}}
                                    : statement.finished().error();
    return statement.number(0);
}

Result<qint64> addVersion(
    const Connection &connection, qint64 report, const QDateTime &at, VersionCause cause, const PartChanges &changes)
{
    const Result<qint64> id = nextId(connection, QStringLiteral("version"));
    if (!id)
        return id;
    const VersionRow row{*id, report, at.toMSecsSinceEpoch(), causeName(cause), 0};
    if (const Result<void> added = write(connection, row, RowWriter::Mode::Add); !added)
        return added.error();
    const Result<void> written = writeChanges(connection, report, *id, changes);
    return written ? id : Result<qint64>(written.error());
}

Result<Report> contentAt(const Connection &connection, qint64 report, qint64 version, Report empty)
{
    // SQLite takes the columns that are not grouped from the row that has the maximum
    // (https://www.sqlite.org/lang_select.html#bareagg).
    Statement statement(connection,
        QStringLiteral("SELECT form, kind, name, position, version, text, latest.digest, content FROM "
                       "(SELECT form, kind, name, position, max(version) AS version, text, digest FROM change "
                       "WHERE report = ? AND version <= ? GROUP BY form, kind, name, position) AS latest "
                       "LEFT JOIN text ON text.digest = latest.text ORDER BY form, kind, name, position"));
    if (const Result<void> run = statement.with(report).with(version).run(); !run)
        return run.error();
    const Error damaged{ErrorCode::StoreDamaged, {connection.path()}};
    ReportParts filled(std::move(empty));
    while (statement.next()) {
        const ChangeRow row{report, statement.text(0), statement.text(1), statement.text(2), statement.number(3),
            statement.number(4), statement.bytes(5)};
        if (digestOf(row) != statement.bytes(6))
            return damaged;
        if (row.text.isEmpty())
            continue;
        const Part part{row.form, row.kind, row.name, row.position, statement.text(7)};
        if (digestOfText(part.content) != row.text || !filled.take(part))
            return damaged;
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return filled.isWhole() ? Result<Report>(filled.report()) : damaged;
}

Result<QList<Version>> versionsOf(const Connection &connection, qint64 report)
{
    const Result<ChangedPlaces> places = changedPlaces(connection, report);
    if (!places)
        return places.error();
    Statement statement(
        connection, QStringLiteral("SELECT id, at, cause, kept FROM version WHERE report = ? ORDER BY id DESC"));
    if (const Result<void> run = statement.with(report).run(); !run)
        return run.error();
    QList<Version> versions;
    while (statement.next()) {
        const qint64 id = statement.number(0);
        versions.append({id, QDateTime::fromMSecsSinceEpoch(statement.number(1)), causeFromName(statement.text(2)),
            statement.number(3) != 0, places->of(id)});
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return versions;
}

Result<void> keepVersion(const Connection &connection, qint64 version)
{
    Result<VersionRow> row = versionRow(connection, version);
    if (!row)
        return row.error();
    if (row->kept == 1)
        return {};
    row->kept = 1;
    return write(connection, *row, RowWriter::Mode::Change);
}

Place placeOf(const QString &form, const QString &kind, const QString &name, qint64 position)
{
    Place place{form, {}};
    if (kind == kind::field)
        place.field = name;
    else if (kind == kind::row && name.isEmpty())
        place.row = static_cast<int>(position);
    else if (kind == kind::section)
        place.section = static_cast<int>(position);
    return place;
}

QString causeName(VersionCause cause)
{
    return nameIn(causeNames, cause);
}

} // namespace zhibao
