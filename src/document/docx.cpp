// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx.h"

#include "base/archive.h"
#include "document/docxbody.h"
#include "document/docxfooter.h"
#include "document/docxparts.h"
#include "document/docxstyles.h"
#include "document/paginate.h"

#include <QFile>

#include <algorithm>

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

// Which paragraphs keep with their next without moving (Pages::keptWithoutMove). Only where one may have to part for it
// do the pages have to be set.
Result<QList<qsizetype>> keptWithoutMove(const Document &document)
{
    const auto mayPart = [](const Block &block) {
        const auto *paragraph = std::get_if<Paragraph>(&block);
        return paragraph && paragraph->keepWithNext && !paragraph->keepLines;
    };
    if (std::none_of(document.blocks.begin(), document.blocks.end(), mayPart))
        return QList<qsizetype>{};
    Fonts fonts;
    const Result<Pages> pages = paginate(document, fonts);
    if (!pages)
        return pages.error();
    return pages->keptWithoutMove;
}

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
    const Result<QList<qsizetype>> kept = keptWithoutMove(document);
    if (!kept)
        return kept.error();
    auto body = docxBody(document, *kept, progress);
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
