// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/comparison/showndifference.h"

#include <QAbstractListModel>
#include <QHash>

namespace zhibao {

// What differs between two versions, a row a difference.
class DifferenceList : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    // The differences that lead to `after`.
    void setDifferences(const QList<Difference> &differences, const Report &after, const Notice &notice);
    const Difference &difference(int row) const { return m_differences.at(row); }
    ShownDifference shown(int row) const; // worked out when it is first asked for

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Difference> m_differences;
    Report m_after;
    Notice m_notice;
    mutable QHash<int, ShownDifference> m_shown; // by row
};

} // namespace zhibao
