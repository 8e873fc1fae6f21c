// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

#include <pugixml.hpp>

namespace zhibao {

// The parts of a DOCX that say what is on its pages.
struct DocxPackage {
    pugi::xml_document document;
    pugi::xml_document styles; // empty where there are none

    // Reads the parts that word processors show: the package says which they are. False where one is missing, no XML,
    // has too many elements, or where its elements go by other names than those that every office program writes.
    bool read(const QList<ArchivePart> &parts);
};

} // namespace zhibao
