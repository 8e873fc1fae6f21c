// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/foreigncontent.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace pugi {
class xml_node;
}

namespace zhibao {

// How large the letters of a paragraph are, and how high its lines.
struct DocxLetters {
    int size = 0; // half points
    int line = 0; // twips, exact; 0: as high as its letters
};

// The styles of a DOCX (ECMA-376 part 1, 17.7), as far as letters may not fit their lines.
class DocxSheet {
public:
    // Of the element w:styles. What is wrong with the styles themselves is added to `foreign`.
    DocxSheet(const pugi::xml_node &styles, const QString &part, ForeignContents &foreign);

    // Of the element w:p, by its style.
    DocxLetters lettersOf(const pugi::xml_node &paragraph) const;

    // Whether all paragraphs in the element name styles that there are, and have lines in which their letters can be
    // seen. What is wrong is added to `foreign` as of `part`.
    void check(const pugi::xml_node &around, const QString &part, ForeignContents &foreign) const;

private:
    struct Style {
        QString type;
        QString base; // id; empty: none
        int size = 0; // 0: says nothing of it
        int line = 0;
    };

    void add(const pugi::xml_node &style, const QString &part, ForeignContents &foreign);
    void checkBases(const QString &part, ForeignContents &foreign) const;
    // What the style, or the first that it is based on and that says something, says; 0 where none does.
    int inherited(const QString &id, int Style::*property) const;
    int sizeOf(const pugi::xml_node &run, int ofParagraph) const;
    void checkParagraph(const pugi::xml_node &paragraph, const QString &part, ForeignContents &foreign) const;

    QHash<QString, Style> m_styles; // by id
    QSet<QString> m_names;
    QHash<QString, QString> m_defaults; // id, by type
    int m_size = 0; // where no style says one
};

} // namespace zhibao
