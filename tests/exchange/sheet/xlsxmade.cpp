// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xlsxmade.h"

namespace zhibao::test {

namespace {

QByteArray relationship(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type + "\" Target=\"" + target + "\"/>";
}

QByteArray relationships(const QByteArray &entries)
{
    return "<Relationships>" + entries + "</Relationships>";
}

} // namespace

QByteArray MadeXlsx::bytes() const
{
    QByteArray list;
    QByteArray related = relationship("strings", "sharedStrings", "sharedStrings.xml")
        + relationship("styles", "styles", "/xl/styles.xml");
    QList<ArchivePart> parts = further;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const Sheet &sheet = sheets[i];
        const QByteArray number = QByteArray::number(i + 1);
        const QString base = QStringLiteral("xl/worksheets/");
        list += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" state=\"" + sheet.state + "\" r:id=\"r"
            + number + "\"/>";
        related += relationship("r" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        const QByteArray root = prefix + "worksheet";
        parts.append({base + QStringLiteral("sheet%1.xml").arg(i + 1),
            "\xEF\xBB\xBF<?xml version=\"1.0\"?><" + root + ">" + sheet.before + "<" + prefix + "sheetData>"
                + sheet.rows + "</" + prefix + "sheetData><" + prefix + "mergeCells>" + sheet.merges + "</" + prefix
                + "mergeCells></" + root + ">"});
        parts.append({base + QStringLiteral("_rels/sheet%1.xml.rels").arg(i + 1),
            relationships(relationship("c", "comments", "../comments" + number + ".xml")
                + relationship("d", "drawing", "../drawings/drawing" + number + ".xml"))});
        if (!sheet.comments.isEmpty())
            parts.append({QStringLiteral("xl/comments%1.xml").arg(i + 1),
                "<comments><commentList>" + sheet.comments + "</commentList></comments>"});
        if (!sheet.drawing.isEmpty())
            parts.append(
                {QStringLiteral("xl/drawings/drawing%1.xml").arg(i + 1), "<xdr:wsDr>" + sheet.drawing + "</xdr:wsDr>"});
    }
    parts.append({QStringLiteral("[Content_Types].xml"), "<Types/>"});
    parts.append(
        {QStringLiteral("_rels/.rels"), relationships(relationship("a", "officeDocument", "xl/workbook.xml"))});
    parts.append({QStringLiteral("xl/workbook.xml"),
        QByteArray("<workbook xmlns:r=\"r\"><workbookPr") + (isFrom1904 ? " date1904=\"1\"" : "") + "/><sheets>" + list
            + "</sheets></workbook>"});
    parts.append({QStringLiteral("xl/_rels/workbook.xml.rels"), relationships(related)});
    parts.append({QStringLiteral("xl/sharedStrings.xml"), "<sst>" + strings + "</sst>"});
    parts.append({QStringLiteral("xl/styles.xml"), "<styleSheet>" + styles + "</styleSheet>"});
    return *zipArchive(parts);
}

} // namespace zhibao::test
