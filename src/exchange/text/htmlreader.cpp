// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/text/htmlreader.h"

#include "exchange/clipboard/htmlconcealment.h"
#include "exchange/clipboard/htmltable.h"
#include "exchange/clipboard/htmltokens.h"
#include "exchange/intake/filledbuilder.h"

#include <QBitArray>

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

int spanOf(const HtmlToken &opening, QStringView name, int most)
{
    return std::clamp(htmlAttribute(opening.attributes, name).toInt(), 1, most);
}

class WebPageReader {
public:
    explicit WebPageReader(QStringView html)
        : m_tokens(html)
        , m_concealment(html)
        , m_builder(FilledKind::Web)
    {
    }

    std::optional<FilledFile> read()
    {
        for (HtmlToken token = m_tokens.next(); token.kind != HtmlToken::Kind::End; token = m_tokens.next()) {
            if (m_builder.isFull() || m_steps > mostSteps)
                return std::nullopt;
            if (token.kind == HtmlToken::Kind::Text || token.kind == HtmlToken::Kind::Reference)
                take(token);
            else if (m_concealed.isOpen() && m_concealed.takes(token))
                continue;
            else if (token.kind == HtmlToken::Kind::Open)
                open(token);
            else
                close(token);
        }
        endTable();
        endParagraphs();
        if (m_builder.isFull())
            return std::nullopt;
        return m_builder.finish();
    }

private:
    bool isInTable() const { return m_depth > 0; }
    FilledPlace place() const
    {
        if (isInTable())
            return {m_table, std::max(m_row, 0), m_column, -1, {}};
        return {-1, -1, -1, m_builder.paragraphs(), {}};
    }

    void take(const HtmlToken &token)
    {
        const bool isReference = token.kind == HtmlToken::Kind::Reference;
        if (m_concealed.isOpen())
            m_aside += isReference ? token.character : token.text.toString();
        else if (isReference)
            m_text.character(token.character);
        else
            m_text.text(token.text);
    }

    void open(const HtmlToken &token)
    {
        const QStringView name = token.text;
        leaveOutAside();
        if (m_depth == 1 && openPart(token))
            return;
        if (mayHoldHtmlText(token) && m_concealment.conceals(token)) {
            m_concealed.begin(token, isInTable());
            m_why = isHtmlElement(name, {u"del", u"w:del", u"w:deltext", u"w:movefrom"}) ? LeftOutReason::Deleted
                                                                                         : LeftOutReason::Hidden;
        } else if (isHtmlElement(name, {u"table"})) {
            beginTable();
        } else if (isHtmlElement(name, {u"br"})) {
            m_text.lineBreak();
        } else if (isHtmlElement(name, {u"img"})) {
            m_builder.note(FilledNoteCode::Pictures, place());
        } else if (isHtmlBlock(name)) {
            block(name);
        }
    }

    void close(const HtmlToken &token)
    {
        leaveOutAside();
        const bool isTable = isHtmlElement(token.text, {u"table"});
        if (isTable && isInTable()) {
            if (m_depth == 1)
                endTable();
            m_depth = std::max(0, m_depth - 1);
        } else if (m_depth == 1 && isHtmlTablePart(token.text)) {
            endCell();
        } else if (isHtmlBlock(token.text)) {
            block({});
        }
    }

    // Outside of tables a block is a paragraph of its own.
    void block(QStringView opened)
    {
        if (isInTable()) {
            m_text.block();
            return;
        }
        endParagraphs();
        if (opened.size() == 2 && (opened[0] == u'h' || opened[0] == u'H') && opened[1].isDigit())
            m_outlineLevel = opened[1].digitValue() - 1;
    }

    void endParagraphs()
    {
        const QString text = std::exchange(m_text, CellText()).finish();
        m_builder.paragraph({text, 0, m_outlineLevel, false, false});
        m_outlineLevel = -1;
    }

    void leaveOutAside()
    {
        if (m_aside.isEmpty() || m_concealed.isOpen())
            return;
        const QString text = std::exchange(m_aside, QString());
        if (m_why == LeftOutReason::Deleted)
            m_builder.note(FilledNoteCode::ChangesAccepted, place());
        else if (!withoutOuterBlanks(text).isEmpty())
            m_builder.note(FilledNoteCode::HiddenText, place());
        m_builder.leaveOut(text, m_why, place());
    }

    void beginTable()
    {
        if (m_depth++ > 0) {
            m_builder.note(FilledNoteCode::NestedTables, place());
            m_text.block();
            return;
        }
        endParagraphs();
        m_table = m_builder.beginTable();
        m_row = -1;
        m_column = 0;
        m_coveredUntil.clear();
        m_hiddenColumns.clear();
        m_columnsNamed = 0;
    }

    // A part of the table itself, not of what stands in its cells.
    bool openPart(const HtmlToken &token)
    {
        const bool isClosed = m_concealment.conceals(token);
        if (isHtmlElement(token.text, {u"tr"})) {
            beginRow(isClosed || isWithout(token, u"height"));
        } else if (isHtmlElement(token.text, {u"td", u"th"})) {
            beginCell(token, isClosed || isWithout(token, u"width"));
        } else if (isHtmlElement(token.text, {u"col"})) {
            nameColumns(spanOf(token, u"span", 1000), isClosed || isWithout(token, u"width"));
        } else {
            return false;
        }
        return true;
    }

    void nameColumns(int count, bool areHidden)
    {
        if (m_columnsNamed + count > mostFilledColumns)
            return;
        if (areHidden) {
            m_hiddenColumns.resize(mostFilledColumns);
            m_hiddenColumns.fill(true, m_columnsNamed, m_columnsNamed + count);
        }
        m_columnsNamed += count;
    }

    void beginRow(bool isHidden)
    {
        endCell();
        ++m_row;
        m_column = 0;
        m_isRowHidden = isHidden;
    }

    void beginCell(const HtmlToken &token, bool isHidden)
    {
        endCell();
        if (m_row < 0)
            beginRow(false);
        for (; m_column < m_coveredUntil.size() && m_coveredUntil[m_column] > m_row; ++m_column)
            ++m_steps;
        m_isInCell = true;
        m_columns = spanOf(token, u"colspan", 1000);
        m_rows = spanOf(token, u"rowspan", 65534);
        m_isCellHidden = isHidden || m_isRowHidden || isColumnHidden();
    }

    bool isColumnHidden() const
    {
        bool isHidden = m_column + m_columns <= m_hiddenColumns.size();
        for (int column = m_column; isHidden && column < m_column + m_columns; ++column)
            isHidden = m_hiddenColumns.testBit(column);
        return isHidden;
    }

    // What stands in a table beside its cells is a paragraph before it on the page.
    void endCell()
    {
        const QString text = std::exchange(m_text, CellText()).finish();
        if (!std::exchange(m_isInCell, false)) {
            m_builder.paragraph({text, 0, -1, false, false});
            return;
        }
        if (m_column + m_columns > mostFilledColumns || m_row >= mostFilledRows) {
            m_builder.note(FilledNoteCode::RowsBeyondLimit, place());
            m_builder.leaveOut(text, LeftOutReason::BeyondLimit, place());
            return;
        }
        if (m_isCellHidden) {
            if (!withoutOuterBlanks(text).isEmpty())
                m_builder.note(m_isRowHidden ? FilledNoteCode::HiddenRows : FilledNoteCode::HiddenColumns, place());
            m_builder.leaveOut(text, LeftOutReason::Hidden, place());
        } else {
            m_builder.cell(m_table, {m_row, m_column, m_rows, m_columns, text, false, false});
        }
        if (m_coveredUntil.size() < m_column + m_columns)
            m_coveredUntil.resize(m_column + m_columns);
        m_steps += m_columns;
        std::fill(m_coveredUntil.begin() + m_column, m_coveredUntil.begin() + m_column + m_columns, m_row + m_rows);
        m_column += m_columns;
    }

    void endTable()
    {
        if (isInTable())
            endCell();
    }

    // Over covered cells: hundreds for each cell that is taken.
    static constexpr qint64 mostSteps = 100'000'000;

    HtmlTokens m_tokens;
    HtmlConcealment m_concealment;
    FilledBuilder m_builder;
    ConcealedElement m_concealed;
    QString m_aside; // what is concealed
    LeftOutReason m_why = LeftOutReason::Hidden;
    CellText m_text;
    int m_outlineLevel = -1;
    int m_depth = 0; // of tables
    int m_table = 0;
    int m_row = -1;
    int m_column = 0;
    int m_columns = 1; // of the cell
    int m_rows = 1;
    QList<int> m_coveredUntil; // for each column the first row that no cell above covers
    qint64 m_steps = 0;
    QBitArray m_hiddenColumns;
    int m_columnsNamed = 0;
    bool m_isInCell = false;
    bool m_isRowHidden = false;
    bool m_isCellHidden = false;
};

} // namespace

std::optional<FilledFile> readWebPage(const QString &html)
{
    if (html.size() > tableTextLimit)
        return std::nullopt;
    return WebPageReader(html).read();
}

} // namespace zhibao
