// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hand.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

#include <catch2/catch.hpp>

namespace zhibao {

namespace {

constexpr qsizetype composedAtOnce = 6; // units

QWidget *focus()
{
    if (QWidget *widget = QApplication::focusWidget())
        return widget;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            return window;
    }
    FAIL("no window to type into");
    return nullptr;
}

} // namespace

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focus(), key, modifiers);
}

void typeKeys(const QString &text)
{
    for (const QChar character : text)
        QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(character), Qt::NoModifier);
}

void compose(const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(focus(), &event);
}

void commitComposed(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(focus(), &event);
}

void type(const QString &text)
{
    const QStringList paragraphs = text.split(u'\n');
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        if (i > 0)
            press(Qt::Key_Return);
        QString left = paragraphs.at(i);
        while (!left.isEmpty()) {
            qsizetype length = std::min(composedAtOnce, left.size());
            if (left.at(length - 1).isHighSurrogate())
                ++length;
            compose(QStringLiteral("pin yin"));
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
