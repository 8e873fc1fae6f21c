// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The way back: versions of the report in hand.
#include "store/store.h"
#include "workspace/report/openreport.h"
#include "workspace/report/savefacts.h"

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
    return report ? Result<Report>(completed(*report, m_notice)) : report;
}

Result<void> OpenReport::restoreVersion(qint64 id)
{
    const Result<Report> before = version(id);
    // It may have followed an earlier definition of the notice.
    const Result<Report> carried = before ? m_office.asFollowing(*before, m_notice) : before;
    if (!carried)
        return carried.error();
    const Result<Report> report = completed(*carried, m_notice);
    if (Result<void> applied = apply(*report, {{}, true}, tr("恢复版本")); !applied)
        return applied;
    return save(VersionCause::Restored) ? Result<void>() : Result<void>(*m_saveError);
}

const Notice *OpenReport::newerNotice() const
{
    if (!m_id || refusal(ReviewAction::Edit))
        return nullptr;
    const Notice *const followed = m_office.catalogue().notice(m_report.notice);
    return followed && followed->digest != m_notice.digest ? followed : nullptr;
}

Result<void> OpenReport::follow(const Notice &newer)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Edit))
        return *refused;
    if (!flush())
        return *m_saveError;
    Result<Report> carried = m_office.asFollowing(m_report, newer);
    if (!carried)
        return carried.error();
    const Report begun = newReport(newer, m_report.unit, m_report.occasion);
    for (auto form = begun.forms.cbegin(); form != begun.forms.cend(); ++form) {
        if (!carried->forms.contains(form.key()))
            carried->forms.insert(form.key(), form.value());
    }
    const qint64 id = *m_id;
    const Result<QDateTime> saved = m_office.store()->save(id, *carried, saveFacts(*carried, newer));
    if (!saved)
        return saved.error();
    m_office.backups().noteChange();
    forget();
    return open(id);
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
