// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"
#include "exchange/document/foreigncontent.h"
#include "exchange/docx/docxrules.h"

#include <optional>

namespace pugi {
class xml_node;
}

namespace zhibao {

// What a part of that name is; nothing where it holds no XML, or where no export has such a part.
std::optional<DocxPart> docxPartKind(const QString &name);

// The bytes of the part; empty where there is none.
// "" where the element has no such attribute.
QString valueOf(const pugi::xml_node &node, const char *attribute = "w:val");

QByteArray partNamed(const QList<ArchivePart> &parts, const QString &name);

// Whether the package has the parts of our exports and LibreOffice's savings of them, each of the type and with the
// relations that word processors find it by, and no others (ECMA-376 part 2, 9 and 10). Adds what it has besides, and
// what is missing.
void checkParts(const QList<ArchivePart> &parts, ForeignContents &foreign);

// Whether a section names the headers and footers of the package: the footers of odd and of even pages, the headers of
// both or none. Adds what it names besides or does not.
void checkReferences(const QList<ArchivePart> &parts, const pugi::xml_node &section, ForeignContents &foreign);

} // namespace zhibao
