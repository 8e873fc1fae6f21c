// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxelements.h"

namespace zhibao {

namespace {

const QString wordNamespace = QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const QString relationNamespace = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
const QString compatibilityNamespace = QStringLiteral("http://schemas.openxmlformats.org/markup-compatibility/2006");
const QString word2013Namespace = QStringLiteral("http://schemas.microsoft.com/office/word/2012/wordml");

QString qualified(QStringView name)
{
    return QStringLiteral("w:") + name.toString();
}

void writeAttributes(QXmlStreamWriter &xml, WordAttributes attributes)
{
    for (const auto &[name, value] : attributes)
        xml.writeAttribute(qualified(name), value);
}

} // namespace

void startWord(QXmlStreamWriter &xml, QStringView name, WordAttributes attributes)
{
    xml.writeStartElement(qualified(name));
    writeAttributes(xml, attributes);
}

void emptyWord(QXmlStreamWriter &xml, QStringView name, WordAttributes attributes)
{
    xml.writeEmptyElement(qualified(name));
    writeAttributes(xml, attributes);
}

void valueWord(QXmlStreamWriter &xml, QStringView name, const QString &value)
{
    emptyWord(xml, name, {{u"val", value}});
}

void valueWord(QXmlStreamWriter &xml, QStringView name, int value)
{
    valueWord(xml, name, QString::number(value));
}

void switchWord(QXmlStreamWriter &xml, QStringView name, bool on)
{
    valueWord(xml, name, on ? 1 : 0);
}

void declareAlternatives(QXmlStreamWriter &xml)
{
    xml.writeNamespace(compatibilityNamespace, QStringLiteral("mc"));
    xml.writeNamespace(word2013Namespace, QStringLiteral("w15"));
}

void switchWord(QXmlStreamWriter &xml, QStringView name, bool inWord, bool inLibreOffice)
{
    xml.writeStartElement(QStringLiteral("mc:AlternateContent"));
    xml.writeStartElement(QStringLiteral("mc:Choice"));
    xml.writeAttribute(QStringLiteral("Requires"), QStringLiteral("w15"));
    switchWord(xml, name, inWord);
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("mc:Fallback"));
    switchWord(xml, name, inLibreOffice);
    xml.writeEndElement();
    xml.writeEndElement();
}

QByteArray wordPart(QStringView root, const std::function<void(QXmlStreamWriter &)> &content)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument(QStringLiteral("1.0"), true);
    startWord(xml, root);
    xml.writeNamespace(wordNamespace, QStringLiteral("w"));
    xml.writeNamespace(relationNamespace, QStringLiteral("r"));
    content(xml);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

QString representable(const QString &text)
{
    QString result = text;
    for (qsizetype index = 0; index < result.size(); ++index) {
        const QChar unit = result.at(index);
        if (unit.isHighSurrogate() && index + 1 < result.size() && result.at(index + 1).isLowSurrogate()) {
            ++index;
            continue;
        }
        const bool control = unit < u' ' && unit != u'\t' && unit != u'\n' && unit != u'\r';
        if (control || unit.isSurrogate() || unit.unicode() >= 0xFFFE)
            result[index] = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

} // namespace zhibao
