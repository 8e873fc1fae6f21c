// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QStringList>

namespace zhibao {

// A whole summary that was written elsewhere, split at its headings.
struct SummarySplit {
    QString title;
    QString addressee;
    QString opening;
    QStringList sections; // one a heading of the form
    QString closing;
    QString unit; // the line of the signature that names the unit
    QString date; // as written
    QString contact;
    QString rest; // what fits no part; nothing of the pasted text is dropped
    int headingsFound = 0;
};

// Recognises the form's headings also where they are numbered （一）, 第二部分, 3、 or 四. or slightly reworded.
// Every character of `text` other than the recognised headings is in exactly one part, in order; only the empty lines
// between two parts are left out. Without any heading all of it is the rest.
SummarySplit splitSummary(const QString &text, const OutlineForm &form, const QString &unit);

} // namespace zhibao
