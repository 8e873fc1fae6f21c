// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reasonedit.h"

#include "ui/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int fewestReasonLines = 2;
constexpr int mostReasonLines = 5; // more scroll
constexpr int leastReasonCharacters = 12;

} // namespace

ReasonEdit::ReasonEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(theme::space1);
    connect(this, &QPlainTextEdit::textChanged, this, &ReasonEdit::fitHeight);
    fitHeight();
}

QSize ReasonEdit::sizeHint() const
{
    return {40 * fontMetrics().horizontalAdvance(QChar(0x3000)), height()};
}

QSize ReasonEdit::minimumSizeHint() const
{
    return {leastReasonCharacters * fontMetrics().horizontalAdvance(QChar(0x3000)), minimumHeight()};
}

void ReasonEdit::fitHeight()
{
    const int lines = std::clamp(static_cast<int>(document()->size().height()), fewestReasonLines, mostReasonLines);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * (theme::space1 + frameWidth()));
}

void ReasonEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (enter && event->modifiers() == Qt::ShiftModifier)
        insertPlainText(QStringLiteral("\n")); // Qt's own would be U+2028
    else if (enter)
        Q_EMIT confirmed();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void ReasonEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

} // namespace zhibao
