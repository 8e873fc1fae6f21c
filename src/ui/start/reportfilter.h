// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/start/deadline.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace zhibao {

// The rows of the start page that fit what is typed, and how pressing their deadlines are where that is asked for.
class ReportFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ReportFilter(QObject *parent = nullptr);

    void setTyped(const QString &typed); // what a report's words contain, or its unit is read as in pinyin
    void setUrgency(std::optional<Urgency> urgency); // nothing: any
    std::optional<Urgency> urgency() const { return m_urgency; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_typed;
    std::optional<Urgency> m_urgency;
};

} // namespace zhibao
