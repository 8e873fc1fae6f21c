// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"

#include <QMap>
#include <QSet>

namespace zhibao {

// Where the columns of a table stand on the pages of a PDF, learnt from words whose column is known.
class TableColumns {
public:
    // A word of the label over the column.
    void addLabel(int column, const TextWord &word);
    // A word of the cells' text, taken into account where it is in the text of one column alone.
    void addText(const QMap<int, QString> &texts, const QString &shown, const TextWord &word);
    // The column whose room the word stands in.
    int columnOf(const TextWord &word) const;

private:
    struct Room {
        double left = 0; // points
        double right = 0;
    };

    static void widen(QMap<int, Room> &rooms, int column, const TextWord &word);
    bool mayStandIn(int column, const TextWord &word) const;
    double boundary(int column, int next) const;

    QMap<int, Room> m_labels;
    QMap<int, Room> m_rooms; // with the labels
    QSet<int> m_withText; // columns whose cells' text was found
};

} // namespace zhibao
