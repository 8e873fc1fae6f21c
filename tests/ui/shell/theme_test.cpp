// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QFontInfo>
#include <QRegularExpression>
#include <QSet>

using namespace zhibao;

namespace {

QPalette paletteOf(const QColor &base, const QColor &text, const QColor &highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    return palette;
}

int inkedPixels(const QImage &image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 127 ? 1 : 0;
    }
    return inked;
}

} // namespace

TEST_CASE("colours are readable on light, dark and high-contrast palettes")
{
    const QPalette palette = GENERATE(paletteOf(Qt::white, Qt::black, QColor(48, 140, 198)),
                                      paletteOf(QColor(35, 35, 38), QColor(230, 230, 230), QColor(42, 100, 160)),
                                      paletteOf(Qt::black, Qt::white, Qt::yellow),
                                      paletteOf(Qt::white, Qt::black, Qt::yellow));
    const QColor base = palette.color(QPalette::Base);
    CHECK(theme::contrast(theme::accent(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::amber(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::red(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::green(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::quietText(palette), base) >= 4.5);
    CHECK(theme::contrast(theme::gridLine(palette), base) >= 3.0);
    CHECK(theme::contrast(Qt::white, Qt::black) == Approx(21.0));
}

TEST_CASE("the program's font writes Chinese in its mainland forms and keeps the type scale")
{
    const QFont body = theme::bodyFont();
    CHECK(body.pointSizeF() >= 10.5);
    CHECK(theme::captionFont().pointSizeF() == Approx(body.pointSizeF() * 12 / 14));
    CHECK(theme::titleFont().pointSizeF() == Approx(body.pointSizeF() * 20 / 14));
    CHECK(body.families().join(u',').contains(QStringLiteral("SC")));

    theme::setTextScale(*qApp, 150);
    CHECK(theme::bodyFont().pointSizeF() == Approx(body.pointSizeF() * 1.5));
    theme::setTextScale(*qApp, 100);
    CHECK(theme::bodyFont().pointSizeF() == Approx(body.pointSizeF()));
}

TEST_CASE("icons take the palette's colour, at every resolution and when disabled")
{
    const QIcon plus = theme::icon(QStringLiteral("plus"));
    const QPixmap once = plus.pixmap(QSize(20, 20), 1.0);
    const QPixmap twice = plus.pixmap(QSize(20, 20), 2.0);
    CHECK(once.size() == QSize(20, 20));
    CHECK(twice.size() == QSize(40, 40));
    CHECK(inkedPixels(once.toImage()) > 20);
    CHECK(inkedPixels(twice.toImage()) > 3 * inkedPixels(once.toImage()));

    const QColor normal = once.toImage().pixelColor(10, 10);
    const QColor disabled = plus.pixmap(QSize(20, 20), 1.0, QIcon::Disabled).toImage().pixelColor(10, 10);
    CHECK(normal.rgb() == QApplication::palette().color(QPalette::Text).rgb());
    CHECK(disabled.rgb() == QApplication::palette().color(QPalette::Disabled, QPalette::Text).rgb());
    CHECK(theme::icon(QStringLiteral("no-such-icon")).isNull());
}

TEST_CASE("every icon that the sources name is shipped, and no other")
{
    QSet<QString> named;
    static const QRegularExpression call(QStringLiteral("icon\\(\\s*QStringLiteral\\(\"([a-z0-9-]+)\"\\)"));
    QDirIterator sources(QStringLiteral(SOURCE_ROOT "/src/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            named.insert(matches.next().captured(1));
    }
    QSet<QString> shipped;
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList())
        shipped.insert(file.chopped(4));
    CHECK((named - shipped).values().join(u' ').toStdString() == "");
}
