// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxparts.h"

#include "document/docx/docxelements.h"
#include "document/style.h"

namespace zhibao {

namespace {

void writeCompatibility(QXmlStreamWriter &xml)
{
    startWord(xml, u"compat");
    emptyWord(xml, u"useFELayout");
    // The layout rules of Word 2013 and later; without it the file opens in "compatibility mode".
    emptyWord(xml, u"compatSetting",
        {{u"name", QStringLiteral("compatibilityMode")},
            {u"uri", QStringLiteral("http://schemas.microsoft.com/office/word")}, {u"val", QStringLiteral("15")}});
    xml.writeEndElement();
}

} // namespace

QByteArray docxSettings(const QString &language)
{
    return wordPart(u"settings", [&](QXmlStreamWriter &xml) {
        valueWord(xml, u"defaultTabStop", 2 * roleStyle(Role::Body).size);
        switchWord(xml, u"autoHyphenation", false);
        switchWord(xml, u"evenAndOddHeaders", true);
        switchWord(xml, u"noPunctuationKerning", true);
        valueWord(xml, u"characterSpacingControl", QStringLiteral("doNotCompress"));
        emptyWord(xml, u"noLineBreaksAfter", {{u"lang", language}, {u"val", noLineEnd()}});
        emptyWord(xml, u"noLineBreaksBefore", {{u"lang", language}, {u"val", noLineStart()}});
        writeCompatibility(xml);
        emptyWord(xml, u"themeFontLang", {{u"val", QStringLiteral("en-US")}, {u"eastAsia", language}});
        valueWord(xml, u"decimalSymbol", QStringLiteral("."));
        valueWord(xml, u"listSeparator", QStringLiteral(","));
    });
}

QByteArray docxCoreProperties(const Document &document, const QDateTime &created)
{
    const QString core = QStringLiteral("http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    const QString elements = QStringLiteral("http://purl.org/dc/elements/1.1/");
    const QString terms = QStringLiteral("http://purl.org/dc/terms/");
    const QString instance = QStringLiteral("http://www.w3.org/2001/XMLSchema-instance");
    const QString time = created.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));

    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument(QStringLiteral("1.0"), true);
    xml.writeNamespace(core, QStringLiteral("cp"));
    xml.writeNamespace(elements, QStringLiteral("dc"));
    xml.writeNamespace(terms, QStringLiteral("dcterms"));
    xml.writeNamespace(instance, QStringLiteral("xsi"));
    xml.writeStartElement(core, QStringLiteral("coreProperties"));
    xml.writeTextElement(elements, QStringLiteral("title"), representable(document.title));
    xml.writeTextElement(elements, QStringLiteral("subject"), representable(document.subject));
    xml.writeTextElement(elements, QStringLiteral("creator"), representable(document.author));
    xml.writeTextElement(core, QStringLiteral("lastModifiedBy"), representable(document.author));
    for (const QString &moment : {QStringLiteral("created"), QStringLiteral("modified")}) {
        xml.writeStartElement(terms, moment);
        xml.writeAttribute(instance, QStringLiteral("type"), QStringLiteral("dcterms:W3CDTF"));
        xml.writeCharacters(time);
        xml.writeEndElement();
    }
    xml.writeTextElement(elements, QStringLiteral("language"), document.language);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace zhibao
