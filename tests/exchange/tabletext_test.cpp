// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "exchange/clipboard/htmlcontent.h"
#include "exchange/clipboard/tabletext.h"

#include <QMimeData>

#include <random>

namespace tabletext_test {

using namespace zhibao;

namespace {

// Rows parted by |, cells by a semicolon, line ends as /.
QString shown(const TextGrid &grid)
{
    QStringList lines;
    for (const QStringList &line : grid)
        lines.append(line.join(u';'));
    return lines.join(u'|').replace(u'\n', u'/');
}

// The first table of an HTML text.
TextGrid gridFromHtml(const QString &text)
{
    const HtmlContent content = readHtml(text);
    for (const HtmlPiece &piece : content.pieces) {
        if (!piece.table.isEmpty())
            return piece.table;
    }
    return {};
}

QString html(const QString &text)
{
    return shown(gridFromHtml(text));
}

// All that is shown: tables in brackets.
QString pieces(const char *text)
{
    QStringList result;
    for (const HtmlPiece &piece : readHtml(QString::fromUtf8(text)).pieces)
        result.append(piece.table.isEmpty() ? piece.text : u'[' + shown(piece.table) + u']');
    return result.join(u'~').replace(u'\n', u'/');
}

bool hasConcealed(const char *text)
{
    return readHtml(QString::fromUtf8(text)).hasConcealed;
}

// What is taken of a clipboard: the cells in brackets, else the text.
QString taken(const char *text, const char *html = nullptr)
{
    QMimeData data;
    data.setText(QString::fromUtf8(text));
    if (html != nullptr)
        data.setHtml(QString::fromUtf8(html));
    const QList<TextGrid> tables = pastedContent(data).tables;
    return tables.isEmpty() ? pastedText(data).replace(u'\n', u'/') : u'[' + shown(tables.first()) + u']';
}

// One cell with this content.
QString cell(const char *content)
{
    return html(QStringLiteral("<table><tr><td>") + QString::fromUtf8(content) + QStringLiteral("</td></tr></table>"));
}

QString tabbed(const QString &text)
{
    return shown(gridFromTabbedText(text));
}

} // namespace

TEST_CASE("a table from Word is read cell by cell")
{
    CHECK(html(QStringLiteral(R"(<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset=utf-8><style><!-- td {mso-style-name:"a>b"; } <table><tr><td>no --></style>
<!--[if gte mso 9]><xml><o:p><table><tr><td>no</td></tr></table></o:p></xml><![endif]--></head>
<body lang=ZH-CN><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0'>
  <td width=277 valign=top style='width:207.4pt'>
  <p class=MsoNormal><span lang=EN-US>2</span><span style='font-family:宋体'>月</span><span lang=EN-US>16</span>日组织全系统集中收看国新办
  新闻发布会<span lang=EN-US><o:p></o:p></span></p>
  <p class=MsoNormal>第二段</p>
  </td>
  <td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
 </tr>
 <tr><td><p>a<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>b</p></td><td>&lt;x&gt; &amp; &#x20BB7;&#8212;</td>
</table>
<p>behind</p><table><tr><td>second</td></tr></table><!--EndFragment--></body></html>)"))
        == QStringLiteral("2月16日组织全系统集中收看国新办新闻发布会/第二段;|a   b;<x> & 𠮷—"));
}

TEST_CASE("a table from Excel is read with its merged cells and line breaks")
{
    CHECK(
        html(QStringLiteral(
            "<html><body>\r\n<!--StartFragment--><table border=0><col width=72><colgroup><col span=2></colgroup><thead>"
            "<tr height=18><td rowspan=2 class=xl65 x:str>甲</td><td colspan=\"2\">乙</td></tr></thead><tbody>"
            "<tr><td>丙<br style='mso-data-placement:same-cell'>\r\n  丁</td><td align=right>1,234.5</td></tr>"
            "<tr><td>戊<td>己<tr><td></td></tbody></table>"))
        == QStringLiteral("甲;乙;|;丙/丁;1,234.5|戊;己|"));
    CHECK(html(QStringLiteral("<table><tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td>f"))
        == QStringLiteral("a;b;c|d;;e|f;"));
    CHECK(html(QStringLiteral("<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
        == QStringLiteral("a;;b|;;c"));
}

TEST_CASE("a cell as wide as the table is a line of its own, in no column")
{
    CHECK(html(QStringLiteral(
              "<table><tr><th colspan=3>情况表<tr><td>a<td>b<td>c<tr><td colspan=3>一、省级<tr><td>d<td>e<td>f"))
        == QStringLiteral("情况表|a;b;c|一、省级|d;e;f"));
    // Near misses: one column less, a first column beside it, a table of one column.
    CHECK(html(QStringLiteral("<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e")) == QStringLiteral("a;b;c|d;;e"));
    CHECK(html(QStringLiteral("<table><tr><td>a<td>b<td>c<tr><td rowspan=1>d<td colspan=2>e"))
        == QStringLiteral("a;b;c|d;e;"));
    CHECK(html(QStringLiteral("<table><tr><td>a<tr style='display:none'><td>b")) == QStringLiteral("a"));
    CHECK(html(QStringLiteral("<table><tr><td>a<td>b<tr><td colspan=2 style='display:none'>c"))
        == QStringLiteral("a;b|"));
}

TEST_CASE("white space joins as on a page")
{
    CHECK(cell("  a \r\n\t b  ") == QStringLiteral("a b"));
    CHECK(cell("质量\r\n   强国") == QStringLiteral("质量强国"));
    CHECK(cell("质量 强国") == QStringLiteral("质量 强国"));
    CHECK(cell("质量\n GDP") == QStringLiteral("质量 GDP"));
    CHECK(cell("a<b> b</b> <i>c</i>") == QStringLiteral("a b c"));
    CHECK(cell("\u3000质\u00a0量\u3000") == QStringLiteral("\u3000质\u00a0量\u3000"));
    CHECK(cell("&nbsp;") == QString());
    CHECK(cell("1&nbsp;864") == QStringLiteral("1\u00a0864"));
    CHECK(cell("a<span style='mso-tab-count:2'>&nbsp;&nbsp; </span>b") == QStringLiteral("a\t\tb"));
}

TEST_CASE("paragraphs and breaks part lines")
{
    CHECK(cell("<p>a</p><p>b</p>") == QStringLiteral("a/b"));
    CHECK(cell("<p>a</p>\n<p>&nbsp;</p>\n<p>b</p>") == QStringLiteral("a//b"));
    CHECK(cell("a<br>b<br/>c<BR CLEAR=all>") == QStringLiteral("a/b/c"));
    CHECK(cell("<br>") == QString());
    CHECK(cell("<br>a<br><br>b") == QStringLiteral("/a//b"));
    CHECK(cell("<div>a<div>b</div></div>c<ul><li>d<li>e</ul>") == QStringLiteral("a/b/c/d/e"));
    CHECK(cell("<p>a<br></p><p>b</p>") == QStringLiteral("a/b"));
    CHECK(cell("x<table><tr><td>a</td><td>b</td></tr></table>y") == QStringLiteral("x/a/b/y"));
}

TEST_CASE("what a tracked change deleted does not come in, what it inserted does")
{
    CHECK(cell("公开<del cite=\"mailto:a\" datetime=\"2023\">内部<span>数据</span></del><ins>部分</ins>")
        == QStringLiteral("公开部分"));
    CHECK(cell("公开<w:del w:id=1><w:delText>内部</w:delText></w:del>部分") == QStringLiteral("公开部分"));
    CHECK(cell("<p>甲</p><p><del>乙</del></p><p>丙</p>") == QStringLiteral("甲/丙"));
    // A row that was deleted as a whole is none; one that was emptied by hand, or struck through, is.
    CHECK(html(QStringLiteral("<table><tr><td>a<td>b<tr><td><del>c</del><td><del>d</del><tr><td>e<td>f</table>"))
        == QStringLiteral("a;b|e;f"));
    CHECK(html(QStringLiteral("<table><tr><td>a<td>b<tr><td><s>c</s><td><tr><td><td></table>"))
        == QStringLiteral("a;b|c;|;"));
    // One that is not closed ends with its cell.
    CHECK(html(QStringLiteral("<table><tr><td>a<del>b<td>c<tr><td>d</table>")) == QStringLiteral("a;c|d"));
    CHECK(html(QStringLiteral("<table><tr><td>a<del>b<table><tr><td>x</td></tr></table>y</del>z<td>c</table>"))
        == QStringLiteral("az;c"));
}

TEST_CASE("what is hidden does not come in")
{
    for (const char *style : {"display:none", "DISPLAY : None", "color:red;display:none;mso-hide:all", "mso-hide:all",
             "visibility:hidden", "visibility:collapse", "display:none !important"}) {
        INFO(style);
        CHECK(cell(("公开<span style='" + std::string(style) + "'>内部<b>数据</b></span>部分").c_str())
            == QStringLiteral("公开部分"));
        CHECK(hasConcealed(("公开<p style=\"" + std::string(style) + "\">内部</p>").c_str()));
    }
    for (const char *style : {"display:inline", "mso-hide:none", "visibility:visible", "font-family:none", ""}) {
        INFO(style);
        CHECK(cell(("公开<span style='" + std::string(style) + "'>数据</span>部分").c_str())
            == QStringLiteral("公开数据部分"));
    }
    CHECK(cell("公开<span hidden>内部</span>部分<i data-hidden>见</i>") == QStringLiteral("公开部分见"));
    CHECK(cell("<p hidden>甲<p>乙</p>") == QStringLiteral("乙"));
    CHECK(cell("a<br style='display:none'>b<o:p style='display:none'/>c") == QStringLiteral("a/bc"));
    CHECK(cell("<span style='display:none'>a<span>b</span>c</span>d") == QStringLiteral("d"));
    // Spaces alone that are hidden are nothing that anybody misses.
    CHECK_FALSE(hasConcealed("<table><tr><td>a<span style='display:none'>&nbsp; </span></td></tr></table>"));
}

TEST_CASE("what a class of the style sheet hides does not come in")
{
    const auto styled = [](const char *rules) {
        return html(QStringLiteral("<style><!-- /* Style Definitions */ %1 --></style><table><tr><td>公开"
                                   "<span class='a Inner'>内部</span>部分</td></tr></table>")
                        .arg(QString::fromLatin1(rules)));
    };
    CHECK(styled("span.inner {mso-style-name:x; display:none; mso-hide:all;}") == QStringLiteral("公开部分"));
    CHECK(styled("p.x, .INNER\n{display:none}") == QStringLiteral("公开部分"));
    CHECK(styled("/* {} */ @page x {size:1cm} .inner{mso-hide:all}") == QStringLiteral("公开部分"));
    CHECK(styled("p.inner {display:none}") == QStringLiteral("公开内部部分"));
    CHECK(styled("@media print { .inner {display:none} }") == QStringLiteral("公开内部部分"));
    CHECK(styled(".inner b {display:none}") == QStringLiteral("公开内部部分"));
    CHECK(styled(".inner {display:inline} /* .inner {display:none} */") == QStringLiteral("公开内部部分"));
}

TEST_CASE("hidden rows and columns do not come in")
{
    CHECK(html(QStringLiteral("<table><tr><td>a<tr style='display:none'><td>b<tr height=0 style='mso-x:y'><td>c"
                              "<tr style='height:0pt'><td>d<tr height=0 style='height:14pt'><td>e<tr height=18><td>f"))
        == QStringLiteral("a|e|f"));
    CHECK(html(QStringLiteral("<table><col width=72><col width=0 style='display:none;mso-width-alt:0'><col width=72>"
                              "<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f"))
        == QStringLiteral("a;c|d;f"));
    CHECK(html(QStringLiteral("<table><colgroup span=2></colgroup><colgroup style='visibility:collapse'><col span=2>"
                              "</colgroup><colgroup width=\"0\"></colgroup><tr><td>a<td>b<td>c<td>d<td>e<td>f"))
        == QStringLiteral("a;b;f"));
    // Without a list of columns a column is hidden where each of its cells is; one cell alone leaves its place empty.
    CHECK(html(QStringLiteral("<table><tr><td colspan=3>t<tr><td>a<td style='display:none'>b<td>c<tr><td>d"
                              "<td style='width:0'>e<td>f"))
        == QStringLiteral("t|a;c|d;f"));
    CHECK(html(QStringLiteral("<table><tr><td>a<td style='display:none'>b<td>c<tr><td>d<td>e<td>f"))
        == QStringLiteral("a;;c|d;e;f"));
    // A merged cell shows its text where it is in sight.
    CHECK(html(QStringLiteral("<table><col style='display:none'><col><col><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e"))
        == QStringLiteral("a;b|d;e"));
    CHECK(html(QStringLiteral("<table><tr><td rowspan=3>a<td>b<tr style='display:none'><td>c<tr><td>d"))
        == QStringLiteral("a;b|;d"));
    // The row by which Excel and Word keep the widths of columns holds nothing.
    CHECK(html(QStringLiteral("<table><tr><td>a</td></tr><![if !supportMisalignedColumns]><tr height=0>"
                              "<td width=72></td></tr><![endif]></table>"))
        == QStringLiteral("a"));
    CHECK_FALSE(hasConcealed("<table><tr><td>a</td></tr><tr height=0><td width=72></td></tr></table>"));
    CHECK(hasConcealed("<table><tr><td>a</td></tr><tr height=0><td>b</td></tr></table>"));
    CHECK(hasConcealed("<table><col><col width=0><tr><td>a</td><td>b</td></tr></table>"));
    CHECK(html(QStringLiteral("<table style='display:none'><tr><td>a</table><table><tr><td>b</table>"))
        == QStringLiteral("b"));
}

TEST_CASE("comments do not come in, the words they are about do")
{
    CHECK(cell("<a style='mso-comment-reference:王_1;mso-comment-date:20230320T0900'>印发方案</a>"
               "<span class=MsoCommentReference><span lang=EN-US><![if !supportAnnotations]><a class=msocomanchor "
               "id=\"_anchor_1\" href=\"#_msocom_1\">[王1]</a><![endif]><span style='mso-special-character:comment'>"
               "&nbsp;<![endif]></span></span></span>。")
        == QStringLiteral("印发方案。"));
    CHECK(pieces("<p>印发方案</p><div style='mso-element:comment-list'><hr class=msocomoff><div "
                 "style='mso-element:comment'><div class=msocomtxt><p>此处待核</p></div></div></div>")
        == QStringLiteral("印发方案"));
    CHECK(cell("印发方案[1]") == QStringLiteral("印发方案[1]"));
}

TEST_CASE("what stands around the tables is told apart from them")
{
    CHECK(pieces("<p>附件1</p><p>情况表</p><table><tr><td>a</td></tr></table><p>联系人</p><table><tr><td>b<td>c"
                 "</table>")
        == QStringLiteral("附件1/情况表~[a]~联系人~[b;c]"));
    CHECK(pieces("<table><tr><td>a<table><tr><td>b</table></table>") == QStringLiteral("[a/b]"));
    CHECK(pieces("Version:0.9\nStartHTML:00\n<html><body>\n<!--StartFragment--><table><tr><td>a</table>")
        == QStringLiteral("[a]"));
    CHECK(pieces("<p>&nbsp;</p><table><tr><td>a</table>\n<p></p>") == QStringLiteral("[a]"));
    CHECK(pieces("<ol><li>甲<li>乙</ol>") == QStringLiteral("甲/乙"));
}

TEST_CASE("HTML without a table is text, tabs or not")
{
    CHECK(taken("1.\t甲\n2.\t乙\n", "<p style='mso-list:l0'><span style='mso-list:Ignore'>1.</span>甲</p><p>乙</p>")
        == QStringLiteral("1.\t甲/2.\t乙/"));
    CHECK(taken("a\tb\n", "<p>a<span style='mso-tab-count:1'> </span>b</p>") == QStringLiteral("a\tb/"));
    CHECK(taken("a\tb\nc\td", "<ul><li>a<li>c</ul>") == QStringLiteral("a\tb/c\td"));
    CHECK(taken("a\tb", "<table><tr><td>a<td>b</table>") == QStringLiteral("[a;b]"));
}

TEST_CASE("text alone is cells where its lines have as many tabs as each other")
{
    CHECK(taken("a\tb\nc\td") == QStringLiteral("[a;b|c;d]"));
    CHECK(taken("a\tb\t\r\n\tc\t\r\n") == QStringLiteral("[a;b;|;c;]"));
    CHECK(taken("\"a\nb\"\tc\nd\te\n") == QStringLiteral("[a/b;c|d;e]"));
    CHECK(taken("a\tb\nc\n") == QStringLiteral("a\tb/c/"));
    CHECK(taken("a\tb\nc\td\te\n") == QStringLiteral("a\tb/c\td\te/"));
    CHECK(taken("a\nb\n") == QStringLiteral("a/b/"));
    // One line: a spreadsheet ends it.
    CHECK(taken("a\tb\r\n") == QStringLiteral("[a;b]"));
    CHECK(taken("联系人：王某\t电话：0851") == QStringLiteral("联系人：王某\t电话：0851"));
}

TEST_CASE("a numbered list is text, numbered cells are not")
{
    CHECK(taken("1.\t甲\n2.\t乙\n") == QStringLiteral("1.\t甲/2.\t乙/"));
    CHECK(taken("（一）\t甲\n（二）\t乙\n") == QStringLiteral("（一）\t甲/（二）\t乙/"));
    CHECK(taken("①\t甲\n②\t乙") == QStringLiteral("①\t甲/②\t乙"));
    CHECK(taken("•\t甲\n•\t乙") == QStringLiteral("•\t甲/•\t乙"));
    CHECK(taken("\uF0D8\t甲\n") == QStringLiteral("\uF0D8\t甲/"));
    CHECK(taken("1\t甲\n2\t乙\n") == QStringLiteral("[1;甲|2;乙]"));
    CHECK(taken("1.\t甲\t丙\n2.\t乙\t丁\n") == QStringLiteral("[1.;甲;丙|2.;乙;丁]"));
    CHECK(taken("甲\t1.\n乙\t2.\n") == QStringLiteral("[甲;1.|乙;2.]"));
}

TEST_CASE("a text of which the page shows less is taken as it is shown")
{
    CHECK(taken("公开内部部分", "<p>公开<del>内部</del>部分</p>") == QStringLiteral("公开部分"));
    CHECK(taken("公开部分", "<p><b>公开</b>部分</p>") == QStringLiteral("公开部分"));
    CHECK(taken("甲\n\n乙", "<p>甲</p><p>乙</p>") == QStringLiteral("甲//乙"));
    QMimeData data;
    data.setText(QStringLiteral("甲\t藏\t乙"));
    data.setHtml(QStringLiteral("<p>前</p><table><tr><td>甲<td style='display:none'>藏<td>乙</table>"));
    CHECK(pastedText(data) == QStringLiteral("前\n甲\t乙"));
    QMimeData bare; // without the text beside it
    bare.setHtml(QStringLiteral("<p>甲</p><p>乙</p>"));
    CHECK(pastedText(bare) == QStringLiteral("甲\n乙"));
}

TEST_CASE("what is no tag or reference stays text")
{
    CHECK(cell("a < b && c &copy; &unknown; &#; &#xZZ; &#0;&#xD800;")
        == QStringLiteral("a < b && c © &unknown; &#; &#xZZ; \uFFFD\uFFFD"));
    CHECK(cell("a<!-- <td>no</td> -->b<![if !x]>c<![endif]><?x?>d") == QStringLiteral("abcd"));
    CHECK(cell("<a title=\"x>y\" b='>'>c</a>") == QStringLiteral("c"));
    CHECK(cell("<script>if (a<b) '</td>'</script>d<style>e</style>") == QStringLiteral("d"));
    CHECK(cell("it's <b class='x>5' 3\"</b>") == QStringLiteral("it's"));
    CHECK(html(QStringLiteral("<p>no table</p>")).isEmpty());
    CHECK(readHtml(QString()).pieces.isEmpty());
    CHECK(html(QStringLiteral("<table><td>a<td>b")) == QStringLiteral("a;b"));
    CHECK(html(QStringLiteral("<table><tr><td>a</td></tr><")) == QStringLiteral("a"));
    CHECK(html(QStringLiteral("</td></table><table><tr><td colspan=x rowspan=-3>a")) == QStringLiteral("a"));
}

TEST_CASE("tab-separated text is read with its quoted cells")
{
    CHECK(tabbed(QStringLiteral("a\tb\nc\td\n")) == QStringLiteral("a;b|c;d"));
    CHECK(tabbed(QStringLiteral("a\t\r\n\tb")) == QStringLiteral("a;|;b"));
    CHECK(tabbed(QStringLiteral("\"a\nb\"\t\"c\td\"\r\n\"e \"\"f\"\"\"")) == QStringLiteral("a/b;c\td|e \"f\""));
    CHECK(tabbed(QStringLiteral("\n\n")) == QStringLiteral("|"));
    CHECK(gridFromTabbedText(QString()).isEmpty());
    // Quotes that nothing needed are the cell's own, as Excel leaves them.
    CHECK(tabbed(QStringLiteral("\"质量月\"活动\t\"质量月\"\t\"")) == QStringLiteral("\"质量月\"活动;\"质量月\";\""));
    CHECK(tabbed(QStringLiteral("\"a\nb")) == QStringLiteral("\"a|b"));
    CHECK(tabbed(QStringLiteral(" \"a\"\t5\"")) == QStringLiteral(" \"a\";5\""));
}

TEST_CASE("a grid comes back from both forms as it went")
{
    static const QStringList awkward{QStringLiteral("质量"), QStringLiteral("𠮷"), QStringLiteral(" "),
        QStringLiteral("  "), QStringLiteral("\t"), QStringLiteral("\n"), QStringLiteral("\""), QStringLiteral("\"\""),
        QStringLiteral("<td>"), QStringLiteral("&amp;"), QStringLiteral("&nbsp;"), QStringLiteral("\u3000"),
        QStringLiteral("a\u00a0b"), QStringLiteral("👍🏽"), QStringLiteral("\u007f"), QStringLiteral("<!--"),
        QStringLiteral("'"), QStringLiteral("1,234")};
    std::mt19937 random(7);
    const auto below = [&](std::size_t limit) { return static_cast<qsizetype>(random() % limit); };
    for (int round = 0; round < 500; ++round) {
        TextGrid grid;
        for (qsizetype rows = 1 + below(4); rows > 0; --rows) {
            QStringList line;
            for (qsizetype cells = 1 + below(4); cells > 0; --cells) {
                QString text;
                for (qsizetype parts = below(6); parts > 0; --parts)
                    text += awkward[below(static_cast<std::size_t>(awkward.size()))];
                line.append(text);
            }
            grid.append(line);
        }
        INFO(shown(grid).toStdString());
        CHECK(gridFromHtml(gridToHtml(grid)) == grid);
        CHECK(gridFromTabbedText(gridToTabbedText(grid)) == grid);
    }
}

TEST_CASE("hostile texts are read in no long time, or not at all")
{
    const auto repeated = [](const char *text, qsizetype size) {
        return QString::fromLatin1(text).repeated(size / static_cast<qsizetype>(qstrlen(text)));
    };
    constexpr qsizetype size = 500'000;
    for (const char *text : {"<table>", "<table><tr><td>", "<td>", "<p>", "<b>", "<div>a", "<a x=\"", "<a x='", "<!--",
             "<style>", "<style></style>", "<del>", "<p hidden>", "<col width=0 span=1000>", "<colgroup hidden>",
             "<td hidden colspan=1000>", "<table></table>", "<style>.a{display:none}", "&#x", "&", "<", "</", "<br>",
             "<span style='mso-tab-count:999'>", " \n", "<tr>"}) {
        INFO(text);
        CHECK(gridFromHtml(QStringLiteral("<table><tr><td>") + repeated(text, size)).size() <= 100'000);
    }
    CHECK(gridFromHtml(repeated("<table><tr><td colspan=1000 rowspan=65534>", size)).size() < 2000);
    CHECK(gridFromHtml(QStringLiteral("<table>") + repeated("<tr><td colspan=1000 rowspan=65534>", size)).isEmpty());
    CHECK(gridFromHtml(QStringLiteral("<table><tr>") + repeated("<td rowspan=9>", 500'000) + repeated("<tr>", 400'000))
              .isEmpty());
    CHECK(readHtml(QString(21 * 1024 * 1024, u'a')).pieces.isEmpty());
    CHECK(readHtml(repeated("<table><tr><td colspan=1000>a</table>", size)).pieces.isEmpty());
    for (const char *text : {"\t", "\n", "\"\t", "\"\"\t", "\"\"\"\t", "\"\"\"\"\"\n", "\"a\"b\t"}) {
        INFO(text);
        CHECK(gridFromTabbedText(repeated(text, size)).size() <= 100'000);
    }
    CHECK(gridFromTabbedText(QString(21 * 1024 * 1024, u'a')).isEmpty());
}

} // namespace tabletext_test
