// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/pdf/pdfstructure.h"

#include <QJsonObject>

namespace zhibao {

// All that a PDF holds, as qpdf reads it: what its streams hold is decoded.
struct PdfContents {
    QJsonObject objects; // by "obj:" and the reference to them
    QStringList pages; // references, first to last
};

// Errors: those of toolOutput().
Result<PdfContents> pdfContents(const QString &path);

// How a PDF that was saved anew compares with what was exported.
struct PdfLikeness {
    // Each page is drawn by the same operators, with the same fonts and pictures to the byte, on paper of the same
    // size; turned pages count as upright. Whatever a program makes of such a page, it makes of both.
    bool samePages = false;
    QList<ForeignPart> foreign = {}; // properties and bookmarks that say something else; only where the pages are same
};

// What programs that save a file leave out or set themselves (dates, their own names) counts for nothing.
PdfLikeness compareContents(const PdfContents &given, const PdfContents &made);

} // namespace zhibao
