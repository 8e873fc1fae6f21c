// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlsxsheet.h"

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

using Piece = XmlScan::Piece;

struct CellName {
    int row = -1; // -1: it is none
    int column = -1;
};

// AB12: column 27, row 11.
CellName cellNamed(QStringView name)
{
    qint64 column = 0;
    qsizetype at = 0;
    for (; at < name.size() && name[at] >= u'A' && name[at] <= u'Z' && column <= mostFilledColumns; ++at)
        column = column * 26 + (name[at].unicode() - u'A' + 1);
    bool isNumber = false;
    const int row = name.mid(at).toInt(&isNumber);
    if (column < 1 || column > mostFilledColumns)
        return {};
    return {isNumber && row >= 1 && row <= mostFilledRows ? row - 1 : -1, static_cast<int>(column) - 1};
}

class XlsxSheetReader {
public:
    XlsxSheetReader(const QByteArray &xml, const XlsxBook &book, SheetDraft &sheet)
        : m_scan(xml)
        , m_book(book)
        , m_sheet(sheet)
    {
    }

    bool read()
    {
        bool isWhole = false;
        for (Piece piece = m_scan.next(); piece != Piece::End; piece = m_scan.next()) {
            if (m_sheet.cells.size() > filledCellLimit)
                return true;
            if (piece == Piece::Open)
                open();
            isWhole = isWhole || (piece == Piece::Close && m_scan.name() == "worksheet");
        }
        return isWhole;
    }

private:
    void open()
    {
        const std::string_view name = m_scan.name();
        if (name == "row") {
            m_row = std::clamp(m_scan.number("r", m_row + 2), 1, mostFilledRows) - 1;
            m_column = -1;
            if (m_scan.isOn("hidden"))
                m_sheet.hideRow(m_row);
        } else if (name == "c") {
            cell();
        } else if (name == "col" && m_scan.isOn("hidden")) {
            m_sheet.hideColumns(m_scan.number("min", 0) - 1, m_scan.number("max", 0) - 1);
        } else if (name == "mergeCell") {
            merge(m_scan.attribute("ref"));
        }
    }

    void merge(const QString &reference)
    {
        constexpr qsizetype mostMerges = 200'000;
        const CellName first = cellNamed(QStringView(reference).left(reference.indexOf(u':')));
        const CellName last = cellNamed(QStringView(reference).mid(reference.indexOf(u':') + 1));
        if (first.row >= 0 && last.row >= 0 && reference.contains(u':') && m_sheet.merges.size() < mostMerges)
            m_sheet.merges.append({first.row, last.row, first.column, last.column});
    }

    void cell()
    {
        const CellName named = cellNamed(m_scan.attribute("r"));
        m_column = named.column >= 0 ? named.column : std::min(m_column + 1, mostFilledColumns - 1);
        const QString type = m_scan.attribute("t");
        const int style = m_scan.number("s", 0);
        bool isFormula = false;
        SheetText text;
        QString value;
        for (Piece piece = m_scan.next(); piece != Piece::End; piece = m_scan.next()) {
            if (piece == Piece::Close && m_scan.name() == "c")
                break;
            if (piece != Piece::Open)
                continue;
            if (m_scan.name() == "f") {
                isFormula = true;
                content("f");
            } else if (m_scan.name() == "v") {
                value = content("v");
            } else if (m_scan.name() == "is") {
                text = readRichText(m_scan, "is");
            }
        }
        if (!value.isEmpty())
            take(type, style, value, text);
        add(text, isFormula, type == u"e", isDateCell(type, style));
    }

    QString content(std::string_view element)
    {
        QString text;
        for (Piece piece = m_scan.next(); piece != Piece::End; piece = m_scan.next()) {
            if (piece == Piece::Text)
                text += m_scan.text();
            else if (piece == Piece::Close && m_scan.name() == element)
                break;
        }
        return text;
    }

    NumberFormat format(int style) const
    {
        return style >= 0 && style < m_book.formats.size() ? m_book.formats[style] : NumberFormat();
    }

    bool isDateCell(const QString &type, int style) const
    {
        const NumberKind kind = format(style).kind;
        return type == u"d"
            || ((type.isEmpty() || type == u"n")
                && (kind == NumberKind::Date || kind == NumberKind::DateTime || kind == NumberKind::Time));
    }

    void take(const QString &type, int style, const QString &value, SheetText &text) const
    {
        if (type == u"s") {
            bool isNumber = false;
            const qsizetype at = value.trimmed().toInt(&isNumber);
            if (isNumber && at >= 0 && at < m_book.strings.size())
                text = m_book.strings[at];
        } else if (type == u"b") {
            text.text = value.trimmed() == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
        } else if (type == u"d") {
            text.text = value.endsWith(QStringLiteral("T00:00:00")) ? value.chopped(9) : value;
        } else if (type.isEmpty() || type == u"n") {
            bool isNumber = false;
            const double number = value.trimmed().toDouble(&isNumber);
            text.text = isNumber ? numberText(number, format(style), m_book.isFrom1904) : value;
        } else {
            text.text = value; // results of formulas, errors
        }
    }

    void add(const SheetText &text, bool isFormula, bool isError, bool isDate)
    {
        if (!text.text.isEmpty())
            m_sheet.cells.append({std::max(m_row, 0), m_column, text.text, text.phonetic, isFormula, isDate, isError});
        else if (isFormula)
            ++m_sheet.formulasWithoutResult;
    }

    XmlScan m_scan;
    const XlsxBook &m_book;
    SheetDraft &m_sheet;
    int m_row = -1;
    int m_column = -1;
};

void addTextBox(const QString &text, SheetDraft &sheet)
{
    if (!withoutOuterBlanks(text).isEmpty() && sheet.textBoxes.size() <= filledCellLimit)
        sheet.textBoxes.append(text);
}

} // namespace

bool readXlsxSheet(const QByteArray &xml, const XlsxBook &book, SheetDraft &sheet)
{
    return XlsxSheetReader(xml, book, sheet).read();
}

void readXlsxDrawing(const QByteArray &xml, SheetDraft &sheet)
{
    XmlScan scan(xml);
    QString text;
    int inFallback = 0;
    bool isText = false;
    for (Piece piece = scan.next(); piece != Piece::End; piece = scan.next()) {
        const bool isOpen = piece == Piece::Open;
        if (piece == Piece::Text) {
            if (isText && inFallback == 0)
                text += scan.text();
            continue;
        }
        const std::string_view name = scan.name();
        isText = isOpen && name == "t";
        if (name == "Fallback")
            inFallback += isOpen ? 1 : -1;
        if (inFallback > 0)
            continue;
        if (name == "pic" && isOpen)
            ++sheet.pictures;
        else if (name == "graphicFrame" && isOpen)
            ++sheet.objects;
        else if (name == "p" && !isOpen)
            text += u'\n';
        else if (name == "sp" && !isOpen)
            addTextBox(std::exchange(text, QString()), sheet);
    }
}

void readXlsxComments(const QByteArray &xml, SheetDraft &sheet)
{
    XmlScan scan(xml);
    for (Piece piece = scan.next(); piece != Piece::End; piece = scan.next()) {
        if (piece != Piece::Open || scan.name() != "comment" || sheet.comments.size() > filledCellLimit)
            continue;
        const CellName place = cellNamed(scan.attribute("ref"));
        const QString text = readRichText(scan, "comment").text;
        sheet.comments.append({place.row, place.column, text});
    }
}

} // namespace zhibao
