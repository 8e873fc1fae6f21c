// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx.h"

#include "base/archive.h"
#include "document/docxbody.h"
#include "document/docxfooter.h"
#include "document/docxparts.h"
#include "document/docxstyles.h"

#include <QFile>

namespace zhibao {

namespace {

// The parts that are the same in every document: compiled in from resources/ooxml.
struct StaticPart {
    QString name;
    QString resource;
};

const StaticPart staticParts[] = {
    {QStringLiteral("[Content_Types].xml"), QStringLiteral(":/ooxml/content-types.xml")},
    {QStringLiteral("_rels/.rels"), QStringLiteral(":/ooxml/package-relations.xml")},
    {QStringLiteral("word/_rels/document.xml.rels"), QStringLiteral(":/ooxml/document-relations.xml")},
    {QStringLiteral("docProps/app.xml"), QStringLiteral(":/ooxml/application-properties.xml")},
};

} // namespace

Result<QByteArray> writeDocx(const Document &document, const QDateTime &created, const Progress &progress)
{
    QList<ArchivePart> parts;
    for (const StaticPart &part : staticParts) {
        QFile file(part.resource);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::RenderFailed, {part.name, file.errorString()}};
        parts << ArchivePart{part.name, file.readAll()};
    }
    auto body = docxBody(document, progress);
    if (!body)
        return body.error();
    parts << ArchivePart{QStringLiteral("word/document.xml"), *std::move(body)}
          << ArchivePart{QStringLiteral("word/styles.xml"), docxStyles(document.language)}
          << ArchivePart{QStringLiteral("word/settings.xml"), docxSettings(document.language)}
          << ArchivePart{QStringLiteral("word/fontTable.xml"), docxFontTable()}
          << ArchivePart{QStringLiteral("word/footer1.xml"), docxFooter(true)}
          << ArchivePart{QStringLiteral("word/footer2.xml"), docxFooter(false)}
          << ArchivePart{QStringLiteral("docProps/core.xml"), docxCoreProperties(document, created)};
    return zipArchive(parts);
}

} // namespace zhibao
