// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The workspace's way back: versions of the report in hand, backups of the store, recovery.
#include "workspace/exportrecord.h"
#include "workspace/storesettings.h"
#include "workspace/workspace.h"

namespace zhibao {

Result<QList<Version>> Workspace::versions()
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!flush())
        return *m_saveError;
    return m_store->versions(*m_id);
}

Result<Report> Workspace::version(qint64 id) const
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Result<Report> report = m_store->loadVersion(*m_id, id);
    return report ? Result<Report>(completed(*report, *m_notice)) : report;
}

Result<void> Workspace::restoreVersion(qint64 id)
{
    const Result<Report> report = version(id);
    if (!report)
        return report.error();
    if (Result<void> applied = apply(*report, {{}, true}, tr("恢复版本")); !applied)
        return applied;
    return save(VersionCause::Restored) ? Result<void>() : Result<void>(*m_saveError);
}

Result<qint64> Workspace::currentVersion()
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!flush())
        return *m_saveError;
    return m_store->currentVersion(*m_id);
}

Result<void> Workspace::keepVersion(qint64 id)
{
    return m_store ? m_store->keepVersion(id) : noStore();
}

Result<void> Workspace::noteExport(qint64 version, const QList<ExportedFile> &files)
{
    if (!m_store)
        return noStore();
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Result<void> recorded = recordExport(*m_store, m_session.told(EntryKind::Exported, *m_id), version, files);
    if (recorded)
        m_backups.noteChange();
    return recorded;
}

Result<void> Workspace::restoreBackup(const QString &path)
{
    if (!m_store)
        return noStore();
    if (const std::optional<Error> reason = readOnlyReason())
        return *reason;
    // It takes the log back too.
    if (const Result<void> may = m_session.administer(); !may)
        return may;
    if (!closeReport())
        return *m_saveError;
    const QString store = m_store->path();
    const QString folder = m_backups.folder();
    m_backups.stop(); // what is there now is backed up by the restoring itself
    const std::optional<Secret> secretKey = m_store->secretKey();
    const Restoring by{m_session.person(), m_session.isVerified(), secretKey ? &*secretKey : nullptr};
    m_store.reset();
    const Result<void> restored = zhibao::restoreBackup(path, store, folder, m_clock, by);
    const Result<void> opened = openStore(store);
    if (restored && opened)
        noteOwnKey(true);
    return restored ? opened : restored;
}

Result<Recovery> Workspace::recoverStore(const QString &path)
{
    if (!closeReport())
        return *m_saveError;
    m_backups.stop(); // a copy of what is damaged is none
    m_store.reset();
    const QString chosen = readStoreSettings(path).backupFolder;
    return recover(path, chosen.isEmpty() ? backupFolderOf(path) : chosen, m_clock);
}

} // namespace zhibao
