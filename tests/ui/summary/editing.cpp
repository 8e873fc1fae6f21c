// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/editing.h"

#include <QClipboard>
#include <QLabel>
#include <QTest>

#include <catch2/catch.hpp>

namespace zhibao {

namespace {

constexpr int composedAtOnce = 6; // units

} // namespace

SummaryPage::SummaryPage(OpenReport &opened, const QString &form)
    : report(opened)
    , editor(opened.workspace, form)
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
    return textAt(report.workspace.report(), {editor.form(), field, -1, -1, -1});
}

QString SummaryPage::section(int index) const
{
    return textAt(report.workspace.report(), {editor.form(), {}, -1, -1, index});
}

QString SummaryPage::label(const QString &objectName) const
{
    const auto *found = editor.findChild<QLabel *>(objectName);
    REQUIRE(found);
    return found->text();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void compose(const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

void commitComposed(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

void typeText(const QString &text)
{
    const QStringList paragraphs = text.split(u'\n');
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        if (i > 0)
            press(Qt::Key_Return);
        QString left = paragraphs.at(i);
        while (!left.isEmpty()) {
            qsizetype length = std::min<qsizetype>(composedAtOnce, left.size());
            if (left.at(length - 1).isHighSurrogate())
                ++length;
            compose(QStringLiteral("pinyin"));
            commitComposed(left.left(length));
            left.remove(0, length);
        }
    }
}

void pasteText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier);
}

} // namespace zhibao
