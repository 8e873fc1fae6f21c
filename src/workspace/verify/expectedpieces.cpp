// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/verify/expectedpieces.h"

namespace zhibao {

namespace {

QString textOf(const Paragraph &paragraph)
{
    QString text;
    for (const Span &span : paragraph.spans)
        text += span.text;
    return text;
}

ExpectedPiece pieceOf(const TableCell &cell, int row, bool isHeader)
{
    QStringList texts;
    for (const Paragraph &paragraph : cell.paragraphs)
        texts.append(textOf(paragraph));
    const Place place = cell.paragraphs.isEmpty() ? Place{} : cell.paragraphs.constFirst().place;
    return {texts.join(u'\n'), place, row, cell.column, cell.columnSpan, isHeader, cell.rowSpan};
}

void append(QList<ExpectedPiece> &pieces, const Table &table)
{
    for (int row = 0; row < table.rows.size(); ++row) {
        for (const TableCell &cell : table.rows[row].cells)
            pieces.append(pieceOf(cell, row, row < table.headerRows));
    }
}

} // namespace

QList<ExpectedPiece> expectedPieces(const Document &document)
{
    QList<ExpectedPiece> pieces;
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            pieces.append({textOf(*paragraph), paragraph->place});
        else
            append(pieces, std::get<Table>(block));
    }
    return pieces;
}

} // namespace zhibao
