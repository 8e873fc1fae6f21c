// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layouttext.h"

namespace zhibao::test {

namespace {

QString keyOf(const Place &place)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(place.form, place.field)
        .arg(place.row)
        .arg(place.entry)
        .arg(place.section);
}

} // namespace

QString textOf(const Paragraph &paragraph)
{
    QString text;
    for (const Span &span : paragraph.spans)
        text += span.text;
    return text;
}

QString textOf(const Line &line)
{
    QString text;
    for (const GlyphRun &run : line.runs)
        text += run.text;
    return text;
}

QList<Paragraph> paragraphsOf(const Document &document)
{
    QList<Paragraph> paragraphs;
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            paragraphs.append(*paragraph);
            continue;
        }
        for (const TableRow &row : std::get<Table>(block).rows) {
            for (const TableCell &cell : row.cells)
                paragraphs += cell.paragraphs;
        }
    }
    return paragraphs;
}

QMap<QString, QString> typedTexts(const Document &document)
{
    QMap<QString, QString> texts;
    for (const Paragraph &paragraph : paragraphsOf(document)) {
        for (const Span &span : paragraph.spans) {
            if (span.offset >= 0)
                texts[keyOf(paragraph.place)] += span.text;
        }
    }
    return texts;
}

QMap<QString, QString> typedTexts(const Pages &pages)
{
    QMap<QString, QString> texts;
    for (const Page &page : pages.pages) {
        for (const Line &line : page.lines) {
            if (line.runs.isEmpty() && line.offset >= 0)
                texts[keyOf(line.place)] += QString();
            for (const GlyphRun &run : line.runs) {
                if (run.offset >= 0)
                    texts[keyOf(line.place)] += run.text;
            }
        }
    }
    return texts;
}

QStringList areaLines(const Page &page)
{
    QStringList lines;
    for (const Line &line : page.lines.first(page.lines.size() - 1))
        lines.append(textOf(line));
    return lines;
}

} // namespace zhibao::test
