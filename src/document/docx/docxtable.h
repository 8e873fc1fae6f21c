// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

#include <QXmlStreamWriter>

#include <functional>

namespace zhibao {

class DocxPictures;

// <w:tbl> over the width of the type area. `goOn` is asked before each row; false where it ended the work.
bool writeTable(QXmlStreamWriter &xml, const Table &table, Orientation orientation, DocxPictures &pictures,
    const std::function<bool()> &goOn);

} // namespace zhibao
