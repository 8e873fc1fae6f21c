// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "exchange/documenttext.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace zhibao;

namespace {

const QByteArray types = QByteArrayLiteral(
    "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml'/></Types>");

QByteArray relationTo(const QByteArray &target)
{
    return "<Relationships><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
           "relationships/officeDocument' Target='"
        + target + "'/></Relationships>";
}

const QByteArray words = QByteArrayLiteral("xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'");

QByteArray docxOf(const QByteArray &body, const QByteArray &target = QByteArrayLiteral("word/document.xml"),
    const QByteArray &styles = {})
{
    const auto part = [](const char *name, const QByteArray &bytes) {
        return ArchivePart{QString::fromLatin1(name), bytes};
    };
    return *zipArchive({part("[Content_Types].xml", types), part("_rels/.rels", relationTo(target)),
        part("word/document.xml", "<w:document " + words + "><w:body>" + body + "</w:body></w:document>"),
        part("word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='s' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
            "relationships/styles' Target='looks.xml'/></Relationships>"),
        part("word/looks.xml", "<w:styles>" + styles + "</w:styles>"),
        part("word/other.xml", "<w:document><w:body><w:p><w:r><w:t>other</w:t></w:r></w:p></w:body></w:document>")});
}

// A PDF of one page, on which the content stream draws.
QByteArray pdfOf(const QByteArray &drawing)
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R"
           "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
           "4 0 obj<</Length "
        + QByteArray::number(drawing.size()) + ">>stream\n" + drawing + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
}

// What comes of a file of these bytes, whatever its name says.
Result<DocumentText> textOf(const QByteArray &bytes, const QString &name = QStringLiteral("-file.txt"))
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    return readDocumentText(file.fileName());
}

ErrorCode codeOf(const Result<DocumentText> &text)
{
    REQUIRE_FALSE(text);
    return text.error().code;
}

QStringList paragraphsOf(const QByteArray &body, const QByteArray &styles = {})
{
    const Result<DocumentText> text = textOf(docxOf(body, QByteArrayLiteral("word/document.xml"), styles));
    REQUIRE(text);
    QStringList paragraphs;
    for (const TextParagraph &paragraph : text->paragraphs)
        paragraphs.append(paragraph.text);
    return paragraphs;
}

} // namespace

TEST_CASE("Files are known by their content")
{
    CHECK(recognise("%PDF-1.7\n") == DocumentKind::Pdf);
    CHECK(recognise("\xFF\xD8\xFF\xE0") == DocumentKind::Jpeg);
    CHECK(recognise("\x89PNG\r\n\x1A\n") == DocumentKind::Png);
    CHECK(recognise(QByteArray("II*\0", 4)) == DocumentKind::Tiff);
    CHECK(recognise(QByteArray("MM\0*", 4)) == DocumentKind::Tiff);
    CHECK(recognise(docxOf({})) == DocumentKind::Docx);
    CHECK(recognise(*zipArchive({{QStringLiteral("a"), "b"}})) == DocumentKind::Unknown);
    CHECK(recognise("PK\3\4") == DocumentKind::Unknown);
    CHECK(recognise({}) == DocumentKind::Unknown);
}

TEST_CASE("Paragraphs of a DOCX are read with their white space, and without what is not shown")
{
    const QStringList paragraphs = paragraphsOf(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'> 一　二 </w:t><w:tab/><w:t>三</w:t>"
        "<w:br/><w:noBreakHyphen/></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> shown</w:t></w:r>"
        "</w:p><w:p/>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>&lt;control&gt;</w:t></w:r></w:p></w:sdtContent></w:sdt>");
    CHECK(paragraphs
        == QStringList{QStringLiteral(" 一　二 \t三\u2028\u2011"), QStringLiteral("put in link shown"), QString(),
            QStringLiteral("<control>")});
}

TEST_CASE("Text of a DOCX is read whole, however it is parted")
{
    CHECK(paragraphsOf("<w:p><w:r><w:t>一<!-- -->二<![CDATA[三]]>四<?x y?>五</w:t></w:r></w:p>")
        == QStringList{QStringLiteral("一二三四五")});
}

TEST_CASE("What a word processor may show otherwise than it is written never passes for plain text")
{
    const QString plain = QStringLiteral("plain");
    const QByteArray run = "<w:r><w:t>plain</w:t></w:r>";
    REQUIRE(paragraphsOf("<w:p>" + run + "</w:p>") == QStringList{plain});
    const QList<QByteArray> disguises{
        "<w:p>" + run + "</w:p><w:altChunk/>",
        "<w:p>" + run + "<w:subDoc/></w:p>",
        "<w:p><w:fldSimple w:instr='QUOTE other'>" + run + "</w:fldSimple></w:p>",
        "<w:p><w:r><w:instrText>QUOTE other</w:instrText></w:r>" + run + "</w:p>",
        "<w:p>" + run + "<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath></w:p>",
        "<w:p>" + run + "<w:r><w:ruby><w:rt><w:r><w:t>5</w:t></w:r></w:rt></w:ruby></w:r></w:p>",
        "<w:p><w:bdo w:val='rtl'>" + run + "</w:bdo></w:p>",
        "<w:p><mc:AlternateContent><mc:Choice>" + run + "</mc:Choice></mc:AlternateContent></w:p>",
        "<w:p>" + run + "<mc:AlternateContent><mc:Fallback>" + run + "</mc:Fallback></mc:AlternateContent></w:p>",
        "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p>" + run + "</w:p></w:sdtContent></w:sdt>",
        "<w:p><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>" + run + "</w:sdtContent></w:sdt></w:p>",
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run + "</w:p>",
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>plain</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>plain</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:color w:val='000000' w:themeColor='background1'/></w:rPr><w:t>plain</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t>plain</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>" + run + "</w:p></w:tc></w:tr></w:tbl>",
    };
    for (const QByteArray &disguise : disguises) {
        INFO(disguise.constData());
        CHECK(paragraphsOf(disguise) != QStringList{plain});
    }
}

TEST_CASE("What looks odd and hides nothing is plain text")
{
    const QByteArray ink = "<w:rPr><w:color w:val='auto'/><w:strike w:val='0'/><w:sz w:val='32'/></w:rPr>";
    const QByteArray box = "<w:drawing><wps:txbx><w:p><w:r><w:t>box</w:t></w:r></w:p></wps:txbx></w:drawing>";
    CHECK(paragraphsOf("<w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r>" + ink
              + "<w:t>plain</w:t><mc:AlternateContent><mc:Choice>" + box
              + "</mc:Choice></mc:AlternateContent></w:r></w:p>")
        == QStringList{QStringLiteral("plain")});
}

TEST_CASE("Styles of a DOCX hide nothing unnoticed")
{
    const auto style = [](const QByteArray &attributes, const QByteArray &content) {
        return "<w:style " + attributes + ">" + content + "</w:style>";
    };
    const QByteArray vanish = "<w:rPr><w:vanish/></w:rPr>";
    const QByteArray odd = "w:styleId='odd' w:type='";
    const QByteArray based = style("w:styleId='child' w:type='character'", "<w:basedOn w:val='odd'/>");
    const auto inRun = [](const QByteArray &name) {
        return "<w:p><w:r><w:rPr><w:rStyle w:val='" + name + "'/></w:rPr><w:t>plain</w:t></w:r></w:p>";
    };
    const QByteArray inParagraph = "<w:p><w:pPr><w:pStyle w:val='odd'/></w:pPr><w:r><w:t>plain</w:t></w:r></w:p>";
    const QByteArray inTable = "<w:tbl><w:tblPr><w:tblStyle w:val='odd'/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>plain"
                               "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    const QByteArray bare = "<w:p><w:r><w:t>plain</w:t></w:r></w:p>";
    const QList<std::pair<QByteArray, QByteArray>> disguises{
        {inRun("odd"), style(odd + "character'", vanish)},
        {inRun("child"), style(odd + "character'", vanish) + based},
        {inParagraph, style(odd + "paragraph'", vanish)},
        {inParagraph, style(odd + "paragraph'", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")},
        {inTable, style(odd + "table'", "<w:tblStylePr>" + vanish + "</w:tblStylePr>")},
        {bare, style(odd + "paragraph' w:default='1'", vanish)},
        {bare, "<w:docDefaults><w:rPrDefault>" + vanish + "</w:rPrDefault></w:docDefaults>"},
    };
    for (const auto &[body, styles] : disguises) {
        INFO(body.constData());
        CHECK(paragraphsOf(body).join(u'|') == QStringLiteral("plain"));
        CHECK(paragraphsOf(body, styles).join(u'|') == QStringLiteral("\uFFFCplain"));
    }
    // Styles that are based on each other.
    CHECK(paragraphsOf(inRun("odd"), style(odd + "character'", "<w:basedOn w:val='child'/>") + based)
        == QStringList{QStringLiteral("plain")});
}

TEST_CASE("A DOCX whose elements go by unusual names is refused")
{
    const QByteArray paragraph = "<w:p><w:r><w:t>text</w:t></w:r></w:p>";
    const QByteArray address = words.mid(words.indexOf('\''));
    const QList<QByteArray> oddities{
        "<x:p xmlns:x=" + address + "><x:r><x:t>other</x:t></x:r></x:p>",
        "<p xmlns=" + address + "><r><t>other</t></r></p>",
        "<w:p xmlns:w='other'/>",
        "<q:x mc:ProcessContent='q:x'>" + paragraph + "</q:x>",
    };
    REQUIRE(textOf(docxOf(paragraph)));
    for (const QByteArray &oddity : oddities)
        CHECK(codeOf(textOf(docxOf(paragraph + oddity))) == ErrorCode::PictureUnreadable);
}

TEST_CASE("Cells of a DOCX are told with their place, and covered ones are left out")
{
    const auto cell = [](const QByteArray &properties, const QByteArray &text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    };
    const Result<DocumentText> text = textOf(
        docxOf("<w:tbl><w:tr>" + cell("<w:gridSpan w:val='2'/>", "a") + cell("<w:vMerge w:val='restart'/>", "b")
            + "</w:tr><w:tr>" + cell({}, "c") + cell({}, {}) + cell("<w:vMerge/>", {}) + "</w:tr><w:tr>" + cell({}, "d")
            + cell({}, {}) + cell("<w:vMerge/>", "covered") + "</w:tr></w:tbl><w:p/>"));
    REQUIRE(text);
    const auto at = [](const char *said, int row, int column) {
        return TextParagraph{QString::fromLatin1(said), 0, row, column};
    };
    CHECK(text->paragraphs
        == QList<TextParagraph>{at("a", 0, 0), at("b", 0, 2), at("c", 1, 0), at("", 1, 1), at("d", 2, 0), at("", 2, 1),
            at("covered", 2, 2), {}});
}

TEST_CASE("The part that word processors show is the one that is read")
{
    const Result<DocumentText> text = textOf(docxOf("<w:p><w:r><w:t>decoy</w:t></w:r></w:p>", "/word/other.xml"));
    REQUIRE(text);
    CHECK(text->content() == QStringLiteral("other\n"));
}

TEST_CASE("Words of a PDF are told with their place")
{
    const Result<DocumentText> text = textOf(pdfOf("BT /F 10 Tf 100 400 Td (a<b& c) Tj 0 -20 Td (second) Tj ET"));
    REQUIRE(text);
    CHECK(text->kind == DocumentKind::Pdf);
    REQUIRE(text->words.size() == 3);
    CHECK(text->words[0].text == QStringLiteral("a<b&"));
    CHECK(text->words[0].page == 0);
    CHECK(text->words[0].left == Approx(100));
    CHECK(text->words[2].top > text->words[0].bottom);
    CHECK(text->content() == QStringLiteral("a<b& c\nsecond"));
}

TEST_CASE("What is no document, or a broken one, is refused by name")
{
    CHECK(codeOf(readDocumentText(QStringLiteral("/nowhere/file.pdf"))) == ErrorCode::FileNotFound);
    CHECK(codeOf(textOf("text")) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf({})) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf("%PDF-1.4 broken")) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf("\x89PNG\r\n\x1A\n")) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf(docxOf("<w:p>"))) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf(docxOf({}, "word/missing.xml"))) == ErrorCode::PictureUnreadable);
    // Within one another deeper than any document goes, and as deep as to exhaust a stack.
    for (const int depth : {300, 300'000}) {
        const QByteArray nested = QByteArray("<w:sdt>").repeated(depth) + QByteArray("</w:sdt>").repeated(depth);
        CHECK(codeOf(textOf(docxOf(nested))) == ErrorCode::PictureUnreadable);
    }
    CHECK(codeOf(textOf(docxOf(QByteArray("<a/>").repeated(4'000'001)))) == ErrorCode::PictureUnreadable);
    CHECK(codeOf(textOf(docxOf(QByteArray(33 * 1024 * 1024, ' ')))) == ErrorCode::FileTooLarge);
}

TEST_CASE("Where pdftotext is not installed it is named")
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Result<DocumentText> text = textOf(pdfOf({}));
    qputenv("PATH", path);
    REQUIRE_FALSE(text);
    CHECK(text.error() == Error{ErrorCode::ToolMissing, {QStringLiteral("pdftotext")}});
}
