// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// How the report in hand comes into the store, and what came from outside into the report in hand.
#include "base/log.h"
#include "store/store.h"
#include "workspace/report/changedplaces.h"
#include "workspace/report/openreport.h"
#include "workspace/report/savefacts.h"

namespace zhibao {

namespace {

constexpr int saveRetry = 5000; // milliseconds

} // namespace

bool OpenReport::flush()
{
    return save(VersionCause::Edited);
}

bool OpenReport::save(VersionCause cause)
{
    m_autosave.stop();
    if (m_saved)
        return true;
    const Result<QDateTime> saved = m_office.store()->save(*m_id, m_report, saveFacts(m_report, m_notice), cause);
    if (!saved) {
        log::error(QStringLiteral("saving failed with code %1").arg(static_cast<int>(saved.error().code)));
        m_autosave.start(saveRetry);
        changeSaved(false, saved.error());
        return false;
    }
    m_savedAt = *saved;
    m_office.backups().noteChange();
    m_office.lookAtClock();
    changeSaved(true, std::nullopt);
    return true;
}

void OpenReport::changeSaved(bool saved, std::optional<Error> error)
{
    // A save is always told, since its time is shown.
    const bool told = !saved && !m_saved && error == m_saveError;
    m_saved = saved;
    m_saveError = std::move(error);
    if (!told)
        Q_EMIT savedChanged();
}

Result<ImportedReport> OpenReport::import(const Report &report)
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {report.unit, report.notice}};
    const Result<Report> carried = m_office.asFollowing(report, m_notice);
    if (!carried)
        return carried.error();
    const Report after = completed(Office::updated(m_report, *carried), m_notice);
    const ImportedReport imported{*m_id, false, changedPlaces(m_report, after, m_notice)};
    if (after == m_report)
        return imported;
    m_office.backUpFirst();
    // What is on the screen changes as one step that can be undone.
    if (const Result<void> applied = apply(after, {{}, true}, tr("导入")); !applied)
        return applied.error();
    return save(VersionCause::Imported) ? Result<ImportedReport>(imported) : Result<ImportedReport>(*m_saveError);
}

} // namespace zhibao
