// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/openreport.h"
#include "ui/summary/summaryeditor.h"
#include "ui/summary/textfield.h"

namespace zhibao {

// The page of an outline form in a window of its own, driven as a person does.
struct SummaryPage {
    explicit SummaryPage(OpenReport &report, const QString &form = QStringLiteral("annex2"));

    TextField *field(const QString &objectName) const;
    // What stands in the report.
    QString text(const QString &field) const;
    QString section(int index) const;
    // What the labels of the page say, by object name.
    QString label(const QString &objectName) const;

    OpenReport &report;
    SummaryEditor editor;
};

// Composes in the input method and commits, a few characters at a time; line ends with Enter. Goes to what has focus.
void typeText(const QString &text);
void compose(const QString &preedit);
void commitComposed(const QString &text);
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
// Puts the text on the clipboard and pastes it by key.
void pasteText(const QString &text);

} // namespace zhibao
