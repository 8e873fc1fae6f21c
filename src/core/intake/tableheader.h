// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/columnlabels.h"
#include "core/intake/filledfile.h"
#include "core/intake/recognition.h"

#include <QHash>
#include <QMap>

namespace zhibao {

// The cells of a table, row by row.
class TableRows {
public:
    explicit TableRows(const FilledTable &table);

    const QList<int> &filled() const { return m_filled; } // rows in which a text begins
    QList<const FilledCell *> cells(int row) const; // that begin there, blank ones that are merged too
    QStringList line(int row) const; // the texts by column, as long as the last one; as a row of a pasted grid
    const FilledTable &table() const { return m_table; }

private:
    const FilledTable &m_table;
    QHash<int, std::pair<qsizetype, qsizetype>> m_ranges; // of a row, in the table's cells
    QList<int> m_filled;
};

// Reads what stands over a table as the header of a form.
class HeaderReader {
public:
    HeaderReader(const TableForm &form, const ColumnLabels &labels);

    struct Header {
        RecognisedTable told; // header, columns and questions
        double score = 0; // 0: there is none
    };
    Header find(const TableRows &rows, const QMap<int, QString> &chosen);

private:
    struct Path {
        QStringList texts; // merged labels first
        bool isWide = false; // the last one is over other columns as well
    };
    struct Match {
        int column = 0; // of the table
        int of = 0; // the form
        double likeness = 0;
    };
    Header read(const TableRows &rows, int first, int depth, const QMap<int, QString> &chosen);
    static QMap<int, Path> paths(const TableRows &rows, int first, int depth);
    QList<Match> matches(int column, const Path &path);
    const HeaderWords &words(const QString &text);
    std::pair<int, int> groupOf(const Path &path); // the form's columns that a merged label means; -1: none
    static bool lastRowTells(const TableRows &rows, int row, const Header &header);
    QString idOf(int column) const;

    const TableForm &m_form;
    const ColumnLabels &m_labels;
    QMap<QString, HeaderWords> m_words; // what is handed out of it stays where it is
};

// The header of a table that is no form's: its columns by what stands over them. Nothing told where it has none.
RecognisedTable plainHeader(const TableRows &rows);

} // namespace zhibao
