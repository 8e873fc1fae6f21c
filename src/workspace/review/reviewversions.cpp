// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What a supervisor compares with.
#include "core/report/lineids.h"
#include "store/store.h"
#include "workspace/review/review.h"

#include <algorithm>

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
    if (!m_open.id())
        return;
    const QString name = m_open.office().session().person().name;
    if (const Result<QString> seen = m_open.office().remembered(seenKey(*m_open.id(), name)))
        m_seen = seen->toLongLong();
}

Result<void> Review::noteSeen()
{
    if (!m_open.id() || m_open.office().readOnlyReason())
        return {};
    const Result<qint64> version = m_open.currentVersion();
    if (!version)
        return version.error();
    // It must be there to compare with the next time.
    if (Result<void> kept = m_open.keepVersion(*version); !kept)
        return kept;
    return m_open.office().remember(
        seenKey(*m_open.id(), m_open.office().session().person().name), QString::number(*version));
}

Result<QList<ComparedVersion>> Review::comparable() const
{
    using Kind = ComparedVersion::Kind;
    if (!m_open.id())
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Result<QList<Version>> versions = m_open.office().store()->versions(*m_open.id());
    if (!versions)
        return versions.error();
    QList<ComparedVersion> offered;
    const auto timeOf = [&](qint64 id) {
        const auto found = std::find_if(
            versions->cbegin(), versions->cend(), [&](const Version &version) { return version.id == id; });
        return found == versions->cend() ? QDateTime() : found->at;
    };
    if (timeOf(m_seen).isValid())
        offered.append({Kind::LastSeen, m_seen, timeOf(m_seen), m_open.office().session().person().name});
    const std::initializer_list<std::pair<EntryKind, Kind>> told{
        {EntryKind::Return, Kind::LastReturned}, {EntryKind::Approve, Kind::LastApproved}};
    for (const auto &[entryKind, kind] : told) {
        const auto entry = std::find_if(m_open.told().entries.crbegin(), m_open.told().entries.crend(),
            [kind = entryKind](const LogEntry &each) { return each.kind == kind && each.version > 0; });
        if (entry != m_open.told().entries.crend())
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
        return m_open.version(version);
    if (!m_open.id())
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    return withoutLineIds(newReport(m_open.notice(), m_open.report().unit, m_open.report().occasion));
}

} // namespace zhibao
