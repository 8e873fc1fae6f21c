// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fontchoice.h"

#include <memory>

namespace zhibao {

// How one character is drawn in one typeface; lengths in ems.
struct CharacterGlyph {
    bool known = false;
    int font = -1;
    quint32 index = 0;
    double offset = 0;
    double advance = 0;
};

// What was found out for the characters of one typeface. Most texts have a few hundred different characters: looking
// one up must cost no more than two array accesses.
class GlyphTable {
public:
    CharacterGlyph &operator[](char32_t character)
    {
        std::unique_ptr<Block> &block = m_blocks.at(character >> 8);
        if (!block)
            block = std::make_unique<Block>();
        return block->at(character & 0xFF);
    }

    bool knows(char32_t character) const
    {
        const std::unique_ptr<Block> &block = m_blocks.at(character >> 8);
        return block && block->at(character & 0xFF).known;
    }

private:
    using Block = std::array<CharacterGlyph, 0x100>;
    std::array<std::unique_ptr<Block>, 0x1100> m_blocks; // up to U+10FFFF
};

// Shapes one text: cuts it into runs of one font, and each run into clusters.
class Shaping {
public:
    Shaping(FontChoice &fonts, GlyphTable &table, QList<char32_t> &missing, const QString &text, Typeface typeface,
        double size);

    QList<GlyphRun> runs();

private:
    struct Cluster {
        qsizetype start = 0;
        qsizetype end = 0;
        std::u32string characters;
    };

    char32_t characterAt(qsizetype position, qsizetype &next) const;
    Cluster clusterAt(qsizetype position) const;
    bool isSimple(char32_t character, qsizetype next) const;
    const CharacterGlyph &lookUp(char32_t character);
    CharacterGlyph find(char32_t character);
    void addSimple(char32_t character, qsizetype start, qsizetype next);
    void addInvisible(qsizetype start, qsizetype end);
    qsizetype addComplex(qsizetype start);
    void addShaped(int font, qsizetype start, qsizetype end);
    void addClusters(int font, hb_buffer_t *buffer, qsizetype end);
    int fontFor(const Cluster &cluster);
    void addBox(qsizetype start, qsizetype end);
    void miss(char32_t character);
    void append(int font, Glyph glyph, qsizetype start, qsizetype end);
    void closeRun(qsizetype end);

    FontChoice &m_fonts;
    GlyphTable &m_table;
    QList<char32_t> &m_missing;
    const QString &m_text;
    Typeface m_typeface;
    double m_size;
    QList<GlyphRun> m_runs;
    qsizetype m_runStart = 0;
};

} // namespace zhibao
