// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdfmetadata.h"

#include "document/pdf/pdffont.h"

#include <QColorSpace>
#include <QXmlStreamWriter>

namespace zhibao {

namespace {

const QString program = QStringLiteral("质报 " ZHIBAO_VERSION);

QPDFObjectHandle text(const QString &value)
{
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

// D:20230331120000+08'00'
QString pdfDate(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    return QStringLiteral("D:%1%2%3'%4'")
        .arg(time.toString(QStringLiteral("yyyyMMddHHmmss")), QString(minutes < 0 ? u'-' : u'+'))
        .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
        .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
}

// 2023-03-31T12:00:00+08:00
QString xmpDate(const QDateTime &time)
{
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

class XmpWriter {
public:
    XmpWriter()
        : m_xml(&m_bytes)
    {
        m_xml.writeNamespace(meta, QStringLiteral("x"));
        m_xml.writeStartElement(meta, QStringLiteral("xmpmeta"));
        m_xml.writeNamespace(rdf, QStringLiteral("rdf"));
        m_xml.writeStartElement(rdf, QStringLiteral("RDF"));
    }

    void start(const QString &prefix, const QString &space)
    {
        m_space = space;
        m_xml.writeStartElement(rdf, QStringLiteral("Description"));
        m_xml.writeNamespace(space, prefix); // on this element, or preflight does not find it
        m_xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    }
    void property(const QString &name, const QString &value) { m_xml.writeTextElement(m_space, name, value); }
    // `kind`: Seq or Alt.
    void list(const QString &name, const QString &kind, const QString &value)
    {
        m_xml.writeStartElement(m_space, name);
        m_xml.writeStartElement(rdf, kind);
        m_xml.writeStartElement(rdf, QStringLiteral("li"));
        if (kind == u"Alt")
            m_xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        m_xml.writeCharacters(value);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }
    void end() { m_xml.writeEndElement(); }

    QByteArray packet()
    {
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + m_bytes
            + "\n<?xpacket end=\"r\"?>";
    }

private:
    const QString meta = QStringLiteral("adobe:ns:meta/");
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QString m_space;
};

QByteArray xmp(const Pages &pages, const QDateTime &created)
{
    XmpWriter writer;
    writer.start(QStringLiteral("dc"), QStringLiteral("http://purl.org/dc/elements/1.1/"));
    if (!pages.title.isEmpty())
        writer.list(QStringLiteral("title"), QStringLiteral("Alt"), pages.title);
    if (!pages.author.isEmpty())
        writer.list(QStringLiteral("creator"), QStringLiteral("Seq"), pages.author);
    if (!pages.subject.isEmpty())
        writer.list(QStringLiteral("description"), QStringLiteral("Alt"), pages.subject);
    writer.end();
    writer.start(QStringLiteral("xmp"), QStringLiteral("http://ns.adobe.com/xap/1.0/"));
    writer.property(QStringLiteral("CreatorTool"), program);
    writer.property(QStringLiteral("CreateDate"), xmpDate(created));
    writer.property(QStringLiteral("ModifyDate"), xmpDate(created));
    writer.end();
    writer.start(QStringLiteral("pdf"), QStringLiteral("http://ns.adobe.com/pdf/1.3/"));
    writer.property(QStringLiteral("Producer"), program);
    writer.end();
    writer.start(QStringLiteral("pdfaid"), QStringLiteral("http://www.aiim.org/pdfa/ns/id/"));
    writer.property(QStringLiteral("part"), QStringLiteral("1"));
    writer.property(QStringLiteral("conformance"), QStringLiteral("B"));
    writer.end();
    return writer.packet();
}

QPDFObjectHandle information(const Pages &pages, const QDateTime &created)
{
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    if (!pages.title.isEmpty())
        info.replaceKey("/Title", text(pages.title));
    if (!pages.author.isEmpty())
        info.replaceKey("/Author", text(pages.author));
    if (!pages.subject.isEmpty())
        info.replaceKey("/Subject", text(pages.subject));
    info.replaceKey("/Creator", text(program));
    info.replaceKey("/Producer", text(program));
    info.replaceKey("/CreationDate", text(pdfDate(created)));
    info.replaceKey("/ModDate", text(pdfDate(created)));
    return info;
}

QPDFObjectHandle outputIntent(QPDF &pdf)
{
    const QByteArray profile = QColorSpace(QColorSpace::SRgb).iccProfile();
    QPDFObjectHandle stream = compressedStream(pdf, profile);
    stream.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
    intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/RegistryName", QPDFObjectHandle::newString("http://www.color.org"));
    intent.replaceKey("/DestOutputProfile", stream);
    return intent;
}

// An item of the outline to which more may be added, with how many lie below it.
struct OpenItem {
    QPDFObjectHandle item;
    QPDFObjectHandle lastChild;
    int level = 0;
    int count = 0;
};

// Hangs an item under the innermost open one, behind its elder sibling. All items are shown unfolded, so each of those
// above counts it.
void appendItem(std::vector<OpenItem> &open, QPDFObjectHandle item)
{
    OpenItem &parent = open.back();
    item.replaceKey("/Parent", parent.item);
    if (parent.lastChild.isInitialized()) {
        item.replaceKey("/Prev", parent.lastChild);
        parent.lastChild.replaceKey("/Next", item);
    } else {
        parent.item.replaceKey("/First", item);
    }
    parent.item.replaceKey("/Last", item);
    parent.lastChild = item;
    for (OpenItem &above : open)
        above.item.replaceKey("/Count", QPDFObjectHandle::newInteger(++above.count));
}

} // namespace

void writeMetadata(QPDF &pdf, const Pages &pages, const QDateTime &created)
{
    QPDFObjectHandle root = pdf.getRoot();
    if (!pages.language.isEmpty())
        root.replaceKey("/Lang", text(pages.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/OutputIntents", QPDFObjectHandle::newArray({outputIntent(pdf)}));

    QPDFObjectHandle metadata = pdf.newStream(xmp(pages, created).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(information(pages, created)));
}

void writeBookmarks(QPDF &pdf, const Pages &pages, const std::vector<QPDFObjectHandle> &pageObjects)
{
    if (pages.bookmarks.isEmpty())
        return;
    QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    std::vector<OpenItem> open{{outlines, {}, 0, 0}};
    for (const Bookmark &bookmark : pages.bookmarks) {
        while (open.size() > 1 && open.back().level >= bookmark.level)
            open.pop_back();
        const double top = pages.pages.at(bookmark.page).size.height() - bookmark.y;
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", text(bookmark.text));
        item.replaceKey("/Dest",
            QPDFObjectHandle::newArray(
                {pageObjects.at(static_cast<std::size_t>(bookmark.page)), QPDFObjectHandle::newName("/XYZ"),
                    QPDFObjectHandle::newNull(), QPDFObjectHandle::newReal(top, 2), QPDFObjectHandle::newNull()}));
        appendItem(open, item);
        open.push_back({item, {}, bookmark.level, 0});
    }
    pdf.getRoot().replaceKey("/Outlines", outlines);
}

} // namespace zhibao
