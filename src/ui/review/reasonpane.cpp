// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reasonpane.h"

#include "ui/notebar.h"
#include "ui/review/reasonedit.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace zhibao {

ReasonPane::ReasonPane(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_field(new QLabel(this))
    , m_edit(new ReasonEdit(this))
    , m_confirm(new QPushButton(tr("确定"), this))
    , m_note(new NoteBar(this))
{
    setObjectName(QStringLiteral("reasonPane"));
    setFrameShape(QFrame::StyledPanel);
    m_sentence->setWordWrap(true);
    m_edit->setObjectName(QStringLiteral("reason"));
    m_field->setBuddy(m_edit);
    theme::setTextRole(m_field, theme::TextRole::Caption);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setAccessibleName(tr("确定"));
    m_note->setObjectName(QStringLiteral("reasonNote"));
    auto *cancel = new QPushButton(tr("取消"), this);
    cancel->setObjectName(QStringLiteral("cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::space2);
    buttons->addWidget(m_confirm);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space2, theme::space3, theme::space2);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_field);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &ReasonPane::confirm);
    connect(cancel, &QPushButton::clicked, this, &ReasonPane::leave);
    connect(m_edit, &ReasonEdit::confirmed, this, &ReasonPane::confirm);
    connect(m_edit, &ReasonEdit::cancelled, this, &ReasonPane::leave);
    hide();
}

void ReasonPane::ask(ReviewAction action, const QString &sentence, const QString &field, const QString &confirm)
{
    if (action != m_action || isHidden())
        m_edit->clear();
    m_action = action;
    m_sentence->setText(sentence);
    m_field->setText(field);
    m_field->setVisible(!field.isEmpty());
    m_edit->setVisible(!field.isEmpty());
    m_edit->setAccessibleName(field);
    m_confirm->setText(confirm);
    m_confirm->setAccessibleName(confirm);
    m_note->hide();
    show();
    (field.isEmpty() ? static_cast<QWidget *>(m_confirm) : m_edit)->setFocus(Qt::OtherFocusReason);
}

QString ReasonPane::text() const
{
    return m_edit->isHidden() ? QString() : m_edit->toPlainText();
}

void ReasonPane::confirm()
{
    Q_EMIT confirmed(m_action, text());
}

void ReasonPane::leave()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    m_edit->clear();
    if (focused)
        Q_EMIT left();
}

void ReasonPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Return && m_confirm->hasFocus())
        confirm();
    else
        QFrame::keyPressEvent(event);
}

} // namespace zhibao
