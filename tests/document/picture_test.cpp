// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/exportedfiles.h"
#include "document/renderedpage.h"
#include "judges_pdf.h"

#include <QColorSpace>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace picture_test {

using namespace zhibao;

namespace {

constexpr int resolution = 200;

Paragraph pictureParagraph(Role role, const QImage &image, QSizeF size)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.picture = Picture{image, size, QStringLiteral("图")};
    return paragraph;
}

Paragraph text(const QString &words, Role role)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.spans = {{words, role}};
    return paragraph;
}

} // namespace

TEST_CASE("A picture is a line of its own in its true size, aligned as its role", "[picture]")
{
    Document document;
    document.blocks = {text(QStringLiteral("上"), Role::Body),
        pictureParagraph(Role::Title, test::sealPicture(), {30, 30}), text(QStringLiteral("下"), Role::Body)};
    Fonts fonts;
    const Pages pages = test::laidOut(document, fonts);
    const QTemporaryDir folder;
    const QString file = test::writePdfFile(pages, fonts, folder.filePath(QStringLiteral("pages.pdf")));
    const QRectF seal = test::redBox(test::renderedPages(file, resolution).constFirst(), resolution);
    CHECK(seal.width() == Approx(30).margin(0.3));
    CHECK(seal.height() == Approx(30).margin(0.3));
    CHECK(seal.center().x() == Approx(28 + 156 / 2.0).margin(0.3));
    CHECK(seal.top() == Approx(37 + 10.2).margin(0.3));
    const Page &page = pages.pages.constFirst();
    CHECK(page.lines.at(2).box.top() >= page.pictures.constFirst().box.bottom());
    CHECK(judges::preflightFaults({file}) == QStringList());
}

TEST_CASE("A picture in a table cell stands in the cell, and the row is as high as it", "[picture]")
{
    Table table;
    table.widths = {0.7, 0.3};
    TableCell words{0, 1, 1, {text(QStringLiteral("核验码"), Role::TableText)}};
    TableCell code{1, 1, 1, {pictureParagraph(Role::TableHead, test::sealPicture(), {28, 28})}};
    table.rows = {{{words, code}, 0}};
    Document document;
    document.blocks = {table};
    Fonts fonts;
    const Page page = test::laidOut(document, fonts).pages.constFirst();
    REQUIRE(page.pictures.size() == 1);
    REQUIRE(page.cells.size() == 2);
    CHECK(page.cells.at(1).box.contains(page.pictures.constFirst().box));
    CHECK(page.cells.at(1).box.center().x() == Approx(page.pictures.constFirst().box.center().x()).margin(0.1));
    CHECK(page.cells.at(0).box.height() > 28 * 72 / 25.4);
}

TEST_CASE("A picture that has no room goes to the next page", "[picture]")
{
    Document document;
    for (int line = 0; line < 20; ++line)
        document.blocks << text(QStringLiteral("行"), Role::Body);
    document.blocks << pictureParagraph(Role::Body, test::sealPicture(), {30, 30});
    Fonts fonts;
    const Pages pages = test::laidOut(document, fonts);
    REQUIRE(pages.pages.size() == 2);
    CHECK(pages.pages.at(0).pictures.isEmpty());
    CHECK(pages.pages.at(1).pictures.size() == 1);
}

TEST_CASE("Every kind of picture is opaque grey or sRGB in the PDF, and valid PDF/A-1b", "[picture]")
{
    QImage shade(64, 64, QImage::Format_ARGB32); // half through: pink on paper
    shade.fill(qRgba(255, 0, 0, 128));
    QImage wide = shade.convertToFormat(QImage::Format_RGB32);
    wide.setColorSpace(QColorSpace::AdobeRgb);
    QImage bits(8, 8, QImage::Format_Mono);
    bits.fill(1);
    QImage grey(16, 16, QImage::Format_Grayscale8);
    grey.fill(90);
    Document document;
    for (const QImage &image : {shade, wide, bits, grey, test::sealPicture().convertToFormat(QImage::Format_RGBA64)})
        document.blocks << pictureParagraph(Role::AnnexMark, image, {20, 20});
    document.blocks << text(QStringLiteral("字"), Role::Body);
    Fonts fonts;
    const QTemporaryDir folder;
    const QString file
        = test::writePdfFile(test::laidOut(document, fonts), fonts, folder.filePath(QStringLiteral("pages.pdf")));
    CHECK(judges::preflightFaults({file}) == QStringList());
    const QImage page = test::renderedPages(file, resolution).constFirst();
    const auto colour = [&](double down) {
        constexpr double perMillimetre = resolution / 25.4;
        return page.pixel(int((28 + 5) * perMillimetre), int((37 + down) * perMillimetre));
    };
    CHECK(qRed(colour(5)) == 255);
    CHECK(qGreen(colour(5)) == Approx(127).margin(2));
    CHECK(qGray(colour(65)) == Approx(90).margin(2));
    CHECK(qGray(colour(110)) == 255); // beyond the seal's ink: paper
}

} // namespace picture_test
