// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace zhibao {

// What a wording says: its telling words, each with its weight. The last one, which in Chinese is what the others only
// determine, weighs double.
using TellingWords = QMap<QString, int>;

// A label of a table form's header, and what others write for it.
struct ColumnLabel {
    QString letters; // without marks and blanks
    QStringList keywords; // their telling words, as one text each
    QList<TellingWords> wordings; // of the label and the keywords
    int column = 0; // of the form; of a merged label the first one under it
    int lastColumn = 0; // the last one under it; of a column itself
    bool isMerged = false;
};

// A cell of a header, read once for all labels.
struct HeaderWords {
    QString letters; // "" where it is no label: blank, or longer than one
    QString telling;
    TellingWords wording;
    // It names several deeds at once (学习宣传), or only what kind of thing is meant (单位, 时间): no column can be
    // told by it alone.
    bool isVague = false;
};

// The labels of a form's header, merged ones too: what the header of a file, or of what is pasted, is read by.
class ColumnLabels {
public:
    explicit ColumnLabels(const TableForm &form, const QString &title = {}); // the title of the form

    const QList<ColumnLabel> &all() const { return m_labels; }
    const ColumnLabel &label(int column) const; // of a column, not a merged one
    int serial() const { return m_serial; } // -1: none

    // How like a label a cell's wording is, in words and letters: 1 to the letter, 0.9 by a keyword, 0 not at all.
    double likeness(const ColumnLabel &label, const QString &cell) const;
    // The same by telling words alone, which decides where nobody looks on: 0 to 1.
    static double sharedWords(const ColumnLabel &label, const HeaderWords &words);
    HeaderWords read(const QString &cell) const;

private:
    void collect(const QList<HeaderCell> &cells);
    QString worded(const QString &cell) const;
    static bool isVague(const TellingWords &wording);

    QList<ColumnLabel> m_labels;
    QStringList m_subject; // of the notice, which any wording may name
    int m_columns = 0;
    int m_serial = -1;
};

// How like a label is to itself, and to what is one of its keywords.
inline constexpr double likenessLiteral = 1;
inline constexpr double likenessOfKeyword = 0.9;

inline constexpr qsizetype longestColumnLabel = 40; // letters; what is longer is a text

// The words that tell columns apart: those that any header may have are left out.
QString tellingWords(QString letters);

// Without what stands in brackets: a header often says there how it is to be filled in.
QString withoutBrackets(QString text);

} // namespace zhibao
