// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"
#include "core/report/report.h"
#include "generate/random.h"

namespace zhibao::test {

// What others do to a table before they send it.
enum class Noise {
    None,
    TitleInside, // a merged title row, and one with unit and date, above the header
    HeaderRepeated,
    CutInThree, // each part with the header
    CutBare, // the parts behind the first without it
    LetterSpaced, // header
    ColumnNumbers, // a 栏次 row
    SerialMerged, // over two rows
    Fillers, // U+3000 where nothing stands
    WrittenNumbers, // （一） 1. ①
    ColumnsSwapped,
    ColumnMissing,
    ColumnExtra,
    TotalAndRemark,
    Categories,
    NotMerged, // as a spreadsheet of another program: no cell is merged
    HeaderFlat, // in one row
};
const QList<Noise> &allNoise();

// A file that holds the table of a report as our own DOCX would, with that done to it. `columns`: of the form, that it
// has in the end.
struct MadeFile {
    FilledFile file;
    QList<QString> columns;
};
MadeFile filledTable(const Report &report, const Form &form, Noise noise, generate::Random &random);

// The rows as a correct reading gives them: without columns that the file has not, without blank entries.
QList<Row> expectedRows(const Report &report, const Form &form, const QList<QString> &columns);

} // namespace zhibao::test
