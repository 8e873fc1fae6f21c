// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/idlewatch.h"

#include <QPointer>
#include <QWidget>

class QMainWindow;
class QStackedWidget;

namespace zhibao {

class SignInPage;
class Workspace;

// Stands before the window's content while nobody is signed in or the one who is has locked: the content, the menus
// with their shortcuts and all other windows of the program are away then, and come back as they were.
class SessionGate : public QObject {
    Q_OBJECT
public:
    // Takes the window's central widget behind it.
    SessionGate(Workspace &workspace, QMainWindow *window);

    bool isClosed() const { return m_closed; }
    // What is typed goes to the workspace first (leaving()).
    void lock();
    void signOut();
    // The window stays when it closes, with those that it opens; it shows nothing that is not for everybody.
    void letThrough(QWidget *window);
    void setIdleLimit(qint64 milliseconds); // after which it locks by itself

Q_SIGNALS:
    void leaving(); // before it closes by lock() or signOut()
    void opened(bool anew); // false: who had locked it came back
    void recoveryWanted();
    void verifyWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void close();
    void open();
    void save();
    bool isOfGate(const QObject *object) const;
    bool isOther(const QObject *object) const;
    bool isLetThrough(const QObject *object) const;
    void putAway(QWidget *window);

    Workspace &m_workspace;
    QMainWindow *m_window;
    QStackedWidget *m_stack;
    SignInPage *m_page;
    IdleWatch m_idle;
    bool m_closed = false;
    QString m_lockedBy; // "" where nobody is signed in
    QPointer<QWidget> m_focus;
    QList<QPointer<QWidget>> m_through;
    QList<QPointer<QWidget>> m_away; // other windows, in the order in which they went
};

} // namespace zhibao
