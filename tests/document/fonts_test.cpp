// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/fonts/fontface.h"
#include "document/fonts/fonts.h"
#include "document/layout/characters.h"

#include <catch2/catch.hpp>

namespace fonts_test {

using namespace zhibao;

namespace {

constexpr double size = 16;
constexpr Typeface typefaces[]
    = {Typeface::SongTitle, Typeface::FangSong, Typeface::Kai, Typeface::Hei, Typeface::Song};

QList<GlyphRun> shaped(Fonts &fonts, const QString &text, Typeface typeface = Typeface::FangSong)
{
    return fonts.shape(text, typeface, size);
}

QList<Glyph> glyphs(const QList<GlyphRun> &runs)
{
    QList<Glyph> all;
    for (const GlyphRun &run : runs)
        all += run.glyphs;
    return all;
}

double width(const QList<GlyphRun> &runs)
{
    double sum = 0;
    for (const Glyph &glyph : glyphs(runs))
        sum += glyph.advance;
    return sum;
}

// The texts of the clusters, in order; nothing of a run may lie between them.
QStringList clusters(const QList<GlyphRun> &runs)
{
    QStringList texts;
    for (const GlyphRun &run : runs) {
        int end = 0;
        for (const Glyph &glyph : run.glyphs) {
            REQUIRE(glyph.textStart == end);
            end += glyph.textLength;
            if (glyph.textLength > 0)
                texts << run.text.mid(glyph.textStart, glyph.textLength);
        }
        REQUIRE(end == run.text.size());
    }
    return texts;
}

QString fileOf(const Fonts &fonts, const GlyphRun &run)
{
    return fonts.face(run.font).file.path;
}

} // namespace

TEST_CASE("Chinese characters and full-width punctuation take exactly one em", "[fonts]")
{
    Fonts fonts;
    for (const Typeface typeface : typefaces) {
        for (const Glyph &glyph :
            glyphs(shaped(fonts, QStringLiteral("质量，“强‘国’”——……·《》（）、　堃𠮷ァＡ"), typeface)))
            CHECK(glyph.advance == size);
    }
}

TEST_CASE("Latin letters, digits and blanks come from the Latin family", "[fonts]")
{
    Fonts fonts;
    const QList<GlyphRun> runs = shaped(fonts, QStringLiteral("到2025年，“A-1”达98.5%"));
    REQUIRE(runs.size() == 6);
    CHECK(runs[0].text == u"到");
    CHECK(runs[1].text == u"2025");
    CHECK(runs[2].text == u"年，“");
    CHECK(runs[3].text == u"A-1");
    CHECK(runs[4].text == u"”达");
    CHECK(runs[5].text == u"98.5%");
    CHECK(runs[0].font == runs[2].font);
    CHECK(runs[1].font == runs[5].font);
    CHECK(runs[0].font != runs[1].font);
    CHECK(glyphs({runs[1]})[0].advance == size / 2);
}

TEST_CASE("Widths add up: no kerning and no ligatures", "[fonts]")
{
    Fonts fonts;
    const QString text = QStringLiteral("AVATAR fi ffl To, 10.1");
    double sum = 0;
    for (const QChar letter : text)
        sum += width(shaped(fonts, letter));
    CHECK(width(shaped(fonts, text)) == Approx(sum));
    CHECK(glyphs(shaped(fonts, text)).size() == text.size());
}

TEST_CASE("Every text stands in the clusters, unchanged and whole", "[fonts]")
{
    Fonts fonts;
    const QStringList texts = {
        QStringLiteral("月日一二十⽉⽇"),
        QStringLiteral("a  b\tc\u00a0d\u200be\ufefff\u00adg"),
        QStringLiteral("𠮷𡐓𬭛\ue170"),
        QStringLiteral("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ئۇيغۇر بོད་ e\u0301x \u0301"),
        QStringLiteral("か\u3099葛\U000E0100❤\ufe0f👨\u200d👩\u200d👧🇨🇳"),
        QString(QChar(0xD800)) + u'x' + QChar(0xDC00),
        QString(QChar(0)) + u'\x1' + QChar(0xFFFE),
        QStringLiteral("\u200d\u0301"),
    };
    for (const QString &text : texts) {
        INFO(text.toStdString());
        for (const Typeface typeface : typefaces)
            CHECK(clusters(shaped(fonts, text, typeface)).join(QString()) == text);
    }
    CHECK(shaped(fonts, QString()).isEmpty());
}

TEST_CASE("What belongs together is one cluster", "[fonts]")
{
    Fonts fonts;
    const auto text = QStringLiteral("xe\u0301葛\U000E0100 👨\u200d👩");
    CHECK(clusters(shaped(fonts, text))
        == QStringList{QStringLiteral("x"), QStringLiteral("e\u0301"), QStringLiteral("葛\U000E0100"),
            QStringLiteral(" "), QStringLiteral("👨\u200d👩")});
}

TEST_CASE("Characters without width keep their place, a tab is as wide as a blank", "[fonts]")
{
    Fonts fonts;
    CHECK(width(shaped(fonts, QStringLiteral("甲\u200b乙\ufeff丙\u2060丁"))) == 4 * size);
    CHECK(width(shaped(fonts, QStringLiteral("\t"))) == width(shaped(fonts, QStringLiteral(" "))));
    CHECK(fonts.missing().isEmpty());
}

TEST_CASE("Letters of a joining script take the shape of their place", "[fonts]")
{
    Fonts fonts;
    const quint32 alone = glyphs(shaped(fonts, QStringLiteral("ب")))[0].index;
    const QList<Glyph> word = glyphs(shaped(fonts, QStringLiteral("ببب")));
    REQUIRE(word.size() == 3);
    CHECK(word[0].index != alone);
    CHECK(word[0].index != word[1].index);
    CHECK(word[1].index != word[2].index);
    // Written from right to left: the first letter stands at the right end once layout has counted the pen on.
    CHECK(word[0].x == Approx(word[1].advance + word[2].advance));
    CHECK(word[0].advance + word[1].advance + word[2].x == Approx(0).margin(0.001));
}

TEST_CASE("A character the typeface lacks comes from another font", "[fonts]")
{
    Fonts fonts;
    for (const QString &line :
        QString::fromUtf8(test::fileBytes(QStringLiteral(TEST_DATA "/rare-place-names.tsv"))).split(u'\n').mid(2)) {
        if (line.section(u'\t', 5).trimmed() == u"PUA")
            continue;
        for (const Glyph &glyph : glyphs(shaped(fonts, line.section(u'\t', 2, 2))))
            CHECK(glyph.index != 0);
    }
    CHECK(fonts.missing().isEmpty());
}

TEST_CASE("A character no font has is drawn as a box and reported once", "[fonts]")
{
    Fonts fonts;
    const QList<GlyphRun> runs = shaped(fonts, QStringLiteral("\ue170村\ue170"));
    const Glyph box = glyphs(shaped(fonts, QStringLiteral("□")))[0];
    CHECK(box.index != 0);
    CHECK(glyphs(runs)[0].index == box.index);
    CHECK(glyphs(runs)[2].index == box.index);
    CHECK(fonts.missing() == QStringList{QStringLiteral("\ue170")});
}

TEST_CASE("A font is found by exactly its family, in the weight asked for", "[fonts]")
{
    FontFiles files;
    CHECK_FALSE(files.find(QStringLiteral("No Such Family"), false));
    const auto regular = files.find(QStringLiteral("Noto Serif CJK SC"), false);
    const auto bold = files.find(QStringLiteral("noto serif cjk sc"), true);
    REQUIRE(regular);
    REQUIRE(bold);
    CHECK(regular->path.contains(u"Regular"));
    CHECK(bold->path.contains(u"Bold"));
    const auto hei = files.find(QStringLiteral("FandolHei"), false);
    const auto kai = files.find(QStringLiteral("Fandol Kai"), true);
    REQUIRE(hei);
    REQUIRE(kai);
    CHECK(hei->path.endsWith(u"FandolHei-Regular.otf"));
    CHECK(kai->path.endsWith(u"FandolKai-Regular.otf"));
    for (const FontFile &file : files.having(U'😀'))
        CHECK_FALSE(file.path.contains(u"Emoji"));
}

TEST_CASE("The title stands in a bold face, the body in a regular one", "[fonts]")
{
    Fonts fonts;
    FontFiles files;
    for (const Typeface typeface : typefaces) {
        for (const QString &family : candidateFamilies(typeface)) {
            const auto expected = files.find(family, takenInBold(typeface, family));
            if (!expected)
                continue;
            CHECK(fileOf(fonts, shaped(fonts, QStringLiteral("国"), typeface)[0]) == expected->path);
            break;
        }
    }
}

TEST_CASE("Official fonts that are missing are named with what stands for them", "[fonts]")
{
    Fonts fonts;
    FontFiles files;
    CHECK(fonts.substitutes().isEmpty());
    const bool officialIsHere = files.find(officialFamily(Typeface::Kai), false).has_value();
    shaped(fonts, QStringLiteral("国"), Typeface::Kai);
    const QStringList found = fonts.substitutes().filter(officialFamily(Typeface::Kai) + QStringLiteral(" → "));
    CHECK(found.size() == (officialIsHere ? 0 : 1));
    CHECK(fonts.substitutes().filter(officialFamily(Typeface::FangSong)).isEmpty());
}

TEST_CASE("A face of a collection becomes a font file of its own", "[fonts]")
{
    FontFiles files;
    const auto file = files.find(QStringLiteral("Noto Serif CJK SC"), false);
    REQUIRE(file);
    REQUIRE(file->index > 0);
    const auto face = Fonts::Face::open(*file);
    REQUIRE(face);
    const QByteArray single = singleFaceFile(*face);
    const HarfBuzzBlob blob(hb_blob_create(
        single.constData(), static_cast<unsigned>(single.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    CHECK(hb_face_count(blob.get()) == 1);
    const HarfBuzzFace copy(hb_face_create(blob.get(), 0));
    CHECK(hb_face_get_glyph_count(copy.get()) == hb_face_get_glyph_count(face->face.get()));
}

TEST_CASE("A file that holds no font is refused", "[fonts]")
{
    CHECK_FALSE(Fonts::Face::open({QStringLiteral(TEST_DATA "/rare-place-names.tsv"), 0}));
    CHECK_FALSE(Fonts::Face::open({QStringLiteral(TEST_DATA "/no-such-file.otf"), 0}));
}

} // namespace fonts_test
