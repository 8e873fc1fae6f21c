// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/layout/linebreak.h"
#include "document/layout/textlayout.h"
#include "document/layouttext.h"
#include "document/style.h"

#include <random>

namespace linebreak_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int measure = 10 * 320; // ten characters of the addressee's style, which is not indented

Paragraph paragraphOf(const QString &text, Role role = Role::Addressee)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.spans = {{text, role, 0}};
    return paragraph;
}

QStringList linesOf(const QString &text, int width = measure)
{
    static Fonts fonts;
    QStringList lines;
    for (const Line &line : layOutParagraph(paragraphOf(text), width, fonts))
        lines.append(textOf(line));
    return lines;
}

} // namespace

TEST_CASE("28 full-width characters fill a line of the type area")
{
    const int width = pageStyle(Orientation::Portrait).areaWidth();
    CHECK(linesOf(QString(57, u'质'), width)
        == QStringList{QString(28, u'质'), QString(28, u'质'), QStringLiteral("质")});
    Fonts fonts;
    const QList<Line> indented = layOutParagraph(paragraphOf(QString(60, u'质'), Role::Body), width, fonts);
    CHECK(textOf(indented[0]).size() == 26);
    CHECK(textOf(indented[1]).size() == 28);
}

TEST_CASE("a full line reaches the measure's edge exactly, the last one stays as it is")
{
    Fonts fonts;
    const int width = pageStyle(Orientation::Portrait).areaWidth();
    const QList<Line> lines = layOutParagraph(
        paragraphOf(QStringLiteral(
            "质量强国建设纲要（2023年）发布以来，我局精心组织、周密部署，推动各项任务落地见效，成效明显。")),
        width, fonts);
    REQUIRE(lines.size() == 2);
    const GlyphRun &last = lines[0].runs.constLast();
    const Glyph &glyph = last.glyphs.constLast();
    CHECK(last.origin.x() + glyph.x + 16 == Approx(width / 20.0));
    CHECK(lines[0].box.right() == Approx(width / 20.0));
    CHECK(lines[1].box.right() < width / 20.0 - 50);
    CHECK(lines[1].box.top() == Approx(579 / 20.0));
}

TEST_CASE("marks that must not begin a line take the character before them along")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八九十，甲乙"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("十，甲乙")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九十”。甲"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("十”。甲")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九……甲"))
        == QStringList{QStringLiteral("一二三四五六七八"), QStringLiteral("九……甲")});
}

TEST_CASE("marks that must not end a line go on with what they open")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八九《纲要》"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("《纲要》")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八“《纲要》"))
        == QStringList{QStringLiteral("一二三四五六七八"), QStringLiteral("“《纲要》")});
}

TEST_CASE("numbers and words stay whole")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八九1,234.5万元"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("1,234.5万元")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九99.2%以上"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("99.2%以上")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九GDP增长"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("GDP增长")});
    // A no-break space keeps a number together.
    CHECK(linesOf(QStringLiteral("一二三四五六七八九1\u00A0482场"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("1\u00A0482场")});
    // A mark after a number takes the whole number along.
    CHECK(linesOf(QStringLiteral("一二三四五六七八2023，"))
        == QStringList{QStringLiteral("一二三四五六七八"), QStringLiteral("2023，")});
}

TEST_CASE("a letter or digit stays with the closing mark before it, where the line can end elsewhere")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八、80.22%"))
        == QStringList{QStringLiteral("一二三四五六七"), QStringLiteral("八、80.22%")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八，2023年"))
        == QStringList{QStringLiteral("一二三四五六七"), QStringLiteral("八，2023年")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八”GDP"))
        == QStringList{QStringLiteral("一二三四五六七"), QStringLiteral("八”GDP")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九；2023"))
        == QStringList{QStringLiteral("一二三四五六七八九；"), QStringLiteral("2023")});
    CHECK(linesOf(QStringLiteral("51.31%、80.22%"), 5 * 320)
        == QStringList{QStringLiteral("51.31%、"), QStringLiteral("80.22%")});
}

TEST_CASE("standards' numbers break at their spaces, addresses after slashes, neither at no-break spaces")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七GB/T 19001—2016"))
        == QStringList{QStringLiteral("一二三四五六七GB/T "), QStringLiteral("19001—2016")});
    CHECK(linesOf(QStringLiteral("一二三四五六七ISO\u00A09001"))
        == QStringList{QStringLiteral("一二三四五六七"), QStringLiteral("ISO\u00A09001")});
    CHECK(linesOf(QStringLiteral("https://www.a.cn/quality/index"))
        == QStringList{QStringLiteral("https://www.a.cn/quality/"), QStringLiteral("index")});
    CHECK(linesOf(QStringLiteral("①一二三四五六七八九②十"))
        == QStringList{QStringLiteral("①一二三四五六七八九"), QStringLiteral("②十")});
}

TEST_CASE("spaces hang over the end of a line and begin none")
{
    CHECK(linesOf(QStringLiteral("一二三四五六七八九十  甲"))
        == QStringList{QStringLiteral("一二三四五六七八九十  "), QStringLiteral("甲")});
    CHECK(linesOf(QStringLiteral("一二三四五六七八九十 ，甲"))
        == QStringList{QStringLiteral("一二三四五六七八九"), QStringLiteral("十 ，甲")});
}

TEST_CASE("what has no place to break is broken anywhere, and a line always takes something")
{
    const QString word(60, u'm');
    const QStringList lines = linesOf(word);
    CHECK(lines.size() > 3);
    CHECK(lines.join(QString()) == word);
    const QStringList marks = linesOf(QString(25, u'，'));
    CHECK(marks == QStringList{QString(10, u'，'), QString(10, u'，'), QString(5, u'，')});
    CHECK(linesOf(QStringLiteral("质量"), 100) == QStringList{QStringLiteral("质"), QStringLiteral("量")});
    CHECK(linesOf({}) == QStringList{QString()});
}

TEST_CASE("Chinese and Latin stand a fifth of an em apart, but not at a mark")
{
    Fonts fonts;
    const auto gapAfterFirst = [&](const QString &text) {
        const Line line = layOutParagraph(paragraphOf(text), measure, fonts).constFirst();
        return line.runs[1].origin.x() - line.runs[0].origin.x() - 16;
    };
    CHECK(gapAfterFirst(QStringLiteral("第5次")) == Approx(3.2));
    CHECK(gapAfterFirst(QStringLiteral("《5次")) == Approx(0.0).margin(0.001));
}

TEST_CASE("a break asked for begins a line that is not spread")
{
    Fonts fonts;
    Paragraph paragraph = paragraphOf(QStringLiteral("一二三"));
    paragraph.spans.append({QStringLiteral("四五"), Role::Addressee, 3, true});
    const QList<Line> lines = layOutParagraph(paragraph, measure, fonts);
    REQUIRE(lines.size() == 2);
    CHECK(textOf(lines[0]) == QStringLiteral("一二三"));
    CHECK(lines[0].box.width() < 50);
    CHECK(lines[1].offset == 3);
}

TEST_CASE("no line of any text breaks the rules, is too wide, or loses a character")
{
    std::mt19937 random(7);
    const QString pool = QStringLiteral("质量强国建设纲要一二三，。、；：？！“”‘’（）《》〈〉【】…—·％%"
                                        "℃ABCabc0123456789.,-/ \u00A0\u3000\t\u200B𠮷𣒍é👍①");
    const int width = pageStyle(Orientation::Portrait).areaWidth();
    Fonts fonts;
    for (int round = 0; round < 300; ++round) {
        QString text;
        const int length = static_cast<int>(random() % 200);
        for (int i = 0; i < length; ++i)
            text += pool[static_cast<qsizetype>(random() % static_cast<unsigned>(pool.size()))]; // also lone surrogates
        QString joined;
        for (const Line &line : layOutParagraph(paragraphOf(text), width, fonts)) {
            const QString here = textOf(line);
            INFO(text.toStdString() << " / " << here.toStdString());
            CHECK(line.box.right() <= width / 20.0 + 0.01);
            CHECK(line.offset == joined.size());
            if (!joined.isEmpty())
                CHECK_FALSE(here.startsWith(u' '));
            joined += here;
            int glyphText = 0;
            for (const GlyphRun &run : line.runs) {
                int next = 0;
                for (const Glyph &glyph : run.glyphs) {
                    CHECK(glyph.textStart >= 0);
                    next += glyph.textLength;
                }
                glyphText += next;
            }
            CHECK(glyphText == here.size());
        }
        REQUIRE(joined == text);
    }
}

TEST_CASE("no line of prose begins or ends with a forbidden mark")
{
    std::mt19937 random(11);
    const QString marks = noLineStart() + noLineEnd();
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int i = 0; i < 150; ++i) // at most two marks in a row: prose
            text += random() % 4 == 0 && i % 3 != 2
                ? marks[static_cast<qsizetype>(random() % static_cast<unsigned>(marks.size()))]
                : QChar(u'质');
        const QStringList lines = linesOf(text, pageStyle(Orientation::Portrait).areaWidth());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            INFO(lines[i].toStdString());
            CHECK((i == 0 || !noLineStart().contains(lines[i].front())));
            CHECK((i + 1 == lines.size() || !noLineEnd().contains(lines[i].back())));
        }
    }
}

} // namespace linebreak_test
