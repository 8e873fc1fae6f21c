// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docxsample.h"

namespace zhibao::test {

namespace {

const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const QByteArray word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const QByteArray names = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
}

QByteArray relationList(const QByteArray &entries)
{
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + entries
        + "</Relationships>";
}

QByteArray type(const QByteArray &part, const QByteArray &content)
{
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + content + "\"/>";
}

QByteArray style(const QByteArray &id, const QByteArray &line, const QByteArray &size, const QByteArray &letters)
{
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id
        + "\"/><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + line
        + "\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz w:val=\"" + size + "\"/>" + letters + "</w:rPr></w:style>";
}

QByteArray contentTypes()
{
    return type("word/document.xml", word + "document.main+xml") + type("word/styles.xml", word + "styles+xml")
        + type("word/settings.xml", word + "settings+xml") + type("word/fontTable.xml", word + "fontTable+xml")
        + type("word/footer1.xml", word + "footer+xml") + type("word/footer2.xml", word + "footer+xml")
        + type("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + type("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
}

QByteArray documentRelations()
{
    return relation("styles", office + "styles", "styles.xml")
        + relation("settings", office + "settings", "settings.xml")
        + relation("fonts", office + "fontTable", "fontTable.xml") + relation("odd", office + "footer", "footer1.xml")
        + relation("even", office + "footer", "footer2.xml");
}

QByteArray packageRelations()
{
    return relation("document", office + "officeDocument", "word/document.xml")
        + relation("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml")
        + relation("app", office + "extended-properties", "docProps/app.xml");
}

QByteArray wordPart(const QByteArray &root, const QByteArray &content)
{
    return "<w:" + root + names + ">" + content + "</w:" + root + ">";
}

} // namespace

QByteArray DocxSample::bytes() const
{
    const QByteArray table = "<w:tbl><w:tblPr><w:tblW w:w=\"8844\" w:type=\"dxa\"/>" + tableProperties
        + "</w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + rows.join() + "</w:tbl>";
    const QByteArray looks = style("BodyText", "579", "32", letters) + style("TableText", "315", "21", {})
        + style("Footer", "400", "28", {}) + styles;
    QList<ArchivePart> parts;
    const auto add = [&](const char *name, const QByteArray &content) {
        parts.append({QString::fromLatin1(name), content});
    };
    add("[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + contentTypes() + types + "</Types>");
    add("_rels/.rels", relationList(packageRelations()));
    add("word/_rels/document.xml.rels", relationList(documentRelations() + relations));
    add("word/document.xml",
        root + wordPart("document", "<w:body>" + paragraph + table + "<w:sectPr>" + section + "</w:sectPr></w:body>"));
    add("word/styles.xml", wordPart("styles", looks));
    add("word/settings.xml", wordPart("settings", settings));
    add("word/fontTable.xml", wordPart("fonts", fonts));
    add("word/footer1.xml", wordPart("ftr", footer));
    add("word/footer2.xml", wordPart("ftr", footer));
    add("docProps/core.xml",
        "<cp:coreProperties "
        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>");
    add("docProps/app.xml",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>");
    return *zipArchive(parts + further);
}

} // namespace zhibao::test
