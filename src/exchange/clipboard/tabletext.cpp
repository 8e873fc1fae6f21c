// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/tabletext.h"

#include "core/text/encoding.h"
#include "core/text/script.h"
#include "exchange/clipboard/htmlcontent.h"
#include "exchange/clipboard/htmltable.h"

#include <QMimeData>

#include <algorithm>

namespace zhibao {

namespace {

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

// Bullets, of which Word has its own in the private use, ① ⒈ Ⅰ, and 1. （一） 二、
bool isListMark(const QString &cell)
{
    const QString mark = cell.trimmed();
    if (mark.size() != 1)
        return !mark.isEmpty() && enumeratorLength(mark, 0) == mark.size();
    const QChar::Category category = mark[0].category();
    return category == QChar::Other_PrivateUse || category == QChar::Number_Other || category == QChar::Number_Letter
        || QStringLiteral("•·●○◆■▪▶➢–—-*").contains(mark);
}

TextGrid cellsOfText(const QString &text)
{
    const TextGrid grid = gridFromTabbedText(text);
    const qsizetype width = grid.isEmpty() ? 0 : grid.first().size();
    const bool isEven = std::all_of(
        grid.cbegin(), grid.cend(), [&](const QStringList &line) { return width > 1 && line.size() == width; });
    const bool isList = width == 2
        && std::all_of(grid.cbegin(), grid.cend(), [](const QStringList &line) { return isListMark(line.first()); });
    const bool isEnded = text.endsWith(u'\n') || text.endsWith(u'\r');
    return isEven && !isList && (grid.size() > 1 || isEnded) ? grid : TextGrid();
}

QString linesOf(const TextGrid &table)
{
    QStringList lines;
    for (const QStringList &line : table)
        lines.append(line.join(u'\t'));
    return lines.join(u'\n');
}

} // namespace

TextGrid gridFromTabbedText(const QString &text)
{
    if (text.size() > tableTextLimit)
        return {};
    return TabbedReader(wellFormed(text)).read();
}

PastedContent pastedContent(const QMimeData &data)
{
    PastedContent content;
    if (!data.hasHtml()) {
        const TextGrid cells = cellsOfText(data.text());
        if (!cells.isEmpty())
            content.tables.append(cells);
        return content;
    }
    const HtmlContent html = readHtml(data.html());
    content.hasConcealed = html.hasConcealed;
    QStringList around;
    for (const HtmlPiece &piece : html.pieces) {
        if (piece.table.isEmpty())
            around.append(piece.text);
        else
            content.tables.append(piece.table);
    }
    content.around = around.join(u'\n');
    return content;
}

QString pastedText(const QMimeData &data)
{
    const HtmlContent html = data.hasHtml() ? readHtml(data.html()) : HtmlContent();
    if (!html.hasConcealed && data.hasText())
        return data.text();
    QStringList lines;
    for (const HtmlPiece &piece : html.pieces)
        lines.append(piece.table.isEmpty() ? piece.text : linesOf(piece.table));
    return lines.join(u'\n');
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
