// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/contactedit.h"

#include "ui/parts/celltypesetter.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int mostContactLines = 3;
constexpr int leastContactCharacters = 12;

} // namespace

ContactEdit::ContactEdit(OpenReport &open, const Form &form, QWidget *parent)
    : PlaceEdit(open, parent)
{
    setObjectName(QStringLiteral("contact"));
    setAccessibleName(form.table()->contactLabel);
    setPlaceholderText(tr("姓名、部门、电话"));
    document()->setDocumentMargin(theme::space1);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(
        document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ContactEdit::fitHeight);
    setPlace(Place{form.id, field::contact, -1, -1, -1});
    fitHeight();
}

QSize ContactEdit::sizeHint() const
{
    return minimumSizeHint();
}

QSize ContactEdit::minimumSizeHint() const
{
    return {leastContactCharacters * QFontInfo(font()).pixelSize(), height()};
}

// Enter is no part of a line.
bool ContactEdit::takesKey(const QKeyEvent &event) const
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return !isEnter && PlaceEdit::takesKey(event);
}

void ContactEdit::changeEvent(QEvent *event)
{
    PlaceEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void ContactEdit::fitHeight()
{
    const int line = lineHeightOf(font());
    const int around = 2 * (frameWidth() + theme::space1);
    const int lines = std::clamp(contentHeight() / line, 1, mostContactLines);
    setFixedHeight(lines * line + around);
    setVerticalScrollBarPolicy(
        contentHeight() / line > mostContactLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace zhibao
