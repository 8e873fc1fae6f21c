// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf.h"

#include "base/parallel.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdfmetadata.h"
#include "document/pdf/pdfpicture.h"
#include "document/pdf/pdftext.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFWriter.hh>

#include <malloc.h>

#include <algorithm>
#include <new>
#include <utility>

namespace zhibao {

namespace {

// Of the time, roughly.
constexpr double writingShare = 0.6; // of pages that are laid out
constexpr double layoutShare = 0.7; // of a document, with the writing of its pages
constexpr double fontsShare = 0.1;

// So many are written at a time, which is also how many are held with their glyphs.
constexpr std::size_t pagesAtOnce = 32;
constexpr std::size_t manyPages = 1000; // take so much memory that the system should have it back

QByteArray pictureName(qsizetype picture)
{
    return "/P" + QByteArray::number(picture);
}

// What the file is written to.
class Bytes final : public Pipeline {
public:
    Bytes()
        : Pipeline("bytes", nullptr)
    {
    }

    void write(const unsigned char *data, std::size_t length) override
    {
        m_bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    }
    void finish() override { }

    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    QByteArray m_bytes;
};

// What a page is once its glyphs are written.
struct Sheet {
    QSizeF size;
    QList<PlacedPicture> pictures;
    std::vector<bool> fonts; // which are used
    QByteArray content; // glyphs named by their numbers until the fonts are reduced, then compressed
};

// The PDF under construction.
class Writer {
public:
    explicit Writer(Fonts &fonts)
        : m_fonts(fonts)
    {
        m_pdf.emptyPDF();
    }

    // The next page.
    void take(Page page);
    // Of each page taken the lines that were set afterwards. False where it matters that they were: one of them draws
    // a glyph which says something else, told first on a page that may follow it.
    bool takeLate(const QList<Page> &late);
    // Once all are taken.
    Result<QByteArray> finish(const Pages &about, const QDateTime &created, const Progress &progress);

private:
    bool collect(const Page &page);
    void writeTaken();
    Sheet sheetOf(const Page &page) const;
    void writeLines(const Page &page, Sheet &sheet, ContentBuffer &content) const;
    bool prepareFonts();
    QPDFObjectHandle resources(const Sheet &sheet);
    void addPage(const Sheet &sheet);
    QByteArray bytes();

    Fonts &m_fonts;
    QPDF m_pdf;
    bool m_fontMissing = false;
    std::vector<PdfFont> m_pdfFonts;
    std::vector<Page> m_taken; // not yet written
    QList<Page> m_late;
    std::vector<Sheet> m_sheets;
    std::vector<QPDFObjectHandle> m_fontObjects; // of each font; null where it is not used
    std::vector<QPDFObjectHandle> m_pageObjects;
};

void Writer::take(Page page)
{
    collect(page);
    if (m_fontMissing)
        return;
    m_taken.push_back(std::move(page));
    if (m_taken.size() == pagesAtOnce)
        writeTaken();
}

bool Writer::takeLate(const QList<Page> &late)
{
    m_late = late;
    bool asSaid = true;
    for (const Page &page : late)
        asSaid = collect(page) && asSaid;
    return asSaid;
}

// In the order of the pages: what a glyph is first used for is what it says. False where one says something else.
bool Writer::collect(const Page &page)
{
    while (static_cast<int>(m_pdfFonts.size()) < m_fonts.count()) {
        const auto font = static_cast<int>(m_pdfFonts.size());
        m_pdfFonts.emplace_back(m_fonts.face(font), font);
    }
    const auto lacksFont = [](const GlyphRun &run) { return run.font < 0; };
    bool asSaid = true;
    for (const Line &line : page.lines) {
        m_fontMissing = m_fontMissing || std::any_of(line.runs.begin(), line.runs.end(), lacksFont);
        if (!m_fontMissing)
            asSaid = collectGlyphs(line, m_pdfFonts) && asSaid;
    }
    return asSaid;
}

void Writer::writeTaken()
{
    const std::size_t first = m_sheets.size();
    m_sheets.resize(first + m_taken.size());
    inParallel(m_taken.size(), [&](std::size_t index) {
        const Page page = std::move(m_taken[index]); // its glyphs go as soon as they are written
        m_sheets[first + index] = sheetOf(page);
    });
    m_taken.clear();
}

Result<QByteArray> Writer::finish(const Pages &about, const QDateTime &created, const Progress &progress)
{
    if (m_fontMissing)
        return Error{ErrorCode::FontMissing, {about.title}};
    writeTaken();
    if (!prepareFonts())
        return Error{ErrorCode::RenderFailed, {QStringLiteral("PDF"), QStringLiteral("font subset")}};
    const std::size_t count = m_sheets.size();
    for (std::size_t first = 0; first < count; first += pagesAtOnce) {
        const double share = static_cast<double>(first) / static_cast<double>(count);
        if (!goesOn(progress, fontsShare + (1 - fontsShare) * share))
            return Error{ErrorCode::Stopped, {}};
        const std::size_t together = std::min(pagesAtOnce, count - first);
        inParallel(together, [&](std::size_t index) {
            Sheet &sheet = m_sheets[first + index];
            ContentBuffer lines;
            if (!m_late.isEmpty())
                writeLines(m_late.at(static_cast<qsizetype>(first + index)), sheet, lines);
            sheet.content += lines.takeBytes();
            setCodes(sheet.content, m_pdfFonts);
            sheet.content = compressed(sheet.content);
        });
        for (std::size_t index = first; index < first + together; ++index)
            addPage(std::exchange(m_sheets[index], {}));
    }
    if (count > manyPages)
        ::malloc_trim(0); // what the pages took, before the file takes as much again
    writeBookmarks(m_pdf, about, m_pageObjects);
    writeMetadata(m_pdf, about, created);
    QByteArray result = bytes();
    if (!goesOn(progress, 1))
        return Error{ErrorCode::Stopped, {}};
    return result;
}

// First the pictures, so that they lie behind the text.
Sheet Writer::sheetOf(const Page &page) const
{
    Sheet sheet{page.size, page.pictures, {}, {}};
    ContentBuffer content;
    const double height = page.size.height();
    for (qsizetype picture = 0; picture < page.pictures.size(); ++picture) {
        const QRectF &box = page.pictures.at(picture).box;
        content << "q " << box.width() << " 0 0 " << box.height() << " " << box.left() << " " << height - box.bottom()
                << " cm " << pictureName(picture).constData() << " Do Q\n";
    }
    double width = -1;
    for (const Rule &rule : page.rules) {
        if (rule.width != width) {
            width = rule.width;
            content << width << " w\n";
        }
        content << rule.line.x1() << " " << height - rule.line.y1() << " m " << rule.line.x2() << " "
                << height - rule.line.y2() << " l S\n";
    }
    writeLines(page, sheet, content);
    sheet.content = content.takeBytes();
    return sheet;
}

void Writer::writeLines(const Page &page, Sheet &sheet, ContentBuffer &content) const
{
    sheet.fonts.resize(m_pdfFonts.size());
    PdfText text(m_pdfFonts);
    for (const Line &line : page.lines) {
        for (const GlyphRun &run : line.runs)
            sheet.fonts[static_cast<std::size_t>(run.font)] = true;
        text.write(line, page.size.height(), content);
    }
}

bool Writer::prepareFonts()
{
    std::vector<char> isReduced(m_pdfFonts.size(), true);
    inParallel(m_pdfFonts.size(),
        [&](std::size_t font) { isReduced[font] = !m_pdfFonts[font].isUsed() || m_pdfFonts[font].makeSubset(); });
    if (std::find(isReduced.begin(), isReduced.end(), false) != isReduced.end())
        return false;
    for (const PdfFont &font : m_pdfFonts)
        m_fontObjects.push_back(font.isUsed() ? font.embed(m_pdf) : QPDFObjectHandle::newNull());
    return true;
}

// Only the fonts and pictures of this page, so that a reader need not load the others.
QPDFObjectHandle Writer::resources(const Sheet &sheet)
{
    QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
    for (std::size_t font = 0; font < sheet.fonts.size(); ++font) {
        if (sheet.fonts[font])
            fonts.replaceKey(("/F" + QByteArray::number(static_cast<int>(font))).toStdString(), m_fontObjects[font]);
    }
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/Font", fonts);
    if (sheet.pictures.isEmpty())
        return resources;
    QPDFObjectHandle pictures = QPDFObjectHandle::newDictionary();
    for (qsizetype picture = 0; picture < sheet.pictures.size(); ++picture)
        pictures.replaceKey(pictureName(picture).toStdString(), pdfPicture(m_pdf, sheet.pictures.at(picture).image));
    resources.replaceKey("/XObject", pictures);
    return resources;
}

void Writer::addPage(const Sheet &sheet)
{
    QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
    object.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    object.replaceKey("/MediaBox",
        QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, sheet.size.width(), sheet.size.height())));
    object.replaceKey("/Resources", resources(sheet));
    object.replaceKey("/Contents", streamOf(m_pdf, sheet.content));
    object = m_pdf.makeIndirectObject(object);
    m_pdf.addPage(object, false);
    m_pageObjects.push_back(object);
}

QByteArray Writer::bytes()
{
    Bytes file;
    QPDFWriter writer(m_pdf);
    writer.setOutputPipeline(&file);
    writer.setMinimumPDFVersion("1.4");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve); // compressed when they were made
    writer.setNewlineBeforeEndstream(true); // ISO 19005-1, 6.1.7
    writer.setDeterministicID(true);
    writer.write();
    return file.take();
}

Error failed(const std::exception &failure)
{
    return {ErrorCode::RenderFailed, {QStringLiteral("PDF"), QString::fromUtf8(failure.what())}};
}

// The part of the progress from one share to another.
Progress part(const Progress &whole, double from, double to)
{
    if (!whole)
        return {};
    return [&whole, from, to](double share) { return whole(from + share * (to - from)); };
}

// Laid out whole first, so that page numbers and marks are told in their order.
Result<QByteArray> writeLaidOut(
    const Document &document, Fonts &fonts, const QDateTime &created, const Progress &progress)
{
    const Result<Pages> pages = paginate(document, fonts, part(progress, 0, writingShare));
    return pages ? writePdf(*pages, fonts, created, part(progress, writingShare, 1)) : pages.error();
}

} // namespace

Result<QByteArray> writePdf(const Pages &pages, Fonts &fonts, const QDateTime &created, const Progress &progress)
{
    try {
        Writer writer(fonts);
        const auto count = static_cast<double>(pages.pages.size());
        double done = 0;
        for (const Page &page : pages.pages) {
            if (!goesOn(progress, writingShare * done++ / count))
                return Error{ErrorCode::Stopped, {}};
            writer.take(page);
        }
        return writer.finish(pages, created, part(progress, writingShare, 1));
    } catch (const std::bad_alloc &) {
        throw; // told as what it is
    } catch (const std::exception &failure) {
        return failed(failure);
    }
}

Result<RenderedPdf> renderPdf(
    const Document &document, Fonts &fonts, const QDateTime &created, const Progress &progress)
{
    try {
        Writer writer(fonts);
        const Result<Pages> pages = paginate(
            document, fonts, [&writer](Page page) { writer.take(std::move(page)); }, part(progress, 0, layoutShare));
        if (!pages)
            return pages.error();
        const Progress rest = part(progress, layoutShare, 1);
        const Result<QByteArray> bytes = writer.takeLate(pages->pages) ? writer.finish(*pages, created, rest)
                                                                       : writeLaidOut(document, fonts, created, rest);
        return bytes ? Result<RenderedPdf>({*bytes, pages->substitutes, pages->missing}) : bytes.error();
    } catch (const std::bad_alloc &) {
        throw; // told as what it is
    } catch (const std::exception &failure) {
        return failed(failure);
    }
}

} // namespace zhibao
