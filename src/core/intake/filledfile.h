// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace zhibao {

// What a file that somebody filled elsewhere is, by its bytes.
enum class FilledKind {
    Docx,
    Doc, // Word 97 to 2003; WPS writes the same
    Xlsx,
    Xls, // BIFF8; ET writes the same
    Web, // HTML
    Separated, // by commas, semicolons or tabs
    Text,
    Report, // of this program: only the kind is told, reportfile reads it
    Review, // of this program: only the kind is told, reviewfile reads it
    Archive, // a ZIP of files, only the kind is told: what is in it are files of their own (containedFiles)
    Mail, // with files attached, only the kind is told, as of an archive
};

// Where something is in the file; -1 where it is in none. Rows and columns count from 0.
struct FilledPlace {
    int table = -1; // in FilledFile::tables
    int row = -1;
    int column = -1;
    int paragraph = -1; // in FilledFile::paragraphs
    QString part; // a name that the file gives: of a sheet that is not among the tables, of a header or footer
    friend bool operator==(const FilledPlace &, const FilledPlace &) = default;
};

// A text in a table. A merged cell is one, at its first row and column.
struct FilledCell {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    QString text; // paragraphs and line breaks are \n; without outer paragraphs of blanks; else as it stands
    bool isComputed = false; // the stored result of a formula
    bool isDate = false; // written out of a day's number: 2023-12-20
    friend bool operator==(const FilledCell &, const FilledCell &) = default;
};

// A table of a document, or a sheet of a workbook.
struct FilledTable {
    QString name; // of the sheet; empty in documents
    int order = 0; // among tables and paragraphs, as one reads them
    int rows = 0; // up to the last one that holds a text
    int columns = 0;
    QList<FilledCell> cells; // by row and column; only those with a text, and merged ones
    friend bool operator==(const FilledTable &, const FilledTable &) = default;
};

// A paragraph outside of tables that holds a text.
struct FilledParagraph {
    QString text; // line breaks are \n
    int order = 0; // among tables and paragraphs
    int outlineLevel = -1; // 0 is the highest; -1: body
    bool isNumbered = false; // the text begins with a number that the program of the file had computed
    bool isTextBox = false;
    friend bool operator==(const FilledParagraph &, const FilledParagraph &) = default;
};

// 填报单位（盖章）：…　联系人：… as a line of text, or as neighbouring cells. What stands there is in the table or the
// paragraph as well.
struct FilledLabel {
    QString label; // without white space, colon and （盖章）; 日期 where a date stands at the end of a line without one
    QString value; // empty: nobody filled it
    FilledPlace place; // of the value; of the label where the value is empty
    friend bool operator==(const FilledLabel &, const FilledLabel &) = default;
};

// What a person ought to know of the file.
enum class FilledNoteCode {
    ChangesAccepted, // tracked insertions, deletions and moves, read as if accepted
    RowsDeleted, // by a tracked change
    Comments, // each with its text
    HiddenText,
    HiddenRows,
    HiddenColumns,
    HiddenSheets,
    Pictures, // no text can be read from them
    Objects, // embedded files, charts
    Formulas, // the stored results were read
    FormulasWithoutResult,
    ErrorValues, // #REF! and the like
    TextBoxes,
    NestedTables, // their text stands in the cell around them
    OrphanedCells, // merged with a cell above that is not there
    AutomaticNumbers, // put into the texts
    SymbolsMapped, // ticks and boxes of symbol fonts
    SymbolsUnknown,
    Placeholders, // of content controls that nobody filled
    Macros, // neither read nor run
    ExternalLinks, // not followed
    CharactersReplaced, // no document can carry them: U+FFFD stands there
    DamagedParts, // could not be read: what is here may not be all
    RowsBeyondLimit,
    NotesAndHeaders, // footnotes, endnotes, page headers and footers, left out
};

struct FilledNote {
    FilledNoteCode code{};
    int count = 1;
    QString text; // of a comment, or a name that the file gives; mostly empty
    FilledPlace place; // of the first one
    friend bool operator==(const FilledNote &, const FilledNote &) = default;
};

enum class LeftOutReason {
    Deleted, // by a tracked change
    Hidden, // text, row, column or sheet
    Comment,
    ErrorValue,
    Placeholder,
    Covered, // by a cell that was merged over it
    Instruction, // of a field: what makes its text, not the text
    Phonetic, // how the text is read aloud
    PageHeader, // and footer
    Footnote, // and endnote
    BeyondLimit,
};

// A text of the file that was not taken in. Every code point in its tables is in a cell, in a paragraph or here, but
// for white space that makes up a cell or an outer paragraph of one.
struct FilledLeftOut {
    QString text;
    LeftOutReason why{};
    FilledPlace place;
    friend bool operator==(const FilledLeftOut &, const FilledLeftOut &) = default;
};

// A file that somebody filled elsewhere, whatever program wrote it: codes and texts as they stand, no judgement.
struct FilledFile {
    FilledKind kind{};
    QList<FilledTable> tables;
    QList<FilledParagraph> paragraphs;
    QList<FilledLabel> labels;
    QList<FilledNote> notes; // those of a code once, but for comments
    QList<FilledLeftOut> leftOut;
    friend bool operator==(const FilledFile &, const FilledFile &) = default;
};

} // namespace zhibao
