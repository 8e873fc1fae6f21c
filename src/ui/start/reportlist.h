// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "workspace/catalogue.h"

#include <QAbstractTableModel>
#include <QDate>

namespace zhibao {

// The reports of the store as the start page's rows.
class ReportList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { UnitColumn, NoticeColumn, StateColumn, ProgressColumn, WordsColumn, DeadlineColumn, ChangedColumn };
    static constexpr int columns = ChangedColumn + 1;
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int SearchRole = Qt::UserRole + 1; // what the filter looks into: unit, its other names, notice
    static constexpr int PercentRole = Qt::UserRole + 2;

    explicit ReportList(const Catalogue &catalogue, QObject *parent = nullptr);

    void setReports(const QList<ReportSummary> &reports, const QList<Unit> &units, QDate today);
    const ReportSummary &report(int row) const { return m_reports.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString text(const ReportSummary &report, int column) const;
    QVariant sortKey(const ReportSummary &report, int column) const;
    QString searchText(const ReportSummary &report) const;

    const Catalogue &m_catalogue;
    QList<ReportSummary> m_reports;
    QMap<QString, Unit> m_units; // by name
    QDate m_today;
};

} // namespace zhibao
