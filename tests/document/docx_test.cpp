// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "document/style.h"
#include "generate/reports.h"

#include <QSet>

#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <string>

namespace docx_test {

using namespace zhibao;

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::UTC);

QByteArray docx(const Document &document)
{
    const Result<QByteArray> bytes = writeDocx(document, moment);
    REQUIRE(bytes);
    return *bytes;
}

// A part of the document, parsed; namespaces stay prefixes.
struct Part {
    pugi::xml_document xml;

    Part(const QByteArray &archive, const QString &name)
    {
        constexpr qint64 limit = 64 * 1024 * 1024;
        const auto bytes = zipPart(archive, name, limit);
        INFO(name.toStdString());
        REQUIRE(bytes);
        REQUIRE(
            xml.load_buffer(bytes->constData(), std::size_t(bytes->size()), pugi::parse_full | pugi::parse_ws_pcdata));
    }

    QList<pugi::xml_node> all(const char *path) const
    {
        QList<pugi::xml_node> nodes;
        for (const pugi::xpath_node &found : xml.select_nodes(path))
            nodes << found.node();
        return nodes;
    }

    pugi::xml_node one(const char *path) const
    {
        INFO(path);
        REQUIRE(all(path).size() == 1);
        return all(path).constFirst();
    }
};

QString text(const pugi::xml_node &node, const char *attribute = "w:val")
{
    return QString::fromUtf8(node.attribute(attribute).value());
}

// What a reader sees: the text of the runs, tabs included.
QString shownText(const pugi::xml_node &paragraph)
{
    QString shown;
    pugi::xpath_node_set pieces = paragraph.select_nodes(".//w:t | .//w:r/w:tab");
    pieces.sort();
    for (const pugi::xpath_node &found : pieces) {
        const bool tab = std::string(found.node().name()) == "w:tab";
        shown += tab ? QStringLiteral("\t") : QString::fromUtf8(found.node().child_value());
    }
    return shown;
}

Paragraph paragraph(const QString &words, Role role = Role::Body)
{
    Paragraph made;
    made.role = role;
    made.spans << Span{words, role, 0};
    return made;
}

Document documentOf(const QList<Block> &blocks)
{
    Document document;
    document.blocks = blocks;
    document.title = QStringLiteral("标题 <&>");
    document.author = QStringLiteral("某市市场监督管理局");
    document.subject = QStringLiteral("国市监质发〔2023〕9号");
    document.language = QStringLiteral("zh-CN");
    return document;
}

QString textOf(const QList<Block> &blocks)
{
    const Part body(docx(documentOf(blocks)), QStringLiteral("word/document.xml"));
    return shownText(body.one("//w:body"));
}

TableCell cell(int column, const QString &words, int columnSpan = 1, int rowSpan = 1)
{
    return TableCell{column, columnSpan, rowSpan, {paragraph(words, Role::TableText)}};
}

// 序号 and 批示 reach over both header rows; 文件 spans two columns; the numbered row has two documents.
Table mergedTable()
{
    Table table;
    table.widths = {0.1, 0.3, 0.35, 0.25};
    table.headerRows = 2;
    table.rows << TableRow{{cell(0, QStringLiteral("序号"), 1, 2), cell(1, QStringLiteral("批示"), 1, 2),
        cell(2, QStringLiteral("文件"), 2)}}
               << TableRow{{cell(2, QStringLiteral("名称")), cell(3, QStringLiteral("主体"))}}
               << TableRow{{cell(0, QStringLiteral("1"), 1, 2), cell(1, QStringLiteral("无"), 1, 2),
                      cell(2, QStringLiteral("甲")), cell(3, QStringLiteral("乙"))}}
               << TableRow{{cell(2, QStringLiteral("丙")), cell(3, QStringLiteral("丁"))}};
    return table;
}

} // namespace

TEST_CASE("DOCX: every part is there and well-formed; equal documents give equal bytes")
{
    const Notice notice = test::shippedNotice();
    const Document document = compose(generateReport(notice, 1), notice, notice.forms.constFirst().id);
    const QByteArray bytes = docx(document);
    for (const char *name : {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml",
             "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
             "docProps/core.xml", "docProps/app.xml"})
        const Part part(bytes, QString::fromLatin1(name));
    REQUIRE(docx(document) == bytes);
}

TEST_CASE("DOCX: the work can be stopped, and tells how far it came")
{
    const Notice notice = test::shippedNotice();
    const Document document = compose(generateReport(notice, 1, {20, 10, 0}), notice, notice.forms.constFirst().id);
    double last = 0;
    const auto stop = writeDocx(document, moment, [&](double share) { return (last = share) < 0.5; });
    REQUIRE(!stop);
    REQUIRE(stop.error().code == ErrorCode::Stopped);
    REQUIRE(last >= 0.5);
    REQUIRE(last < 0.7);
}

TEST_CASE("DOCX: the text is the text that was typed")
{
    const QString odd = QStringLiteral("  两个  空格　全角 不间断\t制表 <&>\"' 𡐓村 𠮷 ⽇期 👍 “5G+“工业”互联网” ");
    REQUIRE(textOf({paragraph(odd)}) == odd);
    REQUIRE(textOf({paragraph(QString())}) == QString());
}

TEST_CASE("DOCX: what XML cannot hold is shown as U+FFFD instead of breaking the file")
{
    const QString bad = QStringLiteral("甲") + QChar(0x0000) + QChar(0x0001) + QChar(0x000B) + QChar(0x001F)
        + QChar(0xFFFE) + QChar(0xFFFF) + QChar(0xD842) + QStringLiteral("乙") + QChar(0xDFB7);
    const QString mark(QChar(0xFFFD));
    REQUIRE(textOf({paragraph(bad)}) == QStringLiteral("甲") + mark.repeated(7) + QStringLiteral("乙") + mark);
}

TEST_CASE("DOCX: every run names its Chinese and its Latin font and gives the hint")
{
    const Notice notice = test::shippedNotice();
    for (const Form &form : notice.forms) {
        const QByteArray bytes = docx(compose(generateReport(notice, 7), notice, form.id));
        for (const char *name : {"word/document.xml", "word/footer1.xml", "word/footer2.xml"}) {
            const Part part(bytes, QString::fromLatin1(name));
            const auto runs = part.all("//w:r").size();
            REQUIRE(runs > 0);
            REQUIRE(
                part.all("//w:r/w:rPr/w:rFonts[@w:hint='eastAsia' and @w:eastAsia and @w:ascii and @w:hAnsi]").size()
                == runs);
        }
    }
}

TEST_CASE("DOCX: quotation marks that LibreOffice would take for Latin know the Chinese font only")
{
    const Part body(
        docx(documentOf({paragraph(QStringLiteral("“质量”与5G+“工业”"))})), QStringLiteral("word/document.xml"));
    const QList<pugi::xml_node> runs = body.all("//w:r");
    QStringList chineseOnly;
    for (const pugi::xml_node &run : runs) {
        const pugi::xml_node fonts = run.child("w:rPr").child("w:rFonts");
        REQUIRE(text(fonts, "w:eastAsia") == officialFamily(Typeface::FangSong));
        if (text(fonts, "w:ascii") == officialFamily(Typeface::FangSong))
            chineseOnly << shownText(run);
        else
            REQUIRE(text(fonts, "w:ascii") == latinFamily());
    }
    REQUIRE(chineseOnly == QStringList{QStringLiteral("“"), QStringLiteral("“")});
}

TEST_CASE("DOCX: the styles carry the numbers of the official layout")
{
    const QByteArray bytes = docx(documentOf({paragraph(QStringLiteral("正文"))}));
    const Part styles(bytes, QStringLiteral("word/styles.xml"));
    const pugi::xml_node body = styles.one("//w:style[@w:styleId='BodyText']");
    const RoleStyle style = roleStyle(Role::Body);
    const pugi::xml_node spacing = body.child("w:pPr").child("w:spacing");
    REQUIRE(text(spacing, "w:line").toInt() == style.pitch);
    REQUIRE(text(spacing, "w:lineRule") == u"exact");
    REQUIRE(text(body.child("w:pPr").child("w:ind"), "w:firstLine").toInt() == style.firstIndent);
    REQUIRE(text(body.child("w:pPr").child("w:jc")) == u"both");
    REQUIRE(text(body.child("w:rPr").child("w:sz")).toInt() * 10 == style.size);
    REQUIRE(text(body.child("w:rPr").child("w:spacing")).toInt() == style.spacing);
    for (const char *name : {"Title", "heading 1", "heading 2", "Body Text", "footer"})
        REQUIRE(styles.all((std::string("//w:style/w:name[@w:val='") + name + "']").c_str()).size() == 1);
    const pugi::xml_node base = styles.one("//w:style[@w:styleId='Normal']/w:pPr");
    for (const char *name : {"w:widowControl", "w:topLinePunct", "w:adjustRightInd", "w:snapToGrid"})
        REQUIRE(text(base.child(name)) == u"0");
    for (const char *name : {"w:kinsoku", "w:wordWrap", "w:autoSpaceDE", "w:autoSpaceDN"})
        REQUIRE(text(base.child(name)) == u"1");
    REQUIRE(text(styles.one("//mc:Choice[@Requires='w15']/w:overflowPunct")) == u"0");
    const Part document(bytes, QStringLiteral("word/document.xml"));
    REQUIRE(text(document.one("//w:p/w:pPr/w:pStyle")) == u"BodyText");
}

TEST_CASE("DOCX: headings, the annex and a heading at a paragraph's start")
{
    Paragraph mixed;
    mixed.spans << Span{QStringLiteral("（一）批示。"), Role::Heading2, 0}
                << Span{QStringLiteral("正文"), Role::Body, 6};
    Paragraph heading = paragraph(QStringLiteral("一、情况"), Role::Heading1);
    heading.outlineLevel = 2;
    heading.keepWithNext = heading.keepLines = true;
    Paragraph title = paragraph(QStringLiteral("总结"), Role::Title);
    title.outlineLevel = 1;
    title.spans << Span{QStringLiteral("第二行"), Role::Title, 2, true};
    const Part body(docx(documentOf({title, heading, mixed})), QStringLiteral("word/document.xml"));
    REQUIRE(text(body.one("//w:p[1]/w:pPr/w:outlineLvl")) == u"0");
    REQUIRE(body.all("//w:p[1]/w:r[2]/w:br").size() == 1);
    REQUIRE(text(body.one("//w:p[2]/w:pPr/w:pStyle")) == u"Heading1");
    REQUIRE(text(body.one("//w:p[2]/w:pPr/w:outlineLvl")) == u"1");
    REQUIRE(text(body.one("//w:p[2]/w:pPr/w:keepNext")) == u"1");
    REQUIRE(text(body.one("//w:p[3]/w:r[1]/w:rPr/w:rStyle")) == u"Heading2Char");
    REQUIRE(text(body.one("//w:p[3]/w:r[1]/w:rPr/w:rFonts"), "w:eastAsia") == officialFamily(Typeface::Kai));
    REQUIRE(body.all("//w:p[3]/w:r[2]/w:rPr/w:rStyle").isEmpty());
}

TEST_CASE("DOCX: a paragraph keeps with its next in Word, in LibreOffice only where it has to move for it")
{
    const auto keptIn = [](int lines, int before) {
        QList<Block> blocks(before, Block(paragraph(QStringLiteral("一行。"))));
        Paragraph last = paragraph(QString(28 * lines - 2, QChar(0x4E2D)));
        last.keepWithNext = true;
        blocks << last << paragraph(QStringLiteral("某局"), Role::SignatureUnit);
        const Part body(docx(documentOf(blocks)), QStringLiteral("word/document.xml"));
        const auto kept = body.all("//w:p/w:pPr//w:keepNext");
        CHECK(body.all("//w:keepLines").isEmpty());
        QStringList values;
        for (const pugi::xml_node &each : kept)
            values << QString::fromLatin1(each.parent().name()) + u' ' + text(each);
        return values;
    };
    // Of 22 lines on a page five, ten and one are taken before the paragraph.
    CHECK(keptIn(5, 5) == QStringList{QStringLiteral("mc:Choice 1"), QStringLiteral("mc:Fallback 0")});
    CHECK(keptIn(15, 10) == QStringList{QStringLiteral("mc:Choice 1"), QStringLiteral("mc:Fallback 0")});
    CHECK(keptIn(12, 10) == QStringList{QStringLiteral("w:pPr 1")});
    CHECK(keptIn(2, 1) == QStringList{QStringLiteral("w:pPr 1")}); // moves as a whole everywhere
}

TEST_CASE("DOCX: the table's widths agree, its cells merge, its header repeats")
{
    Document document = documentOf({mergedTable()});
    document.orientation = Orientation::Landscape;
    const Part body(docx(document), QStringLiteral("word/document.xml"));
    const int area = pageStyle(Orientation::Landscape).areaWidth();
    REQUIRE(text(body.one("//w:tblW"), "w:w").toInt() == area);
    int grid = 0;
    for (const pugi::xml_node &column : body.all("//w:gridCol"))
        grid += text(column, "w:w").toInt();
    REQUIRE(grid == area);
    for (const pugi::xml_node &row : body.all("//w:tr")) {
        int width = 0;
        for (const pugi::xml_node &each : row.children("w:tc")) {
            width += text(each.child("w:tcPr").child("w:tcW"), "w:w").toInt();
            REQUIRE(each.child("w:p"));
        }
        REQUIRE(width == area);
        REQUIRE(row.child("w:trPr").child("w:cantSplit"));
    }
    REQUIRE(body.all("//w:tr[w:trPr/w:tblHeader]").size() == 2);
    REQUIRE(body.all("//w:tr[position()<=2]/w:trPr/w:tblHeader").size() == 2);
    REQUIRE(text(body.one("//w:gridSpan")) == u"2");
    REQUIRE(body.all("//w:tr[1]//w:vMerge[@w:val='restart']").size() == 2);
    REQUIRE(body.all("//w:tr[2]//w:vMerge[@w:val='continue']").size() == 2);
    REQUIRE(body.all("//w:tr[4]//w:vMerge[@w:val='continue']").size() == 2);
    // A table is never the last thing before the section ends.
    REQUIRE(body.all("//w:body/w:tbl/following-sibling::w:p").size() == 1);
    REQUIRE(text(body.one("//w:pgSz"), "w:orient") == u"landscape");
}

TEST_CASE("DOCX: only low rows are kept from breaking between pages")
{
    Table table;
    table.widths = {1};
    table.rows << TableRow{{cell(0, QString(300, QChar(0x4E2D)))}} << TableRow{{cell(0, QString(5000, QChar(0x4E2D)))}};
    const Part body(docx(documentOf({table})), QStringLiteral("word/document.xml"));
    REQUIRE(body.all("//w:tr[1]/w:trPr/w:cantSplit").size() == 1);
    REQUIRE(body.all("//w:tr[2]/w:trPr/w:cantSplit").isEmpty());
}

TEST_CASE("DOCX: a grid with holes and cells that reach too far still gives whole rows")
{
    Table table;
    table.widths = {0.5, 0.5};
    table.rows << TableRow{{cell(1, QStringLiteral("甲"), 5, 9)}} << TableRow{} << TableRow{{{0, 1, 1, {}}}};
    const Part body(docx(documentOf({table, table})), QStringLiteral("word/document.xml"));
    REQUIRE(body.all("//w:tr").size() == 6);
    for (const pugi::xml_node &row : body.all("//w:tr")) {
        REQUIRE(row.select_nodes("w:tc").size() == 2);
        REQUIRE(row.select_nodes("w:tc/w:p").size() == 2);
    }
    REQUIRE(body.all("//w:tbl/following-sibling::*[1][self::w:p]").size() == 2);
}

TEST_CASE("DOCX: page numbers are fields at the outer edge")
{
    const QByteArray bytes = docx(documentOf({paragraph(QStringLiteral("正文"))}));
    const Part odd(bytes, QStringLiteral("word/footer1.xml"));
    const Part even(bytes, QStringLiteral("word/footer2.xml"));
    const QString inset = QString::number(roleStyle(Role::PageNumber).size);
    REQUIRE(shownText(odd.one("//w:p")) == QStringLiteral("— 1 —"));
    REQUIRE(QString::fromUtf8(odd.one("//w:instrText").child_value()).trimmed() == u"PAGE");
    REQUIRE(text(odd.one("//w:jc")) == u"right");
    REQUIRE(text(odd.one("//w:ind"), "w:right") == inset);
    REQUIRE(text(even.one("//w:jc")) == u"left");
    REQUIRE(text(even.one("//w:ind"), "w:left") == inset);
    const Part settings(bytes, QStringLiteral("word/settings.xml"));
    REQUIRE(text(settings.one("//w:evenAndOddHeaders")) == u"1");
    REQUIRE(text(settings.one("//w:characterSpacingControl")) == u"doNotCompress");
    REQUIRE(text(settings.one("//w:noLineBreaksBefore")) == noLineStart());
    REQUIRE(text(settings.one("//w:noLineBreaksAfter")) == noLineEnd());
}

TEST_CASE("DOCX: the properties say what the document is")
{
    const Part core(docx(documentOf({})), QStringLiteral("docProps/core.xml"));
    const auto value = [&](const char *path) { return QString::fromUtf8(core.one(path).child_value()); };
    REQUIRE(value("//dc:title") == u"标题 <&>");
    REQUIRE(value("//dc:creator") == u"某市市场监督管理局");
    REQUIRE(value("//dc:subject") == u"国市监质发〔2023〕9号");
    REQUIRE(value("//dc:language") == u"zh-CN");
    REQUIRE(value("//dcterms:created") == u"2023-12-20T08:30:00Z");
}

} // namespace docx_test
