// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docproperties.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int characterPagesPair = 12;
constexpr int paragraphPagesPair = 13;
constexpr qint64 pageSize = 512;

// Single property modifiers ([MS-DOC] 2.6).
enum Modifier : quint16 {
    Deleted = 0x0800,
    Inserted = 0x0801,
    Hidden = 0x083C,
    Special = 0x0855,
    Symbol = 0x6A09,
    InTable = 0x2416,
    RowEnd = 0x2417,
    InnerCellEnd = 0x244B,
    InnerRowEnd = 0x244C,
    TableDepth = 0x6649,
    OutlineLevel = 0x2640,
    ListLevelOf = 0x260A,
    ListOf = 0x460B,
    ElsewhereOld = 0x6645,
    Elsewhere = 0x6646,
    Tabs = 0xC615,
    TableDefinition = 0xD608,
    VerticalMerge = 0xD62B,
};

// How many bytes follow the modifier.
qint64 operandSize(quint16 modifier, ByteFields changes, qint64 at)
{
    switch (modifier >> 13) {
    case 0:
    case 1:
        return 1;
    case 3:
        return 4;
    case 6:
        break;
    case 7:
        return 3;
    default:
        return 2;
    }
    if (modifier == TableDefinition)
        return qint64(changes.shortAt(at)) + 1;
    const qint64 length = changes.byteAt(at);
    if (modifier != Tabs || length != 255)
        return length + 1;
    const qint64 removed = 1 + 4 * qint64(changes.byteAt(at + 1));
    return 1 + removed + 1 + 3 * qint64(changes.byteAt(at + 1 + removed));
}

// Calls `take` with each modifier and where its operand begins.
template <typename Take>
void eachModifier(ByteFields changes, const Take &take)
{
    for (qint64 at = 0; changes.holds(at, 3);) {
        const quint16 modifier = changes.shortAt(at);
        take(modifier, at + 2);
        at += 2 + operandSize(modifier, changes, at + 2);
    }
}

QList<DocCell> definedCells(ByteFields operand)
{
    const int count = operand.byteAt(2);
    constexpr qint64 cellSize = 20;
    constexpr int mergedFlag = 0x02;
    constexpr int aboveFlag = 0x20;
    constexpr int firstFlag = 0x40;
    QList<DocCell> cells;
    for (int i = 0; i < count; ++i) {
        const qint64 edge = 3 + 2 * i;
        const int flags = operand.shortAt(3 + 2 * (count + 1) + cellSize * i);
        cells.append({static_cast<qint16>(operand.shortAt(edge)), static_cast<qint16>(operand.shortAt(edge + 2)),
            (flags & mergedFlag) != 0, (flags & aboveFlag) != 0 && (flags & firstFlag) == 0});
    }
    return cells;
}

} // namespace

DocProperties::DocProperties(const DocPieces &pieces, ByteFields document, ByteFields table, ByteFields data)
    : m_pieces(pieces)
    , m_document(document)
    , m_data(data)
    , m_paragraphPages(docTable(document, table, paragraphPagesPair))
    , m_characterPages(docTable(document, table, characterPagesPair))
{
}

// A list of places, then of what is said of the bytes between them: first which page, and on the page what.
DocProperties::Found DocProperties::found(ByteFields pages, qint64 place, bool areParagraphs) const
{
    const auto indexIn = [place](ByteFields places, qint64 count) {
        qint64 low = 0;
        qint64 high = count;
        while (high - low > 1) {
            const qint64 middle = (low + high) / 2;
            (places.longAt(4 * middle) <= place ? low : high) = middle;
        }
        return low;
    };
    const qint64 pageCount = (pages.size() - 4) / 8;
    if (pageCount <= 0)
        return {};
    const qint64 pageIndex = indexIn(pages, pageCount);
    const quint32 number = pages.longAt(4 * (pageCount + 1) + 4 * pageIndex) & 0x3FFFFF;
    const ByteFields page = m_document.part(number * pageSize, pageSize);
    const qint64 count = page.byteAt(pageSize - 1);
    if (count == 0)
        return {};
    const qint64 index = indexIn(page, count);
    Found result;
    result.start = page.longAt(4 * index);
    result.end = page.longAt(4 * index + 4);
    if (place < result.start || place >= result.end)
        return {};
    const qint64 at = 2 * qint64(page.byteAt(4 * (count + 1) + index * (areParagraphs ? 13 : 1)));
    if (at == 0)
        return result;
    const qint64 length = page.byteAt(at);
    if (!areParagraphs)
        result.properties = page.part(at + 1, length);
    else if (length == 0)
        result.properties = page.part(at + 2, 2 * qint64(page.byteAt(at + 1)));
    else
        result.properties = page.part(at + 1, 2 * length - 1);
    return result;
}

DocParagraph DocProperties::paragraph(int lastCharacter) const
{
    DocParagraph paragraph;
    const qint64 place = m_pieces.place(lastCharacter);
    const ByteFields own = place < 0 ? ByteFields() : found(m_paragraphPages, place, true).properties;
    paragraph.style = own.shortAt(0);
    if (paragraph.style >= 1 && paragraph.style <= 9)
        paragraph.outlineLevel = paragraph.style - 1; // heading 1 to heading 9
    apply(own.part(2, own.size()), paragraph, 0);
    apply(m_pieces.changed(lastCharacter), paragraph, 0);
    return paragraph;
}

void DocProperties::apply(ByteFields changes, DocParagraph &paragraph, int depth) const
{
    constexpr int deepest = 2; // what lies elsewhere may lead elsewhere again
    eachModifier(changes, [&](quint16 modifier, qint64 at) {
        const int value = changes.byteAt(at);
        switch (modifier) {
        case InTable:
            paragraph.isInTable = value != 0;
            break;
        case RowEnd:
            paragraph.isRowEnd = value != 0;
            break;
        case InnerCellEnd:
            paragraph.isInnerCellEnd = value != 0;
            break;
        case InnerRowEnd:
            paragraph.isInnerRowEnd = value != 0;
            break;
        case TableDepth:
            paragraph.depth = static_cast<int>(std::min<quint32>(changes.longAt(at), 100));
            break;
        case OutlineLevel:
            paragraph.outlineLevel = value < 9 ? value : -1;
            break;
        case ListLevelOf:
            paragraph.listLevel = value;
            break;
        case ListOf:
            paragraph.list = changes.shortAt(at);
            break;
        case TableDefinition:
            paragraph.cells = definedCells(changes.part(at, qint64(changes.shortAt(at)) + 1));
            break;
        case VerticalMerge: {
            const int cell = changes.byteAt(at + 1);
            if (cell < paragraph.cells.size())
                paragraph.cells[cell].goesOnAbove = changes.byteAt(at + 2) == 1;
            break;
        }
        case Elsewhere:
        case ElsewhereOld: {
            const qint64 place = changes.longAt(at);
            if (depth < deepest)
                apply(m_data.part(place + 2, m_data.shortAt(place)), paragraph, depth + 1);
            break;
        }
        default:
            break;
        }
    });
}

DocCharacters DocProperties::characters(qint64 place) const
{
    const Found own = found(m_characterPages, place, false);
    DocCharacters characters;
    characters.start = own.end > place ? own.start : place;
    characters.end = own.end > place ? own.end : place + 1;
    const ByteFields changes = own.properties;
    eachModifier(changes, [&](quint16 modifier, qint64 at) {
        const int value = changes.byteAt(at);
        if (modifier == Hidden)
            characters.isHidden = (value & 1) != 0;
        else if (modifier == Deleted)
            characters.isDeleted = value != 0;
        else if (modifier == Inserted)
            characters.isInserted = value != 0;
        else if (modifier == Special)
            characters.isSpecial = value != 0;
        else if (modifier == Symbol) {
            characters.symbolFont = changes.shortAt(at);
            characters.symbol = changes.shortAt(at + 2);
        }
    });
    return characters;
}

} // namespace zhibao
