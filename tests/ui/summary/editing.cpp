// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/editing.h"

#include <QLabel>
#include <QTest>

#include <catch2/catch.hpp>

namespace zhibao {

SummaryPage::SummaryPage(ReportOnDesk &opened, const QString &form)
    : report(opened)
    , editor(opened.workspace.openReport(), form)
{
    editor.resize(900, 700);
    editor.show();
    editor.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&editor));
    editor.setFocus();
}

TextField *SummaryPage::field(const QString &objectName) const
{
    auto *found = editor.findChild<TextField *>(objectName);
    REQUIRE(found);
    return found;
}

QString SummaryPage::text(const QString &field) const
{
    return textAt(report.workspace.openReport().report(), {editor.form(), field, -1, -1, -1});
}

QString SummaryPage::section(int index) const
{
    return textAt(report.workspace.openReport().report(), {editor.form(), {}, -1, -1, index});
}

QString SummaryPage::label(const QString &objectName) const
{
    const auto *found = editor.findChild<QLabel *>(objectName);
    REQUIRE(found);
    return found->text();
}

} // namespace zhibao
