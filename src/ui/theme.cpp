// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "ui/calmstyle.h"
#include "ui/language.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyle>
#include <QWidget>

#include <cmath>

namespace zhibao::theme {

namespace {

// 五号: below this Chinese text is hard to read on an office screen, whatever the system's default says.
constexpr double smallestBody = 10.5;

QFont scaled(double of14)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * of14 / 14.0);
    return font;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// The colour, moved towards the palette's text colour until it stands out enough from the base.
QColor readable(const QColor &color, const QPalette &palette, double atLeast)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    for (double share = 1.0; share > 0; share -= 0.05) {
        const QColor tried = mixed(color, text, share);
        if (contrast(tried, base) >= atLeast)
            return tried;
    }
    return text;
}

QString points(const QFont &font)
{
    return QString::number(font.pointSizeF(), 'f', 2);
}

// Only what Fusion does not give: the type scale, flat lists and bars, quiet links. Sizes and colours stand in it as
// values because a style sheet knows neither the scale nor mixed colours.
QString styleSheet(const QPalette &palette)
{
    return QStringLiteral(
        "*[textRole=\"caption\"] { font-size: %1pt; color: %4; }"
        "*[textRole=\"section\"] { font-size: %2pt; font-weight: 600; }"
        "*[textRole=\"title\"] { font-size: %3pt; font-weight: 600; }"
        "*[textTone=\"amber\"] { color: %8; }"
        "*[textTone=\"red\"] { color: %9; }"
        "QStatusBar::item { border: none; }"
        "QToolTip { padding: 4px; }"
        "QListView#navigation { border: none; background: transparent; outline: none; }"
        "QListView#navigation::item { padding: 6px 8px; border-left: 3px solid transparent; }"
        "QListView#navigation::item:hover { background: %6; }"
        "QListView#navigation::item:selected { background: %7; color: palette(text);"
        " border-left: 3px solid %5; }"
        "QListView#navigation::item:selected:focus { border: 2px solid %5; padding: 4px 7px 4px 6px; }")
        .arg(points(captionFont()), points(sectionFont()), points(titleFont()), quietText(palette).name(),
            accent(palette).name(), mixed(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.06).name(),
            mixed(accent(palette), palette.color(QPalette::Window), 0.16).name(), amber(palette).name(),
            red(palette).name());
}

void restyle(QApplication &application)
{
    const QString sheet = styleSheet(QApplication::palette());
    if (application.styleSheet() == sheet)
        return; // also ends the round that the palette below sets off
    application.setStyleSheet(sheet);
    // What is selected where the keys do not go is grey, or else two places would look as if they had them.
    QPalette whole = QApplication::palette();
    const QColor text = whole.color(QPalette::Active, QPalette::Text);
    whole.setColor(
        QPalette::Inactive, QPalette::Highlight, mixed(text, whole.color(QPalette::Active, QPalette::Base), 0.2));
    whole.setColor(QPalette::Inactive, QPalette::HighlightedText, text);
    QApplication::setPalette(whole);
    // Qt's own placeholder is half transparent: too faint on a light base.
    QPalette line;
    line.setColor(QPalette::PlaceholderText, quietText(QApplication::palette()));
    QApplication::setPalette(line, "QLineEdit");
}

// Keeps the style sheet in step with the system's colours.
class PaletteFollower : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp)
            restyle(*qApp);
        return QObject::eventFilter(watched, event);
    }
};

// The families to write Chinese in. Named outright, because a system whose default has no Chinese falls back by the
// locale's order, which outside a Chinese locale begins with the Japanese forms.
QStringList chineseFamilies()
{
    const QStringList known{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
        QStringLiteral("Noto Sans SC"), QStringLiteral("Microsoft YaHei"), QStringLiteral("WenQuanYi Micro Hei"),
        QStringLiteral("WenQuanYi Zen Hei")};
    QStringList present;
    for (const QString &family : known) {
        if (QFontDatabase::hasFamily(family))
            present.append(family);
    }
    return present;
}

QFont uiFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QStringList chinese = chineseFamilies();
    const bool writesChinese = QFontDatabase::writingSystems(font.family()).contains(QFontDatabase::SimplifiedChinese);
    font.setFamilies(writesChinese ? QStringList{font.family()} + chinese : chinese + QStringList{font.family()});
    font.setPointSizeF(std::max(font.pointSizeF(), smallestBody));
    return font;
}

} // namespace

QFont captionFont()
{
    return scaled(12);
}

QFont bodyFont()
{
    return scaled(14);
}

QFont sectionFont()
{
    QFont font = scaled(16);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont titleFont()
{
    QFont font = scaled(20);
    font.setWeight(QFont::DemiBold);
    return font;
}

void setTextRole(QWidget *widget, TextRole role)
{
    static const char *const names[] = {"body", "caption", "section", "title"};
    widget->setProperty("textRole", QString::fromLatin1(names[static_cast<int>(role)]));
}

void setTextTone(QWidget *widget, TextTone tone)
{
    static const char *const names[] = {"plain", "amber", "red"};
    const QString name = QString::fromLatin1(names[static_cast<int>(tone)]);
    if (widget->property("textTone").toString() == name)
        return;
    widget->setProperty("textTone", name);
    widget->style()->unpolish(widget); // a style sheet looks at properties only then
    widget->style()->polish(widget);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &one, const QColor &other, double shareOfOne)
{
    const auto channel = [shareOfOne](float a, float b) {
        return static_cast<float>(shareOfOne * static_cast<double>(a) + (1 - shareOfOne) * static_cast<double>(b));
    };
    return QColor::fromRgbF(
        channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()), channel(one.blueF(), other.blueF()));
}

QColor accent(const QPalette &palette)
{
    return readable(palette.color(QPalette::Active, QPalette::Highlight), palette, 4.5);
}

QColor amber(const QPalette &palette)
{
    return readable(QColor(0xd9, 0x82, 0x00), palette, 4.5);
}

QColor red(const QPalette &palette)
{
    return readable(QColor(0xd1, 0x2f, 0x2f), palette, 4.5);
}

QColor green(const QPalette &palette)
{
    return readable(QColor(0x2e, 0x8b, 0x57), palette, 4.5);
}

QColor quietText(const QPalette &palette)
{
    return readable(
        mixed(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Base), 0.58),
        palette, 4.5);
}

QColor gridLine(const QPalette &palette)
{
    return readable(
        mixed(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Base), 0.4),
        palette, 3.0);
}

void apply(QApplication &application)
{
    QApplication::setStyle(new CalmStyle); // owned by the application
    QApplication::setFont(uiFont());
    restyle(application);
    speakChinese(application);
    application.installEventFilter(new PaletteFollower(&application));
}

void setTextScale(QApplication &application, int percent)
{
    QFont font = uiFont();
    font.setPointSizeF(font.pointSizeF() * percent / 100.0);
    QApplication::setFont(font);
    restyle(application);
}

} // namespace zhibao::theme
