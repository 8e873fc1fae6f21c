// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The way back: versions of the report in hand.
#include "store/store.h"
#include "workspace/openreport.h"

namespace zhibao {

Result<QList<Version>> OpenReport::versions()
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!flush())
        return *m_saveError;
    return m_office.store()->versions(*m_id);
}

Result<Report> OpenReport::version(qint64 id) const
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Result<Report> report = m_office.store()->loadVersion(*m_id, id);
    return report ? Result<Report>(completed(*report, *m_notice)) : report;
}

Result<void> OpenReport::restoreVersion(qint64 id)
{
    const Result<Report> report = version(id);
    if (!report)
        return report.error();
    if (Result<void> applied = apply(*report, {{}, true}, tr("恢复版本")); !applied)
        return applied;
    return save(VersionCause::Restored) ? Result<void>() : Result<void>(*m_saveError);
}

Result<qint64> OpenReport::currentVersion()
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!flush())
        return *m_saveError;
    return m_office.store()->currentVersion(*m_id);
}

Result<void> OpenReport::keepVersion(qint64 id)
{
    return m_office.hasStore() ? m_office.store()->keepVersion(id) : m_office.noStore();
}

Result<void> OpenReport::noteExport(qint64 version, const QList<ExportedFile> &files)
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    return m_office.noteExport(*m_id, version, files);
}

} // namespace zhibao
