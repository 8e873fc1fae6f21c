// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace zhibao {

// One line of the start page, kept up to date beside the report so that a list of thousands loads at once.
struct ReportSummary {
    qint64 id = 0;
    QString unit;
    QString notice; // number
    ReportState state = ReportState::Draft;
    int words = 0; // 字数 of the outline forms
    int progress = 0; // per cent of the required texts that are filled
    QDate due; // earliest deadline of the forms that are not finished; invalid where all are
    QDateTime changed;
    QString occasion = {}; // "" where the notice is answered once
};

} // namespace zhibao
