// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace zhibao {

// The kinds of parts that a DOCX of ours is made of.
enum class DocxPart { Types, Relations, Application, Core, Document, Header, Footer, Styles, Settings, Fonts };

// How an element may stand: once in the element around it, anywhere among its children, without a text of its own,
// where not said otherwise.
enum Standing : unsigned {
    Once = 0,
    Many = 1, // more than once
    First = 2, // before all others in the element around it
    Last = 4, // behind all others
    WithText = 8, // holds text
};

// An element as our exports or LibreOffice's savings of them (7.4) hold it.
struct ElementRule {
    std::string_view path; // "around/name", as they are written; "/name" for the root
    unsigned standing = Once;
    // Its attributes, parted by ";", as name=values; "name?=" may be left out. Values are parted by "|": "4..9" are all
    // whole numbers between, "#text" is any text, "#face" the name of a plain typeface, "#switch" on or off, and all
    // others stand for themselves.
    std::string_view attributes = {};
};

// The rule for an element of that part; null where none may stand there.
const ElementRule *elementRule(DocxPart part, std::string_view path);

// Whether the element may have an attribute of that name and value.
bool allowsAttribute(const ElementRule &rule, std::string_view name, std::string_view value);

// The name of an attribute that the element must have and that `has` does not know; "" where none is missing.
template <typename Has>
std::string_view missingAttribute(const ElementRule &rule, const Has &has)
{
    std::string_view rest = rule.attributes;
    while (!rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find('='));
        if (!name.ends_with('?') && !has(name))
            return name;
        const std::size_t end = rest.find(';');
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return {};
}

// Whether a prefix stands for the namespace that our exports and LibreOffice give it.
bool isUsualNamespace(std::string_view prefix, std::string_view name);

// What an element or an attribute of it also goes by: of two that mean the same, one.
std::string_view plainName(std::string_view name);

} // namespace zhibao
