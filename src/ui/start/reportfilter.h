// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/start/reportlist.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace zhibao {

// The rows of the start page that fit what is typed, and why they press where that is asked for.
class ReportFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ReportFilter(ReportList &list, QObject *parent = nullptr);

    void setTyped(const QString &typed); // what a report's words contain, or its unit is read as in pinyin
    void setPressing(std::optional<Pressing> pressing); // nothing: any
    std::optional<Pressing> pressing() const { return m_pressing; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const ReportList &m_list;
    std::optional<Pressing> m_pressing;
    QString m_typed;
};

} // namespace zhibao
