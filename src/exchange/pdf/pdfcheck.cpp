// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdfcheck.h"

#include "exchange/clipboard/tablecolumns.h"
#include "exchange/document/pagewords.h"
#include "exchange/document/textassignment.h"

#include <algorithm>

namespace zhibao {

namespace {

// Reads the pages one after the other: what stands before the table, its header, its cells, what stands after it.
class Reading {
public:
    Reading(const QList<ExpectedPiece> &expected, const QList<TextWord> &words)
        : m_expected(expected)
        , m_words(words)
        , m_found(expected.size())
    {
        for (qsizetype i = 0; i < expected.size(); ++i) {
            m_texts.append(shownText(expected[i].text));
            const bool inTable = expected[i].row >= 0;
            m_hasTable = m_hasTable || inTable;
            // Empty paragraphs are room between others, and say nothing; empty cells say that they are empty.
            if (inTable || !m_texts.constLast().isEmpty())
                (inTable ? expected[i].header ? m_header : m_cells : m_hasTable ? m_after : m_before).append(i);
        }
    }

    QList<QStringList> texts(const QList<QList<qsizetype>> &pages)
    {
        if (m_hasTable)
            readTable(pages);
        else
            assign(m_before, flowOf(pages));
        for (qsizetype i = 0; i < m_found.size(); ++i) {
            if (m_found[i].isEmpty())
                m_found[i].append(QString());
        }
        return m_found;
    }

private:
    // Text that words make, and the word of each code unit.
    struct Flow {
        FlowedText text;
        QList<qsizetype> words;

        Flow sliced(qsizetype from, qsizetype to) const { return {text.sliced(from, to), words.mid(from, to - from)}; }
    };

    void append(Flow &flow, qsizetype word) const
    {
        const QString more = shownText(m_words[word].text);
        const bool begins = flow.words.isEmpty() || beginsStretch(m_words[word], m_words[flow.words.constLast()]);
        flow.text.append(more, begins);
        flow.words.resize(flow.words.size() + more.size(), word);
    }

    Flow flowOf(const QList<QList<qsizetype>> &pages) const
    {
        Flow flow;
        for (const QList<qsizetype> &page : pages) {
            for (const qsizetype word : page)
                append(flow, word);
        }
        return flow;
    }

    QStringList textsOf(const QList<qsizetype> &pieces) const
    {
        QStringList texts;
        for (const qsizetype piece : pieces)
            texts.append(m_texts[piece]);
        return texts;
    }

    // Notes what a flow says of the pieces; the piece of each code unit.
    QList<qsizetype> assign(const QList<qsizetype> &pieces, const Flow &flow)
    {
        if (pieces.isEmpty())
            return {};
        QList<qsizetype> owners = assignText(textsOf(pieces), flow.text);
        for (qsizetype &owner : owners)
            owner = pieces[owner];
        note(pieces, owners, flow);
        return owners;
    }

    void note(const QList<qsizetype> &pieces, const QList<qsizetype> &owners, const Flow &flow)
    {
        for (const qsizetype piece : pieces)
            m_found[piece].append(QString());
        for (qsizetype at = 0; at < owners.size(); ++at)
            m_found[owners[at]].last() += flow.text.text[at];
    }

    void readTable(const QList<QList<qsizetype>> &pages)
    {
        Flow cells;
        qsizetype tableEnd = 0; // in the cells' flow, after the last page with a header
        for (qsizetype page = 0; page < pages.size(); ++page) {
            const Flow flow = flowOf({pages[page]});
            const QList<qsizetype> head = page == 0 ? m_before + m_header : m_header;
            const qsizetype length = likeBeginning(flow.text, textsOf(head).join(QString()));
            if (length > 0)
                noteHeader(assign(head, flow.sliced(0, length)), flow);
            const Flow rest = flow.sliced(std::max<qsizetype>(length, 0), flow.words.size());
            for (qsizetype at = 0; at < rest.words.size(); ++at)
                cells.text.append(QString(rest.text.text[at]), rest.text.begins[at]);
            cells.words += rest.words;
            if (length >= 0)
                tableEnd = cells.words.size();
        }
        const qsizetype tail = likeEnd(cells.text, textsOf(m_after).join(QString()));
        const qsizetype end = tail >= 0 ? cells.words.size() - tail : tableEnd;
        assign(m_after, cells.sliced(end, cells.words.size()));
        readCells(cells.sliced(0, end));
    }

    void noteHeader(const QList<qsizetype> &owners, const Flow &flow)
    {
        for (qsizetype at = 0; at < owners.size(); ++at) {
            const ExpectedPiece &piece = m_expected[owners[at]];
            if (piece.header && piece.columnSpan == 1)
                m_columns.addLabel(piece.column, m_words[flow.words[at]]);
        }
    }

    void readCells(const Flow &cells)
    {
        QMap<int, QList<qsizetype>> pieces; // by column
        for (const qsizetype piece : m_cells)
            pieces[m_expected[piece].column].append(piece);
        QMap<int, QString> streams;
        for (auto column = pieces.cbegin(); column != pieces.cend(); ++column)
            streams[column.key()] = textsOf(column.value()).join(u'\n');
        QList<qsizetype> words = cells.words;
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (const qsizetype word : words)
            m_columns.addText(streams, shownText(m_words[word].text), m_words[word]);
        QMap<int, Flow> flows;
        for (const qsizetype word : words)
            append(flows[m_columns.columnOf(m_words[word])], word);
        assignCells(pieces, flows);
    }

    void assignCells(const QMap<int, QList<qsizetype>> &pieces, const QMap<int, Flow> &flows)
    {
        QMap<int, QList<qsizetype>> owners;
        RowPlaces rows;
        for (auto column = pieces.cbegin(); column != pieces.cend(); ++column) {
            const Flow flow = flows.value(column.key());
            QList<qsizetype> own = assignText(textsOf(column.value()), flow.text);
            for (qsizetype &owner : own)
                owner = column.value()[owner];
            noteRows(own, flow, rows);
            owners[column.key()] = own;
        }
        for (auto column = pieces.cbegin(); column != pieces.cend(); ++column) {
            const Flow flow = flows.value(column.key());
            moveToRows(column.value(), flow, rows, owners[column.key()]);
            note(column.value(), owners[column.key()], flow);
        }
    }

    // A row is where the cells begin that are what they should be.
    void noteRows(const QList<qsizetype> &owners, const Flow &flow, RowPlaces &rows) const
    {
        for (qsizetype start = 0; start < owners.size();) {
            const qsizetype end = std::find_if(owners.begin() + start, owners.end(), [&](qsizetype owner) {
                return owner != owners[start];
            }) - owners.begin();
            if (QStringView(flow.text.text).sliced(start, end - start) == m_texts[owners[start]])
                rows.add(m_expected[owners[start]].row, m_words[flow.words[start]]);
            start = end;
        }
    }

    // Equal or empty cells above one another are told apart by the rows that the other columns show.
    void moveToRows(
        const QList<qsizetype> &pieces, const Flow &flow, const RowPlaces &rows, QList<qsizetype> &owners) const
    {
        for (qsizetype at = 0; at < owners.size(); ++at) {
            const int row = rows.rowOf(m_words[flow.words[at]]);
            if (row < 0 || !rows.isKnown(m_expected[owners[at]].row))
                continue;
            for (const qsizetype piece : pieces) {
                if (m_expected[piece].row <= row)
                    owners[at] = piece;
            }
        }
    }

    const QList<ExpectedPiece> &m_expected;
    const QList<TextWord> &m_words;
    QList<QStringList> m_found;
    QStringList m_texts;
    QList<qsizetype> m_before, m_header, m_cells, m_after; // indexes of pieces
    bool m_hasTable = false;
    TableColumns m_columns;
};

} // namespace

QString shownText(const QString &text)
{
    QString shown;
    for (const QChar c : text) {
        const bool selects = (c >= u'\uFE00' && c <= u'\uFE0F') || (c >= u'\u180B' && c <= u'\u180F');
        const QChar::Category category = c.category();
        if (!c.isSpace() && !selects && category != QChar::Other_Control && category != QChar::Other_Format)
            shown += c;
    }
    return shown;
}

QList<QStringList> textsInPdf(
    const QList<ExpectedPiece> &expected, const QList<TextWord> &words, const QStringList &marks)
{
    return Reading(expected, words).texts(pagesWithoutMarks(words, marks));
}

} // namespace zhibao
