// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"

#include <functional>

namespace zhibao {

// How much is taken out of one file: more than any form holds, and a fraction of the memory that a reader may use.
inline constexpr qsizetype filledTextLimit = 20 * 1024 * 1024; // characters
inline constexpr qsizetype filledCellLimit = 400'000; // those of tables, and what is told of others

// What Excel has: no table has more.
inline constexpr int mostFilledRows = 1'048'576;
inline constexpr int mostFilledColumns = 16'384;

// Without the outer paragraphs that hold blanks alone; empty where all are so.
QString withoutOuterBlanks(const QString &text);

// Gathers what a reader finds in a file, whatever its format. Texts pass the one door of core/encoding.
class FilledBuilder {
public:
    explicit FilledBuilder(FilledKind kind);

    // More than the limits: the reader stops, and the file is refused.
    bool isFull() const { return m_characters > filledTextLimit || m_pieces > filledCellLimit; }

    void note(FilledNoteCode code, const FilledPlace &place = {}, int count = 1, const QString &text = {});
    void comment(const QString &text, const FilledPlace &place);
    void leaveOut(const QString &text, LeftOutReason why, const FilledPlace &place);
    void paragraph(FilledParagraph paragraph);
    int paragraphs() const { return static_cast<int>(m_file.paragraphs.size()); }

    // A table begins; gives its index. Its cells may come in any order.
    int beginTable(const QString &name = {});
    void cell(int table, FilledCell cell);
    // What was said so far of columns of the table was said of others.
    void renumberColumns(int table, const std::function<int(int)> &column);

    FilledFile finish();

private:
    QString accepted(const QString &text);

    FilledFile m_file;
    struct Begun {
        qsizetype notes = 0; // there were before the table
        qsizetype leftOut = 0;
    };
    QList<Begun> m_begun; // by table
    qsizetype m_characters = 0;
    qsizetype m_pieces = 0;
    int m_order = 0;
};

} // namespace zhibao
