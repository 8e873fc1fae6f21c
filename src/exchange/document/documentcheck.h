// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "exchange/document/documenttext.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace zhibao {

// A paragraph outside of tables or a whole cell of the document that a file is held against, in reading order.
struct ExpectedPiece {
    QString text; // of a cell with several paragraphs joined by U+000A; may be empty
    Place place; // empty: the form prints it
    // Of a cell of the document's table, its first row and column counted from 0; -1: not in the table.
    int row = -1;
    int column = -1;
    int columnSpan = 1;
    bool header = false; // stands again on every page
    int rowSpan = 1;
    friend bool operator==(const ExpectedPiece &, const ExpectedPiece &) = default;
};

// One place at which a file says something else.
struct DocumentDifference {
    qsizetype piece = 0; // index among the expected pieces
    Place place; // of that piece
    QString removed; // what should be there, or empty
    QString added; // what is there instead, or empty
    QString expected; // what was removed, with the text around it
    QString found; // what was added, with the text around it
    friend bool operator==(const DocumentDifference &, const DocumentDifference &) = default;
};

// Where a document that was exported, and maybe saved again or turned into a PDF by another program, differs from what
// it should say; empty where it does not. A number of each page and the `marks` that stand alone at the edge of a page
// (such as that of a draft) are no content, and nor is how a text is broken into lines and pages. White space in a DOCX
// is content; in a PDF, which does not keep it, white space and characters that show nothing are not. What was put
// between two pieces is told at the one before.
QList<DocumentDifference> compareDocumentText(
    const QList<ExpectedPiece> &expected, const DocumentText &found, const QStringList &marks = {});

} // namespace zhibao
