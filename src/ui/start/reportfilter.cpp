// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/reportfilter.h"

#include "base/pinyin.h"

namespace zhibao {

ReportFilter::ReportFilter(ReportList &list, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_list(list)
{
    setSourceModel(&list);
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

void ReportFilter::setPressing(std::optional<Pressing> pressing)
{
    m_pressing = pressing;
    invalidateFilter();
}

bool ReportFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_pressing && !m_list.presses(row, *m_pressing))
        return false;
    return QSortFilterProxyModel::filterAcceptsRow(row, parent)
        || isReadAs(m_list.index(row, ReportList::UnitColumn, parent).data().toString(), m_typed);
}

} // namespace zhibao
