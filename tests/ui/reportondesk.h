// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

namespace zhibao {

// A new report of a unit in a store of its own, on a day that stands still.
struct ReportOnDesk {
    // `notice` is the number of a shipped notice, or of one of the invented ones of tests/data.
    explicit ReportOnDesk(const QString &notice = QStringLiteral("国市监质发〔2023〕9号"));

    // The whole report as one step that cannot be undone.
    void fill(const Report &report);

    QTemporaryDir folder;
    QDateTime now{QDate(2023, 12, 19), QTime(9, 30)};
    Workspace workspace;
};

// A report file of resources/examples, by the name of its unit.
Report exampleReport(const QString &unit = QStringLiteral("贵州省市场监督管理局"));

} // namespace zhibao
