// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/composing.h"

#include <QAbstractTextDocumentLayout>
#include <QRect>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextLayout>

namespace zhibao {

QRect composingRect(const QTextEdit &edit, const QRect &caret)
{
    const QTextBlock block = edit.textCursor().block();
    const QTextLayout *layout = block.layout();
    const auto composed = static_cast<int>(layout->preeditAreaText().size());
    const QTextLine last = layout->lineForTextPosition(layout->preeditAreaPosition() + qMax(0, composed - 1));
    if (composed == 0 || !last.isValid())
        return caret;
    const double top = edit.document()->documentLayout()->blockBoundingRect(block).top();
    const double bottom = top + last.rect().bottom() - edit.verticalScrollBar()->value();
    QRect whole = caret;
    const int inSight = edit.viewport()->rect().bottom();
    whole.setBottom(qMax(caret.bottom(), qMin(static_cast<int>(bottom), inSight)));
    return whole;
}

} // namespace zhibao
