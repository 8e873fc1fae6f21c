// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"
#include "exchange/document/foreigncontent.h"
#include "exchange/document/temporarycopy.h"
#include "exchange/pdf/pdfcontents.h"
#include "exchange/pdf/pdfpages.h"
#include "exchange/pdf/pdfstructure.h"
#include "workspace/export/export.h"

namespace zhibao {

// A file whose origin is asked for.
struct GivenFile {
    FileFormat format = FileFormat::Pdf;
    QByteArray bytes;
    QString path; // where the tools find the bytes
    QString upright; // the same of its pages as they were drawn, where it is a PDF
    QString letters; // lettersOf() its words
    PdfStructure structure;
    // Once they were asked for.
    std::optional<PdfContents> contents = {}; // empty where they are too much to be held
    std::optional<QList<PageLook>> looks = {};
};

// The pictures of a DOCX without the resolution that they tell, since the text says how large they are shown.
QList<QByteArray> picturesOf(const QByteArray &docx);

// What the words say, in the order they are drawn, without white space.
QString lettersOf(const QList<TextWord> &words);

// How the file compares with what an export of a document would be now.
struct Likeness {
    bool sameBytes = false;
    bool samePages = false; // it holds what the export holds, and nothing else
    bool sameContents = false; // the pages of a PDF hold what the export's do
    bool sameLetters = false; // its words are the export's
    bool sameLayout = false; // most of each page that differs is the same
    QList<int> changedPages = {}; // numbers from 1; only where the letters are the same
    QStringList missingFonts = {};
    QList<ForeignPart> foreign = {}; // besides those of the structure; only where the contents are the same
    QList<ForeignContent> outside = {}; // the same of a DOCX
};

// Whether an export of the document would be the very bytes of the file now. `before`: as of compareWithExport.
bool hasBytesOfExport(const GivenFile &file, const Document &document, const QList<Document> &before);

// Exports the document again and holds the file against it. `before`: documents that were laid out before it in the
// same export, since that gives the fonts their numbers. Errors: those of the tools; where no export can be made here,
// nothing is alike.
Result<Likeness> compareWithExport(GivenFile &file, const Document &document, const QList<Document> &before);

} // namespace zhibao
