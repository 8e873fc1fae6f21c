// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QRect;
class QTextEdit;

namespace zhibao {

// The place of what an input method is composing, pixels in the editor's viewport: the rectangle of the caret, drawn
// out downwards to the composition's last line. An input method puts its list of candidates below it; below the caret
// alone that would lie over the lines on which a composition goes on.
QRect composingRect(const QTextEdit &edit, const QRect &caret);

} // namespace zhibao
