// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxbody.h"

#include "document/docx/docxelements.h"
#include "document/docx/docxfooter.h"
#include "document/docx/docxparagraph.h"
#include "document/docx/docxtable.h"
#include "document/style.h"

namespace zhibao {

namespace {

void writeReference(QXmlStreamWriter &xml, QStringView name, const QString &type, const QString &relation)
{
    emptyWord(xml, name, {{u"type", type}});
    xml.writeAttribute(QStringLiteral("r:id"), relation);
}

void writeSection(QXmlStreamWriter &xml, const Document &document)
{
    const Orientation orientation = document.orientation;
    const PageStyle page = pageStyle(orientation);
    const QString even = QStringLiteral("even");
    const QString odd = QStringLiteral("default");
    startWord(xml, u"sectPr");
    if (!document.marginMark.isEmpty()) {
        writeReference(xml, u"headerReference", even, QStringLiteral("rIdEvenHeader"));
        writeReference(xml, u"headerReference", odd, QStringLiteral("rIdOddHeader"));
    }
    writeReference(xml, u"footerReference", even, QStringLiteral("rIdEvenFooter"));
    writeReference(xml, u"footerReference", odd, QStringLiteral("rIdOddFooter"));
    emptyWord(xml, u"pgSz",
        {{u"w", QString::number(page.width)}, {u"h", QString::number(page.height)},
            {u"orient",
                orientation == Orientation::Landscape ? QStringLiteral("landscape") : QStringLiteral("portrait")}});
    emptyWord(xml, u"pgMar",
        {{u"top", QString::number(page.top)}, {u"right", QString::number(page.right)},
            {u"bottom", QString::number(page.bottom)}, {u"left", QString::number(page.left)},
            {u"header", QString::number(headerDistance(page))}, {u"footer", QString::number(footerDistance(page))},
            {u"gutter", QStringLiteral("0")}});
    xml.writeEndElement();
}

// What stands after a table that no paragraph follows: Word wants one before the end of the section and between
// tables.
void writeSeparator(QXmlStreamWriter &xml, DocxPictures &pictures)
{
    Paragraph empty;
    empty.role = Role::TableText;
    writeParagraph(xml, empty, pictures);
}

qsizetype rowCount(const Document &document)
{
    qsizetype rows = 0;
    for (const Block &block : document.blocks) {
        if (const auto *table = std::get_if<Table>(&block))
            rows += table->rows.size();
    }
    return rows;
}

bool writeBlocks(QXmlStreamWriter &xml, const Document &document, const QList<qsizetype> &keptWithoutMove,
    DocxPictures &pictures, const Progress &progress)
{
    const double total = double(qMax<qsizetype>(1, rowCount(document)));
    int rows = 0;
    const auto goOn = [&] { return goesOn(progress, rows++ / total); };
    for (qsizetype index = 0; index < document.blocks.size(); ++index) {
        const Block &block = document.blocks.at(index);
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            writeParagraph(xml, *paragraph, pictures, !keptWithoutMove.contains(index));
            continue;
        }
        if (!writeTable(xml, std::get<Table>(block), document.orientation, pictures, goOn))
            return false;
        const bool followed
            = index + 1 < document.blocks.size() && std::holds_alternative<Paragraph>(document.blocks.at(index + 1));
        if (!followed)
            writeSeparator(xml, pictures);
    }
    return true;
}

} // namespace

Result<QByteArray> docxBody(
    const Document &document, const QList<qsizetype> &keptWithoutMove, DocxPictures &pictures, const Progress &progress)
{
    bool whole = false;
    const QByteArray part = wordPart(u"document", [&](QXmlStreamWriter &xml) {
        declareAlternatives(xml);
        startWord(xml, u"body");
        whole = writeBlocks(xml, document, keptWithoutMove, pictures, progress);
        if (whole)
            writeSection(xml, document);
        xml.writeEndElement();
    });
    if (!whole)
        return Error{ErrorCode::Stopped, {}};
    return part;
}

} // namespace zhibao
