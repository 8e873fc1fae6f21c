// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxforeign.h"
#include "exchange/docxsample.h"

#include <catch2/catch.hpp>

namespace docxforeign_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

using Kind = ForeignContent::Kind;

std::string told(const QList<ForeignContent> &foreign)
{
    QStringList lines;
    for (const ForeignContent &each : foreign)
        lines.append(
            QStringLiteral("%1 [%2] [%3] [%4]").arg(static_cast<int>(each.kind)).arg(each.part, each.name, each.value));
    return lines.join(u'\n').toStdString();
}

QList<ForeignContent> foreignIn(const DocxSample &sample)
{
    return foreignContent(sample.bytes(), {QStringLiteral("送审稿")});
}

bool isKind(const QList<ForeignContent> &foreign, Kind kind)
{
    return !foreign.isEmpty() && foreign.constFirst().kind == kind;
}

// One paragraph with these elements in it.
QByteArray paragraphOf(const QByteArray &content, const QByteArray &properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}

DocxSample withParagraph(const QByteArray &paragraph)
{
    DocxSample sample;
    sample.paragraph = paragraph;
    return sample;
}

DocxSample withRows(const QList<QByteArray> &rows)
{
    DocxSample sample;
    sample.rows = rows;
    return sample;
}

// Properties of letters by which they are not seen as they read.
const QList<QByteArray> disguises{"<w:vanish/>", "<w:vanish w:val=\"0\"/>", "<w:specVanish/>", "<w:webHidden/>",
    "<w:strike/>", "<w:dstrike/>", "<w:color w:val=\"FFFFFF\"/>", "<w:color w:val=\"FEFEFE\"/>",
    "<w:color w:val=\"auto\" w:themeColor=\"background1\"/>", "<w:sz w:val=\"1\"/>", "<w:sz w:val=\"14\"/>",
    "<w:sz w:val=\"45\"/>", "<w:sz w:val=\"3277\"/>", "<w:w w:val=\"1\"/>", "<w:position w:val=\"-2000\"/>",
    "<w:spacing w:val=\"-320\"/>", "<w:spacing w:val=\"31680\"/>", "<w:highlight w:val=\"black\"/>",
    "<w:shd w:val=\"clear\" w:fill=\"000000\"/>", "<w:caps/>", "<w:smallCaps/>", "<w:rtl/>", "<w:cs/>",
    "<w:em w:val=\"dot\"/>", "<w:fitText w:val=\"1\"/>", "<w:eastAsianLayout w:combine=\"1\"/>",
    "<w:vertAlign w:val=\"superscript\"/>", "<w:effect w:val=\"blinkBackground\"/>", "<w:outline/>", "<w:emboss/>",
    "<w:imprint/>", "<w:shadow/>", "<w:bdr w:val=\"single\" w:sz=\"96\"/>", "<w:rFonts w:ascii=\"Wingdings\"/>",
    "<w:rFonts w:eastAsia=\"Symbol\"/>", "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>",
    "<w14:textFill><w14:noFill/></w14:textFill>", "<w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange>",
    "<w:del w:id=\"1\"/>", "<w:kern w:val=\"31680\"/>"};

const QList<QByteArray> harmless{"",
    "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\"/>",
    "<w:lang w:val=\"zh-CN\"/>"};

} // namespace

TEST_CASE("What exports are made of is not foreign")
{
    CHECK(told(foreignIn({})) == "");
    for (const QByteArray &properties : harmless)
        CHECK(told(foreignIn(withParagraph(paragraphOf(DocxSample::run("text", properties))))) == "");
    const QByteArray alternatives
        = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
          "<mc:Choice xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" Requires=\"w15\">"
          "<w:keepNext w:val=\"1\"/></mc:Choice><mc:Fallback><w:keepNext "
          "w:val=\"0\"/></mc:Fallback></mc:AlternateContent>";
    CHECK(told(foreignIn(withParagraph(paragraphOf(DocxSample::run("text"), alternatives)))) == "");
    CHECK(told(foreignIn(withParagraph(paragraphOf("<w:r><w:tab/><w:br/><w:t>text</w:t></w:r>")))) == "");
    CHECK(
        told(foreignIn(withParagraph(paragraphOf({}, "<w:ind w:start=\"0\" w:end=\"945\" w:hanging=\"0\"/>")))) == "");
}

TEST_CASE("Letters that may not be seen as they read are foreign, by their own properties and by their styles'")
{
    for (const QByteArray &disguise : disguises) {
        CAPTURE(disguise.constData());
        const QByteArray properties = QByteArray(disguise).replace(
            "<w14:textFill>", "<w14:textFill xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">");
        CHECK_FALSE(foreignIn(withParagraph(paragraphOf(DocxSample::run("text", properties)))).isEmpty());
        DocxSample styled;
        styled.letters = properties;
        CHECK_FALSE(foreignIn(styled).isEmpty());
    }
    // Sizes and spaces are the styles' affair, there as they are written; twice they would be two.
    DocxSample styled;
    styled.letters = "<w:color w:val=\"auto\"/><w:spacing w:val=\"-5\"/><w:kern w:val=\"0\"/><w:b w:val=\"0\"/>";
    CHECK(told(foreignIn(styled)) == "");
    styled.letters = "<w:sz w:val=\"32\"/>";
    CHECK(isKind(foreignIn(styled), Kind::Repeated));
}

TEST_CASE("Paragraphs that may lie elsewhere or bear a label are foreign")
{
    const QList<QByteArray> odd{"<w:ind w:left=\"31000\" w:firstLine=\"0\"/>", "<w:ind w:right=\"8800\"/>",
        "<w:ind w:firstLine=\"-9000\"/>", "<w:ind w:start=\"0\" w:left=\"280\"/>", "<w:ind w:leftChars=\"9000\"/>",
        "<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>", "<w:spacing w:before=\"31680\"/>",
        "<w:framePr w:w=\"1\" w:h=\"1\" w:x=\"-9000\"/>", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "<w:bidi/>",
        "<w:textDirection w:val=\"tbRl\"/>", "<w:pageBreakBefore/>", "<w:jc w:val=\"distribute\"/>",
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"31000\"/></w:tabs>",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"96\"/></w:pBdr>", "<w:rPr><w:vanish/></w:rPr>",
        "<w:rPr><w:del w:id=\"1\"/></w:rPr>", "<w:sectPr/>", "<w:contextualSpacing/>", "<w:pStyle w:val=\"none\"/>",
        "<w:pPrChange w:id=\"1\"><w:pPr/></w:pPrChange>", "<w:suppressOverlap/>", "<w:mirrorIndents/>",
        "<w:jc w:val=\"left\"/><w:jc w:val=\"right\"/>", "<w:keepNext/>"};
    for (const QByteArray &properties : odd) {
        CAPTURE(properties.constData());
        CHECK_FALSE(foreignIn(withParagraph(paragraphOf(DocxSample::run("text"), properties))).isEmpty());
    }
}

TEST_CASE("What holds text of its own, or is shown in its place, is foreign")
{
    const QByteArray run = DocxSample::run("text");
    const QList<QByteArray> odd{"<w:altChunk/>", "<w:sdt><w:sdtContent>" + paragraphOf(run) + "</w:sdtContent></w:sdt>",
        "<w:customXml>" + paragraphOf(run) + "</w:customXml>", "<w:foo>" + paragraphOf(run) + "</w:foo>",
        paragraphOf("<w:ins w:id=\"1\">" + run + "</w:ins>"), paragraphOf("<w:del w:id=\"1\">" + run + "</w:del>"),
        paragraphOf("<w:moveFrom w:id=\"1\">" + run + "</w:moveFrom>"),
        paragraphOf("<w:hyperlink>" + run + "</w:hyperlink>"),
        paragraphOf("<w:fldSimple w:instr=\"QUOTE other\">" + run + "</w:fldSimple>"),
        paragraphOf(DocxSample::field(" PAGE ", "1")), paragraphOf("<w:r><w:delText>text</w:delText></w:r>"),
        paragraphOf("<w:r><w:sym w:font=\"Wingdings\" w:char=\"0039\"/></w:r>"), paragraphOf("<w:r><w:drawing/></w:r>"),
        paragraphOf("<w:r><w:pict/></w:r>"), paragraphOf("<w:r><w:object/></w:r>"),
        paragraphOf("<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), paragraphOf("<w:commentRangeStart w:id=\"1\"/>"),
        paragraphOf("<w:r><w:ruby/></w:r>"), paragraphOf("<w:bdo w:val=\"rtl\">" + run + "</w:bdo>"),
        paragraphOf("<w:dir w:val=\"rtl\">" + run + "</w:dir>"), paragraphOf("<w:subDoc/>"),
        paragraphOf("<w:smartTag>" + run + "</w:smartTag>"), paragraphOf("<w:r><w:br w:type=\"page\"/></w:r>"),
        paragraphOf("<w:r><w:ptab/></w:r>"), paragraphOf("<w:r><w:pgNum/></w:r>"),
        paragraphOf("<w:r><w:lastRenderedPageBreak/></w:r>"), paragraphOf(run + "<w:pPr/>"),
        "<w:p>" + run + "<w:pPr><w:jc w:val=\"right\"/></w:pPr></w:p>",
        paragraphOf("<w:r><w:t>text</w:t><w:rPr/></w:r>"), paragraphOf("stray"), "<w:p w:rsidR=\"1\"/>",
        paragraphOf("<w:r><w:t> text</w:t></w:r>"), paragraphOf("<w:r><w:t xml:space=\"preserve\">te\txt</w:t></w:r>"),
        paragraphOf("<w:r><w:t xml:space=\"preserve\">te\nxt</w:t></w:r>"),
        paragraphOf("<w:r><w:t xml:space=\"default\">text</w:t></w:r>"), "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>",
        "<w:sectPr/>" + paragraphOf(run)};
    for (const QByteArray &paragraph : odd) {
        CAPTURE(paragraph.constData());
        CHECK_FALSE(foreignIn(withParagraph(paragraph)).isEmpty());
    }
}

TEST_CASE("XML that programs read differently is foreign")
{
    const QByteArray text = paragraphOf(DocxSample::run("text"));
    const auto isMarkup
        = [](const QByteArray &paragraph) { return isKind(foreignIn(withParagraph(paragraph)), Kind::Markup); };
    CHECK(isMarkup(text + "<!-- -->"));
    CHECK(isMarkup(text + "<?x y?>"));
    CHECK(isMarkup("<w:p><w:r><w:t><![CDATA[text]]></w:t></w:r></w:p>"));
    CHECK(isMarkup("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"));
    CHECK(isMarkup("<w:p><w:r><w:t>\xC0\x80</w:t></w:r></w:p>"));
    CHECK(isMarkup("<w:p xmlns:w=\"http://x.invalid\"/>"));
    CHECK(isMarkup(paragraphOf({}, "<w:jc w:val=\"left\" w:val=\"right\"/>")));
    for (const char *paragraph : {"<x:p xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>",
             "<p xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>", "<w:p>", "<w:p></w:P>"})
        CHECK_FALSE(foreignIn(withParagraph(paragraph)).isEmpty());
    DocxSample sample;
    for (const QByteArray before : {"<!DOCTYPE x [<!ENTITY x \"98\">]>", "<?xml version=\"1.1\"?>",
             "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"}) {
        CAPTURE(before.constData());
        sample.root = before;
        CHECK(isKind(foreignIn(sample), Kind::Markup));
    }
    sample.root = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    CHECK(told(foreignIn(sample)) == "");
}

TEST_CASE("Tables whose cells may hide or lend their text are foreign")
{
    const auto row
        = [](const QByteArray &cells, const QByteArray &properties = {}) { return DocxSample::row(cells, properties); };
    const auto cell = [](const QByteArray &text, const QByteArray &properties = {}, const QByteArray &width = "4422") {
        return DocxSample::cell(text, properties, width);
    };
    const QByteArray whole = row(cell("a") + cell("b"));
    const QByteArray restart = "<w:vMerge w:val=\"restart\"/>";
    const QByteArray goesOn = "<w:vMerge w:val=\"continue\"/>";
    CHECK(told(foreignIn(withRows({row(cell("a", "<w:gridSpan w:val=\"2\"/>", "8844")), whole}))) == "");
    CHECK(told(foreignIn(withRows({row(cell("a") + cell("b"), "<w:tblHeader/><w:cantSplit/>"), whole}))) == "");
    const QList<QList<QByteArray>> odd{
        {row(cell("a"))},
        {row(cell("a") + cell("b") + cell("c"))},
        {row(cell("a", "<w:gridSpan w:val=\"3\"/>", "8844"))},
        {row(cell("a", "<w:gridSpan w:val=\"0\"/>") + cell("b"))},
        {row(cell("a") + cell("b", "<w:gridSpan w:val=\"-1\"/>"))},
        {row(cell("a") + cell("b", "<w:gridSpan w:val=\"2147483647\"/>"))},
        {row(cell("a", {}, "2147483647") + cell("b", {}, "2147483647"))},
        {row(cell("a", goesOn) + cell("b"))},
        {whole, row(cell({}, goesOn) + cell("b"))},
        {row(cell("a", restart) + cell("b")), row(cell("covered", goesOn) + cell("b"))},
        {row(cell("a", restart + "<w:gridSpan w:val=\"2\"/>", "8844")), row(cell({}, goesOn) + cell("b"))},
        {row(cell("a", {}, "8000") + cell("b", {}, "844"))},
        {row(cell("a", {}, "1") + cell("b"))},
        {row(cell("a", "<w:hMerge w:val=\"restart\"/>") + cell("b"))},
        {row(cell("a", "<w:textDirection w:val=\"btLr\"/>") + cell("b"))},
        {row(cell("a", "<w:tcFitText/>") + cell("b"))},
        {row(cell("a", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>") + cell("b"))},
        {row(cell("a", "<w:tcMar><w:left w:w=\"9000\" w:type=\"dxa\"/></w:tcMar>") + cell("b"))},
        {row(cell("a", "<w:noWrap/>") + cell("b"))},
        {row(cell("a") + cell("b"), "<w:hidden/>")},
        {row(cell("a") + cell("b"), "<w:trHeight w:val=\"1\" w:hRule=\"exact\"/>")},
        {row(cell("a") + cell("b"), "<w:del w:id=\"1\"/>")},
        {row(cell("a") + cell("b"), "<w:gridBefore w:val=\"1\"/>")},
        {whole, row(cell("a") + cell("b"), "<w:tblHeader/>")},
        {row(cell(QByteArray("字").repeated(1'000)) + cell("b"), "<w:cantSplit/>")},
        {row(cell(QByteArray("字").repeated(1'000)) + cell("b"), "<w:tblHeader/>"), whole},
        {row("<w:tc><w:tcPr><w:tcW w:w=\"4422\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:keepNext "
             "w:val=\"1\"/></w:pPr></w:p></w:tc>"
            + cell("b"))},
        {row("<w:tc><w:tcPr><w:tcW w:w=\"4422\" w:type=\"dxa\"/></w:tcPr><w:tbl/><w:p/></w:tc>" + cell("b"))},
    };
    for (qsizetype number = 0; number < odd.size(); ++number) {
        CAPTURE(number);
        CHECK_FALSE(foreignIn(withRows(odd[number])).isEmpty());
    }
    CHECK(told(foreignIn(withRows({row(cell(QByteArray("字").repeated(1'000)) + cell("b"))}))) == "");
    DocxSample narrow;
    narrow.grid = "<w:gridCol w:w=\"8843\"/><w:gridCol w:w=\"1\"/>";
    CHECK_FALSE(foreignIn(narrow).isEmpty());
    for (const QByteArray properties :
        {"<w:tblpPr w:tblpX=\"1\"/>", "<w:bidiVisual/>", "<w:tblInd w:w=\"9000\" w:type=\"dxa\"/>",
            "<w:tblStyle w:val=\"x\"/>", "<w:tblCellSpacing w:w=\"900\" w:type=\"dxa\"/>",
            "<w:tblLayout w:type=\"autofit\"/>", "<w:shd w:val=\"clear\" w:fill=\"000000\"/>"}) {
        DocxSample sample;
        sample.tableProperties = properties;
        CAPTURE(properties.constData());
        CHECK_FALSE(foreignIn(sample).isEmpty());
    }
}

TEST_CASE("Pages of another size or with other words in their margins are foreign")
{
    const auto sampleWith = [](const QByteArray &before, const QByteArray &after) {
        DocxSample sample;
        CHECK(sample.section.contains(before));
        sample.section.replace(before, after);
        return sample;
    };
    CHECK(isKind(foreignIn(sampleWith("w:w=\"11906\"", "w:w=\"16838\"")), Kind::Page));
    CHECK(isKind(foreignIn(sampleWith("w:right=\"1474\"", "w:right=\"9000\"")), Kind::Attribute));
    CHECK(isKind(foreignIn(sampleWith("<w:pgSz", "<w:cols w:num=\"9\"/><w:pgSz")), Kind::Element));
    CHECK(isKind(foreignIn(sampleWith("<w:pgSz", "<w:textDirection w:val=\"tbRl\"/><w:pgSz")), Kind::Attribute));
    CHECK(isKind(foreignIn(sampleWith("w:type=\"even\"", "w:type=\"default\"")), Kind::Missing));
    CHECK(isKind(foreignIn(sampleWith("r:id=\"even\"", "r:id=\"styles\"")), Kind::Relation));
    CHECK(isKind(foreignIn(sampleWith("r:id=\"even\"", "r:id=\"odd\"")), Kind::Missing));
    const QList<QByteArray> odd{"<w:p><w:r><w:t>作废</w:t></w:r></w:p>", "<w:p/>", {}, DocxSample().footer + "<w:p/>",
        QByteArray(DocxSample().footer).replace(" PAGE ", " QUOTE x "),
        QByteArray(DocxSample().footer).replace("<w:t>1<", "<w:t>作废<"),
        QByteArray(DocxSample().footer).replace("\"separate\"", "\"begin\""),
        QByteArray(DocxSample().footer).replace("<w:instrText", "<w:t>x</w:t></w:r><w:r><w:instrText"),
        QByteArray(DocxSample().footer).replace("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "")};
    for (const QByteArray &footer : odd) {
        CAPTURE(footer.constData());
        DocxSample sample;
        sample.footer = footer;
        CHECK_FALSE(foreignIn(sample).isEmpty());
    }
}

TEST_CASE("A page header says the mark of a draft or is foreign")
{
    const auto withHeader = [](const QByteArray &text) {
        const QByteArray header
            = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p>"
              "<w:r><w:t>"
            + text + "</w:t></w:r></w:p></w:hdr>";
        DocxSample sample;
        for (const QByteArray number : {"1", "2"}) {
            sample.further.append({QStringLiteral("word/header%1.xml").arg(QString::fromLatin1(number)), header});
            sample.types += "<Override PartName=\"/word/header" + number
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>";
            sample.relations += "<Relationship Id=\"header" + number
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" "
                  "Target=\"header"
                + number + ".xml\"/>";
        }
        sample.section = "<w:headerReference w:type=\"even\" r:id=\"header1\"/>"
                         "<w:headerReference w:type=\"default\" r:id=\"header2\"/>"
            + sample.section;
        return sample;
    };
    CHECK(told(foreignIn(withHeader("送审稿"))) == "");
    CHECK(isKind(foreignIn(withHeader("作废")), Kind::Story));
    CHECK(isKind(foreignContent(withHeader("送审稿").bytes(), {}), Kind::Story));
}

TEST_CASE("Styles that programs tell apart differently, or that cut letters, are foreign")
{
    const auto style = [](const QByteArray &id, const QByteArray &content, const QByteArray &type = "paragraph") {
        return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" + content
            + "</w:style>";
    };
    const auto withStyles = [](const QByteArray &styles, const QByteArray &paragraph = DocxSample().paragraph) {
        DocxSample sample = withParagraph(paragraph);
        sample.styles = styles;
        return sample;
    };
    CHECK(told(foreignIn(withStyles(style("new", "<w:basedOn w:val=\"BodyText\"/>")))) == "");
    CHECK(isKind(foreignIn(withStyles(style("BodyText", {}))), Kind::Style));
    CHECK(isKind(foreignIn(withStyles(style("new", "<w:basedOn w:val=\"none\"/>"))), Kind::Style));
    CHECK(isKind(foreignIn(withStyles(style("new", "<w:basedOn w:val=\"new\"/>"))), Kind::Style));
    CHECK(isKind(foreignIn(withStyles(style("new", "<w:basedOn w:val=\"BodyText\"/>", "character"))), Kind::Style));
    const auto styledRun = [](const QByteArray &id) {
        return paragraphOf(
            DocxSample::run("text", "<w:rStyle w:val=\"" + id + "\"/>"), "<w:pStyle w:val=\"TableText\"/>");
    };
    const QByteArray letters = style("fits", "<w:rPr><w:sz w:val=\"24\"/></w:rPr>", "character")
        + style("large", "<w:rPr><w:sz w:val=\"44\"/></w:rPr>", "character")
        + style("based", "<w:basedOn w:val=\"large\"/>", "character");
    CHECK(told(foreignIn(withStyles(letters, styledRun("fits")))) == "");
    CHECK(isKind(foreignIn(withStyles(letters, styledRun("large"))), Kind::Cut));
    CHECK(isKind(foreignIn(withStyles(letters, styledRun("based"))), Kind::Cut));
    CHECK(isKind(foreignIn(withStyles(letters, styledRun("BodyText"))), Kind::Style));
}

TEST_CASE("Parts, types and relations of other kinds are foreign")
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [](const QByteArray &id, const QByteArray &type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    };
    DocxSample sample;
    for (const QByteArray &entry :
        {relation("r", "http://x.invalid/styles", "ok.xml"), relation("r", office + "styles", "styles.xml"),
            relation("r", office + "styles", "/word/styles.xml"), relation("r", office + "Styles", "styles.xml"),
            relation("r", office + "numbering", "numbering.xml"), relation("odd", office + "image", "media/image1.png"),
            relation("r", office + "attachedTemplate", "http://x.invalid/t.dotx")}) {
        CAPTURE(entry.constData());
        sample.relations = entry;
        CHECK_FALSE(foreignIn(sample).isEmpty());
    }
    sample = {};
    for (const char *name : {"word/numbering.xml", "word/comments.xml", "customXml/item1.xml", "word/vbaProject.bin",
             "word/media/image1.png", "word/styles2.xml", "a.bin", "Word/styles.xml.bak"}) {
        CAPTURE(name);
        sample.further = {{QString::fromLatin1(name), "<x/>"}};
        CHECK(isKind(foreignIn(sample), Kind::Part));
    }
    sample = {};
    for (const QByteArray entry : {"<Override PartName=\"/word/ok.xml\" ContentType=\"application/xml\"/>",
             "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>",
             "<Override PartName=\"/word/styles.xml\" ContentType=\"application/xml\"/>",
             "<Override PartName=\"/WORD/styles.xml\" ContentType=\"application/xml\"/>"}) {
        CAPTURE(entry.constData());
        sample.types = entry;
        CHECK(isKind(foreignIn(sample), Kind::Type));
    }
    const QList<ArchivePart> parts = *zipParts(DocxSample().bytes());
    for (qsizetype missing = 0; missing < parts.size(); ++missing) {
        QList<ArchivePart> rest = parts;
        rest.removeAt(missing);
        CAPTURE(parts[missing].name.toStdString());
        CHECK_FALSE(foreignContent(*zipArchive(rest)).isEmpty());
    }
}

TEST_CASE("Settings and fonts that change what letters look like are foreign")
{
    DocxSample sample;
    sample.settings = "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"640\"/><w:evenAndOddHeaders/>";
    CHECK(told(foreignIn(sample)) == "");
    for (const QByteArray setting :
        {"<w:defaultTabStop w:val=\"31680\"/>", "<w:documentProtection/>", "<w:trackRevisions/>",
            "<w:attachedTemplate r:id=\"x\"/>", "<w:view w:val=\"outline\"/>", "<w:mailMerge/>"}) {
        CAPTURE(setting.constData());
        sample.settings = setting;
        CHECK_FALSE(foreignIn(sample).isEmpty());
    }
    sample = {};
    for (const QByteArray font : {"<w:font w:name=\"宋体\"><w:altName w:val=\"Wingdings\"/></w:font>",
             "<w:font w:name=\"宋体\"><w:embedRegular r:id=\"x\"/></w:font>", "<w:font w:name=\"Wingdings\"/>",
             "<w:font w:name=\"宋体\"><w:charset w:val=\"02\"/></w:font>"}) {
        CAPTURE(font.constData());
        sample.fonts = font;
        CHECK_FALSE(foreignIn(sample).isEmpty());
    }
}

TEST_CASE("An archive that is more than its parts is foreign")
{
    const QByteArray docx = DocxSample().bytes();
    for (const QByteArray &other : {"x" + docx, docx + "x", docx.chopped(1), QByteArray("PK\3\4"), QByteArray()})
        CHECK(isKind(foreignContent(other), Kind::Archive));
}

TEST_CASE("Cells that are merged otherwise than they should be are told")
{
    const auto piece = [](int row, int column, int columnSpan, bool header, int rowSpan) {
        return ExpectedPiece{QStringLiteral("text"), {}, row, column, columnSpan, header, rowSpan};
    };
    const QList<ExpectedPiece> expected{ExpectedPiece{QStringLiteral("title"), {}}, piece(0, 0, 2, true, 1),
        piece(1, 0, 1, false, 2), piece(1, 1, 1, false, 1), piece(2, 1, 1, false, 1)};
    DocumentText found;
    found.cells = {{0, 0, 0, 1, 2, true}, {0, 1, 0, 2, 1}, {0, 1, 1}, {0, 2, 1}};
    CHECK(told(foreignCells(expected, found)) == "");
    for (TextCell &cell : found.cells) {
        const TextCell before = cell;
        ++cell.rowSpan;
        CHECK(isKind(foreignCells(expected, found), Kind::Grid));
        cell = before;
        cell.header = !cell.header;
        CHECK(isKind(foreignCells(expected, found), Kind::Grid));
        cell = before;
    }
    found.cells.removeLast();
    CHECK(isKind(foreignCells(expected, found), Kind::Grid));
}

TEST_CASE("A picture that stands as a letter does is told as one, and all others are foreign")
{
    const QByteArray graphic
        = "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
          "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
          "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" "
          "name=\"x\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
          "r:embed=\"picture\"/></pic:blipFill><pic:spPr/>"
          "</pic:pic></a:graphicData></a:graphic>";
    const auto withPicture = [&](const QByteArray &element, const QByteArray &width) {
        DocxSample sample = withParagraph(paragraphOf("<w:r><w:drawing><wp:" + element
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" "
              "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""
            + width + "\" cy=\"1098000\"/>" + graphic + "</wp:" + element + "></w:drawing></w:r>"));
        sample.further = {{QStringLiteral("word/media/image1.png"), "\x89PNG\r\n\x1A\n"}};
        sample.types = "<Default Extension=\"png\" ContentType=\"image/png\"/>";
        sample.relations = "<Relationship Id=\"picture\" "
                           "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
                           "Target=\"media/image1.png\"/>";
        return sample;
    };
    const DocxSample own = withPicture("inline", "1098000");
    CHECK(foreignIn(own).size() == 1);
    CHECK(isKind(foreignIn(own), Kind::Picture));
    CHECK(foreignIn(withPicture("anchor", "1098000")).size() == 2);
    CHECK(foreignIn(withPicture("inline", "9000000")).size() == 2);
    DocxSample other = own;
    other.further[0].bytes = "%PDF-1.4";
    CHECK(foreignIn(other).size() == 2);
    other = own;
    other.relations.replace("Target=", "TargetMode=\"External\" Target=");
    CHECK(foreignIn(other).size() == 2);
}

} // namespace docxforeign_test
