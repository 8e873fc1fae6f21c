// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/style.h"

#include <QXmlStreamWriter>

namespace zhibao {

// Ids of the styles that word/styles.xml defines for a role: of its paragraphs, and of its runs inside a paragraph of
// another role.
QString paragraphStyleId(Role role);
QString characterStyleId(Role role);

// <w:rFonts>: the official font for Chinese and the Latin family for Latin, or the official font for all. The hint says
// that “ ” — … · are Chinese.
void writeFonts(QXmlStreamWriter &xml, Typeface typeface, bool chineseOnly = false);

// <w:ind>: all three indents, so that a paragraph overrides its style wholly.
void writeIndents(QXmlStreamWriter &xml, const RoleStyle &style);

// word/styles.xml: the look of the roles, from the numbers of style.h; of those that only some documents have, if they
// are among `roles`.
QByteArray docxStyles(const QString &language, const QSet<Role> &roles);

// word/fontTable.xml: the official fonts, each with another name it goes by.
QByteArray docxFontTable();

} // namespace zhibao
