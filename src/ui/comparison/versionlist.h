// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "workspace/report/openreport.h"

#include <QAbstractListModel>

namespace zhibao {

// "2023-12-19 09:30:12 填写": to the second, because a burst of typing leaves several versions in one minute.
QString nameOf(const Version &version);
// What it changed, in words: "附件1 第2行 等 3 处".
QString describeChanged(QList<Place> changed, const Notice &notice);
// What is alike gets a number behind it.
QStringList toldApart(QStringList names);

// The saved states of the report in hand, latest first, a row each.
class VersionList : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int DayRole = Qt::UserRole; // heading of the day; empty where the row above is of the same day
    static constexpr int ChangedRole = Qt::UserRole + 1; // what it changed, in words
    static constexpr int MarksRole = Qt::UserRole + 2; // QStringList: 当前, 已导出

    using QAbstractListModel::QAbstractListModel;

    void setVersions(const QList<Version> &versions, const Notice &notice, QDate today);
    const QList<Version> &versions() const { return m_versions; }
    int rowOf(qint64 version) const; // -1: not among them

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString dayOf(const Version &version) const;
    QStringList marksOf(int row) const;
    QString changedBy(int row) const;

    QList<Version> m_versions;
    Notice m_notice;
    QDate m_today;
};

} // namespace zhibao
