// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxheader.h"

#include "document/docx/docxelements.h"
#include "document/docx/docxparagraph.h"
#include "document/docx/docxstyles.h"

namespace zhibao {

QByteArray docxHeader(const QString &mark)
{
    return wordPart(u"hdr", [&](QXmlStreamWriter &xml) {
        startWord(xml, u"p");
        startWord(xml, u"pPr");
        valueWord(xml, u"pStyle", paragraphStyleId(Role::MarginMark));
        xml.writeEndElement();
        writeRuns(xml, {{mark, Role::MarginMark}}, Role::MarginMark);
        xml.writeEndElement();
    });
}

QByteArray docxHeaderTypes()
{
    QString entries;
    for (const int number : {1, 2})
        entries += QStringLiteral("  <Override PartName=\"/word/header%1.xml\" ContentType=\"application/"
                                  "vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\n")
                       .arg(number);
    return entries.toUtf8();
}

QByteArray docxHeaderRelations()
{
    QString entries;
    for (const auto &[id, number] : {std::pair(u"rIdOddHeader", 1), std::pair(u"rIdEvenHeader", 2)})
        entries += QStringLiteral("  <Relationship Id=\"%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                                  "2006/relationships/header\" Target=\"header%2.xml\"/>\n")
                       .arg(QStringView(id))
                       .arg(number);
    return entries.toUtf8();
}

} // namespace zhibao
