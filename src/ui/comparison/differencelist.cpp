// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/differencelist.h"

namespace zhibao {

void DifferenceList::setDifferences(const QList<Difference> &differences, const Report &after, const Notice &notice)
{
    beginResetModel();
    m_differences = differences;
    m_after = after;
    m_notice = notice;
    m_shown.clear();
    endResetModel();
}

ShownDifference DifferenceList::shown(int row) const
{
    auto known = m_shown.find(row);
    if (known == m_shown.end())
        known = m_shown.insert(row, zhibao::shown(m_differences.at(row), m_after, m_notice));
    return *known;
}

int DifferenceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

QVariant DifferenceList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return shown(index.row()).place;
    if (role == Qt::AccessibleTextRole)
        return spoken(shown(index.row()));
    return {};
}

} // namespace zhibao
