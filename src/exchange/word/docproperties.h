// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/word/docpieces.h"

namespace zhibao {

// A cell of a row as the mark at the row's end tells of it.
struct DocCell {
    int left = 0; // edges, twips
    int right = 0;
    bool goesOnBefore = false; // merged with the cell before it
    bool goesOnAbove = false;
};

struct DocParagraph {
    int style = 0;
    bool isInTable = false;
    bool isRowEnd = false;
    bool isInnerCellEnd = false;
    bool isInnerRowEnd = false;
    int depth = 0; // of tables; 0: as isInTable says
    int outlineLevel = -1;
    int list = 0; // 0: none
    int listLevel = 0;
    QList<DocCell> cells; // of the row that ends here
};

struct DocCharacters {
    int symbolFont = -1;
    int symbol = 0; // 0: none
    bool isHidden = false;
    bool isDeleted = false;
    bool isInserted = false;
    bool isSpecial = false;
    qint64 end = 0; // the bytes of WordDocument from the start up to here are alike
    qint64 start = 0;
};

// The properties of paragraphs and characters, which lie in pages of WordDocument ([MS-DOC] 2.9.133, 2.9.134), and
// those of long rows in the stream Data.
class DocProperties {
public:
    DocProperties(const DocPieces &pieces, ByteFields document, ByteFields table, ByteFields data);

    // Of the paragraph whose last character that is.
    DocParagraph paragraph(int lastCharacter) const;
    // Of the characters around the one that lies there.
    DocCharacters characters(qint64 place) const;

private:
    struct Found {
        ByteFields properties;
        qint64 start = 0;
        qint64 end = 0;
    };
    Found found(ByteFields pages, qint64 place, bool areParagraphs) const;
    void apply(ByteFields changes, DocParagraph &paragraph, int depth) const;

    const DocPieces &m_pieces;
    ByteFields m_document;
    ByteFields m_data;
    ByteFields m_paragraphPages;
    ByteFields m_characterPages;
};

} // namespace zhibao
