// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"
#include "core/intake/recognition.h"
#include "core/report/report.h"

#include <QList>

namespace zhibao {

// Why a text of a file is not in the report that was made of it. Every code point of its tables is in the report or
// has one of these.
enum class NotTaken {
    Header, // of a table, or repeated in it
    Serial, // running numbers are counted anew
    AboveHeader, // the title of the table
    ColumnNumbers, // 栏次
    Total,
    Remark, // 备注, date or page on a line of its own
    Label, // 填报单位, 联系人, 填表人 with what stands behind them; unit and contact are read from there
    Category, // a heading between rows, as wide as the table
    ColumnUnknown, // the form has no such column
    ColumnAsked, // somebody has to choose the column first
    NoForm, // a table that is no form's
    FormAsked, // somebody has to choose the form, or the table, first
    Printed, // of the form itself: its title, its guidance
    Heading, // of the outline
    Beside, // text outside of what the notice asks for
    ByReader, // as the file was read (LeftOutReason)
};

struct NotTakenText {
    QString text;
    NotTaken why{};
    FilledPlace place;
    LeftOutReason reader{}; // of ByReader
    friend bool operator==(const NotTakenText &, const NotTakenText &) = default;
};

// The rows of a form, as the tables of a file say them.
struct TableReading {
    QList<Row> rows; // without ids
    QList<FilledPlace> places; // where each begins
    QSet<QString> columns; // that the tables have: what others say stays as it was
    QList<NotTakenText> notTaken;
    int mergedCells = 0; // over several columns or rows of the form: taken at the first
};

// Adds what the table holds; one that goes on with the one before may go on with its last row.
void readTable(TableReading &reading, const FilledTable &table, const RecognisedTable &told, const Form &form,
    const QString &unit);

// All texts of a table, for one reason.
QList<NotTakenText> allTexts(const FilledTable &table, int index, NotTaken why);

// How many of its lines hold data. `form`: null where it is none's.
int dataRows(const FilledTable &table, const RecognisedTable &told, const Form *form, const QString &unit);

} // namespace zhibao
