// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/reportlist.h"

#include "ui/numbers.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QGuiApplication>
#include <QIcon>

#include <algorithm>

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

constexpr int mostDigits = 6; // of a running number

// The sign of a state beside its word.
QString iconOf(ReportState state)
{
    switch (state) {
    case ReportState::Draft:
        return QStringLiteral("edit");
    case ReportState::Submitted:
        return QStringLiteral("clock");
    case ReportState::Returned:
        return QStringLiteral("arrow-back-up");
    case ReportState::Reviewed:
        return QStringLiteral("list-check");
    case ReportState::Approved:
        return QStringLiteral("circle-check");
    case ReportState::Sealed:
        return QStringLiteral("rubber-stamp");
    case ReportState::Sent:
        return QStringLiteral("send");
    }
    return {};
}

// Where somebody has to do something the colour says so; what is done is quiet.
QColor colorOf(ReportState state, const QPalette &palette)
{
    switch (state) {
    case ReportState::Returned:
        return theme::amber(palette);
    case ReportState::Submitted:
    case ReportState::Reviewed:
        return theme::accent(palette);
    case ReportState::Approved:
    case ReportState::Sealed:
        return theme::green(palette);
    case ReportState::Sent:
        return theme::quietText(palette);
    case ReportState::Draft:
        break;
    }
    return palette.color(QPalette::Text);
}

} // namespace

ReportList::ReportList(
    const Catalogue &catalogue, std::function<QString(const ReportSummary &)> lateness, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_lateness(std::move(lateness))
{
}

bool ReportList::presses(int row, Pressing pressing) const
{
    const ReportSummary &report = m_reports.at(row);
    if (pressing == Pressing::Waiting)
        return m_waiting.contains(report.id);
    return urgency(report) == (pressing == Pressing::Overdue ? Urgency::Overdue : Urgency::Soon);
}

int ReportList::count(Pressing pressing) const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += presses(row, pressing) ? 1 : 0;
    return count;
}

bool ReportList::hasOccasions() const
{
    return std::any_of(
        m_reports.cbegin(), m_reports.cend(), [](const ReportSummary &report) { return !report.occasion.isEmpty(); });
}

QString ReportList::name(int row) const
{
    const ReportSummary &report = m_reports.at(row);
    return describeReport(report.unit, report.occasion, m_catalogue.notice(report.notice));
}

void ReportList::setReports(
    const QList<ReportSummary> &reports, const QList<Unit> &units, const QSet<qint64> &waiting, QDate today)
{
    beginResetModel();
    m_reports = reports;
    m_waiting = waiting;
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
    if (role == Qt::ToolTipRole && section == WordsColumn)
        return whatIsCounted();
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == WordsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString labels[]
        = {tr("填报单位"), tr("通知"), tr("期次"), tr("状态"), tr("进度"), tr("字数"), tr("期限"), tr("最近修改")};
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
    case Qt::AccessibleDescriptionRole:
        return toolTip(report, index.column());
    case Qt::DecorationRole:
    case Qt::ForegroundRole:
        return look(report, index.column(), role);
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

QString ReportList::toolTip(const ReportSummary &report, int column) const
{
    if (column == NoticeColumn) {
        const Notice *notice = m_catalogue.notice(report.notice);
        return notice ? notice->title : QString();
    }
    if (column == WordsColumn)
        return tr("总结 %1 字；%2").arg(text(report, column), whatIsCounted());
    const QString reason
        = column == DeadlineColumn && report.state != ReportState::Sent ? m_lateness(report) : QString();
    return reason.isEmpty() ? text(report, column) : text(report, column) + u'\n' + reason;
}

// Colour and sign say again what the words say.
QVariant ReportList::look(const ReportSummary &report, int column, int role) const
{
    const QPalette palette = QGuiApplication::palette();
    if (column == StateColumn)
        return role == Qt::DecorationRole ? QVariant(theme::icon(iconOf(report.state)))
                                          : QVariant(colorOf(report.state, palette));
    const Urgency urgency = this->urgency(report);
    if (column != DeadlineColumn || urgency == Urgency::None)
        return {};
    const bool overdue = urgency == Urgency::Overdue;
    if (role == Qt::DecorationRole)
        return theme::icon(overdue ? QStringLiteral("alert-circle") : QStringLiteral("alert-triangle"));
    return overdue ? theme::red(palette) : theme::amber(palette);
}

// The summary's is of what is still to be filled in; when all is, the last of the notice's is left to be met. Invalid
// where the report is sent, or the notice sets none.
QDate ReportList::deadline(const ReportSummary &report) const
{
    if (report.state == ReportState::Sent || report.due.isValid())
        return report.state == ReportState::Sent ? QDate() : report.due;
    QDate last;
    if (const Notice *notice = m_catalogue.notice(report.notice)) {
        for (const Form &form : notice->forms)
            last = std::max(last, deadlineOf(form, *notice, report.occasion));
    }
    return last;
}

Urgency ReportList::urgency(const ReportSummary &report) const
{
    return urgencyOf(deadline(report), m_today);
}

QString ReportList::deadlineWords(const ReportSummary &report) const
{
    return report.state == ReportState::Sent ? describe(report.state) : daysLeft(deadline(report), m_today);
}

QString ReportList::text(const ReportSummary &report, int column) const
{
    switch (column) {
    case UnitColumn:
        return report.unit;
    case NoticeColumn:
        return report.notice;
    case OccasionColumn:
        return occasion(report);
    case StateColumn:
        return describe(report.state);
    case ProgressColumn:
        return tr("%1 %").arg(report.progress);
    case WordsColumn:
        return grouped(report.words);
    case DeadlineColumn:
        return deadlineWords(report);
    case ChangedColumn:
        return changedWords(report.changed, m_today);
    default:
        return {};
    }
}

QVariant ReportList::sortKey(const ReportSummary &report, int column) const
{
    switch (column) {
    case OccasionColumn: // numbers by their value
        return isOccasion(report.occasion, OccasionKind::Number) ? report.occasion.rightJustified(mostDigits, u'0')
                                                                 : report.occasion;
    case ProgressColumn:
        return report.progress;
    case WordsColumn:
        return report.words;
    case StateColumn:
        return static_cast<int>(report.state);
    case DeadlineColumn:
        return deadline(report).isValid() ? deadline(report) : QDate(9999, 12, 31);
    case ChangedColumn:
        return report.changed;
    default:
        return text(report, column);
    }
}

QString ReportList::occasion(const ReportSummary &report) const
{
    const Notice *const notice = m_catalogue.notice(report.notice);
    return notice ? printedOccasion(report.occasion, notice->occasion) : report.occasion;
}

QString ReportList::searchText(const ReportSummary &report) const
{
    const Unit unit = m_units.value(report.unit);
    const Notice *notice = m_catalogue.notice(report.notice);
    const QString title = notice ? notice->title : QString();
    return QStringList{report.unit, unit.commonName, unit.code, report.notice, title, report.occasion, occasion(report),
        describe(report.state), deadlineWords(report)}
        .join(u'\n');
}

} // namespace zhibao
