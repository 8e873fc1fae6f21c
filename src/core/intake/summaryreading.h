// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filereading.h"

#include <optional>

namespace zhibao {

// The summary that a file holds, as the answer to an outline form.
struct SummaryReading {
    QString form;
    ReadForm read;
    QString unit; // that signed it
    QString titleUnit; // whose summary the title says it is
    QList<int> paragraphs; // of the file, that it is made of
    QList<NotTakenText> notTaken;
};

// Nothing where these paragraphs are no such text: two headings of the form at least have to be there.
std::optional<SummaryReading> readSummaryOf(
    const FilledFile &file, const QList<int> &paragraphs, const Notice &notice, const QString &unit);

} // namespace zhibao
