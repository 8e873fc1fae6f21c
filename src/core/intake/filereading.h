// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/tablereading.h"

#include <QMap>
#include <QSet>

namespace zhibao {

// The name of a unit as a file gives it.
struct SaidUnit {
    QString name;
    QString by; // "label", "signature", "title"; or how it was found otherwise
    friend bool operator==(const SaidUnit &, const SaidUnit &) = default;
};

// The answer to a form, as a file gives it. What it does not speak of is in none of the sets.
struct ReadForm {
    FormAnswer answer; // lines without ids
    QSet<QString> columns; // of a table
    QSet<QString> fields;
    QSet<int> sections;
    QList<FilledPlace> places; // of the rows
    bool isBlank = true; // nobody filled it
};

// A file, read as an answer to a notice.
struct FileReading {
    QMap<QString, ReadForm> forms; // those that were recognised
    QList<RecognisedTable> tables;
    QMap<QString, QList<int>> tablesToChoose; // by form, where several hold data and none goes on with another
    QList<SaidUnit> units; // each name once
    QList<NotTakenText> notTaken;
    int joinedTables = 0; // that go on with another
    int mergedCells = 0; // over several columns of the form: taken at the first
};

// Nothing is guessed: what has to be chosen first stays out, and is told.
FileReading readAnswer(const FilledFile &file, const Notice &notice, const TableChoices &choices = {});

} // namespace zhibao
