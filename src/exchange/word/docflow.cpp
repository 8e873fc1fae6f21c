// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docflow.h"

#include "core/report/report.h"
#include "exchange/word/symbols.h"

namespace zhibao {

namespace {

// The characters that are marks ([MS-DOC] 2.4.1 and 2.4.3).
enum DocMark : char16_t {
    PictureMark = 0x01,
    FootnoteMark = 0x02,
    CommentMark = 0x05,
    CellMark = 0x07,
    DrawingMark = 0x08,
    LineMark = 0x0B,
    PageMark = 0x0C,
    ParagraphMark = 0x0D,
    ColumnMark = 0x0E,
    FieldBegin = 0x13,
    FieldSeparator = 0x14,
    FieldEnd = 0x15,
    HardHyphen = 0x1E,
    SoftHyphen = 0x1F,
    SymbolMark = 0x28,
};

// Rows whose edges lie no further apart have the same columns: about 1 mm.
constexpr int edgeTolerance = 50;

} // namespace

DocFlow::DocFlow(FilledBuilder &builder, const DocPieces &pieces, const DocProperties &properties, QStringList fonts,
    ListNumbers lists)
    : m_builder(builder)
    , m_pieces(pieces)
    , m_properties(properties)
    , m_fonts(std::move(fonts))
    , m_lists(std::move(lists))
{
}

FilledPlace DocFlow::place() const
{
    if (m_rows)
        return {m_rows->table(), m_rows->row() + 1, -1, -1, {}};
    return {-1, -1, -1, m_builder.paragraphs(), {}};
}

void DocFlow::read(DocPart part)
{
    m_isTextBox = part == DocPart::TextBoxes;
    const auto [start, end] = m_pieces.range(part);
    for (int at = start; at < end && !m_builder.isFull(); ++at)
        character(at);
    endParagraph({});
    endTable();
}

void DocFlow::character(int at)
{
    const qint64 bytePlace = m_pieces.place(at);
    if (bytePlace < m_characters.start || bytePlace >= m_characters.end)
        beginCharacters(bytePlace);
    const char16_t unit = m_pieces.text()[at].unicode();
    if (unit == CellMark)
        endCell(m_properties.paragraph(at));
    else if (unit == ParagraphMark || unit == PageMark)
        endParagraph(m_properties.paragraph(at));
    else if (unit < u' ' && unit != u'\t')
        special(unit);
    else if (unit == SymbolMark && m_characters.isSpecial && m_characters.symbol != 0)
        symbol(m_characters);
    else
        put(m_pieces.text().mid(at, 1));
}

void DocFlow::beginCharacters(qint64 bytePlace)
{
    m_characters = m_properties.characters(bytePlace);
    if (m_characters.isDeleted || m_characters.isInserted)
        m_builder.note(FilledNoteCode::ChangesAccepted, place());
    if (m_characters.isHidden)
        m_builder.note(FilledNoteCode::HiddenText, place());
}

void DocFlow::special(char16_t unit)
{
    if (unit == FieldBegin)
        m_fields.begin();
    else if (unit == FieldSeparator)
        m_fields.separate();
    else if (unit == FieldEnd)
        m_fields.end();
    else if (unit == LineMark || unit == ColumnMark)
        put(QStringLiteral("\n"));
    else if (unit == HardHyphen)
        put(QStringLiteral("\u2011"));
    else if (unit == SoftHyphen)
        put(QStringLiteral("\u00AD"));
    else if (unit == PictureMark)
        m_builder.note(FilledNoteCode::Pictures, place());
    else if (unit == DrawingMark)
        m_builder.note(FilledNoteCode::Objects, place());
    else if (unit == CommentMark)
        m_commentPlaces.append(FilledPlace());
}

void DocFlow::put(const QString &text)
{
    if (m_fields.isInInstruction())
        return; // in this format it is written like the text, and never is any
    const bool isAside = m_characters.isDeleted || m_characters.isHidden;
    if (isAside)
        m_text.beginAside(m_characters.isDeleted ? LeftOutReason::Deleted : LeftOutReason::Hidden);
    m_text.put(text);
    if (isAside)
        m_text.endAside();
}

void DocFlow::symbol(const DocCharacters &characters)
{
    const QString font = m_fonts.value(characters.symbolFont);
    const QString known = symbolText(font, characters.symbol);
    if (known.isNull())
        m_builder.note(FilledNoteCode::SymbolsUnknown, place(), 1,
            font + QStringLiteral(" U+") + QString::number(characters.symbol, 16).toUpper());
    else
        m_builder.note(FilledNoteCode::SymbolsMapped, place());
    put(known.isNull() ? QString(QChar(static_cast<ushort>(characters.symbol))) : known);
}

// Puts the number before the text, if the paragraph has one. A running number alone is no text.
bool DocFlow::number(const DocParagraph &paragraph, QString &text)
{
    const QString number = paragraph.list > 0 ? m_lists.next(paragraph.list, paragraph.listLevel) : QString();
    if (number.isEmpty() || isBlank(text))
        return false;
    m_builder.note(FilledNoteCode::AutomaticNumbers, place());
    text.prepend(number);
    return true;
}

void DocFlow::endParagraph(const DocParagraph &paragraph)
{
    m_fields.endParagraph();
    const bool isInTable = paragraph.isInTable || paragraph.depth > 0;
    if (!isInTable)
        endTable();
    else if (!m_rows)
        m_rows = std::make_unique<FilledRows>(m_builder, edgeTolerance);
    for (; m_placedComments < m_commentPlaces.size(); ++m_placedComments)
        m_commentPlaces[m_placedComments] = place();
    QString text = m_text.take(m_builder, place());
    const bool isNumbered = number(paragraph, text);
    if (isInTable) {
        if (paragraph.isInnerRowEnd)
            m_builder.note(FilledNoteCode::NestedTables, place());
        m_lines.append(text);
    } else {
        m_builder.paragraph({text, 0, paragraph.outlineLevel, isNumbered, m_isTextBox});
    }
}

void DocFlow::endCell(const DocParagraph &paragraph)
{
    DocParagraph inTable = paragraph;
    inTable.isInTable = true;
    if (paragraph.isRowEnd) {
        m_text.take(m_builder, place());
        endRow(paragraph.cells);
        return;
    }
    endParagraph(inTable);
    m_cells.append(m_lines.join(u'\n'));
    m_lines.clear();
}

void DocFlow::endRow(const QList<DocCell> &cells)
{
    if (!m_rows)
        m_rows = std::make_unique<FilledRows>(m_builder, edgeTolerance);
    m_rows->beginRow();
    QList<FilledCellDraft> drafts;
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        // Cells that the row does not tell of stand behind those that it does.
        const int before = drafts.isEmpty() ? 0 : drafts.constLast().right;
        const DocCell cell = i < cells.size() ? cells[i] : DocCell{before, before + 1'000, false, false};
        if (cell.goesOnBefore && !drafts.isEmpty()) {
            drafts.last().right = cell.right;
            m_builder.leaveOut(
                m_cells[i], LeftOutReason::Covered, {m_rows->table(), m_rows->row(), drafts.constLast().left, -1, {}});
            continue;
        }
        drafts.append({cell.left, cell.right, m_cells[i], cell.goesOnAbove});
    }
    for (const FilledCellDraft &draft : std::as_const(drafts))
        m_rows->cell(draft);
    m_cells.clear();
}

void DocFlow::endTable()
{
    if (!m_rows)
        return;
    if (!m_lines.isEmpty())
        m_cells.append(std::exchange(m_lines, {}).join(u'\n'));
    if (!m_cells.isEmpty())
        endRow({});
    m_rows->finish();
    m_rows.reset();
}

QString DocFlow::shown(DocPart part) const
{
    const auto [start, end] = m_pieces.range(part);
    QString text;
    int instructions = 0;
    for (int at = start; at < end; ++at) {
        const char16_t unit = m_pieces.text()[at].unicode();
        if (unit == FieldBegin)
            ++instructions;
        else if (unit == FieldSeparator || unit == FieldEnd)
            instructions = unit == FieldSeparator ? std::max(0, instructions - 1) : instructions;
        else if (unit == ParagraphMark || unit == CellMark || unit == LineMark || unit == PageMark)
            text += u'\n';
        else if (instructions == 0 && (unit >= u' ' || unit == u'\t'))
            text += QChar(unit);
    }
    return text;
}

} // namespace zhibao
