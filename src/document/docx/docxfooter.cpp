// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxfooter.h"

#include "document/docx/docxelements.h"
#include "document/docx/docxparagraph.h"
#include "document/docx/docxstyles.h"

#include <cmath>

namespace zhibao {

namespace {

void writeNumberRun(QXmlStreamWriter &xml, const QString &text)
{
    Span span;
    span.text = text;
    span.role = Role::PageNumber;
    writeRuns(xml, {span}, Role::PageNumber);
}

void writeFieldMark(QXmlStreamWriter &xml, const QString &type)
{
    startWord(xml, u"r");
    writeRunProperties(xml, Role::PageNumber, Role::PageNumber);
    emptyWord(xml, u"fldChar", {{u"fldCharType", type}});
    xml.writeEndElement();
}

void writePageField(QXmlStreamWriter &xml)
{
    writeFieldMark(xml, QStringLiteral("begin"));
    startWord(xml, u"r");
    writeRunProperties(xml, Role::PageNumber, Role::PageNumber);
    startWord(xml, u"instrText");
    xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
    xml.writeCharacters(QStringLiteral(" PAGE "));
    xml.writeEndElement();
    xml.writeEndElement();
    writeFieldMark(xml, QStringLiteral("separate"));
    writeNumberRun(xml, QStringLiteral("1"));
    writeFieldMark(xml, QStringLiteral("end"));
}

} // namespace

QByteArray docxFooter(bool oddPages)
{
    return wordPart(u"ftr", [&](QXmlStreamWriter &xml) {
        const QString inset = QString::number(roleStyle(Role::PageNumber).size);
        startWord(xml, u"p");
        startWord(xml, u"pPr");
        valueWord(xml, u"pStyle", paragraphStyleId(Role::PageNumber));
        emptyWord(xml, u"ind",
            {{u"left", oddPages ? QStringLiteral("0") : inset}, {u"right", oddPages ? inset : QStringLiteral("0")},
                {u"firstLine", QStringLiteral("0")}});
        valueWord(xml, u"jc", oddPages ? QStringLiteral("right") : QStringLiteral("left"));
        xml.writeEndElement();
        writeNumberRun(xml, QStringLiteral("— "));
        writePageField(xml);
        writeNumberRun(xml, QStringLiteral(" —"));
        xml.writeEndElement();
    });
}

int footerDistance(const PageStyle &page)
{
    // Where Word and LibreOffice set the letters in a line of exact height: the baseline has four fifths of it above.
    const RoleStyle style = roleStyle(Role::PageNumber);
    const double dashFromFoot = style.pitch / 5.0 + style.size * pageNumberDashHeight;
    return page.bottom - pageNumberDistance - static_cast<int>(std::lround(dashFromFoot));
}

} // namespace zhibao
