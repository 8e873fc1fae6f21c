// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace zhibao::test {

QString textOf(const Paragraph &paragraph);
QString textOf(const Line &line);

// Every paragraph of a document, those of its tables row by row.
QList<Paragraph> paragraphsOf(const Document &document);

// What was typed at each place, as the document shows it and as its pages do: without what the form prints itself.
QMap<QString, QString> typedTexts(const Document &document);
QMap<QString, QString> typedTexts(const Pages &pages);

// The lines of one page that stand in the type area, top to bottom: its text without the page number.
QStringList areaLines(const Page &page);

} // namespace zhibao::test
