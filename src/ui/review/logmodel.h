// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/office.h"

#include <QAbstractTableModel>
#include <QHash>

namespace zhibao {

struct Catalogue;

// Entries of the log in words, latest first, a row each. What does not hold is marked.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Unit, Person, Act, Words, Columns };

    explicit LogModel(const Catalogue &catalogue, QObject *parent = nullptr);

    // `entries`: first to last; `offices`: the names of others, by their public keys.
    void setEntries(const QList<FoundEntry> &entries, const QHash<QByteArray, QString> &offices);
    int countOf(FoundEntry::Standing standing) const;
    QString plainText(const QList<int> &rows) const; // a line each, its cells parted by tabs

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const FoundEntry &found, int column) const;

    const Catalogue &m_catalogue;
    QList<FoundEntry> m_entries; // latest first
    QHash<QByteArray, QString> m_offices;
};

} // namespace zhibao
