// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notebar.h"

class QLineEdit;

namespace zhibao {

class Workspace;
struct Form;

// Asks, before a deadline passes or after, why a form of the report in hand will be late. One may put it off for the
// day, and change what was told.
class LatenessBar : public NoteBar {
    Q_OBJECT
public:
    explicit LatenessBar(Workspace &workspace, QWidget *parent = nullptr);

    void setInFront(bool inFront); // whether a page of the report is
    bool canAsk() const; // a form is late, or soon will be
    // Asks now, of `form` where that is late, with what was told.
    void ask(const QString &form);

Q_SIGNALS:
    void changed(); // canAsk()

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    QList<Form> lateForms() const;
    QDate dueOn(const Form &form) const;
    void tellOf(const Form &form);
    void record();
    void postpone();
    QString postponedKey(const QString &form) const;

    Workspace &m_workspace;
    QLineEdit *m_reason;
    bool m_inFront = false;
    QString m_form; // that is asked about; "": none
};

} // namespace zhibao
