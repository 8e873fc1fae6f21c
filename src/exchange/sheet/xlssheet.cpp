// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlssheet.h"

#include <QHash>

#include <bit>

namespace zhibao {

namespace {

// A number in 30 bits: the upper part of a double or a whole number, perhaps of hundredths ([MS-XLS] 2.5.122).
double shortNumber(quint32 bits)
{
    const double number = (bits & 2) != 0 ? static_cast<double>(static_cast<qint32>(bits) >> 2)
                                          : std::bit_cast<double>(quint64(bits & ~quint32(3)) << 32);
    return (bits & 1) != 0 ? number / 100 : number;
}

QString errorName(quint8 code)
{
    switch (code) {
    case 0x00:
        return QStringLiteral("#NULL!");
    case 0x07:
        return QStringLiteral("#DIV/0!");
    case 0x0F:
        return QStringLiteral("#VALUE!");
    case 0x17:
        return QStringLiteral("#REF!");
    case 0x1D:
        return QStringLiteral("#NAME?");
    case 0x24:
        return QStringLiteral("#NUM!");
    default:
        return QStringLiteral("#N/A");
    }
}

class XlsSheetReader {
public:
    XlsSheetReader(QByteArrayView workbook, qint64 start, const XlsBook &book, SheetDraft &sheet)
        : m_stream(workbook, start)
        , m_book(book)
        , m_sheet(sheet)
    {
    }

    bool read(qint64 &budget)
    {
        int depth = 0; // charts on the sheet are streams in the stream
        for (qint64 before = m_stream.position(); budget > 0 && m_stream.next(); before = m_stream.position()) {
            budget -= m_stream.position() - before;
            if (m_sheet.cells.size() > filledCellLimit)
                return true;
            if (depth == 0 && m_stream.record() != BiffRecord::Begin)
                return false;
            if (m_stream.record() == BiffRecord::Begin)
                m_sheet.objects += ++depth > 1 ? 1 : 0;
            else if (m_stream.record() == BiffRecord::End && --depth <= 0)
                return depth == 0;
            else if (depth == 1)
                take();
        }
        return false;
    }

private:
    void take()
    {
        const ByteFields fields = m_stream.fields();
        const int row = fields.shortAt(0);
        const int column = fields.shortAt(2);
        const int style = fields.shortAt(4);
        switch (m_stream.record()) {
        case BiffRecord::SharedLabel: {
            const quint32 at = fields.longAt(6);
            if (at < quint32(m_book.strings.size()))
                add(row, column, m_book.strings[at]);
            break;
        }
        case BiffRecord::Label:
        case BiffRecord::RichLabel:
            add(row, column, BiffText(m_stream.parts(), 6).text(2));
            break;
        case BiffRecord::Number:
            addNumber(row, column, style, std::bit_cast<double>(fields.wideAt(6)));
            break;
        case BiffRecord::ShortNumber:
            addNumber(row, column, style, shortNumber(fields.longAt(6)));
            break;
        case BiffRecord::Numbers:
            for (int i = 0; fields.holds(4 + 6 * i, 8); ++i)
                addNumber(row, column + i, fields.shortAt(4 + 6 * i), shortNumber(fields.longAt(6 + 6 * i)));
            break;
        case BiffRecord::Logical:
            addLogical(row, column, fields.byteAt(6), fields.byteAt(7) != 0);
            break;
        case BiffRecord::Formula:
            formula(row, column, style, fields);
            break;
        case BiffRecord::String:
            if (m_awaited >= 0)
                m_sheet.cells[m_awaited].text = BiffText(m_stream.parts(), 0).text(2);
            m_awaited = -1;
            break;
        default:
            takeOther(fields);
        }
    }

    void takeOther(const ByteFields &fields)
    {
        switch (m_stream.record()) {
        case BiffRecord::Row:
            if ((fields.shortAt(12) & 0x20) != 0)
                m_sheet.hideRow(fields.shortAt(0));
            break;
        case BiffRecord::Columns:
            if ((fields.shortAt(8) & 1) != 0)
                m_sheet.hideColumns(fields.shortAt(0), fields.shortAt(2));
            break;
        case BiffRecord::Merged:
            for (qint64 at = 2; fields.holds(at, 8) && m_sheet.merges.size() < mostMerges; at += 8)
                m_sheet.merges.append(
                    {fields.shortAt(at), fields.shortAt(at + 2), fields.shortAt(at + 4), fields.shortAt(at + 6)});
            break;
        case BiffRecord::Object:
            m_objectKind = fields.shortAt(4);
            m_object = fields.shortAt(6);
            m_sheet.pictures += m_objectKind == pictureKind ? 1 : 0;
            break;
        case BiffRecord::ObjectText:
            objectText(fields);
            break;
        case BiffRecord::Note:
            if (const QString text = m_noteTexts.take(fields.shortAt(6)); !text.isEmpty())
                m_sheet.comments.append({fields.shortAt(0), fields.shortAt(2), text});
            break;
        default:
            break;
        }
    }

    // The characters stand in the record that continues it.
    void objectText(const ByteFields &fields)
    {
        if (m_stream.parts().size() < 2)
            return;
        const QList<ByteFields> parts = m_stream.parts().mid(1);
        const QString text = BiffText(parts, 1).characters(fields.shortAt(10), (parts.constFirst().byteAt(0) & 1) != 0);
        if (m_objectKind == noteKind)
            m_noteTexts.insert(m_object, text);
        else if (!withoutOuterBlanks(text).isEmpty())
            m_sheet.textBoxes.append(text);
    }

    void formula(int row, int column, int style, const ByteFields &fields)
    {
        const qsizetype before = m_sheet.cells.size();
        m_awaited = -1;
        if (fields.shortAt(12) != 0xFFFF) {
            addNumber(row, column, style, std::bit_cast<double>(fields.wideAt(6)));
        } else if (fields.byteAt(6) == 0) {
            m_sheet.cells.append({row, column, {}, {}, true, false, false});
            m_awaited = before;
        } else if (fields.byteAt(6) < 3) {
            addLogical(row, column, fields.byteAt(8), fields.byteAt(6) == 2);
        }
        if (m_sheet.cells.size() > before)
            m_sheet.cells.last().isComputed = true;
    }

    void add(int row, int column, const QString &text)
    {
        if (!text.isEmpty())
            m_sheet.cells.append({row, column, text, {}, false, false, false});
    }

    void addNumber(int row, int column, int style, double number)
    {
        const NumberFormat format = style < m_book.formats.size() ? m_book.formats[style] : NumberFormat();
        const bool isDate
            = format.kind == NumberKind::Date || format.kind == NumberKind::DateTime || format.kind == NumberKind::Time;
        m_sheet.cells.append({row, column, numberText(number, format, m_book.isFrom1904), {}, false, isDate, false});
    }

    void addLogical(int row, int column, quint8 value, bool isError)
    {
        const QString truth = value != 0 ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        m_sheet.cells.append({row, column, isError ? errorName(value) : truth, {}, false, false, isError});
    }

    static constexpr qsizetype mostMerges = 200'000;
    static constexpr int pictureKind = 8;
    static constexpr int noteKind = 25;

    BiffStream m_stream;
    const XlsBook &m_book;
    SheetDraft &m_sheet;
    qsizetype m_awaited = -1; // the cell whose result follows
    int m_objectKind = 0;
    int m_object = 0;
    QHash<int, QString> m_noteTexts; // by number of the object
};

} // namespace

bool readXlsSheet(QByteArrayView workbook, qint64 start, const XlsBook &book, SheetDraft &sheet, qint64 &budget)
{
    return XlsSheetReader(workbook, start, book, sheet).read(budget);
}

} // namespace zhibao
