// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pugi {
class xml_node;
}

namespace zhibao {

// What a page header or footer of a DOCX says, with U+0000 where the number of the page stands; U+0001 where a field is
// another one or is not whole.
QString docxStory(const pugi::xml_node &story);

// What every footer of our exports says, as docxStory tells it: the number between two 一字线.
QString docxPageNumber();

} // namespace zhibao
