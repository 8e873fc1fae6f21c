// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/layout/paginate.h"
#include "document/layout/paint.h"

#include <QImage>
#include <QPainter>

namespace paint_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

QImage painted(const Page &page, Fonts &fonts, double zoom, QPointF at = {})
{
    QImage image((page.size * zoom).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(at);
    painter.scale(zoom, zoom);
    paint(painter, page, fonts);
    return image;
}

// The share of the box (points) that is dark.
double darkness(const QImage &image, const QRectF &box, double zoom)
{
    const QRect pixels = QRectF(box.topLeft() * zoom, box.size() * zoom).toAlignedRect().intersected(image.rect());
    double dark = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            dark += 255 - qGray(image.pixel(x, y));
    }
    return dark / 255 / (double(pixels.width()) * pixels.height());
}

Page annex1(Fonts &fonts)
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
    report.forms[QStringLiteral("annex1")].rows[0].cells[QStringLiteral("study")]
        = QStringLiteral("组织学习98场，2 316人次。");
    const Result<Pages> pages = paginate(compose(report, notice, QStringLiteral("annex1")), fonts);
    REQUIRE(pages);
    return pages->pages.constFirst();
}

} // namespace

TEST_CASE("every line is painted where it stands, and nothing outside lines and rules")
{
    Fonts fonts;
    const Page page = annex1(fonts);
    constexpr double zoom = 2;
    QImage image = painted(page, fonts, zoom);
    QPainter eraser(&image);
    int lines = 0;
    for (const Line &line : page.lines) {
        if (line.runs.isEmpty())
            continue;
        CHECK(darkness(image, line.box, zoom) > 0.02);
        ++lines;
    }
    CHECK(lines > 15);
    for (const Line &line : page.lines)
        eraser.fillRect(QRectF(line.box.topLeft() * zoom, line.box.size() * zoom).adjusted(-2, -2, 2, 2), Qt::white);
    for (const Rule &rule : page.rules)
        eraser.fillRect(
            QRectF(rule.line.p1() * zoom, rule.line.p2() * zoom).normalized().adjusted(-2, -2, 2, 2), Qt::white);
    eraser.end();
    CHECK(darkness(image, QRectF(QPointF(), page.size), zoom) == 0);
}

TEST_CASE("rules are black whole pixels at every zoom, never grey")
{
    Fonts fonts;
    Page page = annex1(fonts);
    page.lines.clear();
    REQUIRE(page.rules.size() > 10);
    for (const double zoom : {0.5, 1.0, 1.25, 1.33, 2.0, 4.17}) {
        const QImage image = painted(page, fonts, zoom, QPointF(0.4, 0.7));
        int black = 0;
        int grey = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const int level = qGray(image.pixel(x, y));
                black += level == 0;
                grey += level != 0 && level != 255;
            }
        }
        CHECK(black > 1000);
        CHECK(grey == 0);
    }
}

TEST_CASE("the painter is left as it was")
{
    Fonts fonts;
    const Page page = annex1(fonts);
    QImage image(100, 100, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(0.1, 0.1);
    painter.setPen(Qt::red);
    paint(painter, page, fonts);
    CHECK(painter.transform() == QTransform::fromScale(0.1, 0.1));
    CHECK(painter.pen().color() == QColor(Qt::red));
}

TEST_CASE("a picture is painted in its box, behind text and rules")
{
    Fonts fonts;
    Page page = annex1(fonts);
    constexpr double zoom = 2;
    const QImage plain = painted(page, fonts, zoom);
    QImage red(10, 10, QImage::Format_ARGB32);
    red.fill(qRgba(255, 0, 0, 255));
    const QRectF box(150, 150, 120, 120); // over rules and text
    page.pictures.append({box, red});
    const QImage image = painted(page, fonts, zoom);
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool inside = box.contains(QPointF(x + 0.5, y + 0.5) / zoom);
            const QRgb pixel = image.pixel(x, y);
            if (!inside) {
                REQUIRE(pixel == plain.pixel(x, y));
            } else if (plain.pixel(x, y) == qRgb(0, 0, 0)) {
                REQUIRE(pixel == qRgb(0, 0, 0));
                ++ink;
            } else {
                REQUIRE(qGreen(pixel) < 255);
            }
        }
    }
    CHECK(ink > 100);
}

} // namespace paint_test
