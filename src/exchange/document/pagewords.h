// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"

#include <QMap>

namespace zhibao {

// Whether a word is the first of a line or stands so far from the one before that it is another cell's.
bool beginsStretch(const TextWord &word, const TextWord &before);

// The indexes of the words of each page, without its number and without the marks, where those are the whole of the
// page's first or last line.
QList<QList<qsizetype>> pagesWithoutMarks(const QList<TextWord> &words, const QStringList &marks);

// Where the rows of a table begin on the pages, as most of their cells show it.
class RowPlaces {
public:
    // The first word of a cell of the row.
    void add(int row, const TextWord &word);
    bool isKnown(int row) const { return m_starts.contains(row); }
    // The row that the word stands in; -1 above the first one that is known.
    int rowOf(const TextWord &word) const;

private:
    struct Start {
        int page = 0;
        double top = 0; // points
        int cells = 0; // that begin there
    };

    static bool isSame(const Start &start, const TextWord &word);
    QMap<int, QList<Start>> m_starts; // the one most cells begin at comes first
};

} // namespace zhibao
