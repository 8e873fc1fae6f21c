// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/differencepaper.h"
#include "document/exportedfiles.h"
#include "document/layouttext.h"
#include "document/style.h"
#include "judges_pdf.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace differencepaper_test {

using namespace zhibao;

namespace {

Paragraph marked(const QList<std::pair<QString, TextMark>> &pieces)
{
    Paragraph paragraph;
    paragraph.role = Role::Addressee; // no indent
    for (const auto &[text, mark] : pieces) {
        Span span{text, paragraph.role};
        span.mark = mark;
        paragraph.spans << span;
    }
    return paragraph;
}

DifferencePaper paperOf(const QList<PaperDifference> &differences)
{
    return {QStringLiteral("修改对照表"), QStringLiteral("贵州省市场监督管理局"),
        QStringLiteral("国市监质发〔2023〕9号"), QStringLiteral("2023年3月1日 14:03 李某送审"),
        QStringLiteral("2023年3月3日 09:20 李某送审"), differences};
}

// The text of a cell of the table's row, a paragraph a line; what is struck in [], what is underlined in {}.
QString shownIn(const Document &document, int row, int column)
{
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(),
        [](const Block &block) { return std::holds_alternative<Table>(block); });
    REQUIRE(found != document.blocks.end());
    QStringList lines;
    for (const Paragraph &paragraph : std::get<Table>(*found).rows.at(row).cells.at(column).paragraphs) {
        QString line;
        for (const Span &span : paragraph.spans) {
            const bool struck = span.mark == TextMark::Struck;
            const bool underlined = span.mark == TextMark::Underlined;
            line += struck ? u'[' + span.text + u']' : underlined ? u'{' + span.text + u'}' : span.text;
        }
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

TEST_CASE("Marked text has rules through it and under it, on every line it goes over", "[difference]")
{
    Document document;
    const QString removed = QString(40, u'删'); // more than one line of 28
    const QString added = QStringLiteral("增加ABC与2023年");
    document.blocks << marked({{QStringLiteral("原文"), TextMark::None}, {removed, TextMark::Struck},
        {added, TextMark::Underlined}, {QStringLiteral("原文"), TextMark::None}});
    Fonts fonts;
    const Page page = test::laidOut(document, fonts).pages.constFirst();
    constexpr double advance = 315 / 20.0; // of a character of the body
    constexpr double size = 16;
    const double left = pageStyle(Orientation::Portrait).left / 20.0;
    REQUIRE(page.lines.size() == 3); // and the page's number
    REQUIRE(page.rules.size() == 3);
    const QRectF first = page.lines.at(0).box;
    const QRectF second = page.lines.at(1).box;
    CHECK(page.rules.at(0).line.x1() == Approx(left + 2 * advance).margin(0.5));
    CHECK(page.rules.at(0).line.x2() == Approx(first.right()).margin(0.5));
    CHECK(page.rules.at(1).line.x1() == Approx(left).margin(0.1));
    CHECK(page.rules.at(1).line.x2() == Approx(left + 14 * advance).margin(0.5));
    CHECK(page.rules.at(2).line.x1() == Approx(page.rules.at(1).line.x2()).margin(0.5));
    CHECK(page.rules.at(2).line.x2() == Approx(second.right() - 2 * advance).margin(1));
    for (const auto &[rule, box] : {std::pair(page.rules.at(0), first), std::pair(page.rules.at(1), second)}) {
        CHECK(rule.line.y1() > box.center().y() - 0.1 * size);
        CHECK(rule.line.y1() < box.center().y() + 0.2 * size);
    }
    const Rule &under = page.rules.at(2);
    CHECK(under.line.y1() > second.center().y() + size / 2); // below the characters
    CHECK(under.line.y1() < second.bottom());
    for (const Rule &rule : page.rules) {
        CHECK(rule.line.y1() == rule.line.y2());
        CHECK(rule.width > 0.02 * size);
        CHECK(rule.width < 0.1 * size);
    }
}

TEST_CASE("Text without marks has no rules", "[difference]")
{
    Document document;
    document.blocks << marked({{QStringLiteral("原文"), TextMark::None}});
    Fonts fonts;
    CHECK(test::laidOut(document, fonts).pages.constFirst().rules.isEmpty());
}

TEST_CASE("Differences are told by kind, and paragraphs by their ends", "[difference]")
{
    using Kind = TextSpan::Kind;
    const Document document = composeDifferences(
        paperOf({{QStringLiteral("附件2 一"), Difference::Kind::Changed,
                     {{Kind::Same, QStringLiteral("甲\n乙")}, {Kind::Removed, QStringLiteral("\n")},
                         {Kind::Same, QStringLiteral("丙")}, {Kind::Added, QStringLiteral("\n丁")},
                         {Kind::Removed, QStringLiteral("戊\n己\n")}}},
            {QStringLiteral("附件1 第2行"), Difference::Kind::Added, {{Kind::Added, QStringLiteral("子\n丑")}}},
            {QStringLiteral("附件1 第3行"), Difference::Kind::Removed, {{Kind::Removed, QStringLiteral("寅\n卯")}}},
            {QStringLiteral("附件1 第4行"), Difference::Kind::Moved, {{Kind::Same, QStringLiteral("辰")}}}}));
    CHECK(shownIn(document, 1, 3) == QStringLiteral("甲\n乙[¶]丙{¶}\n{丁}[戊¶]\n[己¶]"));
    CHECK(shownIn(document, 2, 3) == QStringLiteral("{子}\n{丑}"));
    CHECK(shownIn(document, 3, 3) == QStringLiteral("[寅]\n[卯]"));
    CHECK(shownIn(document, 4, 3) == QStringLiteral("辰"));
    const QStringList kinds
        = {QStringLiteral("改动"), QStringLiteral("新增"), QStringLiteral("删除"), QStringLiteral("移动")};
    for (int row = 1; row <= 4; ++row) {
        CHECK(shownIn(document, row, 0) == QString::number(row));
        CHECK(shownIn(document, row, 2) == kinds.at(row - 1));
    }
    CHECK(shownIn(document, 2, 1) == QStringLiteral("附件1 第2行"));
}

TEST_CASE("A long list of differences goes over valid pages, and all of it can be read back", "[difference]")
{
    QString before, after;
    for (int sentence = 0; sentence < 120; ++sentence) {
        before += QStringLiteral("第%1项工作组织学习宣传活动并取得成效。").arg(sentence);
        after += sentence % 3 == 0 ? QStringLiteral("第%1项任务组织宣讲活动。").arg(sentence)
                                   : QStringLiteral("第%1项工作组织学习宣传活动并取得成效。").arg(sentence);
    }
    const QList<TextSpan> spans = compareTexts(before, after);
    const Document document
        = composeDifferences(paperOf({{QStringLiteral("附件2 三"), Difference::Kind::Changed, spans}}));
    Fonts fonts;
    const Pages pages = test::laidOut(document, fonts);
    CHECK(pages.pages.size() > 2);
    for (const Page &page : pages.pages) {
        for (const Rule &rule : page.rules)
            CHECK(QRectF(QPointF(), page.size).contains(rule.line.p2()));
    }
    const QTemporaryDir folder;
    const QString file = test::writePdfFile(pages, fonts, folder.filePath(QStringLiteral("differences.pdf")));
    CHECK(judges::preflightFaults({file}) == QStringList());
    QString all;
    for (const TextSpan &span : spans)
        all += span.text;
    QString shown;
    for (const Page &page : pages.pages) {
        for (const CellArea &cell : page.cells) {
            if (cell.box.left() < page.size.width() * 0.38)
                continue; // of the columns before the text
            QString text;
            for (const Line &line : page.lines.mid(cell.firstLine, cell.lineCount))
                text += test::textOf(line);
            if (text != u"内容")
                shown += text;
        }
    }
    CHECK(shown == all);
    CHECK(judges::pdfText(file).contains(u"加删除线"));
}

TEST_CASE("Equal versions say so", "[difference]")
{
    const Document document = composeDifferences(paperOf({}));
    CHECK(test::textOf(std::get<Paragraph>(document.blocks.constLast())) == QStringLiteral("两个版本的内容相同。"));
}

} // namespace differencepaper_test
