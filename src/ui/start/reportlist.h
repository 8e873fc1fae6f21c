// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/deadline.h"
#include "workspace/office/catalogue.h"
#include "workspace/office/office.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QSet>

#include <functional>

namespace zhibao {

// Why somebody should see to a report: it waits for who is signed in to pass or approve it, or its deadline is near.
enum class Pressing { Waiting, Overdue, Soon };

// The reports of the store as the start page's rows.
class ReportList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        UnitColumn,
        NoticeColumn,
        OccasionColumn,
        StateColumn,
        ProgressColumn,
        WordsColumn,
        DeadlineColumn,
        ChangedColumn
    };
    static constexpr int columns = ChangedColumn + 1;
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int SearchRole
        = Qt::UserRole + 1; // what the filter looks into: unit, its other names, notice, occasion, state
    static constexpr int PercentRole = Qt::UserRole + 2;

    // `lateness`: what was told of why forms of a report are late, in words; "" where nothing was.
    ReportList(
        const Catalogue &catalogue, std::function<QString(const ReportSummary &)> lateness, QObject *parent = nullptr);

    // `waiting`: the reports that wait for who is signed in.
    void setReports(
        const QList<ReportSummary> &reports, const QList<Unit> &units, const QSet<qint64> &waiting, QDate today);
    bool presses(int row, Pressing pressing) const;
    int count(Pressing pressing) const;
    bool hasOccasions() const; // of any report
    // What the report of that row is called where its row is not before one's eyes.
    QString name(int row) const;
    const ReportSummary &report(int row) const { return m_reports.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString toolTip(const ReportSummary &report, int column) const;
    QVariant look(const ReportSummary &report, int column, int role) const;
    QDate deadline(const ReportSummary &report) const;
    Urgency urgency(const ReportSummary &report) const;
    QString deadlineWords(const ReportSummary &report) const;
    QString text(const ReportSummary &report, int column) const;
    QVariant sortKey(const ReportSummary &report, int column) const;
    QString occasion(const ReportSummary &report) const; // as people read it
    QString searchText(const ReportSummary &report) const;

    const Catalogue &m_catalogue;
    const std::function<QString(const ReportSummary &)> m_lateness;
    QList<ReportSummary> m_reports;
    QMap<QString, Unit> m_units; // by name
    QSet<qint64> m_waiting;
    QDate m_today;
};

} // namespace zhibao
