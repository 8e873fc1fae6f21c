// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/xmlpart.h"
#include "exchange/word/listnumbers.h"

#include <QHash>

#include <optional>

namespace zhibao {

// What the styles of a DOCX say of texts, as far as it is more than their looks (ECMA-376 part 1, 17.7).
class WordStyles {
public:
    struct Properties {
        std::optional<int> outlineLevel;
        std::optional<int> list; // 0: none
        std::optional<int> listLevel;
        std::optional<bool> isHidden;
    };

    explicit WordStyles(const pugi::xml_node &styles);

    // With what the styles it is based on say.
    Properties of(const QString &id) const { return m_resolved.value(id); }
    // The style of paragraphs that name none.
    Properties ofPlainParagraphs() const { return m_resolved.value(m_default); }

    static Properties stated(const pugi::xml_node &paragraphProperties, const pugi::xml_node &runProperties);

private:
    QHash<QString, Properties> m_resolved;
    QString m_default;
};

// The lists of word/numbering.xml.
ListNumbers wordLists(const pugi::xml_node &numbering);

} // namespace zhibao
