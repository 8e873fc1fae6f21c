// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docx.h"

#include "base/archive.h"
#include "document/docx/docxbody.h"
#include "document/docx/docxfooter.h"
#include "document/docx/docxheader.h"
#include "document/docx/docxparts.h"
#include "document/docx/docxpictures.h"
#include "document/docx/docxstyles.h"
#include "document/layout/paginate.h"

#include <QFile>
#include <QSet>

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
constexpr int contentTypes = 0;
constexpr int documentRelations = 2;

// What only some documents hold, and how the package's lists name it.
struct OccasionalParts {
    QList<ArchivePart> parts;
    QByteArray contentTypes;
    QByteArray relations; // of the document
};

Result<OccasionalParts> occasionalParts(const Document &document, const DocxPictures &pictures)
{
    OccasionalParts result;
    if (!document.marginMark.isEmpty()) {
        const QByteArray header = docxHeader(document.marginMark);
        result.contentTypes += docxHeaderTypes();
        result.relations += docxHeaderRelations();
        result.parts << ArchivePart{QStringLiteral("word/header1.xml"), header}
                     << ArchivePart{QStringLiteral("word/header2.xml"), header};
    }
    if (pictures.isEmpty())
        return result;
    const Result<QList<ArchivePart>> files = pictures.parts();
    if (!files)
        return files.error();
    result.contentTypes += "  <Default Extension=\"png\" ContentType=\"image/png\"/>\n";
    result.relations += pictures.relations();
    result.parts += *files;
    return result;
}

// The list with further entries at its end.
QByteArray extended(QByteArray list, const QByteArray &entries)
{
    return list.insert(list.lastIndexOf("</"), entries);
}

Result<QList<ArchivePart>> packageParts(const OccasionalParts &occasional)
{
    QList<ArchivePart> parts;
    for (const StaticPart &part : staticParts) {
        QFile file(part.resource);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::RenderFailed, {part.name, file.errorString()}};
        parts << ArchivePart{part.name, file.readAll()};
    }
    parts[contentTypes].bytes = extended(parts[contentTypes].bytes, occasional.contentTypes);
    parts[documentRelations].bytes = extended(parts[documentRelations].bytes, occasional.relations);
    return parts;
}

void addRoles(QSet<Role> &roles, const Paragraph &paragraph)
{
    roles << paragraph.role;
    for (const Span &span : paragraph.spans)
        roles << span.role;
}

QSet<Role> rolesOf(const Document &document)
{
    QSet<Role> roles;
    if (!document.marginMark.isEmpty())
        roles << Role::MarginMark;
    for (const Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            addRoles(roles, *paragraph);
            continue;
        }
        for (const TableRow &row : std::get<Table>(block).rows) {
            for (const TableCell &cell : row.cells) {
                for (const Paragraph &paragraph : cell.paragraphs)
                    addRoles(roles, paragraph);
            }
        }
    }
    return roles;
}

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
    const Result<QList<qsizetype>> kept = keptWithoutMove(document);
    if (!kept)
        return kept.error();
    DocxPictures pictures(document.orientation);
    auto body = docxBody(document, *kept, pictures, progress);
    if (!body)
        return body.error();
    const Result<OccasionalParts> occasional = occasionalParts(document, pictures);
    if (!occasional)
        return occasional.error();
    Result<QList<ArchivePart>> parts = packageParts(*occasional);
    if (!parts)
        return parts.error();
    *parts << ArchivePart{QStringLiteral("word/document.xml"), *std::move(body)}
           << ArchivePart{QStringLiteral("word/styles.xml"), docxStyles(document.language, rolesOf(document))}
           << ArchivePart{QStringLiteral("word/settings.xml"), docxSettings(document.language)}
           << ArchivePart{QStringLiteral("word/fontTable.xml"), docxFontTable()}
           << ArchivePart{QStringLiteral("word/footer1.xml"), docxFooter(true)}
           << ArchivePart{QStringLiteral("word/footer2.xml"), docxFooter(false)}
           << ArchivePart{QStringLiteral("docProps/core.xml"), docxCoreProperties(document, created)};
    return zipArchive(*parts + occasional->parts);
}

} // namespace zhibao
