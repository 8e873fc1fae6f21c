// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/docxforgery.h"

#include <QBuffer>
#include <QImage>

namespace zhibao::test {

namespace {

const QByteArray sentence = "另：以上数据未经核实，合格率实为38%。";

QByteArray run(const QByteArray &text = sentence)
{
    return "<w:r><w:t>" + text + "</w:t></w:r>";
}

QByteArray paragraph(const QByteArray &content = run())
{
    return "<w:p>" + content + "</w:p>";
}

QByteArray tracked(const QByteArray &element, const QByteArray &content)
{
    return "<w:" + element + " w:id=\"900\" w:author=\"x\" w:date=\"2024-01-01T00:00:00Z\">" + content
        + "</w:" + element + '>';
}

QByteArray field(const QByteArray &instruction, const QByteArray &result)
{
    const auto mark = [](const QByteArray &type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
    return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">" + instruction + "</w:instrText></w:r>"
        + mark("separate") + run(result) + mark("end");
}

QByteArray vmlBox()
{
    return "<w:r><w:pict><v:shape type=\"#t\" style=\"position:absolute;left:0;top:0;width:300pt;height:60pt\">"
           "<v:textbox><w:txbxContent>"
        + paragraph() + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
}

QByteArray wordArt()
{
    return "<w:r><w:pict><v:shape type=\"#_x0000_t136\" style=\"position:absolute;width:300pt;height:60pt\" "
           "fillcolor=\"black\"><v:textpath style=\"font-family:SimSun\" string=\""
        + sentence + "\"/></v:shape></w:pict></w:r>";
}

// Something of DrawingML that floats over the page.
QByteArray anchored(const QByteArray &graphic, const QByteArray &uri)
{
    return "<w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"9\" "
           "behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
           "<wp:positionH relativeFrom=\"page\"><wp:posOffset>1000000</wp:posOffset></wp:positionH>"
           "<wp:positionV relativeFrom=\"page\"><wp:posOffset>1000000</wp:posOffset></wp:positionV>"
           "<wp:extent cx=\"4000000\" cy=\"2000000\"/><wp:wrapNone/><wp:docPr id=\"77\" name=\"x\"/><a:graphic>"
           "<a:graphicData uri=\""
        + uri + "\">" + graphic + "</a:graphicData></a:graphic></wp:anchor></w:drawing>";
}

QByteArray shapeBox()
{
    return "<w:r>"
        + anchored("<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                   "<a:ext cx=\"4000000\" cy=\"2000000\"/></a:xfrm><a:prstGeom prst=\"rect\"/></wps:spPr><wps:txbx>"
                   "<w:txbxContent>"
                + paragraph() + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
        + "</w:r>";
}

void addPictureToDocx(ForgedDocx &docx)
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::black);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.save(&file, "PNG");
    docx.declareDrawings();
    docx.addPart(QStringLiteral("word/media/image1.png"), file.data(), "image/png", "image");
    docx.addRun("<w:r>"
        + anchored("<pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"x\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
                   "<a:blip r:embed=\"rIdNew\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
                   "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"4000000\" cy=\"2000000\"/></a:xfrm>"
                   "<a:prstGeom prst=\"rect\"/></pic:spPr></pic:pic>",
            "http://schemas.openxmlformats.org/drawingml/2006/picture")
        + "</w:r>");
}

void addFootnote(ForgedDocx &docx)
{
    docx.addPart(QStringLiteral("word/footnotes.xml"),
        "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:footnote w:id=\"2\">"
            + paragraph() + "</w:footnote></w:footnotes>",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", "footnotes");
    docx.addRun("<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
}

void addNumber(ForgedDocx &docx)
{
    docx.addPart(QStringLiteral("word/numbering.xml"),
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"38\"/><w:numFmt w:val=\"decimal\"/>"
        "<w:lvlText w:val=\"作废%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
        "w:val=\"1\"/></w:num>"
        "</w:numbering>",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml", "numbering");
    docx.addToParagraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
}

void addWords(ForgedDocx &docx, const QString &story)
{
    QByteArray &xml = docx.part(story);
    xml.insert(xml.lastIndexOf("</w:p>"), run("作废"));
}

void replaceFirst(QByteArray &bytes, const QByteArray &before, const QByteArray &after)
{
    const qsizetype at = bytes.indexOf(before);
    if (at >= 0)
        bytes.replace(at, before.size(), after);
}

// The second row of a table shows the cell above in the place of its own, which is emptied.
void shareCells(ForgedDocx &docx)
{
    QByteArray &xml = docx.text();
    const qsizetype last = xml.lastIndexOf("<w:tr>");
    const qsizetype above = xml.lastIndexOf("<w:tr>", last - 1);
    const auto merge = [&](qsizetype row, const QByteArray &value) {
        const qsizetype cell = xml.indexOf("</w:tcPr>", row);
        xml.insert(cell, "<w:vMerge w:val=\"" + value + "\"/>");
    };
    merge(last, "continue");
    merge(above, "restart");
}

struct Property {
    const char *name;
    const char *xml;
};

const QList<Property> letterProperties{{"vanish", "<w:vanish/>"}, {"white", "<w:color w:val=\"FFFFFF\"/>"},
    {"near white", "<w:color w:val=\"FDFDFD\"/>"}, {"struck", "<w:strike/>"}, {"struck twice", "<w:dstrike/>"},
    {"scaled", "<w:w w:val=\"5\"/>"}, {"raised", "<w:position w:val=\"120\"/>"},
    {"marked black", "<w:highlight w:val=\"black\"/>"},
    {"shaded black", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>"}, {"outlined", "<w:outline/>"},
    {"superscript", "<w:vertAlign w:val=\"superscript\"/>"}, {"underlined", "<w:u w:val=\"single\"/>"}};

// In the styles they stand already, there they are changed.
const QList<Property> ownLetters{{"tiny", "<w:sz w:val=\"2\"/>"}, {"huge", "<w:sz w:val=\"300\"/>"},
    {"squeezed", "<w:spacing w:val=\"-300\"/>"}, {"stretched", "<w:spacing w:val=\"900\"/>"}};

const QList<Property> paragraphs{{"indented off", "<w:ind w:left=\"31000\" w:firstLine=\"0\"/>"},
    {"narrow", "<w:ind w:left=\"0\" w:right=\"8300\" w:firstLine=\"0\"/>"},
    {"lines of nothing", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>"},
    {"far below", "<w:spacing w:before=\"9000\"/>"},
    {"framed off",
        "<w:framePr w:w=\"4000\" w:h=\"300\" w:hRule=\"exact\" w:hAnchor=\"page\" w:vAnchor=\"page\" "
        "w:x=\"9000\" w:y=\"100\"/>"},
    {"shaded black", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>"},
    {"on the next page", "<w:pageBreakBefore/>"}};

const QList<Property> cellProperties{{"upright text", "<w:textDirection w:val=\"btLr\"/>"},
    {"shaded black", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>"},
    {"padded", "<w:tcMar><w:left w:w=\"1200\" w:type=\"dxa\"/></w:tcMar>"}};

const QList<Property> runs{{"line of another page", "<w:r><w:br w:type=\"page\"/></w:r>"}};

const QByteArray ruby
    = "<w:r><w:ruby><w:rubyPr><w:hps w:val=\"20\"/></w:rubyPr><w:rt><w:r><w:t>九</w:t></w:r></w:rt><w:rubyBase>"
      "<w:r><w:t>八</w:t></w:r></w:rubyBase></w:ruby></w:r>";

void addProperties(QList<DocxForgery> &all)
{
    for (const bool inTable : {false, true}) {
        const QByteArray where = inTable ? " in a table" : "";
        for (const Property &each : letterProperties) {
            const QByteArray xml = each.xml;
            all.append({each.name + where, inTable, [xml](ForgedDocx &docx) { docx.addToLetters(xml); }});
            all.append({each.name + where + " by its style", inTable,
                [xml](ForgedDocx &docx) { docx.addToLettersOfStyle(xml); }});
        }
        for (const Property &each : ownLetters) {
            const QByteArray xml = each.xml;
            all.append({each.name + where, inTable, [xml](ForgedDocx &docx) { docx.addToLetters(xml); }});
        }
        for (const Property &each : paragraphs) {
            const QByteArray xml = each.xml;
            if (!inTable)
                all.append({each.name, false, [xml](ForgedDocx &docx) { docx.addToParagraph(xml); }});
        }
        all.append({"rubied" + where, inTable, [](ForgedDocx &docx) { docx.addRun(ruby); }});
    }
    for (const Property &each : runs) {
        const QByteArray xml = each.xml;
        all.append({each.name, false, [xml](ForgedDocx &docx) { docx.addRun(xml); }});
    }
    for (const Property &each : cellProperties) {
        const QByteArray xml = each.xml;
        all.append({each.name + QByteArray(" cell"), true, [xml](ForgedDocx &docx) { docx.addToCell(xml); }});
    }
}

// Words that are added, or stand in the place of others.
void addWordings(QList<DocxForgery> &all)
{
    const auto append = [&](const char *name, std::function<void(ForgedDocx &)> change) {
        for (const bool inTable : {false, true})
            all.append({name + QByteArray(inTable ? " in a table" : ""), inTable, change});
    };
    append("shape with text", [](ForgedDocx &docx) {
        docx.declareDrawings();
        docx.addRun(shapeBox());
    });
    append("picture", addPictureToDocx);
    append("footnote", addFootnote);
    append("numbered", addNumber);
    append("words in the footers", [](ForgedDocx &docx) {
        addWords(docx, QStringLiteral("word/footer1.xml"));
        addWords(docx, QStringLiteral("word/footer2.xml"));
    });
    append("deleted sentence",
        [](ForgedDocx &docx) { docx.addRun(tracked("del", "<w:r><w:delText>38</w:delText></w:r>")); });
    append("inserted sentence", [](ForgedDocx &docx) { docx.addRun(tracked("ins", run("38"))); });
    append(
        "deleted letters", [](ForgedDocx &docx) { docx.enclose("<w:del w:id=\"901\" w:author=\"x\">", "</w:del>"); });
    append("field", [](ForgedDocx &docx) { docx.addRun(field(" QUOTE \"38\" ", "38")); });
    append("simple field",
        [](ForgedDocx &docx) { docx.addRun("<w:fldSimple w:instr=\"PAGE\">" + run("38") + "</w:fldSimple>"); });
    append("control",
        [](ForgedDocx &docx) { docx.addRun("<w:sdt><w:sdtContent>" + run("38") + "</w:sdtContent></w:sdt>"); });
    append(
        "link", [](ForgedDocx &docx) { docx.enclose("<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>" + run("38")); });
    append("further paragraph", [](ForgedDocx &docx) { docx.addBlock(paragraph()); });
    append("further paragraph in a control",
        [](ForgedDocx &docx) { docx.addBlock("<w:sdt><w:sdtContent>" + paragraph() + "</w:sdtContent></w:sdt>"); });
    append("fallback alone", [](ForgedDocx &docx) {
        docx.addRun("<mc:AlternateContent><mc:Choice Requires=\"w15\">" + run("38") + "</mc:Choice><mc:Fallback>"
            + run("88") + "</mc:Fallback></mc:AlternateContent>");
    });
    append("right to left", [](ForgedDocx &docx) { docx.addRun("<w:bdo w:val=\"rtl\">" + run("83") + "</w:bdo>"); });
    append("other digit", [](ForgedDocx &docx) { docx.addRun(run("8")); });
}

void addLayouts(QList<DocxForgery> &all)
{
    const auto append = [&](const char *name, bool inTable, std::function<void(ForgedDocx &)> change) {
        all.append({name, inTable, std::move(change)});
    };
    append("narrow column", true, [](ForgedDocx &docx) {
        QByteArray &xml = docx.text();
        const qsizetype grid = xml.indexOf("</w:tblGrid>");
        const qsizetype last = xml.lastIndexOf("w:w=\"", grid) + 5;
        xml.replace(last, xml.indexOf('"', last) - last, "30");
    });
    append("rows of no height", true,
        [](ForgedDocx &docx) { docx.addToRow("<w:trHeight w:val=\"60\" w:hRule=\"exact\"/>"); });
    append("shared cells", true, shareCells);
    append("moved table", true, [](ForgedDocx &docx) {
        replaceFirst(docx.text(), "<w:tblPr>",
            "<w:tblPr><w:tblpPr w:horzAnchor=\"page\" w:vertAnchor=\"page\" w:tblpX=\"9000\" w:tblpY=\"200\"/>");
    });
    append("table in a cell", true, [](ForgedDocx &docx) {
        replaceFirst(docx.text(), "</w:tcPr><w:p>",
            "</w:tcPr><w:tbl><w:tblPr><w:tblW w:w=\"900\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
            "<w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr>"
                + paragraph(run("38")) + "</w:tc></w:tr></w:tbl><w:p>");
    });
    for (const bool inTable : {false, true}) {
        append("wide margins", inTable, [](ForgedDocx &docx) {
            QByteArray &xml = docx.text();
            const qsizetype margin = xml.indexOf("w:left=\"", xml.indexOf("<w:pgMar")) + 8;
            xml.replace(margin, xml.indexOf('"', margin) - margin, "7000");
        });
        append("columns", inTable, [](ForgedDocx &docx) {
            replaceFirst(docx.text(), "</w:sectPr>", "<w:cols w:num=\"9\" w:space=\"10\"/></w:sectPr>");
        });
        append("small pages", inTable, [](ForgedDocx &docx) {
            QByteArray &xml = docx.text();
            const qsizetype height = xml.indexOf("w:h=\"", xml.indexOf("<w:pgSz")) + 5;
            xml.replace(height, xml.indexOf('"', height) - height, "9000");
        });
        append("other styles", inTable, [](ForgedDocx &docx) {
            QByteArray styles = docx.part(QStringLiteral("word/styles.xml"));
            docx.addPart(QStringLiteral("word/other.xml"), styles.replace("<w:sz ", "<w:vanish/><w:sz "),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml", "styles");
            replaceFirst(docx.part(QStringLiteral("word/_rels/document.xml.rels")), "Target=\"styles.xml\"",
                "Target=\"other.xml\"");
        });
        append("hidden by all defaults", inTable, [](ForgedDocx &docx) {
            replaceFirst(docx.part(QStringLiteral("word/styles.xml")), "</w:rPr></w:rPrDefault>",
                "<w:vanish/></w:rPr></w:rPrDefault>");
        });
    }
}

} // namespace

QList<DocxForgery> docxForgeries()
{
    QList<DocxForgery> all;
    addProperties(all);
    addWordings(all);
    addLayouts(all);
    return all;
}

QList<DocxForgery> docxForgeriesForOthers()
{
    QList<DocxForgery> all;
    const auto append = [&](const char *name, std::function<void(ForgedDocx &)> change) {
        all.append({name, false, change});
        all.append({name + QByteArray(" in a table"), true, change});
    };
    for (const char *xml : {"<w:webHidden/>", "<w:specVanish/>", "<w:caps/>", "<w:smallCaps/>", "<w:rtl/>",
             "<w:fitText w:val=\"9\"/>", "<w:effect w:val=\"sparkle\"/>", "<w:noProof/>", "<w:em w:val=\"dot\"/>",
             "<w:eastAsianLayout w:id=\"1\" w:vert=\"1\"/>", "<w:vanish/><w:vanish w:val=\"0\"/>",
             "<w:rPrChange w:id=\"1\" w:author=\"x\"><w:rPr/></w:rPrChange>"}) {
        const QByteArray property = xml;
        append(xml, [property](ForgedDocx &docx) { docx.addToLetters(property); });
    }
    append("no fill", [](ForgedDocx &docx) {
        docx.declareDrawings();
        docx.addToLetters("<w14:textFill><w14:noFill/></w14:textFill>");
    });
    append("text box", [](ForgedDocx &docx) {
        docx.declareDrawings();
        docx.addRun(vmlBox());
    });
    append("formula", [](ForgedDocx &docx) {
        docx.declareDrawings();
        docx.addRun("<m:oMath><m:r><m:t>38</m:t></m:r></m:oMath>");
    });
    append("word art", [](ForgedDocx &docx) {
        docx.declareDrawings();
        docx.addRun(wordArt());
    });
    append(
        "symbols", [](ForgedDocx &docx) { docx.addRun("<w:r><w:sym w:font=\"Wingdings\" w:char=\"0039\"/></w:r>"); });
    append("deleted text that was not", [](ForgedDocx &docx) { docx.addRun("<w:r><w:delText>38</w:delText></w:r>"); });
    append("nobody's element", [](ForgedDocx &docx) { docx.addBlock("<w:foo>" + paragraph() + "</w:foo>"); });
    append("entity", [](ForgedDocx &docx) {
        replaceFirst(docx.text(), "<w:document ", "<!DOCTYPE w:document [<!ENTITY x \"98\">]><w:document ");
        docx.addRun(run("&x;"));
    });
    append("other program's styles", [](ForgedDocx &docx) {
        docx.addPart(QStringLiteral("word/other.xml"), docx.part(QStringLiteral("word/styles.xml")), "application/xml",
            "styles");
        docx.part(QStringLiteral("word/_rels/document.xml.rels"))
            .replace("relationships/styles\" Target=\"other", "x/styles\" Target=\"other");
    });
    append("instruction", [](ForgedDocx &docx) {
        docx.enclose("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    });
    append("other document", [](ForgedDocx &docx) {
        docx.addPart(QStringLiteral("word/chunk.html"), "<p>38</p>", "text/html", "aFChunk");
        docx.addBlock("<w:altChunk r:id=\"rIdNew\"/>");
    });
    append("comment", [](ForgedDocx &docx) {
        docx.addPart(QStringLiteral("word/comments.xml"),
            "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment "
            "w:id=\"1\">"
                + paragraph() + "</w:comment></w:comments>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml", "comments");
        docx.addRun("<w:r><w:commentReference w:id=\"1\"/></w:r>");
    });
    append("bound control", [](ForgedDocx &docx) {
        docx.enclose(
            "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/x\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>");
    });
    append("rows kept from parting", [](ForgedDocx &docx) {
        docx.part(QStringLiteral("word/settings.xml"))
            .replace("</w:settings>", "<w:documentProtection w:edit=\"forms\"/></w:settings>");
    });
    return all;
}

} // namespace zhibao::test
