// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf.h"

#include "document/pdf/pdfmetadata.h"
#include "document/pdf/pdfpicture.h"
#include "document/pdf/pdftext.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace zhibao {

namespace {

constexpr double fontsShare = 0.1; // of the time, roughly

QByteArray pictureName(qsizetype picture)
{
    return "/P" + QByteArray::number(picture);
}

// The PDF under construction.
class Writer {
public:
    Writer(const Pages &pages, Fonts &fonts)
        : m_pages(pages)
        , m_fonts(fonts)
    {
        m_pdf.emptyPDF();
    }

    Result<QByteArray> write(const QDateTime &created, const Progress &progress);

private:
    bool allFontsKnown() const;
    bool prepareFonts();
    QPDFObjectHandle resources(const Page &page);
    void addPage(const Page &page);
    void writePictures(const Page &page);
    void writeRules(const Page &page);
    QByteArray bytes();

    const Pages &m_pages;
    Fonts &m_fonts;
    QPDF m_pdf;
    std::vector<PdfFont> m_pdfFonts;
    std::vector<QPDFObjectHandle> m_fontObjects; // of each font; null where it is not used
    std::vector<QPDFObjectHandle> m_pageObjects;
    ContentBuffer m_content;
};

Result<QByteArray> Writer::write(const QDateTime &created, const Progress &progress)
{
    if (!allFontsKnown())
        return Error{ErrorCode::FontMissing, {m_pages.title}};
    if (!prepareFonts())
        return Error{ErrorCode::RenderFailed, {QStringLiteral("PDF"), QStringLiteral("font subset")}};
    const double total = static_cast<double>(m_pages.pages.size());
    for (const Page &page : m_pages.pages) {
        const double done = static_cast<double>(m_pageObjects.size());
        if (!goesOn(progress, fontsShare + (1 - fontsShare) * done / total))
            return Error{ErrorCode::Stopped, {}};
        addPage(page);
    }
    writeBookmarks(m_pdf, m_pages, m_pageObjects);
    writeMetadata(m_pdf, m_pages, created);
    QByteArray result = bytes();
    if (!goesOn(progress, 1))
        return Error{ErrorCode::Stopped, {}};
    return result;
}

bool Writer::allFontsKnown() const
{
    for (const Page &page : m_pages.pages) {
        for (const Line &line : page.lines) {
            for (const GlyphRun &run : line.runs) {
                if (run.font < 0)
                    return false;
            }
        }
    }
    return true;
}

bool Writer::prepareFonts()
{
    for (int font = 0; font < m_fonts.count(); ++font)
        m_pdfFonts.emplace_back(m_fonts.face(font), font);
    for (const Page &page : m_pages.pages) {
        for (const Line &line : page.lines)
            collectGlyphs(line, m_pdfFonts);
    }
    for (PdfFont &font : m_pdfFonts) {
        if (font.isUsed() && !font.makeSubset())
            return false;
        m_fontObjects.push_back(font.isUsed() ? font.embed(m_pdf) : QPDFObjectHandle::newNull());
    }
    return true;
}

// Only the fonts and pictures of this page, so that a reader need not load the others.
QPDFObjectHandle Writer::resources(const Page &page)
{
    std::vector<bool> isUsed(m_fontObjects.size());
    for (const Line &line : page.lines) {
        for (const GlyphRun &run : line.runs)
            isUsed[static_cast<std::size_t>(run.font)] = true;
    }
    QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
    for (std::size_t font = 0; font < isUsed.size(); ++font) {
        if (isUsed[font])
            fonts.replaceKey(("/F" + QByteArray::number(static_cast<int>(font))).toStdString(), m_fontObjects[font]);
    }
    QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
    resources.replaceKey("/Font", fonts);
    if (page.pictures.isEmpty())
        return resources;
    QPDFObjectHandle pictures = QPDFObjectHandle::newDictionary();
    for (qsizetype picture = 0; picture < page.pictures.size(); ++picture)
        pictures.replaceKey(pictureName(picture).toStdString(), pdfPicture(m_pdf, page.pictures.at(picture).image));
    resources.replaceKey("/XObject", pictures);
    return resources;
}

void Writer::addPage(const Page &page)
{
    m_content.clear();
    writePictures(page);
    writeRules(page);
    PdfText text(m_pdfFonts);
    for (const Line &line : page.lines)
        text.write(line, page.size.height(), m_content);

    QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
    object.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    object.replaceKey("/MediaBox",
        QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, page.size.width(), page.size.height())));
    object.replaceKey("/Resources", resources(page));
    object.replaceKey("/Contents", compressedStream(m_pdf, m_content.bytes()));
    object = m_pdf.makeIndirectObject(object);
    m_pdf.addPage(object, false);
    m_pageObjects.push_back(object);
}

// First of all, so that they lie behind the text.
void Writer::writePictures(const Page &page)
{
    for (qsizetype picture = 0; picture < page.pictures.size(); ++picture) {
        const QRectF &box = page.pictures.at(picture).box;
        m_content << "q " << box.width() << " 0 0 " << box.height() << " " << box.left() << " "
                  << page.size.height() - box.bottom() << " cm " << pictureName(picture).constData() << " Do Q\n";
    }
}

void Writer::writeRules(const Page &page)
{
    const double height = page.size.height();
    double width = -1;
    for (const Rule &rule : page.rules) {
        if (rule.width != width) {
            width = rule.width;
            m_content << width << " w\n";
        }
        m_content << rule.line.x1() << " " << height - rule.line.y1() << " m " << rule.line.x2() << " "
                  << height - rule.line.y2() << " l S\n";
    }
}

QByteArray Writer::bytes()
{
    QPDFWriter writer(m_pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.4");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve); // compressed when they were made
    writer.setNewlineBeforeEndstream(true); // ISO 19005-1, 6.1.7
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

Result<QByteArray> writePdf(const Pages &pages, Fonts &fonts, const QDateTime &created, const Progress &progress)
{
    try {
        return Writer(pages, fonts).write(created, progress);
    } catch (const std::exception &failure) {
        return Error{ErrorCode::RenderFailed, {QStringLiteral("PDF"), QString::fromUtf8(failure.what())}};
    }
}

} // namespace zhibao
