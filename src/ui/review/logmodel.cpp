// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/logmodel.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/office/catalogue.h"

#include <QGuiApplication>

#include <algorithm>

namespace zhibao {

namespace {

using Standing = FoundEntry::Standing;

QString headingOf(int column)
{
    switch (column) {
    case LogModel::Time:
        return LogModel::tr("时间");
    case LogModel::Unit:
        return LogModel::tr("填报单位");
    case LogModel::Person:
        return LogModel::tr("人员");
    case LogModel::Act:
        return LogModel::tr("办理");
    default:
        return LogModel::tr("说明");
    }
}

QString markOf(Standing standing)
{
    switch (standing) {
    case Standing::Waits:
        return LogModel::tr("待确认");
    case Standing::Broken:
        return LogModel::tr("不能核对");
    case Standing::Holds:
        break;
    }
    return {};
}

QString personOf(const LogEntry &entry, const QHash<QByteArray, QString> &offices)
{
    const QString role = QStringList{entry.office, entry.post}.join(u' ').trimmed();
    const QString actor = describeActor(entry, offices);
    return role.isEmpty() ? actor : actor + u'\n' + role;
}

QString actOf(const FoundEntry &found)
{
    const QString act = describe(found.entry.kind);
    return found.standing == Standing::Holds ? act : LogModel::tr("%1（%2）").arg(act, markOf(found.standing));
}

// What the person wrote, below what the entry tells.
QString wordsOf(const LogEntry &entry, const Catalogue &catalogue)
{
    QStringList lines{describeDetail(entry, catalogue.notice(entry.notice)), entry.reason};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

LogModel::LogModel(const Catalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
{
}

void LogModel::setEntries(const QList<FoundEntry> &entries, const QHash<QByteArray, QString> &offices)
{
    beginResetModel();
    m_entries = entries;
    std::reverse(m_entries.begin(), m_entries.end());
    m_offices = offices;
    endResetModel();
}

int LogModel::countOf(Standing standing) const
{
    return static_cast<int>(std::count_if(m_entries.cbegin(), m_entries.cend(),
        [standing](const FoundEntry &found) { return found.standing == standing; }));
}

QString LogModel::plainText(const QList<int> &rows) const
{
    QString text;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < Columns; ++column)
            cells.append(textOf(m_entries.at(row), column).replace(u'\n', u' ').replace(u'\t', u' '));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString LogModel::textOf(const FoundEntry &found, int column) const
{
    switch (column) {
    case Time:
        return describe(found.entry.at);
    case Unit:
        return describeReport(found.entry.unit, found.entry.occasion, m_catalogue.notice(found.entry.notice));
    case Person:
        return personOf(found.entry, m_offices);
    case Act:
        return actOf(found);
    default:
        return wordsOf(found.entry, m_catalogue);
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundEntry &found = m_entries.at(index.row());
    const bool isMarked = index.column() == Act && found.standing != Standing::Holds;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(found, index.column());
    case Qt::ForegroundRole:
        return isMarked ? QVariant(theme::red(QGuiApplication::palette())) : QVariant();
    case Qt::DecorationRole:
        return isMarked ? QVariant(theme::icon(QStringLiteral("alert-circle"))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignTop);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isHeading = orientation == Qt::Horizontal && role == Qt::DisplayRole;
    return isHeading ? QVariant(headingOf(section)) : QAbstractTableModel::headerData(section, orientation, role);
}

} // namespace zhibao
