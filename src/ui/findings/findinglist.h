// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"

#include <QAbstractListModel>

namespace zhibao {

// The findings of the report in hand, a row each.
class FindingList : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int LevelRole = Qt::UserRole; // FindingLevel as int
    static constexpr int PlaceRole = Qt::UserRole + 1; // in words
    static constexpr int LevelWordRole = Qt::UserRole + 2;

    using QAbstractListModel::QAbstractListModel;

    void setFindings(const QList<Finding> &findings, const Notice &notice);
    const Finding &finding(int row) const { return m_findings.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Finding> m_findings;
    Notice m_notice;
};

} // namespace zhibao
