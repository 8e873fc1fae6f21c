// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

#include <pugixml.hpp>

namespace zhibao {

// Every element takes memory, however short it is written.
constexpr qsizetype mostTags = 4'000'000;

// A number that a file states, pulled to what is sensible there so that sums of what elements say stay within reach;
// `otherwise` where it states none.
int boundedNumber(const pugi::xml_node &node, const char *attribute, int otherwise, int least, int most);

// Columns of a table, or those that a cell reaches over: more than any program writes.
constexpr int mostColumns = 1'000;

// One more than the longest that Word knows, 22 inches in twips.
constexpr int mostMeasure = 31'681;

// The part of a DOCX that holds its text.
struct DocxPackage {
    pugi::xml_document document;

    // Reads the part that word processors show: the package says which it is. False where it is missing, no XML, has
    // too many elements, or where its elements go by other names than those that every office program writes.
    bool read(const QList<ArchivePart> &parts);
};

} // namespace zhibao
