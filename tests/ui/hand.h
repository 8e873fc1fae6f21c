// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <Qt>

// What a person's hands do, always to what has the focus.
namespace zhibao {

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); // or to the window, where nothing has it
void typeKeys(const QString &text); // letter by letter, as a keyboard without an input method gives it
void compose(const QString &preedit);
void commitComposed(const QString &text); // as an input method does, after composing
// Composes and commits, a few characters at a time; line ends by Enter.
void type(const QString &text);
// Puts the text on the clipboard and pastes it by key.
void pasteText(const QString &text);

} // namespace zhibao
