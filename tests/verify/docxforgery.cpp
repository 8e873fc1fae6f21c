// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/docxforgery.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace zhibao::test {

ForgedDocx::ForgedDocx(const QByteArray &docx, quint64 seed)
    : m_parts(*zipParts(docx))
    , m_random(seed)
{
}

QByteArray &ForgedDocx::part(const QString &name)
{
    const auto found
        = std::find_if(m_parts.begin(), m_parts.end(), [&](const ArchivePart &each) { return each.name == name; });
    REQUIRE(found != m_parts.end());
    return found->bytes;
}

void ForgedDocx::addPart(
    const QString &name, const QByteArray &bytes, const QByteArray &contentType, const QByteArray &relation)
{
    m_parts.append({name, bytes});
    QByteArray &types = part(QStringLiteral("[Content_Types].xml"));
    types.insert(
        types.lastIndexOf("</"), "<Override PartName=\"/" + name.toUtf8() + "\" ContentType=\"" + contentType + "\"/>");
    QByteArray &relations = part(QStringLiteral("word/_rels/document.xml.rels"));
    relations.insert(relations.lastIndexOf("</"),
        "<Relationship Id=\"rIdNew\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            + relation + "\" Target=\"" + name.mid(5).toUtf8() + "\"/>");
}

void ForgedDocx::declareDrawings()
{
    text().replace("<w:document ",
        "<w:document xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" ");
}

qsizetype ForgedDocx::somewhere(const QByteArray &what, const QByteArray &end)
{
    constexpr qsizetype least = 9; // bytes of text: three Chinese characters
    const QByteArray start = "<w:t xml:space=\"preserve\">";
    QList<qsizetype> places;
    for (qsizetype at = text().indexOf(what); at >= 0; at = text().indexOf(what, at + 1)) {
        const qsizetype said = text().indexOf(start, at);
        const bool isWithin = said > 0 && said < text().indexOf(end, at);
        if (isWithin && text().indexOf('<', said + 1) - said - start.size() >= least)
            places.append(at);
    }
    REQUIRE_FALSE(places.isEmpty());
    return places[m_random.below(static_cast<int>(places.size()))];
}

void ForgedDocx::addTo(
    const QByteArray &element, const QByteArray &end, const QByteArray &properties, const QByteArray &property)
{
    const qsizetype at = somewhere(element, end);
    const qsizetype close = text().indexOf("</" + properties + '>', at);
    REQUIRE(close > 0);
    text().insert(close, property);
}

void ForgedDocx::addToLetters(const QByteArray &property)
{
    addTo("<w:r>", "</w:r>", "w:rPr", property);
}

void ForgedDocx::addToParagraph(const QByteArray &property)
{
    addTo("<w:p>", "</w:p>", "w:pPr", property);
}

void ForgedDocx::addToCell(const QByteArray &property)
{
    addTo("<w:tc>", "</w:tc>", "w:tcPr", property);
}

void ForgedDocx::addToRow(const QByteArray &property)
{
    addTo("<w:tr>", "</w:tr>", "w:trPr", property);
}

void ForgedDocx::addToStyle(const QByteArray &properties, const QByteArray &property)
{
    QByteArray &styles = part(QStringLiteral("word/styles.xml"));
    const QByteArray id = text().contains("<w:tbl>") ? "TableText" : "BodyText";
    const qsizetype style = styles.indexOf("w:styleId=\"" + id + '"');
    REQUIRE(style > 0);
    styles.insert(styles.indexOf("</" + properties + '>', style), property);
}

void ForgedDocx::addToLettersOfStyle(const QByteArray &property)
{
    addToStyle("w:rPr", property);
}

void ForgedDocx::addToParagraphOfStyle(const QByteArray &property)
{
    addToStyle("w:pPr", property);
}

void ForgedDocx::addBlock(const QByteArray &block)
{
    const qsizetype section = text().indexOf("<w:sectPr>");
    REQUIRE(section > 0);
    text().insert(section, block);
}

void ForgedDocx::addRun(const QByteArray &run)
{
    const qsizetype at = somewhere("<w:r>", "</w:r>");
    text().insert(text().indexOf("</w:r>", at) + 6, run);
}

void ForgedDocx::enclose(const QByteArray &before, const QByteArray &after)
{
    const qsizetype at = somewhere("<w:r>", "</w:r>");
    text().insert(text().indexOf("</w:r>", at) + 6, after);
    text().insert(at, before);
}

QByteArray ForgedDocx::bytes() const
{
    const Result<QByteArray> archive = zipArchive(m_parts);
    REQUIRE(archive);
    return *archive;
}

} // namespace zhibao::test
