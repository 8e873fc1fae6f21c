// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "exchange/tabletext.h"

#include <random>

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

QString html(const QString &text)
{
    return shown(gridFromHtml(text));
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

TEST_CASE("what is no tag or reference stays text")
{
    CHECK(cell("a < b && c &copy; &unknown; &#; &#xZZ; &#0;&#xD800;")
        == QStringLiteral("a < b && c © &unknown; &#; &#xZZ; \uFFFD\uFFFD"));
    CHECK(cell("a<!-- <td>no</td> -->b<![if !x]>c<![endif]><?x?>d") == QStringLiteral("abcd"));
    CHECK(cell("<a title=\"x>y\" b='>'>c</a>") == QStringLiteral("c"));
    CHECK(cell("<script>if (a<b) '</td>'</script>d<style>e</style>") == QStringLiteral("d"));
    CHECK(cell("it's <b class='x>5' 3\"</b>") == QStringLiteral("it's"));
    CHECK(html(QStringLiteral("<p>no table</p>")).isEmpty());
    CHECK(gridFromHtml(QString()).isEmpty());
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
        QStringLiteral("a\u00a0b"), QStringLiteral("👍🏽"), QStringLiteral("\u0001"), QStringLiteral("<!--"),
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
             "<style>", "&#x", "&", "<", "</", "<br>", "<span style='mso-tab-count:999'>", " \n", "<tr>"}) {
        INFO(text);
        CHECK(gridFromHtml(QStringLiteral("<table><tr><td>") + repeated(text, size)).size() <= 100'000);
    }
    CHECK(gridFromHtml(repeated("<table><tr><td colspan=1000 rowspan=65534>", size)).size() < 2000);
    CHECK(gridFromHtml(QStringLiteral("<table>") + repeated("<tr><td colspan=1000 rowspan=65534>", size)).isEmpty());
    CHECK(gridFromHtml(QStringLiteral("<table><tr>") + repeated("<td rowspan=9>", 500'000) + repeated("<tr>", 400'000))
              .isEmpty());
    CHECK(gridFromHtml(QString(21 * 1024 * 1024, u'a')).isEmpty());
    for (const char *text : {"\t", "\n", "\"\t", "\"\"\t", "\"\"\"\t", "\"\"\"\"\"\n", "\"a\"b\t"}) {
        INFO(text);
        CHECK(gridFromTabbedText(repeated(text, size)).size() <= 100'000);
    }
    CHECK(gridFromTabbedText(QString(21 * 1024 * 1024, u'a')).isEmpty());
}
