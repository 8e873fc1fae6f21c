// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/approvedreading.h"

#include "store/store.h"
#include "workspace/office/office.h"

namespace zhibao {

namespace {

// Whether it is the log that the store had when `earlier` was read, with what came since.
bool goesOnFrom(const QList<LogEntry> &log, const QList<LogEntry> &earlier)
{
    return log.size() >= earlier.size()
        && (earlier.isEmpty() || log.at(earlier.size() - 1).chain == earlier.constLast().chain);
}

} // namespace

ApprovedReading::ApprovedReading(const Office &office)
    : m_office(office)
{
}

Result<ApprovedVersions> ApprovedReading::begin() const
{
    if (!m_office.store())
        return m_office.noStore().error();
    const Result<QList<LogEntry>> log = m_office.store()->log();
    return log ? Result<ApprovedVersions>(ApprovedVersions(m_office.catalogue(), *log)) : log.error();
}

Result<bool> ApprovedReading::readNext(ApprovedVersions &approved) const
{
    if (m_office.store() && approved.readNext(*m_office.store()))
        return true;
    const Result<ApprovedVersions> now = begin();
    if (!now)
        return now.error();
    if (goesOnFrom(now->log(), approved.log()))
        return false;
    approved = *now;
    return true;
}

} // namespace zhibao
