// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "judges_docx.h"

#include <QStringList>

namespace zhibao::test {

// What stands where on the pages of a PDF, read back from its words, so that two PDFs of one document can be compared.
// White space is left out everywhere: where a line ends it is not on the page.

QString withoutSpaces(const QString &text);

// The lines of text above the page numbers, one list a page.
QList<QStringList> printedLines(const QList<judges::Word> &words, Orientation orientation);

// How many line ends of the two are at the same character, as a share of the one that has more.
double sharedLineEnds(const QList<QStringList> &one, const QList<QStringList> &other);

// A character of a table's column: where it stands.
struct PrintedCharacter {
    QChar unit;
    int page = 0;
    double y = 0; // middle of its line, points
};

// The columns of the document's table, without its header rows.
QList<QList<PrintedCharacter>> printedColumns(const QList<judges::Word> &words, const Document &document);

// What is wrong with the printed columns: a text that differs from the table's, cells of one row that do not begin at
// one height. Empty where each cell stands in its row.
QStringList tableFaults(const QList<QList<PrintedCharacter>> &columns, const Table &table);

} // namespace zhibao::test
