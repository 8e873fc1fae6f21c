// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/sheet/xmlscan.h"

#include <QList>

#include <optional>

namespace zhibao {

struct SheetText {
    QString text;
    QString phonetic; // how it is read aloud
};

// The text of the element that was just opened, be it plain or of runs; the scan goes on behind its end.
SheetText readRichText(XmlScan &scan, std::string_view element);

// The texts that the cells of a workbook name by number; nothing where they are more than anybody writes.
std::optional<QList<SheetText>> readSharedStrings(const QByteArray &xml);

} // namespace zhibao
