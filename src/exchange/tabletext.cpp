// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/tabletext.h"

#include "core/encoding.h"
#include "exchange/htmltable.h"
#include "exchange/htmltokens.h"

#include <algorithm>

namespace zhibao {

namespace {

bool isOneOf(QStringView name, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(),
        [&](QStringView candidate) { return name.compare(candidate, Qt::CaseInsensitive) == 0; });
}

// Reads the first table of an HTML text.
class TableReader {
public:
    explicit TableReader(QStringView html)
        : m_tokens(html)
    {
    }

    TextGrid read()
    {
        for (HtmlToken token = m_tokens.next(); token.kind != HtmlToken::Kind::End; token = m_tokens.next()) {
            if (token.kind == HtmlToken::Kind::Open)
                open(token);
            else if (token.kind == HtmlToken::Kind::Close)
                close(token);
            else if (m_inCell)
                addText(token);
            if (m_done || m_grid.isFull())
                break;
        }
        endCell();
        return m_grid.finish();
    }

private:
    // How word processors keep spaces and tabs that HTML would join.
    enum class Run { Plain, Spaces, Tabs };

    void open(const HtmlToken &token)
    {
        if (isOneOf(token.text, {u"table"})) {
            ++m_depth;
            return;
        }
        if (m_depth == 0)
            return;
        if (m_depth == 1 && isOneOf(token.text, {u"tr"})) {
            endCell();
            m_grid.row();
        } else if (m_depth == 1 && isOneOf(token.text, {u"td", u"th"})) {
            endCell();
            m_inCell = true;
            m_columns = span(token, u"colspan", 1000);
            m_rows = span(token, u"rowspan", 65534);
        } else if (isOneOf(token.text, {u"br"})) {
            m_cell.lineBreak();
        } else if (isOneOf(token.text, {u"span"})) {
            openSpan(token);
        } else if (isBlock(token.text)) {
            m_cell.block();
        }
    }

    void close(const HtmlToken &token)
    {
        if (m_depth == 0)
            return;
        if (isOneOf(token.text, {u"table"})) {
            --m_depth;
            m_done = m_depth == 0;
        } else if (m_depth == 1 && isOneOf(token.text, {u"td", u"th", u"tr"})) {
            endCell();
        } else if (isOneOf(token.text, {u"span"})) {
            m_run = Run::Plain;
        } else if (isBlock(token.text)) {
            m_cell.block();
        }
    }

    // Cells of a table inside a cell part lines like paragraphs.
    static bool isBlock(QStringView name)
    {
        return isOneOf(name,
            {u"p", u"div", u"li", u"ul", u"ol", u"h1", u"h2", u"h3", u"h4", u"h5", u"h6", u"tr", u"td", u"th", u"pre",
                u"blockquote", u"center"});
    }

    static int span(const HtmlToken &token, QStringView name, int most)
    {
        return qBound(1, htmlAttribute(token.attributes, name).toInt(), most);
    }

    void openSpan(const HtmlToken &token)
    {
        const QString style = htmlAttribute(token.attributes, u"style");
        const qsizetype tabs = style.indexOf(QStringLiteral("mso-tab-count:"), 0, Qt::CaseInsensitive);
        m_run = style.contains(QStringLiteral("mso-spacerun:yes"), Qt::CaseInsensitive) ? Run::Spaces
            : tabs >= 0                                                                 ? Run::Tabs
                                                                                        : Run::Plain;
        if (m_run != Run::Tabs || !m_inCell)
            return;
        const QStringView number = QStringView(style).mid(tabs + 14).trimmed();
        const auto end = std::find_if_not(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
        const int count = number.left(end - number.cbegin()).toInt();
        m_cell.character(QString(qBound(1, count, 20), u'\t'));
    }

    void addText(const HtmlToken &token)
    {
        const bool reference = token.kind == HtmlToken::Kind::Reference;
        if (m_run == Run::Tabs)
            return;
        if (m_run == Run::Spaces) {
            m_cell.character(reference ? spaces(token.character) : spaces(token.text));
        } else if (reference) {
            m_cell.character(token.character);
        } else {
            m_cell.text(token.text);
        }
    }

    // The spaces of a run: no-break ones each, others joined.
    static QString spaces(QStringView text)
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

    void endCell()
    {
        if (m_inCell)
            m_grid.cell(wellFormed(m_cell.finish()), m_columns, m_rows);
        m_cell = CellText();
        m_inCell = false;
        m_run = Run::Plain;
    }

    HtmlTokens m_tokens;
    GridBuilder m_grid;
    CellText m_cell;
    int m_depth = 0; // of tables
    int m_columns = 1;
    int m_rows = 1;
    bool m_inCell = false;
    bool m_done = false;
    Run m_run = Run::Plain;
};

// Spaces that HTML would drop or join go as Word writes them.
QString spaceRun(qsizetype length)
{
    return QStringLiteral("<span style=\"mso-spacerun:yes\">") + QStringLiteral("&nbsp;").repeated(length)
        + QStringLiteral("</span>");
}

QString lineToHtml(QStringView line)
{
    QString html;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u' ') {
            qsizetype end = i;
            while (end < line.size() && line[end] == u' ')
                ++end;
            const bool single = end - i == 1 && i > 0 && end < line.size();
            html += single ? QStringLiteral(" ") : spaceRun(end - i);
            i = end - 1;
        } else if (c == u'\t') {
            html += QStringLiteral("<span style=\"mso-tab-count:1\">&nbsp;</span>");
        } else if (c == QChar::Nbsp) {
            html += QStringLiteral("&nbsp;");
        } else if (c < u' ') {
            html += QStringLiteral("&#%1;").arg(static_cast<uint>(c.unicode()));
        } else {
            html += QString(c).toHtmlEscaped();
        }
    }
    return html;
}

QString cellToHtml(const QString &text)
{
    // Without the style Excel would put each line into a cell of its own.
    const QString lineBreak = QStringLiteral("<br style=\"mso-data-placement:same-cell\">");
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(lineToHtml(line));
    // The last <br> of a cell shows nothing.
    return lines.join(lineBreak) + (text.endsWith(u'\n') ? lineBreak : QString());
}

// Reads tab-separated text cell by cell.
class TabbedReader {
public:
    explicit TabbedReader(const QString &text)
        : m_text(text)
    {
    }

    TextGrid read()
    {
        TextGrid grid;
        qsizetype cells = 0;
        while (m_at < m_text.size()) {
            QStringList line;
            do {
                line.append(cell());
                if (++cells > tableCellLimit)
                    return {};
            } while (take(u'\t'));
            take(u'\n');
            grid.append(line);
        }
        return grid;
    }

private:
    bool take(QChar c)
    {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    bool atCellEnd(qsizetype at) const { return at >= m_text.size() || m_text[at] == u'\t' || m_text[at] == u'\n'; }

    QString cell()
    {
        const qsizetype start = m_at;
        if (take(u'"')) {
            const QString quoted = quotedCell();
            if (!quoted.isNull())
                return quoted;
        }
        m_at = start;
        while (!atCellEnd(m_at))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    // What stands in quotes; null where the quotes are the cell's own: nothing in it would have needed them.
    QString quotedCell()
    {
        QString result;
        bool needed = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const bool doubled = c == u'"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
            if (c == u'"' && !doubled)
                break;
            m_at += doubled ? 1 : 0;
            needed = needed || doubled || atCellEnd(m_at);
            result += c;
        }
        if (!needed || !take(u'"') || !atCellEnd(m_at))
            return {};
        return result;
    }

    const QString m_text;
    qsizetype m_at = 0;
};

} // namespace

TextGrid gridFromHtml(const QString &html)
{
    if (html.size() > tableTextLimit)
        return {};
    return TableReader(html).read();
}

TextGrid gridFromTabbedText(const QString &text)
{
    if (text.size() > tableTextLimit)
        return {};
    return TabbedReader(wellFormed(text)).read();
}

QString gridToHtml(const TextGrid &grid)
{
    QString html = QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">\n");
    for (const QStringList &line : grid) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : line)
            html += QStringLiteral("<td>") + cellToHtml(cell) + QStringLiteral("</td>");
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table></body></html>");
}

QString gridToTabbedText(const TextGrid &grid)
{
    QString text;
    for (const QStringList &line : grid) {
        QStringList cells;
        for (QString cell : line) {
            const bool quoted = cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'"');
            if (quoted)
                cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            cells.append(cell);
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace zhibao
