// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/verify/reexport.h"

#include "base/archive.h"
#include "document/fonts/fonts.h"
#include "document/layout/paginate.h"
#include "exchange/document/pngresolution.h"
#include "exchange/pdf/pdfcheck.h"
#include "exchange/pdf/pdftextreader.h"
#include "workspace/export/ownership.h"

#include <algorithm>

namespace zhibao {

namespace {

Result<QByteArray> exportAgain(
    const GivenFile &file, const Document &document, const QList<Document> &before, const QDateTime &created)
{
    Fonts fonts;
    for (const Document &earlier : before) {
        if (const Result<Pages> pages = paginate(earlier, fonts); !pages)
            return pages.error();
    }
    return renderDocument(document, file.format, fonts, created);
}

// What was laid out before it in an export that the file may be.
QList<QList<Document>> ordersOf(const GivenFile &file, const QList<Document> &before)
{
    QList<QList<Document>> orders{before};
    if (!before.isEmpty() && file.format == FileFormat::Pdf)
        orders.append(QList<Document>());
    return orders;
}

bool isPicture(const ArchivePart &part)
{
    return part.name.startsWith(u"word/media/");
}

const QString coreProperties = QStringLiteral("docProps/core.xml");
const QString applicationProperties = QStringLiteral("docProps/app.xml");

// The parts of a DOCX, and in `properties` those that tell of the file alone.
QList<ArchivePart> contentOf(const QByteArray &docx, QList<ArchivePart> *properties = nullptr)
{
    const Result<QList<ArchivePart>> parts = zipParts(docx);
    QList<ArchivePart> content;
    for (ArchivePart part : parts ? *parts : QList<ArchivePart>()) {
        const bool tellsOfFile = part.name == coreProperties || part.name == applicationProperties;
        if (isPicture(part))
            part.bytes = withoutResolution(part.bytes);
        if (!tellsOfFile)
            content.append(part);
        else if (properties)
            properties->append(part);
    }
    std::sort(content.begin(), content.end(),
        [](const ArchivePart &one, const ArchivePart &other) { return one.name < other.name; });
    return content;
}

void compareDocx(const GivenFile &file, const QByteArray &made, Likeness &likeness)
{
    QList<ArchivePart> properties;
    QList<ArchivePart> wanted;
    const QList<ArchivePart> content = contentOf(file.bytes, &properties);
    if (!holdsOnlyParts(file.bytes) || content.isEmpty() || content != contentOf(made, &wanted))
        return;
    // Other programs leave them out; where they are, they say what the export says.
    for (const ArchivePart &part : std::as_const(properties)) {
        if (!wanted.contains(part))
            likeness.outside.append({ForeignContent::Kind::Properties, part.name, {}, {}});
    }
    likeness.samePages = likeness.outside.isEmpty();
}

void comparePages(const QList<PageLook> &given, const QList<PageLook> &made, Likeness &likeness)
{
    const qsizetype common = std::min(given.size(), made.size());
    likeness.sameLayout = common > 0;
    for (qsizetype page = 0; page < std::max(given.size(), made.size()); ++page) {
        if (page < common && given[page] == made[page])
            continue;
        likeness.changedPages.append(static_cast<int>(page) + 1);
        if (page < common && !isMostlySame(given[page], made[page]))
            likeness.sameLayout = false;
    }
}

// Where the file holds what the export holds; its pages are looked at also then, so that what the one tool reads is
// what the other one draws.
Result<void> compareContents(GivenFile &file, const PdfContents &made, const QString &path, Likeness &likeness)
{
    if (!file.contents) {
        const Result<PdfContents> contents = pdfContents(file.path);
        file.contents = contents ? *contents : PdfContents();
    }
    const PdfLikeness same = compareContents(*file.contents, made);
    if (!same.samePages)
        return {};
    const auto count = static_cast<int>(made.pages.size());
    const Result<QList<PageLook>> given = pageLooks(file.upright, count, Look::Coarse);
    const Result<QList<PageLook>> wanted = given ? pageLooks(path, count, Look::Coarse) : given;
    if (!wanted)
        return wanted.error();
    if (*given != *wanted)
        return {};
    likeness.sameLetters = likeness.sameLayout = likeness.sameContents = true;
    likeness.foreign = same.foreign;
    likeness.samePages = file.structure.foreign.isEmpty() && same.foreign.isEmpty();
    return {};
}

// Of a file that holds something else.
Result<void> compareLooks(GivenFile &file, const QString &path, Likeness &likeness)
{
    const Result<QList<TextWord>> words = pdfWords(path);
    if (!words)
        return words.error();
    likeness.sameLetters = lettersOf(*words) == file.letters;
    if (!likeness.sameLetters)
        return {};
    const Result<PdfStructure> structure = pdfStructure(path);
    if (!structure)
        return structure.error();
    for (const QString &font : std::as_const(file.structure.fonts)) {
        if (!structure->fonts.contains(font))
            likeness.missingFonts.append(font);
    }
    if (!file.looks) {
        Result<QList<PageLook>> looks = pageLooks(file.upright, file.structure.pages);
        if (!looks)
            return looks.error();
        file.looks = *looks;
    }
    const Result<QList<PageLook>> made = pageLooks(path, structure->pages);
    if (!made)
        return made.error();
    comparePages(*file.looks, *made, likeness);
    return {};
}

Result<Likeness> comparePdf(GivenFile &file, const Document &document, const QList<Document> &before)
{
    Likeness likeness;
    const QDateTime created = exportedAt(file.bytes, file.format);
    std::optional<TemporaryCopy> last;
    for (const QList<Document> &order : ordersOf(file, before)) {
        const Result<QByteArray> bytes = exportAgain(file, document, order, created);
        if (!bytes)
            return likeness;
        likeness.sameBytes = *bytes == file.bytes;
        if (likeness.sameBytes)
            return likeness;
        Result<TemporaryCopy> copy = TemporaryCopy::make(*bytes, file.path);
        const Result<PdfContents> made = copy ? pdfContents(copy->path()) : Result<PdfContents>(copy.error());
        if (!made)
            return made.error();
        if (const Result<void> compared = compareContents(file, *made, copy->path(), likeness); !compared)
            return compared.error();
        if (likeness.sameContents)
            return likeness;
        last = std::move(copy).value();
    }
    const Result<void> looked = compareLooks(file, last->path(), likeness);
    return looked ? Result<Likeness>(likeness) : Result<Likeness>(looked.error());
}

} // namespace

bool hasBytesOfExport(const GivenFile &file, const Document &document, const QList<Document> &before)
{
    const QDateTime created = exportedAt(file.bytes, file.format);
    const QList<QList<Document>> orders = ordersOf(file, before);
    return std::any_of(orders.begin(), orders.end(), [&](const QList<Document> &order) {
        const Result<QByteArray> bytes = exportAgain(file, document, order, created);
        return bytes && *bytes == file.bytes;
    });
}

Result<Likeness> compareWithExport(GivenFile &file, const Document &document, const QList<Document> &before)
{
    if (file.format == FileFormat::Pdf)
        return comparePdf(file, document, before);
    Likeness likeness;
    const Result<QByteArray> made = exportAgain(file, document, before, exportedAt(file.bytes, file.format));
    likeness.sameBytes = made && *made == file.bytes;
    if (made && !likeness.sameBytes)
        compareDocx(file, *made, likeness);
    return likeness;
}

QList<QByteArray> picturesOf(const QByteArray &docx)
{
    QList<QByteArray> pictures;
    const QList<ArchivePart> parts = contentOf(docx);
    for (const ArchivePart &part : parts) {
        if (isPicture(part))
            pictures.append(part.bytes);
    }
    return pictures;
}

QString lettersOf(const QList<TextWord> &words)
{
    QString letters;
    for (const TextWord &word : words)
        letters += shownText(word.text);
    return letters;
}

} // namespace zhibao
