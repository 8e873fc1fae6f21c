// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxcheck.h"

#include <algorithm>
#include <vector>

namespace zhibao {

namespace {

// What stands in one place: a paragraph of the body, or all of a cell.
struct Unit {
    QString text;
    int column = -1; // -1: in the body
    qsizetype piece = 0; // of an expected one, its index
};

// Empty paragraphs of the body are room, and say nothing.
bool isRoom(const Unit &unit)
{
    return unit.column < 0 && unit.text.trimmed().isEmpty();
}

QList<Unit> expectedUnits(const QList<ExpectedPiece> &expected)
{
    QList<Unit> units;
    for (qsizetype i = 0; i < expected.size(); ++i)
        units.append({writtenText(expected[i].text), expected[i].column, i});
    units.removeIf(isRoom);
    return units;
}

QList<Unit> foundUnits(const QList<TextParagraph> &paragraphs)
{
    QList<Unit> units;
    const TextParagraph *before = nullptr;
    for (const TextParagraph &paragraph : paragraphs) {
        const QString text = writtenText(paragraph.text);
        const bool goesOn = paragraph.table >= 0 && before && before->table == paragraph.table
            && before->row == paragraph.row && before->column == paragraph.column;
        if (goesOn)
            units.last().text += u'\n' + text;
        else
            units.append({text, paragraph.column});
        before = &paragraph;
    }
    units.removeIf(isRoom);
    return units;
}

// What it costs to take a unit for another; equal ones cost nothing.
constexpr int changed = 3;
constexpr int missing = 2; // or one too many
constexpr int never = 1'000'000;

int cost(const Unit &a, const Unit &b)
{
    if (a.column != b.column)
        return never;
    return a.text == b.text ? 0 : changed;
}

// For each found unit the expected one that it stands for, or -1; as cheap as possible.
QList<qsizetype> pairs(const QList<Unit> &expected, const QList<Unit> &found)
{
    constexpr qsizetype mostSteps = 16'000'000;
    QList<qsizetype> result(found.size(), -1);
    if ((expected.size() + 1) * (found.size() + 1) > mostSteps) {
        for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i)
            result[i] = i;
        return result;
    }
    const auto width = static_cast<std::size_t>(found.size()) + 1;
    std::vector<int> costs((static_cast<std::size_t>(expected.size()) + 1) * width);
    const auto at = [&](qsizetype i, qsizetype j) -> int & {
        return costs[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    for (qsizetype i = expected.size(); i >= 0; --i) {
        for (qsizetype j = found.size(); j >= 0; --j) {
            const bool last = i == expected.size() || j == found.size();
            at(i, j) = last ? missing * static_cast<int>(expected.size() - i + found.size() - j)
                            : std::min({cost(expected[i], found[j]) + at(i + 1, j + 1), missing + at(i + 1, j),
                                missing + at(i, j + 1)});
        }
    }
    for (qsizetype i = 0, j = 0; i < expected.size() && j < found.size();) {
        if (at(i, j) == cost(expected[i], found[j]) + at(i + 1, j + 1))
            result[j++] = i++;
        else if (at(i, j) == missing + at(i, j + 1))
            ++j;
        else
            ++i;
    }
    return result;
}

} // namespace

QString writtenText(const QString &text)
{
    QString written;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const bool isControl = c < u' ' && c != u'\t' && c != u'\n';
        if (isPair)
            written += text.mid(i++, 2);
        else if (isControl || c.isSurrogate() || c.unicode() >= 0xFFFE)
            written += QChar(QChar::ReplacementCharacter);
        else if (c != u'\u2028')
            written += c;
    }
    return written;
}

QStringList textsInDocx(const QList<ExpectedPiece> &expected, const QList<TextParagraph> &paragraphs)
{
    const QList<Unit> wanted = expectedUnits(expected);
    const QList<Unit> found = foundUnits(paragraphs);
    const auto isSame = [](const Unit &a, const Unit &b) { return cost(a, b) == 0; };
    const qsizetype shorter = std::min(wanted.size(), found.size());
    const qsizetype head
        = std::mismatch(wanted.begin(), wanted.begin() + shorter, found.begin(), isSame).first - wanted.begin();
    const qsizetype tail
        = std::mismatch(wanted.rbegin(), wanted.rbegin() + (shorter - head), found.rbegin(), isSame).first
        - wanted.rbegin();
    QStringList texts;
    for (const ExpectedPiece &piece : expected)
        texts.append(piece.column < 0 ? writtenText(piece.text) : QString());
    for (qsizetype i = 0; i < wanted.size(); ++i)
        texts[wanted[i].piece] = i < head || i >= wanted.size() - tail ? wanted[i].text : QString();
    const QList<Unit> others = found.mid(head, found.size() - tail - head);
    const QList<qsizetype> partners = pairs(wanted.mid(head, wanted.size() - tail - head), others);
    qsizetype last = head > 0 ? wanted[head - 1].piece : 0;
    for (qsizetype j = 0; j < partners.size(); ++j) {
        if (partners[j] >= 0) {
            last = wanted[head + partners[j]].piece;
            texts[last] = others[j].text;
        } else { // one too many: told at the one before
            texts[last] += u'\n' + others[j].text;
        }
    }
    return texts;
}

} // namespace zhibao
