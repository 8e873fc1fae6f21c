// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What a supervisor compares with, and where a comment's place is by now.
#include "core/lineids.h"
#include "core/placetracking.h"
#include "workspace/review.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace zhibao {

namespace {

QString seenKey(qint64 report, const QString &person)
{
    return QStringLiteral("seen/%1/%2").arg(report).arg(person);
}

} // namespace

void Review::readSeen()
{
    m_seen = 0;
    if (!m_workspace.m_id)
        return;
    const QString name = m_workspace.m_session.person().name;
    if (const Result<QString> seen = m_workspace.remembered(seenKey(*m_workspace.m_id, name)))
        m_seen = seen->toLongLong();
}

Result<void> Review::noteSeen()
{
    if (!m_workspace.m_id || m_workspace.readOnlyReason())
        return {};
    const Result<qint64> version = m_workspace.currentVersion();
    if (!version)
        return version.error();
    // It must be there to compare with the next time.
    if (Result<void> kept = m_workspace.keepVersion(*version); !kept)
        return kept;
    return m_workspace.remember(
        seenKey(*m_workspace.m_id, m_workspace.m_session.person().name), QString::number(*version));
}

Result<QList<ComparedVersion>> Review::comparable() const
{
    using Kind = ComparedVersion::Kind;
    if (!m_workspace.m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Result<QList<Version>> versions = m_workspace.m_store->versions(*m_workspace.m_id);
    if (!versions)
        return versions.error();
    QList<ComparedVersion> offered;
    const auto timeOf = [&](qint64 id) {
        const auto found = std::find_if(
            versions->cbegin(), versions->cend(), [&](const Version &version) { return version.id == id; });
        return found == versions->cend() ? QDateTime() : found->at;
    };
    if (timeOf(m_seen).isValid())
        offered.append({Kind::LastSeen, m_seen, timeOf(m_seen), m_workspace.m_session.person().name});
    const std::initializer_list<std::pair<EntryKind, Kind>> told{
        {EntryKind::Return, Kind::LastReturned}, {EntryKind::Approve, Kind::LastApproved}};
    for (const auto &[entryKind, kind] : told) {
        const auto entry = std::find_if(m_entries.crbegin(), m_entries.crend(),
            [kind = entryKind](const LogEntry &each) { return each.kind == kind && each.version > 0; });
        if (entry != m_entries.crend())
            offered.append({kind, entry->version, entry->at, entry->person});
    }
    for (const Version &version : *versions)
        offered.append({Kind::Any, version.id, version.at, {}, version.cause, version.changed});
    offered.append({Kind::Blank, 0, {}, {}});
    return offered;
}

Result<Report> Review::compared(qint64 version) const
{
    if (version != 0)
        return m_workspace.version(version);
    if (!m_workspace.m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    return withoutLineIds(newReport(*m_workspace.m_notice, m_workspace.m_report.unit));
}

std::optional<Place> Review::placeNow(const Comment &comment) const
{
    return placesNow({comment}).constFirst();
}

QList<std::optional<Place>> Review::placesNow(const QList<Comment> &comments) const
{
    using Commented = std::tuple<qint64, QString, QString, int, int, int>;
    QHash<qint64, Result<Report>> versions;
    std::map<Commented, std::optional<Place>> known;
    QList<std::optional<Place>> places;
    for (const Comment &comment : comments) {
        const Place &place = comment.place;
        const Commented key{comment.version, place.form, place.field, place.row, place.entry, place.section};
        auto now = known.find(key);
        if (now == known.end()) {
            if (!versions.contains(comment.version))
                versions.insert(comment.version,
                    comment.version > 0 ? m_workspace.version(comment.version) : Result<Report>(m_workspace.m_report));
            const Result<Report> before = versions.value(comment.version, Result<Report>(Report()));
            const bool isKnown = m_workspace.m_id && before;
            now = known.emplace(key, isKnown ? placeAfter(*before, m_workspace.m_report, place) : std::nullopt).first;
        }
        places.append(now->second);
    }
    return places;
}

} // namespace zhibao
