// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/filledrows.h"
#include "exchange/word/docproperties.h"
#include "exchange/word/flowtext.h"
#include "exchange/word/listnumbers.h"

#include <memory>

namespace zhibao {

// Goes through the characters of a Word document and gives what one reads there to a builder. Every mark of a cell and
// of a row is used.
class DocFlow {
public:
    DocFlow(FilledBuilder &builder, const DocPieces &pieces, const DocProperties &properties, QStringList fonts,
        ListNumbers lists);

    // The paragraphs and tables of a part.
    void read(DocPart part);
    // Where comments are anchored, in their order.
    const QList<FilledPlace> &commentPlaces() const { return m_commentPlaces; }
    // The characters of a part that are shown, a paragraph a line.
    QString shown(DocPart part) const;

private:
    FilledPlace place() const;
    void character(int at);
    void beginCharacters(qint64 bytePlace);
    void special(char16_t unit);
    void put(const QString &text);
    void symbol(const DocCharacters &characters);
    bool number(const DocParagraph &paragraph, QString &text);
    void endParagraph(const DocParagraph &paragraph);
    void endCell(const DocParagraph &paragraph);
    void endRow(const QList<DocCell> &cells);
    void endTable();

    FilledBuilder &m_builder;
    const DocPieces &m_pieces;
    const DocProperties &m_properties;
    QStringList m_fonts;
    ListNumbers m_lists;
    DocCharacters m_characters; // those around the character that is read
    FlowText m_text;
    FieldState m_fields;
    bool m_isTextBox = false;
    std::unique_ptr<FilledRows> m_rows; // null: in no table
    QStringList m_lines; // of the cell
    QStringList m_cells; // of the row
    QList<FilledPlace> m_commentPlaces;
    qsizetype m_placedComments = 0; // those of the paragraphs that ended
};

} // namespace zhibao
