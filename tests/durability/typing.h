// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "durability/flow.h"

// Typing in the window: what the typist writes, and what must be left of it after a kill.
namespace zhibao::durability {

// The first `length` characters of what is ever typed.
QString typedText(int length);
QString typedUnit();
// "cell": into a table; "section": into the summary.
Place typedPlace(const QString &name);

// What the typist notes in the trace: the text is that long now, and milliseconds of the monotonic clock.
QByteArray typedNote(int length, qint64 at);
QByteArray savedNote(int length);

void prepareTyping(const QString &folder);
int typeInCell(const QString &folder);
int typeInSection(const QString &folder);
// The text is the beginning of what was typed, as long as was last said to be saved, and without at most two seconds.
Finding checkTypingInCell(const QString &folder, const Told &told);
Finding checkTypingInSection(const QString &folder, const Told &told);

} // namespace zhibao::durability
