// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao {

constexpr qsizetype pdfHeadSize = 1024; // bytes: readers take a PDF that begins anywhere in them

enum class DocumentKind { Unknown, Pdf, Docx, Jpeg, Png, Tiff };

// What the bytes are by their content, whatever the file is called.
DocumentKind recognise(const QByteArray &bytes);

// A paragraph of a DOCX. Tabs are U+0009 and line breaks within it U+2028; what was deleted with changes tracked, and
// what is hidden, is not in it.
struct TextParagraph {
    QString text;
    int table = -1; // counted from 0; -1: in the body of the text
    int row = -1;
    int column = -1; // of the table's grid: the first that its cell stands on
    friend bool operator==(const TextParagraph &, const TextParagraph &) = default;
};

// A cell of a table of a DOCX with the cells that it covers.
struct TextCell {
    int table = 0; // all counted from 0
    int row = 0;
    int column = 0; // of the table's grid
    int rowSpan = 1;
    int columnSpan = 1;
    bool header = false; // stands again on every page
    friend bool operator==(const TextCell &, const TextCell &) = default;
};

// A word of a PDF, as its page sets it off from others. Points, from the page's top left corner.
struct TextWord {
    QString text;
    int page = 0; // from 0
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    friend bool operator==(const TextWord &, const TextWord &) = default;
};

// The text of an exported document.
struct DocumentText {
    DocumentKind kind = DocumentKind::Unknown;
    QList<TextParagraph> paragraphs; // of a DOCX, in reading order
    QList<TextCell> cells; // of a DOCX, row by row
    QList<TextWord> words; // of a PDF, in the order they are drawn

    // The text as lines; form feeds end the pages of a PDF.
    QString content() const;
};

// The text of a PDF or DOCX that came from anywhere. Headers, footers, notes and text boxes of a DOCX are not read; of
// a PDF all that its pages show as text is, by pdftotext. Errors: FileNotFound, FileNotReadable, FileTooLarge (over 64
// MiB, or text of that size), DocumentUnreadable (no such document, or a broken one), ToolMissing.
Result<DocumentText> readDocumentText(const QString &path);

} // namespace zhibao
