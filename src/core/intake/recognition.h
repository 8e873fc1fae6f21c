// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"
#include "core/notice/notice.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <utility>

namespace zhibao {

// The running numbers, among columns that have ids.
inline const QString serialColumn = QStringLiteral("serial");

// A column of a file whose header resembles what the form asks for, but does not say so: somebody has to choose.
struct ColumnQuestion {
    int column = 0; // of the table
    QString header;
    QStringList candidates; // ids of the form's columns, the likest first
    friend bool operator==(const ColumnQuestion &, const ColumnQuestion &) = default;
};

// What a table of a file is to a notice.
struct RecognisedTable {
    int table = 0; // in FilledFile::tables
    QString form; // its id; "" where it is none of the notice's, or as well one as another
    QStringList candidates; // the forms that it may be, two at least, where somebody has to choose
    int headerRow = -1; // -1: it has none
    int headerRows = 0;
    QMap<int, QString> header; // by column of the table: what stands over it, merged labels first: 组>列
    QMap<int, QString> columns; // of the table → id of the form's, or serialColumn
    QList<ColumnQuestion> questions;
    // It has no header and goes on with the columns of the table before, or repeats its header: -1 where it does not.
    int continues = -1;
    int rows = 0; // lines that hold data; titles, totals, headers and remarks do not
    friend bool operator==(const RecognisedTable &, const RecognisedTable &) = default;
};

// What somebody answered to the questions.
struct TableChoices {
    QMap<int, QString> forms; // by table; "": none
    QMap<std::pair<int, int>, QString> columns; // by table and its column: id of the form's; "": none
};

// Every table of the file. The header is looked for in the first ten lines that hold a text, of one to three rows; two
// columns of a form at least have to be there by a wording that is that column's and no other's. `unit` is a line of
// its own where it stands alone.
QList<RecognisedTable> recogniseTables(
    const FilledFile &file, const Notice &notice, const QString &unit, const TableChoices &choices = {});

} // namespace zhibao
