// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

// The look: one type scale, one spacing grid, one icon family, colours from the palette.
namespace zhibao::theme {

inline constexpr int space1 = 4;
inline constexpr int space2 = 8;
inline constexpr int space3 = 16;
inline constexpr int space4 = 24;
inline constexpr int iconSize = 20;

// Relative to the system's font size: 12, 14, 16 and 20 where that stands for 14.
QFont captionFont();
QFont bodyFont();
QFont sectionFont();
QFont titleFont();

// All readable on the palette's base in light, dark and high contrast.
QColor accent(const QPalette &palette);
QColor amber(const QPalette &palette);
QColor red(const QPalette &palette);
QColor green(const QPalette &palette);
QColor quietText(const QPalette &palette); // captions, guidance, placeholders
QColor gridLine(const QPalette &palette);

// An icon of the family in the palette's text colour (also disabled), from resources/icons.
QIcon icon(const QString &name);

// Fonts and style sheet of the whole program; follows palette changes.
void apply(QApplication &application);

} // namespace zhibao::theme
