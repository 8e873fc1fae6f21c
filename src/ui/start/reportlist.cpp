// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/reportlist.h"

#include "ui/numbers.h"
#include "ui/start/deadline.h"
#include "workspace/describe.h"

namespace zhibao {

namespace {

QString changedWords(const QDateTime &changed, QDate today)
{
    const QDateTime local = changed.toLocalTime();
    if (local.date() == today)
        return ReportList::tr("今天 %1").arg(local.toString(QStringLiteral("HH:mm")));
    return local.date().year() == today.year() ? local.toString(QStringLiteral("M月d日 HH:mm"))
                                               : local.toString(QStringLiteral("yyyy年M月d日"));
}

} // namespace

ReportList::ReportList(const Catalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
{
}

void ReportList::setReports(const QList<ReportSummary> &reports, const QList<Unit> &units, QDate today)
{
    beginResetModel();
    m_reports = reports;
    m_units.clear();
    for (const Unit &unit : units)
        m_units.insert(unit.name, unit);
    m_today = today;
    endResetModel();
}

int ReportList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reports.size());
}

int ReportList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ReportList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == WordsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString labels[]
        = {tr("填报单位"), tr("通知"), tr("状态"), tr("进度"), tr("字数"), tr("期限"), tr("最近修改")};
    return labels[section];
}

QVariant ReportList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReportSummary &report = m_reports.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(report, index.column());
    case Qt::ToolTipRole:
        if (index.column() == NoticeColumn) {
            const Notice *notice = m_catalogue.notice(report.notice);
            return notice ? notice->title : QString();
        }
        return text(report, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u' '
            + text(report, index.column());
    case SortRole:
        return sortKey(report, index.column());
    case SearchRole:
        return searchText(report);
    case PercentRole:
        return index.column() == ProgressColumn ? QVariant(report.progress) : QVariant();
    default:
        return {};
    }
}

QString ReportList::text(const ReportSummary &report, int column) const
{
    switch (column) {
    case UnitColumn:
        return report.unit;
    case NoticeColumn:
        return report.notice;
    case StateColumn:
        return describe(report.state);
    case ProgressColumn:
        return tr("%1 %").arg(report.progress);
    case WordsColumn:
        return grouped(report.words);
    case DeadlineColumn:
        return report.due.isValid() ? daysLeft(report.due, m_today) : tr("已填完");
    case ChangedColumn:
        return changedWords(report.changed, m_today);
    default:
        return {};
    }
}

QVariant ReportList::sortKey(const ReportSummary &report, int column) const
{
    switch (column) {
    case ProgressColumn:
        return report.progress;
    case WordsColumn:
        return report.words;
    case DeadlineColumn:
        return report.due.isValid() ? report.due : QDate(9999, 12, 31);
    case ChangedColumn:
        return report.changed;
    default:
        return text(report, column);
    }
}

QString ReportList::searchText(const ReportSummary &report) const
{
    const Unit unit = m_units.value(report.unit);
    const Notice *notice = m_catalogue.notice(report.notice);
    return QStringList{report.unit, unit.commonName, unit.code, report.notice, notice ? notice->title : QString()}.join(
        u'\n');
}

} // namespace zhibao
