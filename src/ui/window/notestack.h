// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace zhibao {

class NoteBar;

// The window's notes, one at a time: of those that have something to say the first in order is in front, or a question;
// the others wait behind it, where one steps to them, so that they never take more room than one.
class NoteStack : public QWidget {
    Q_OBJECT
public:
    explicit NoteStack(const QList<NoteBar *> &notes, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void bringToFront(NoteBar *note);
    void stepFrom(NoteBar *note);
    void newlyTold();
    QList<NoteBar *> telling() const;

    QList<NoteBar *> m_notes;
    QPointer<NoteBar> m_chosen; // asks, or was stepped to; none: the first in order is in front
};

} // namespace zhibao
