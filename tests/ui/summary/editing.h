// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/hand.h"
#include "ui/reportondesk.h"
#include "ui/summary/summaryeditor.h"
#include "ui/summary/textfield.h"

namespace zhibao {

// The page of an outline form in a window of its own, driven as a person does.
struct SummaryPage {
    explicit SummaryPage(ReportOnDesk &report, const QString &form = QStringLiteral("annex2"));

    TextField *field(const QString &objectName) const;
    // What stands in the report.
    QString text(const QString &field) const;
    QString section(int index) const;
    // What the labels of the page say, by object name.
    QString label(const QString &objectName) const;

    ReportOnDesk &report;
    SummaryEditor editor;
};

} // namespace zhibao
