// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/reportfilter.h"

#include "base/pinyin.h"
#include "ui/start/reportlist.h"

namespace zhibao {

ReportFilter::ReportFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReportList::SortRole);
    setSortLocaleAware(true);
    setFilterRole(ReportList::SearchRole);
    setFilterKeyColumn(0);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void ReportFilter::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    setFilterFixedString(m_typed);
}

void ReportFilter::setUrgency(std::optional<Urgency> urgency)
{
    m_urgency = urgency;
    invalidateFilter();
}

bool ReportFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_urgency) {
        const QModelIndex index = sourceModel()->index(row, ReportList::DeadlineColumn, parent);
        if (index.data(ReportList::UrgencyRole).toInt() != static_cast<int>(*m_urgency))
            return false;
    }
    return QSortFilterProxyModel::filterAcceptsRow(row, parent)
        || isReadAs(sourceModel()->index(row, ReportList::UnitColumn, parent).data().toString(), m_typed);
}

} // namespace zhibao
