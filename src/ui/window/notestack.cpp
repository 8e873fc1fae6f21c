// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/notestack.h"

#include "ui/notebar.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace zhibao {

// A note that has something to say is shown; whether it is seen is decided by the slot around it.
NoteStack::NoteStack(const QList<NoteBar *> &notes, QWidget *parent)
    : QWidget(parent)
    , m_notes(notes)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (NoteBar *note : notes) {
        auto *slot = new QWidget(this);
        auto *inside = new QVBoxLayout(slot);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(note);
        layout->addWidget(slot);
        note->installEventFilter(this);
        connect(note, &NoteBar::told, this, &NoteStack::newlyTold);
        connect(note, &NoteBar::frontWanted, this, [this, note] { bringToFront(note); });
        connect(note, &NoteBar::nextWanted, this, [this, note] { stepFrom(note); });
    }
    arrange();
}

bool NoteStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        arrange();
    return QWidget::eventFilter(watched, event);
}

// What is being answered stays in front.
void NoteStack::newlyTold()
{
    if (m_chosen && !m_chosen->isAncestorOf(QApplication::focusWidget()))
        m_chosen.clear();
    arrange();
}

QList<NoteBar *> NoteStack::telling() const
{
    QList<NoteBar *> telling;
    for (NoteBar *note : m_notes) {
        if (!note->isHidden())
            telling.append(note);
    }
    return telling;
}

void NoteStack::arrange()
{
    const QList<NoteBar *> those = telling();
    if (!those.contains(m_chosen.data()))
        m_chosen.clear();
    NoteBar *front = m_chosen ? m_chosen.data() : those.value(0);
    if (front)
        front->setBehind(static_cast<int>(those.size()) - 1);
    for (NoteBar *note : m_notes)
        note->parentWidget()->setVisible(note == front);
    setVisible(front != nullptr);
}

void NoteStack::bringToFront(NoteBar *note)
{
    m_chosen = note;
    arrange();
}

void NoteStack::stepFrom(NoteBar *note)
{
    const QList<NoteBar *> those = telling();
    NoteBar *next = those.at((those.indexOf(note) + 1) % those.size());
    bringToFront(next);
    next->takeStep();
}

} // namespace zhibao
