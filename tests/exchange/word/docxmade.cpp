// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docxmade.h"

#include "base/archive.h"

namespace zhibao::test {

namespace {

const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

QByteArray wordRoot(const QByteArray &name, const QByteArray &content, const QByteArray &prefix = "w")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + prefix + ":" + name + " xmlns:" + prefix
        + "=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content + "</" + prefix + ":" + name
        + ">";
}

} // namespace

QByteArray MadeDocx::bytes() const
{
    QList<ArchivePart> parts{{QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("_rels/.rels"),
            "<Relationships><Relationship Id=\"a\" Type=\"" + relations
                + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
        {QStringLiteral("word/document.xml"),
            wordRoot("document", "<" + prefix + ":body>" + body + "</" + prefix + ":body>", prefix)}};
    QByteArray related;
    const auto add = [&](const char *type, const char *root, const QByteArray &content) {
        if (content.isEmpty())
            return;
        parts.append({QStringLiteral("word/%1.xml").arg(QLatin1String(type)), wordRoot(root, content)});
        related += QByteArray("<Relationship Id=\"") + type + "\" Type=\"" + relations + type + "\" Target=\"" + type
            + ".xml\"/>";
    };
    add("styles", "styles", styles);
    add("numbering", "numbering", numbering);
    add("comments", "comments", comments);
    add("footnotes", "footnotes", footnotes);
    add("header", "hdr", header);
    parts.append({QStringLiteral("word/_rels/document.xml.rels"), "<Relationships>" + related + "</Relationships>"});
    return *zipArchive(parts);
}

QByteArray run(const QByteArray &text, const QByteArray &properties)
{
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

QByteArray par(const QByteArray &runs, const QByteArray &properties)
{
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

QByteArray cellOf(const QByteArray &text, const QByteArray &properties)
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + par(text.isEmpty() ? QByteArray() : run(text)) + "</w:tc>";
}

QByteArray rowOf(const QByteArray &cells, const QByteArray &properties)
{
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

QByteArray tableOf(const QByteArray &rows)
{
    return "<w:tbl>" + rows + "</w:tbl>";
}

} // namespace zhibao::test
