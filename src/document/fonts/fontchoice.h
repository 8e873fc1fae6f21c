// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fontface.h"

#include <array>
#include <span>
#include <vector>

namespace zhibao {

inline constexpr std::size_t typefaceCount = 5;

// Chooses the font for each character: the typeface's own families best first, Latin letters from the Latin family,
// then the fonts with the most Han characters, then whatever on the machine has the character. Opens a font only when
// the ones before it lack a character.
class FontChoice {
public:
    // Index of the first font that has all these characters (invisible ones aside); -1 where none has.
    int fontFor(std::span<const char32_t> characters, Typeface typeface);
    // The font that the typeface is drawn with, whatever characters it has; -1 where the machine has no font.
    int firstFont(Typeface typeface);

    const Fonts::Face &face(int font) const { return *m_faces[static_cast<std::size_t>(font)]; }
    int count() const { return static_cast<int>(m_faces.size()); }
    const QStringList &substitutes() const { return m_substitutes; }

private:
    struct Family {
        FontFile file;
        int font = unopened;
    };
    struct Stack {
        bool found = false;
        QList<Family> own; // the families that draw this typeface
        QList<Family> reserve; // those behind them, for rare characters
    };
    struct Wanted {
        QString family;
        bool bold = false;
    };
    static constexpr int unopened = -2;

    Stack &stack(Typeface typeface);
    Stack &latinStack();
    Stack findStack(const QList<Wanted> &own, const QList<Wanted> &reserve);
    int open(Family &family);
    int opened(const FontFile &file);
    int firstHaving(QList<Family> &families, std::span<const char32_t> characters);

    FontFiles m_files;
    std::vector<std::unique_ptr<Fonts::Face>> m_faces;
    std::array<Stack, typefaceCount> m_stacks;
    Stack m_latin;
    QStringList m_substitutes;
};

} // namespace zhibao
