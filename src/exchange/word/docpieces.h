// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/bytefields.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

// The parts of a Word document of 1997 to 2003 whose characters follow one another in its text ([MS-DOC] 2.4.1).
enum class DocPart { Main, Footnotes, Headers, Macros, Comments, Endnotes, TextBoxes, HeaderTextBoxes };

// The text of such a document, put together of its pieces.
class DocPieces {
public:
    // Of the streams WordDocument and 0Table or 1Table. Nothing where they are no document.
    static std::optional<DocPieces> read(const QByteArray &document, const QByteArray &table);

    const QString &text() const { return m_text; } // a character for each that the document counts
    // First and last but one of a part.
    std::pair<int, int> range(DocPart part) const;
    // Where a character lies in WordDocument, by which its properties are found; -1: nowhere.
    qint64 place(int character) const;
    // Properties that a quick saving put beside the piece in which the character is.
    ByteFields changed(int character) const;

private:
    struct Piece {
        int start = 0; // characters
        int end = 0;
        qint64 place = 0; // bytes
        bool isNarrow = false;
        int change = -1; // in m_changes
    };
    bool readPieces(ByteFields clx, ByteFields document);
    bool readTable(ByteFields plc, ByteFields document);
    const Piece *pieceOf(int character) const;

    QString m_text;
    QList<Piece> m_pieces;
    QList<ByteFields> m_changes;
    QList<int> m_lengths; // of the parts, characters
};

// Where the document says that a table of it lies ([MS-DOC] 2.5.6), by number of the pair.
ByteFields docTable(ByteFields document, ByteFields table, int pair);

} // namespace zhibao
