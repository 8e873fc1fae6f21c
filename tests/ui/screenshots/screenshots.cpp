// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Pictures of every page of the interface, in every palette and size, to be looked at by people: the folder is named
// by ZHIBAO_SCREENSHOTS (else ./screenshots), and ZHIBAO_SCENES (a regular expression) picks some of them. For 200 % it
// is run with QT_SCALE_FACTOR=2.
#include "ui/screenshots/scenes.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>

using namespace zhibao;

namespace {

struct Look {
    QString name;
    QPalette palette;
};

QPalette paletteOf(
    const QColor &window, const QColor &base, const QColor &text, const QColor &highlight, const QColor &highlighted)
{
    QPalette palette(window); // its bevels and disabled colours follow from this one
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role,
            QColor((text.red() + window.red()) / 2, (text.green() + window.green()) / 2,
                (text.blue() + window.blue()) / 2));
    }
    QColor placeholder = text;
    placeholder.setAlpha(128); // as Qt's own palettes have it
    palette.setColor(QPalette::PlaceholderText, placeholder);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, highlighted);
    palette.setColor(QPalette::Link, highlight);
    return palette;
}

QList<Look> looks()
{
    return {{QStringLiteral("light"), QApplication::palette()},
        {QStringLiteral("dark"),
            paletteOf(QColor(42, 46, 50), QColor(27, 30, 32), QColor(252, 252, 252), QColor(61, 174, 233),
                QColor(252, 252, 252))},
        {QStringLiteral("contrast"), paletteOf(Qt::black, Qt::black, Qt::white, Qt::yellow, Qt::black)}};
}

// In pixels of the interface: at QT_SCALE_FACTOR=2 the first is a screen of 1920×1080.
QList<QSize> sizes()
{
    if (qApp->devicePixelRatio() > 1)
        return {QSize(960, 540), QSize(1366, 768)};
    return {QSize(1366, 768), QSize(1920, 1080)};
}

} // namespace

TEST_CASE("every page in every palette and size")
{
    const QDir folder(qEnvironmentVariable("ZHIBAO_SCREENSHOTS", QStringLiteral("screenshots")));
    REQUIRE(folder.mkpath(QStringLiteral(".")));
    const QRegularExpression wanted(qEnvironmentVariable("ZHIBAO_SCENES"));
    for (const Look &look : looks()) {
        QApplication::setPalette(look.palette);
        for (const QSize &size : sizes()) {
            for (const Scene &scene : scenes()) {
                if (!wanted.match(scene.name).hasMatch())
                    continue;
                OpenWindow desk;
                desk.window->resize(size);
                const QPixmap picture = scene.show(desk);
                const QString name = QStringLiteral("%1-%2x%3@%4-%5.png")
                                         .arg(look.name)
                                         .arg(size.width())
                                         .arg(size.height())
                                         .arg(qApp->devicePixelRatio())
                                         .arg(scene.name);
                REQUIRE(picture.save(folder.filePath(name)));
            }
        }
    }
}
