// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documentcheck.h"
#include "exchange/document/foreigncontent.h"

#include <QByteArray>
#include <QStringList>

namespace zhibao {

// What a DOCX that came from anywhere holds besides what our exports, and LibreOffice's savings of them, are made of:
// parts, relations, elements, properties and their values. Where nothing is, its pages show the text that docxText
// reads, all of it and nothing else; how they look otherwise is not known. `marks` are what a page header may say. Some
// are told, not all.
QList<ForeignContent> foreignContent(const QByteArray &docx, const QStringList &marks = {});

// The cells that are merged otherwise than those of the document that the file is held against, or stand in another
// row or column: what one says is then shown for another.
QList<ForeignContent> foreignCells(const QList<ExpectedPiece> &expected, const DocumentText &found);

} // namespace zhibao
