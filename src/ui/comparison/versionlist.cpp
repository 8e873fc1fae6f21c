// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/versionlist.h"

#include "core/text/dates.h"
#include "workspace/describe/describe.h"

#include <QHash>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int placesNamed = 2;

// What was changed in a form says more than that the form is there.
QList<Place> tellingPlaces(const QList<Place> &changed)
{
    QList<Place> telling;
    std::copy_if(changed.cbegin(), changed.cend(), std::back_inserter(telling), [](const Place &place) {
        return place != Place{place.form, {}};
    });
    return telling.isEmpty() ? changed : telling;
}

// The store keeps no order among the parts of a version.
void sortByReading(QList<Place> &places, const Notice &notice)
{
    const auto rank = [&notice](const Place &place) {
        const auto form = std::find_if(notice.forms.cbegin(), notice.forms.cend(),
            [&place](const Form &candidate) { return candidate.id == place.form; });
        return std::tuple(form - notice.forms.cbegin(), place.row, place.section);
    };
    std::stable_sort(places.begin(), places.end(),
        [&rank](const Place &one, const Place &other) { return rank(one) < rank(other); });
}

} // namespace

QString nameOf(const Version &version)
{
    return version.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u' ' + describe(version.cause);
}

QString describeChanged(QList<Place> changed, const Notice &notice)
{
    changed = tellingPlaces(changed);
    if (changed.isEmpty())
        return VersionList::tr("内容未变");
    sortByReading(changed, notice);
    QStringList words;
    for (const Place &place : changed.first(std::min<qsizetype>(placesNamed, changed.size())))
        words.append(describePlace(notice, place));
    const QString named = words.join(VersionList::tr("、"));
    return changed.size() > placesNamed ? VersionList::tr("%1 等 %2 处").arg(named, QString::number(changed.size()))
                                        : named;
}

QStringList toldApart(QStringList names)
{
    QHash<QString, int> met;
    for (QString &name : names) {
        const int count = ++met[name];
        if (count > 1)
            name += VersionList::tr("（%1）").arg(count);
    }
    return names;
}

void VersionList::setVersions(const QList<Version> &versions, const Notice &notice, QDate today)
{
    beginResetModel();
    m_versions = versions;
    m_notice = notice;
    m_today = today;
    endResetModel();
}

int VersionList::rowOf(qint64 version) const
{
    const auto found = std::find_if(m_versions.cbegin(), m_versions.cend(),
        [version](const Version &candidate) { return candidate.id == version; });
    return found == m_versions.cend() ? -1 : static_cast<int>(found - m_versions.cbegin());
}

int VersionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant VersionList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Version &version = m_versions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 %2").arg(version.at.toString(QStringLiteral("HH:mm:ss")), describe(version.cause));
    case Qt::AccessibleTextRole:
        return tr("%1：%2").arg(
            (QStringList{dayOf(version), data(index, Qt::DisplayRole).toString()} + marksOf(index.row()))
                .join(tr("，")),
            changedBy(index.row()));
    case Qt::ToolTipRole:
    case ChangedRole:
        return changedBy(index.row());
    case DayRole: {
        const QString day = dayOf(version);
        return index.row() > 0 && dayOf(m_versions.at(index.row() - 1)) == day ? QString() : day;
    }
    case MarksRole:
        return marksOf(index.row());
    default:
        return {};
    }
}

QString VersionList::dayOf(const Version &version) const
{
    const QDate day = version.at.date();
    if (day == m_today)
        return tr("今天");
    return day.addDays(1) == m_today ? tr("昨天") : officialDate(day);
}

QStringList VersionList::marksOf(int row) const
{
    QStringList marks;
    if (row == 0)
        marks.append(tr("当前"));
    if (m_versions.at(row).kept)
        marks.append(tr("已导出"));
    return marks;
}

QString VersionList::changedBy(int row) const
{
    return row == m_versions.size() - 1 ? tr("最早的版本") : describeChanged(m_versions.at(row).changed, m_notice);
}

} // namespace zhibao
