// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "exchange/document/documenttext.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <catch2/catch.hpp>
#include <memory>
#include <optional>

namespace documenttext_test {

using namespace zhibao;

namespace {

const QByteArray types = QByteArrayLiteral(
    "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml'/></Types>");

QByteArray relationTo(const QByteArray &target,
    const QByteArray &type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument")
{
    return "<Relationship Id='" + target + "' Type='" + type + "' Target='" + target + "'/>";
}

const QByteArray words = QByteArrayLiteral("xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'");

QByteArray docxOf(const QByteArray &body, const QByteArray &relations = relationTo("word/document.xml"))
{
    const auto part = [](const char *name, const QByteArray &bytes) {
        return ArchivePart{QString::fromLatin1(name), bytes};
    };
    return *zipArchive({part("[Content_Types].xml", types),
        part("_rels/.rels", "<Relationships>" + relations + "</Relationships>"),
        part("word/document.xml", "<w:document " + words + "><w:body>" + body + "</w:body></w:document>"),
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

QStringList paragraphsOf(const QByteArray &body)
{
    const Result<DocumentText> text = textOf(docxOf(body));
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

TEST_CASE("What looks odd and hides nothing is plain text")
{
    const QByteArray ink = "<w:rPr><w:color w:val='auto'/><w:strike w:val='0'/><w:sz w:val='32'/></w:rPr>";
    const QByteArray box = "<w:drawing><wps:txbx><w:p><w:r><w:t>box</w:t></w:r></w:p></wps:txbx></w:drawing>";
    CHECK(paragraphsOf("<w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r>" + ink
              + "<w:t>plain</w:t><mc:AlternateContent><mc:Choice>" + box
              + "</mc:Choice></mc:AlternateContent></w:r></w:p>")
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
        CHECK(codeOf(textOf(docxOf(paragraph + oddity))) == ErrorCode::DocumentUnreadable);
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
    CHECK(text->cells == QList<TextCell>{{0, 0, 0, 1, 2}, {0, 0, 2, 3, 1}, {0, 1, 0}, {0, 1, 1}, {0, 2, 0}, {0, 2, 1}});
}

TEST_CASE("The part that word processors show is the one that is read")
{
    const QByteArray decoy = "<w:p><w:r><w:t>decoy</w:t></w:r></w:p>";
    const QByteArray shown = relationTo("/word/other.xml");
    const QByteArray foreign = relationTo("word/document.xml", "http://x.invalid/officeDocument");
    for (const QByteArray &relations : {shown, foreign + shown}) {
        const Result<DocumentText> text = textOf(docxOf(decoy, relations));
        REQUIRE(text);
        CHECK(text->content() == QStringLiteral("other\n"));
    }
    // Word reads none of two, and neither does this program.
    CHECK(codeOf(textOf(docxOf(decoy, relationTo("word/document.xml") + shown))) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf(docxOf(decoy, foreign))) == ErrorCode::DocumentUnreadable);
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
    CHECK(codeOf(textOf("text")) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf({})) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf("%PDF-1.4 broken")) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf("\x89PNG\r\n\x1A\n")) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf(docxOf("<w:p>"))) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf(docxOf({}, relationTo("word/missing.xml")))) == ErrorCode::DocumentUnreadable);
    // Within one another deeper than any document goes, and as deep as to exhaust a stack.
    for (const int depth : {300, 300'000}) {
        const QByteArray nested = QByteArray("<w:sdt>").repeated(depth) + QByteArray("</w:sdt>").repeated(depth);
        CHECK(codeOf(textOf(docxOf(nested))) == ErrorCode::DocumentUnreadable);
    }
    CHECK(codeOf(textOf(docxOf(QByteArray("<a/>").repeated(4'000'001)))) == ErrorCode::DocumentUnreadable);
    CHECK(codeOf(textOf(docxOf(QByteArray(33 * 1024 * 1024, ' ')))) == ErrorCode::FileTooLarge);
}

TEST_CASE("Cells that reach over more columns than there can be are read")
{
    for (const QByteArray number : {"2147483647", "-2147483648", "99999999999", "x"}) {
        const QByteArray cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"" + number
            + "\"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
        const QByteArray row
            = "<w:tr><w:trPr><w:gridBefore w:val=\"" + number + "\"/></w:trPr>" + cell.repeated(3) + "</w:tr>";
        const Result<DocumentText> text = textOf(docxOf("<w:tbl>" + row.repeated(3) + "</w:tbl>"));
        REQUIRE(text);
        CHECK(text->content().count(u'x') == 9);
    }
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

TEST_CASE("A tool is ended as soon as the thread that waits for it is asked to stop")
{
    const QTemporaryDir folder;
    QFile slow(folder.filePath(QStringLiteral("pdftotext")));
    REQUIRE(slow.open(QIODevice::WriteOnly));
    slow.write("#!/bin/sh\nexec sleep 19\n");
    slow.close();
    REQUIRE(slow.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(folder.path()) + ':' + path);
    std::optional<Result<DocumentText>> text;
    const std::unique_ptr<QThread> thread(QThread::create([&text] { text = textOf(pdfOf({})); }));
    thread->start();
    QThread::msleep(300);
    CHECK_FALSE(text);
    QElapsedTimer time;
    time.start();
    thread->requestInterruption();
    thread->wait();
    qputenv("PATH", path);
    CHECK(time.elapsed() < 5'000);
    REQUIRE(text);
    CHECK(text->error() == Error{ErrorCode::Stopped, {}});
}

} // namespace documenttext_test
