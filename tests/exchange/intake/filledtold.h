// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"

#include <QStringList>

namespace zhibao::test {

// What was read, a line each: "table NAME ROWSxCOLUMNS", "R,C text" (with "+RxC" where it is merged, "=" computed, "@"
// a day), "para LEVEL text", "label NAME=VALUE", "note CODE xCOUNT text", "left REASON text". Codes are numbers.
QStringList told(const FilledFile &file);

// The lines of told() that begin so, without that beginning.
QStringList toldAs(const FilledFile &file, const QString &beginning);

// How many of a note there are.
int noted(const FilledFile &file, FilledNoteCode code);

// What was left out for that reason.
QStringList leftOut(const FilledFile &file, LeftOutReason why);

// Cells as texts, row by row; covered and absent ones are empty.
QList<QStringList> grid(const FilledTable &table);

} // namespace zhibao::test
