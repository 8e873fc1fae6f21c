// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/printedtext.h"

#include "document/style.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace zhibao::test {

namespace {

using judges::Word;

constexpr double twipsPerPoint = 20;

// Middles of letters of one line differ by their fonts; lines are at least 15 points apart.
constexpr double sameLine = 6;

double middle(const Word &word)
{
    return word.box.center().y();
}

// The words of the type area: page numbers stand below it.
QList<Word> areaWords(const QList<Word> &words, Orientation orientation)
{
    const PageStyle page = pageStyle(orientation);
    const double bottom = (page.height - page.bottom) / twipsPerPoint;
    QList<Word> area;
    std::copy_if(words.begin(), words.end(), std::back_inserter(area),
        [&](const Word &word) { return middle(word) < bottom + 1; });
    return area;
}

// Words in reading order, cut into lines.
QList<QList<Word>> linesOf(QList<Word> words)
{
    std::stable_sort(words.begin(), words.end(), [](const Word &one, const Word &other) {
        return one.page != other.page ? one.page < other.page : middle(one) < middle(other);
    });
    QList<QList<Word>> lines;
    for (const Word &word : words) {
        const bool newLine = lines.isEmpty() || lines.constLast().constFirst().page != word.page
            || middle(word) - middle(lines.constLast().constFirst()) > sameLine;
        if (newLine)
            lines << QList<Word>();
        lines.last() << word;
    }
    for (QList<Word> &line : lines)
        std::stable_sort(line.begin(), line.end(),
            [](const Word &one, const Word &other) { return one.box.left() < other.box.left(); });
    return lines;
}

QString textOf(const QList<Word> &line)
{
    QString text;
    for (const Word &word : line)
        text += withoutSpaces(word.text);
    return text;
}

QSet<qsizetype> lineEnds(const QList<QStringList> &pages)
{
    QSet<qsizetype> ends;
    qsizetype at = 0;
    for (const QStringList &page : pages) {
        for (const QString &line : page)
            ends << (at += line.size());
    }
    return ends;
}

QString textOf(const QList<Paragraph> &paragraphs)
{
    QString text;
    for (const Paragraph &paragraph : paragraphs) {
        for (const Span &span : paragraph.spans)
            text += withoutSpaces(span.text);
    }
    return text;
}

// The texts before, in the header of, and after the document's table.
struct Surroundings {
    QString before, header, after;
};

Surroundings surroundings(const Document &document)
{
    Surroundings texts;
    bool passed = false;
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            (passed ? texts.after : texts.before) += textOf(QList<Paragraph>{*paragraph});
            continue;
        }
        passed = true;
        const Table &table = std::get<Table>(block);
        for (int row = 0; row < table.headerRows; ++row) {
            for (const TableCell &cell : table.rows.at(row).cells)
                texts.header += textOf(cell.paragraphs);
        }
    }
    return texts;
}

QString sorted(QString text)
{
    std::sort(text.begin(), text.end());
    return text;
}

// Takes `text` off one end of the words, where its characters stand there in any order.
void takeOff(QList<Word> &words, const QString &text, bool fromStart)
{
    QString found;
    qsizetype count = 0;
    while (count < words.size() && found.size() < text.size())
        found += withoutSpaces(words.at(fromStart ? count++ : words.size() - ++count).text);
    if (sorted(found) == sorted(text))
        words.remove(fromStart ? 0 : words.size() - count, count);
}

// The words of the table's body.
QList<Word> bodyWords(const QList<Word> &words, const Document &document)
{
    const Surroundings texts = surroundings(document);
    QList<QList<Word>> pages;
    for (const QList<Word> &line : linesOf(areaWords(words, document.orientation))) {
        while (pages.size() <= line.constFirst().page)
            pages << QList<Word>();
        pages.last() << line;
    }
    QList<Word> body;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        if (page == 0)
            takeOff(pages[page], texts.before, true);
        takeOff(pages[page], texts.header, true);
        body << pages.at(page);
    }
    takeOff(body, texts.after, false);
    return body;
}

} // namespace

QString withoutSpaces(const QString &text)
{
    QString result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](QChar unit) { return !unit.isSpace(); });
    return result;
}

QList<QStringList> printedLines(const QList<Word> &words, Orientation orientation)
{
    QList<QStringList> pages;
    for (const QList<Word> &line : linesOf(areaWords(words, orientation))) {
        while (pages.size() <= line.constFirst().page)
            pages << QStringList();
        pages.last() << textOf(line);
    }
    return pages;
}

double sharedLineEnds(const QList<QStringList> &one, const QList<QStringList> &other)
{
    const QSet<qsizetype> first = lineEnds(one);
    const QSet<qsizetype> second = lineEnds(other);
    const qsizetype all = std::max(first.size(), second.size());
    return all == 0 ? 1 : double((first & second).size()) / double(all);
}

QList<QList<PrintedCharacter>> printedColumns(const QList<Word> &words, const Document &document)
{
    const auto block = std::find_if(document.blocks.begin(), document.blocks.end(),
        [](const Block &each) { return std::holds_alternative<Table>(each); });
    const QList<int> widths = columnWidths(std::get<Table>(*block), document.orientation);
    const QList<Word> body = bodyWords(words, document);
    QList<QList<PrintedCharacter>> columns;
    double left = pageStyle(document.orientation).left / twipsPerPoint;
    for (const int width : widths) {
        const double right = left + width / twipsPerPoint;
        QList<Word> column;
        std::copy_if(body.begin(), body.end(), std::back_inserter(column),
            [&](const Word &word) { return word.box.center().x() > left && word.box.center().x() < right; });
        columns << QList<PrintedCharacter>();
        for (const QList<Word> &line : linesOf(column)) {
            for (const QChar unit : textOf(line))
                columns.last() << PrintedCharacter{unit, line.constFirst().page, middle(line.constFirst())};
        }
        left = right;
    }
    return columns;
}

QStringList tableFaults(const QList<QList<PrintedCharacter>> &columns, const Table &table)
{
    QStringList faults;
    QList<qsizetype> read(columns.size(), 0); // characters of each column that are accounted for
    for (qsizetype index = table.headerRows; index < table.rows.size(); ++index) {
        const PrintedCharacter *begin = nullptr; // where the row's cells begin
        for (const TableCell &cell : table.rows.at(index).cells) {
            const QString wanted = textOf(cell.paragraphs);
            const QList<PrintedCharacter> &column = columns.at(cell.column);
            qsizetype &at = read[cell.column];
            QString found;
            for (const PrintedCharacter &character : column.mid(at, wanted.size()))
                found += character.unit;
            if (found != wanted)
                faults << QStringLiteral("row %1, column %2: “%3” for “%4”")
                              .arg(index)
                              .arg(cell.column)
                              .arg(found, wanted);
            if (found.isEmpty())
                continue;
            const PrintedCharacter &first = column.at(at);
            if (begin && (begin->page != first.page || std::abs(begin->y - first.y) > sameLine))
                faults << QStringLiteral("row %1, column %2 begins at another height").arg(index).arg(cell.column);
            begin = &first;
            at += found.size();
        }
    }
    for (qsizetype column = 0; column < columns.size(); ++column) {
        if (read.at(column) != columns.at(column).size())
            faults << QStringLiteral("column %1 has more text than the table").arg(column);
    }
    return faults;
}

} // namespace zhibao::test
