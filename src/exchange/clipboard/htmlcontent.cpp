// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/htmlcontent.h"

#include "core/report/report.h"
#include "core/text/encoding.h"
#include "exchange/clipboard/htmlconcealment.h"
#include "exchange/clipboard/htmltable.h"
#include "exchange/clipboard/htmltokens.h"

#include <algorithm>

namespace zhibao {

namespace {

int span(const HtmlToken &opening, QStringView name, int most)
{
    return qBound(1, htmlAttribute(opening.attributes, name).toInt(), most);
}

// The spaces of a run: no-break ones each, others joined.
QString spacesOf(QStringView text)
{
    QString result;
    bool joined = false;
    for (const QChar c : text) {
        const bool blank = c.isSpace();
        if (!blank)
            result += c;
        else if (c == QChar::Nbsp || !joined)
            result += u' ';
        joined = blank && c != QChar::Nbsp;
    }
    return result;
}

// The columns that a table names before its rows.
class TableColumnList {
public:
    void openGroup(const HtmlToken &opening, bool isHidden)
    {
        closeGroup();
        m_span = span(opening, u"span", 1000);
        m_isGroupHidden = isHidden;
    }

    void add(int columns, bool isHidden)
    {
        m_span = 0; // a group with columns of its own has those alone
        append(columns, isHidden || m_isGroupHidden);
    }

    void closeGroup()
    {
        append(std::exchange(m_span, 0), m_isGroupHidden);
        m_isGroupHidden = false;
    }

    // First and number of the hidden ones, each time.
    const QList<std::pair<qsizetype, qsizetype>> &hidden() const { return m_hidden; }

private:
    void append(int columns, bool isHidden)
    {
        if (isHidden && columns > 0 && m_count < tableCellLimit)
            m_hidden.append({m_count, columns});
        m_count += columns;
    }

    qsizetype m_count = 0;
    int m_span = 0; // of the open group
    bool m_isGroupHidden = false;
    QList<std::pair<qsizetype, qsizetype>> m_hidden;
};

class HtmlReader {
public:
    explicit HtmlReader(QStringView html)
        : m_tokens(html)
        , m_concealment(html)
    {
    }

    HtmlContent read()
    {
        for (HtmlToken token = m_tokens.next(); token.kind != HtmlToken::Kind::End; token = m_tokens.next()) {
            if (token.kind == HtmlToken::Kind::Text || token.kind == HtmlToken::Kind::Reference)
                addText(token);
            else if (m_concealed.isOpen() && m_concealed.takes(token))
                continue;
            else if (token.kind == HtmlToken::Kind::Open)
                open(token);
            else
                close(token);
            if (m_grid.isFull())
                return {};
        }
        endTable();
        endText();
        m_content.hasConcealed = m_content.hasConcealed || m_grid.hasConcealed();
        return m_grid.isFull() ? HtmlContent() : m_content;
    }

private:
    // How word processors keep spaces and tabs that HTML would join.
    enum class Run { Plain, Spaces, Tabs };

    CellText &text() { return m_inCell ? m_cell : m_page; }

    void open(const HtmlToken &token)
    {
        if (m_depth == 1 && openPart(token))
            return;
        if (mayHoldHtmlText(token) && m_concealment.conceals(token)) {
            m_concealed.begin(token, m_depth > 0);
        } else if (isHtmlElement(token.text, {u"table"})) {
            if (m_depth++ == 0)
                endText();
        } else if (isHtmlElement(token.text, {u"br"})) {
            text().lineBreak();
        } else if (isHtmlElement(token.text, {u"span"})) {
            openSpan(token);
        } else if (isHtmlBlock(token.text)) {
            text().block();
        }
    }

    // A part of the table itself, not of what stands in its cells.
    bool openPart(const HtmlToken &token)
    {
        if (isHtmlElement(token.text, {u"tr"})) {
            beginRow(m_concealment.conceals(token) || isWithout(token, u"height"));
        } else if (isHtmlElement(token.text, {u"td", u"th"})) {
            beginCell(token);
        } else if (isHtmlElement(token.text, {u"colgroup"})) {
            m_columns.openGroup(token, m_concealment.conceals(token) || isWithout(token, u"width"));
        } else if (isHtmlElement(token.text, {u"col"})) {
            m_columns.add(span(token, u"span", 1000), m_concealment.conceals(token) || isWithout(token, u"width"));
        } else {
            return false;
        }
        return true;
    }

    void close(const HtmlToken &token)
    {
        const bool isTable = isHtmlElement(token.text, {u"table"});
        if (isTable && m_depth > 0) {
            if (--m_depth == 0)
                endTable();
        } else if (m_depth == 1 && isHtmlTablePart(token.text)) {
            endCell();
        } else if (isHtmlElement(token.text, {u"span"})) {
            m_run = Run::Plain;
        } else if (isHtmlBlock(token.text)) {
            text().block();
        }
    }

    void beginRow(bool isHidden)
    {
        endRow();
        m_grid.row();
        if (isHidden)
            m_grid.hideRow();
    }

    void beginCell(const HtmlToken &token)
    {
        endCell();
        m_inCell = true;
        m_spannedColumns = span(token, u"colspan", 1000);
        m_spannedRows = span(token, u"rowspan", 65534);
        m_isCellHidden = m_concealment.conceals(token) || isWithout(token, u"width");
    }

    void openSpan(const HtmlToken &token)
    {
        const QString style = htmlAttribute(token.attributes, u"style");
        const qsizetype tabs = style.indexOf(QStringLiteral("mso-tab-count:"), 0, Qt::CaseInsensitive);
        m_run = style.contains(QStringLiteral("mso-spacerun:yes"), Qt::CaseInsensitive) ? Run::Spaces
            : tabs >= 0                                                                 ? Run::Tabs
                                                                                        : Run::Plain;
        if (m_run != Run::Tabs)
            return;
        const QStringView number = QStringView(style).mid(tabs + 14).trimmed();
        const auto end = std::find_if_not(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
        const int count = number.left(end - number.cbegin()).toInt();
        text().character(QString(qBound(1, count, 20), u'\t'));
    }

    void addText(const HtmlToken &token)
    {
        const bool reference = token.kind == HtmlToken::Kind::Reference;
        const QStringView characters = reference ? QStringView(token.character) : token.text;
        if (m_concealed.isOpen())
            conceal(characters);
        else if (m_run == Run::Spaces)
            text().character(spacesOf(characters));
        else if (m_run == Run::Plain && reference)
            text().character(token.character);
        else if (m_run == Run::Plain)
            text().text(token.text);
    }

    void conceal(QStringView characters)
    {
        if (isBlank(characters))
            return;
        m_content.hasConcealed = true;
        m_rowConceals = m_rowConceals || m_inCell;
    }

    void endCell()
    {
        if (m_inCell) {
            const QString shown = wellFormed(m_cell.finish());
            m_grid.cell(shown, m_spannedColumns, m_spannedRows, m_isCellHidden);
            m_rowShows = m_rowShows || !isBlank(shown);
        }
        m_cell = CellText();
        m_inCell = false;
        m_run = Run::Plain;
    }

    // A row whose texts are all deleted is a deleted row.
    void endRow()
    {
        endCell();
        if (m_rowConceals && !m_rowShows)
            m_grid.hideRow();
        m_rowConceals = m_rowShows = false;
    }

    void endTable()
    {
        endRow();
        m_columns.closeGroup();
        for (const auto &[first, count] : m_columns.hidden())
            m_grid.hideColumns(first, count);
        m_columns = TableColumnList();
        const TextGrid table = m_grid.finish();
        if (!table.isEmpty())
            m_content.pieces.append({table, {}});
    }

    void endText()
    {
        const QString paragraphs = wellFormed(m_page.finish());
        if (!isBlank(paragraphs))
            m_content.pieces.append({{}, paragraphs});
        m_page = CellText();
        m_run = Run::Plain;
    }

    HtmlTokens m_tokens;
    HtmlConcealment m_concealment;
    HtmlContent m_content;
    ConcealedElement m_concealed;
    TableColumnList m_columns;
    GridBuilder m_grid;
    CellText m_cell;
    CellText m_page; // outside of tables
    int m_depth = 0; // of tables
    int m_spannedColumns = 1;
    int m_spannedRows = 1;
    bool m_inCell = false;
    bool m_isCellHidden = false;
    bool m_rowConceals = false;
    bool m_rowShows = false;
    Run m_run = Run::Plain;
};

} // namespace

HtmlContent readHtml(const QString &html)
{
    if (html.size() > tableTextLimit)
        return {};
    // What Windows puts before the HTML itself ("Version:…") is no text.
    const qsizetype start = html.startsWith(QStringLiteral("Version:")) ? html.indexOf(u'<') : 0;
    return HtmlReader(QStringView(html).mid(qMax<qsizetype>(0, start))).read();
}

} // namespace zhibao
