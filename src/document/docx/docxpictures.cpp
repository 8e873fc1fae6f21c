// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxpictures.h"

#include "document/docx/docxelements.h"
#include "document/layout/picturelayout.h"
#include "document/layout/textlayout.h"
#include "document/style.h"

#include <QBuffer>

#include <cmath>

namespace zhibao {

namespace {

const QString drawingNamespace
    = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
const QString graphicNamespace = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/main");
const QString pictureNamespace = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/picture");

using Attributes = std::initializer_list<std::pair<const char *, QString>>;

// English Metric Units, the unit of DrawingML.
QString emuOfMillimetres(double length)
{
    return QString::number(std::llround(length * 36000));
}

QString emuOfPoints(double length)
{
    return QString::number(std::llround(length * 12700));
}

void start(QXmlStreamWriter &xml, const char *name, Attributes attributes = {})
{
    xml.writeStartElement(QString::fromLatin1(name));
    for (const auto &[attribute, value] : attributes)
        xml.writeAttribute(QString::fromLatin1(attribute), value);
}

void empty(QXmlStreamWriter &xml, const char *name, Attributes attributes = {})
{
    start(xml, name, attributes);
    xml.writeEndElement();
}

void writeOffset(QXmlStreamWriter &xml, const char *name, const QString &from, double points)
{
    start(xml, name, {{"relativeFrom", from}});
    xml.writeTextElement(QStringLiteral("wp:posOffset"), emuOfPoints(points));
    xml.writeEndElement();
}

void writeExtent(QXmlStreamWriter &xml, const char *name, QSizeF size)
{
    empty(xml, name, {{"cx", emuOfMillimetres(size.width())}, {"cy", emuOfMillimetres(size.height())}});
}

QString relationOf(qsizetype number)
{
    return QStringLiteral("rIdPicture%1").arg(number);
}

QString fileOf(qsizetype number)
{
    return QStringLiteral("media/image%1.png").arg(number);
}

// Where a picture tells no resolution of its own, Qt gives it that of the screen, if there is one: equal documents
// would not be equal files.
QImage atResolution(QImage image)
{
    constexpr int dotsPerMetre = 3780; // 96 an inch
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    return image;
}

} // namespace

void DocxPictures::writeInline(QXmlStreamWriter &xml, const Picture &picture)
{
    startWord(xml, u"r");
    startWord(xml, u"drawing");
    const QString none = QStringLiteral("0");
    start(xml, "wp:inline", {{"distT", none}, {"distB", none}, {"distL", none}, {"distR", none}});
    xml.writeNamespace(drawingNamespace, QStringLiteral("wp"));
    writeExtent(xml, "wp:extent", picture.size);
    writeGraphic(xml, picture);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

void DocxPictures::writeBehind(QXmlStreamWriter &xml, const Paragraph &paragraph)
{
    const PageStyle page = pageStyle(m_orientation);
    const Picture &picture = paragraph.imprint->picture;
    Line line = layOutParagraph(paragraph, page.areaWidth(), m_fonts).constFirst();
    const double top = line.pictures.constLast().box.top();
    moveLine(line, page.left, page.height / 2); // far from the page's top and foot: there, only its sides matter
    const QRectF box = withinPage(line.pictures.constLast().box, QSizeF(page.width, page.height) / 20);

    startWord(xml, u"r");
    startWord(xml, u"drawing");
    const QString no = QStringLiteral("0");
    const QString yes = QStringLiteral("1");
    start(xml, "wp:anchor",
        {{"distT", no}, {"distB", no}, {"distL", no}, {"distR", no}, {"simplePos", no}, {"relativeHeight", yes},
            {"behindDoc", yes}, {"locked", no}, {"layoutInCell", no}, {"allowOverlap", yes}});
    xml.writeNamespace(drawingNamespace, QStringLiteral("wp"));
    empty(xml, "wp:simplePos", {{"x", no}, {"y", no}});
    writeOffset(xml, "wp:positionH", QStringLiteral("page"), box.left());
    writeOffset(xml, "wp:positionV", QStringLiteral("paragraph"), top);
    writeExtent(xml, "wp:extent", picture.size);
    empty(xml, "wp:wrapNone");
    writeGraphic(xml, picture);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

// What inline and floating pictures have in common: the description, and the picture itself.
void DocxPictures::writeGraphic(QXmlStreamWriter &xml, const Picture &picture)
{
    m_images.append(picture.image);
    const qsizetype number = m_images.size();
    const QString id = QString::number(number);
    const QString description = representable(picture.description);
    empty(xml, "wp:docPr", {{"id", id}, {"name", fileOf(number).section(u'/', 1)}, {"descr", description}});
    start(xml, "a:graphic");
    xml.writeNamespace(graphicNamespace, QStringLiteral("a"));
    start(xml, "a:graphicData", {{"uri", pictureNamespace}});
    start(xml, "pic:pic");
    xml.writeNamespace(pictureNamespace, QStringLiteral("pic"));
    start(xml, "pic:nvPicPr");
    empty(xml, "pic:cNvPr", {{"id", id}, {"name", fileOf(number).section(u'/', 1)}});
    empty(xml, "pic:cNvPicPr");
    xml.writeEndElement();
    start(xml, "pic:blipFill");
    empty(xml, "a:blip", {{"r:embed", relationOf(number)}});
    start(xml, "a:stretch");
    empty(xml, "a:fillRect");
    xml.writeEndElement();
    xml.writeEndElement();
    start(xml, "pic:spPr");
    start(xml, "a:xfrm");
    empty(xml, "a:off", {{"x", QStringLiteral("0")}, {"y", QStringLiteral("0")}});
    writeExtent(xml, "a:ext", picture.size);
    xml.writeEndElement();
    start(xml, "a:prstGeom", {{"prst", QStringLiteral("rect")}});
    empty(xml, "a:avLst");
    for (int open = 0; open < 5; ++open) // prstGeom, spPr, pic, graphicData, graphic
        xml.writeEndElement();
}

Result<QList<ArchivePart>> DocxPictures::parts() const
{
    QList<ArchivePart> parts;
    for (qsizetype number = 1; number <= m_images.size(); ++number) {
        const QString name = QStringLiteral("word/") + fileOf(number);
        QBuffer file;
        if (!file.open(QIODevice::WriteOnly) || !atResolution(m_images.at(number - 1)).save(&file, "PNG"))
            return Error{ErrorCode::RenderFailed, {name, file.errorString()}};
        parts << ArchivePart{name, file.data()};
    }
    return parts;
}

QByteArray DocxPictures::relations() const
{
    QString entries;
    for (qsizetype number = 1; number <= m_images.size(); ++number)
        entries += QStringLiteral("  <Relationship Id=\"%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                                  "2006/relationships/image\" Target=\"%2\"/>\n")
                       .arg(relationOf(number), fileOf(number));
    return entries.toUtf8();
}

} // namespace zhibao
