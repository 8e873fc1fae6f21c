// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace zhibao {

class NoteBar;
class ReasonEdit;

// Opens under the buttons and asks, in place, what an action needs: what it will do, a word why, and whether to go on.
class ReasonPane : public QFrame {
    Q_OBJECT
public:
    explicit ReasonPane(QWidget *parent = nullptr);

    // `sentence`: what the action does and makes void; `field`: what the text field asks for, "" where there is none;
    // `confirm`: what the button says. What was typed for the same action stays.
    void ask(ReviewAction action, const QString &sentence, const QString &field, const QString &confirm);
    ReviewAction action() const { return m_action; }
    QString text() const;
    // Why it was not done; what was typed stays.
    NoteBar &note() { return *m_note; }
    void leave();

Q_SIGNALS:
    void confirmed(zhibao::ReviewAction action, const QString &text);
    void left(); // and had the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();

    ReviewAction m_action = ReviewAction::Submit;
    QLabel *m_sentence;
    QLabel *m_field;
    ReasonEdit *m_edit;
    QPushButton *m_confirm;
    NoteBar *m_note;
};

} // namespace zhibao
