// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/ownership.h"

#include "base/archive.h"

#include <QHash>
#include <QXmlStreamReader>

namespace zhibao {

namespace {

// Bytes; ours have fewer than 4,000. It also keeps a crafted file from costing time.
constexpr qsizetype metadataLimit = 64 * 1024;

// The document information of a PDF/A-1: its XMP packet is plain text in the file (ISO 19005-1, 6.7.2). A program that
// changes a PDF by appending to it adds a packet, so only a single one counts.
QByteArray xmpPacket(const QByteArray &pdf)
{
    const QByteArray start = QByteArrayLiteral("<?xpacket begin");
    const QByteArray finish = QByteArrayLiteral("<?xpacket end");
    const qsizetype from = pdf.indexOf(start);
    const qsizetype to = from < 0 ? -1 : pdf.indexOf(finish, from);
    if (to < 0 || pdf.indexOf(start, to) >= 0 || to - from > metadataLimit)
        return {};
    return pdf.mid(from, to - from);
}

QByteArray metadata(const QByteArray &file, FileFormat format)
{
    if (format == FileFormat::Pdf)
        return xmpPacket(file);
    return zipPart(file, QStringLiteral("docProps/core.xml"), metadataLimit).value_or(QByteArray());
}

// The text inside each element, by its name without prefix; that of nested elements belongs to all around it.
QHash<QString, QString> textsByElement(const QByteArray &xml)
{
    QHash<QString, QString> texts;
    QStringList open;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isDTD())
            return {}; // ours have none
        if (reader.isStartElement())
            open.append(reader.name().toString());
        else if (reader.isEndElement())
            open.removeLast();
        else if (reader.isCharacters() && !reader.isWhitespace())
            for (const QString &name : std::as_const(open))
                texts[name] += reader.text();
    }
    return texts;
}

} // namespace

bool isOwnExport(const QByteArray &file, FileFormat format, const Document &document)
{
    const bool isPdf = format == FileFormat::Pdf;
    const QHash<QString, QString> texts = textsByElement(metadata(file, format));
    const QString created = texts.value(isPdf ? QStringLiteral("CreateDate") : QStringLiteral("created"));
    const QString modified = texts.value(isPdf ? QStringLiteral("ModifyDate") : QStringLiteral("modified"));
    const QString subject = texts.value(isPdf ? QStringLiteral("description") : QStringLiteral("subject"));
    return !created.isEmpty() && created == modified && subject == document.subject
        && texts.value(QStringLiteral("creator")) == document.author;
}

QDateTime exportedAt(const QByteArray &file, FileFormat format)
{
    const QString name = format == FileFormat::Pdf ? QStringLiteral("CreateDate") : QStringLiteral("created");
    return QDateTime::fromString(textsByElement(metadata(file, format)).value(name), Qt::ISODate);
}

} // namespace zhibao
