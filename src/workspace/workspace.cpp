// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/workspace.h"

namespace zhibao {

Workspace::Workspace(Catalogue catalogue, Clock clock, std::function<qint64()> elapsed, QString boot)
    : m_office(std::move(catalogue), std::move(clock), nullptr, std::move(elapsed), std::move(boot))
    , m_open(m_office)
    , m_review(m_open)
{
}

Result<void> Workspace::openStore(const QString &path, StoreAccess access)
{
    return m_open.close() ? m_office.openStore(path, access) : Result<void>(*m_open.saveError());
}

Result<Recovery> Workspace::recoverStore(const QString &path)
{
    return m_open.close() ? m_office.recoverStore(path) : Result<Recovery>(*m_open.saveError());
}

Result<void> Workspace::restoreBackup(const QString &path)
{
    // Where it may not be done the report in hand stays.
    if (Result<void> may = m_office.mayRestore(); !may)
        return may;
    return m_open.close() ? m_office.restoreBackup(path) : Result<void>(*m_open.saveError());
}

Result<ImportedReport> Workspace::importReport(const Report &report)
{
    const bool isInHand = m_open.isOpen()
        && keyOf(m_open.report()) == ReportKey{report.notice, m_office.knownUnit(report.unit), report.occasion};
    if (isInHand)
        return m_open.import(report);
    const Result<QList<ImportedReport>> imported = m_office.importReports({report});
    return imported ? Result<ImportedReport>(imported->constFirst()) : Result<ImportedReport>(imported.error());
}

Result<void> Workspace::removeReport(qint64 id)
{
    // What was typed last belongs to what may be put back.
    if (m_open.id() == id && !m_open.flush())
        return *m_open.saveError();
    Result<void> removed = m_office.removeReport(id);
    if (removed && m_open.id() == id)
        m_open.forget();
    return removed;
}

} // namespace zhibao
