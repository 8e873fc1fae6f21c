// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

// The look: one type scale, one spacing grid, one icon family, colours from the palette.
namespace zhibao::theme {

inline constexpr int space1 = 4;
inline constexpr int space2 = 8;
inline constexpr int space3 = 16;
inline constexpr int space4 = 24;
inline constexpr int iconSize = 20;

// Relative to the program's font: 12, 14, 16 and 20 where that stands for 14. For painting; they follow the text
// size, so ask anew after QEvent::FontChange.
QFont captionFont();
QFont bodyFont();
QFont sectionFont();
QFont titleFont();

// What a widget's text is on the type scale. The style sheet gives it the font, so it follows the text size.
enum class TextRole { Body, Caption, Section, Title };
void setTextRole(QWidget *widget, TextRole role);

// What a widget's text warns of. The style sheet gives it the colour: one that is set in the palette would be lost
// where the role has one, as soon as the text size changes.
enum class TextTone { Plain, Amber, Red };
void setTextTone(QWidget *widget, TextTone tone);

// All readable (contrast of at least 4.5) on the palette's base in light, dark and high contrast; but gridLine, which
// has 3.
QColor accent(const QPalette &palette);
QColor amber(const QPalette &palette);
QColor red(const QPalette &palette);
QColor green(const QPalette &palette);
QColor quietText(const QPalette &palette); // captions, guidance, placeholders
QColor gridLine(const QPalette &palette);

QColor mixed(const QColor &one, const QColor &other, double shareOfOne);

// The contrast of two colours (WCAG 2.1): 1 to 21.
double contrast(const QColor &one, const QColor &other);

// An icon of the family in the palette's text colour (also disabled), from resources/icons.
QIcon icon(const QString &name);

// Fonts, style sheet and Qt's own words of the whole program; follows palette changes.
void apply(QApplication &application);

// The text size of the whole program in per cent of the system's; takes hold at once.
void setTextScale(QApplication &application, int percent);

} // namespace zhibao::theme
