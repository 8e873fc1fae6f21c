// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

namespace pugi {
class xml_node;
}

namespace zhibao {

// Whether a switch of a DOCX such as <w:vanish/> is there and does not say that it is off.
bool isSwitchedOn(const pugi::xml_node &property);

// What the styles of a DOCX make of its text. Where text may not be seen as it reads it is told, be it by mistake:
// who means no harm formats no text so.
class DocxLooks {
public:
    // Of the element w:styles; of none there are no styles.
    explicit DocxLooks(const pugi::xml_node &styles);

    // Whether the run is hidden by a style, struck out, or in letters too light or too small to be read, by its own
    // properties or by the styles of its letters, paragraph or tables. That it is hidden by its own property is not
    // looked at: such text is certainly not shown.
    bool isDoubtful(const pugi::xml_node &run) const;
    // Whether a word processor puts a number or another label, which is no text, before the paragraph.
    bool isLabelled(const pugi::xml_node &paragraph) const;

private:
    struct Style {
        bool isDoubtful = false;
        bool isLabelled = false;
    };

    void add(const pugi::xml_node &style);
    void inherit();
    // The style that the element names, or the one that is meant where none is named.
    Style styleOf(const pugi::xml_node &reference, const QString &type) const;

    QHash<QString, Style> m_styles; // by id
    QHash<QString, QString> m_bases; // the id that a style is based on, by id
    QHash<QString, QString> m_defaults; // id, by type
    bool m_allDoubtful = false;
};

} // namespace zhibao
