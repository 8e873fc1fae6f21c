// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace zhibao {

// How often a notice is answered, and so what tells two reports of one unit apart. An occasion is a text: "" where a
// notice is answered once, a period ("2023-06", "2023Q2", "2023"), or a running number ("12").
enum class OccasionKind { Once, Month, Quarter, Year, Number };

QString nameOf(OccasionKind kind); // as the notice's definition calls it: "once", "month", …
std::optional<OccasionKind> occasionKindNamed(const QString &name);

// Whether the text is one, to the letter: each occasion has one spelling.
bool isOccasion(const QString &text, OccasionKind kind);

// As people read it: "2023年6月", "2023年第二季度", "2023年", "第12期"; a text that is no occasion of the kind stays as
// it is.
QString printedOccasion(const QString &occasion, OccasionKind kind);

// The last day of a period; invalid of a running number, and where there is none.
QDate lastDayOf(const QString &occasion, OccasionKind kind);

// Whether one comes before the other; numbers by their value.
bool isEarlierOccasion(const QString &one, const QString &other);

// What is filled in next: the period of that day, or the number after the last of those there are.
QString proposedOccasion(OccasionKind kind, const QStringList &there, const QDate &today);

} // namespace zhibao
