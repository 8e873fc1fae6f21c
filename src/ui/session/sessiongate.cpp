// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/session/sessiongate.h"

#include "ui/session/signinpage.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QInputMethod>
#include <QMainWindow>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolTip>
#include <QWindow>

#include <algorithm>

namespace zhibao {

SessionGate::SessionGate(Workspace &workspace, QMainWindow *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_stack(new QStackedWidget(window))
    , m_page(new SignInPage(workspace, m_stack))
    , m_idle(millisecondsSinceBoot)
{
    m_stack->addWidget(window->takeCentralWidget());
    m_stack->addWidget(m_page);
    window->setCentralWidget(m_stack);
    connect(&workspace.office().session(), &Session::changed, this, &SessionGate::follow);
    connect(&m_idle, &IdleWatch::idle, this, [this] {
        if (m_closed)
            m_page->begin(); // nor is a password left half typed
        else
            lock();
    });
    connect(m_page, &SignInPage::recoveryWanted, this, &SessionGate::recoveryWanted);
    connect(m_page, &SignInPage::verifyWanted, this, &SessionGate::verifyWanted);
    qApp->installEventFilter(this);
    follow();
}

void SessionGate::setIdleLimit(qint64 milliseconds)
{
    m_idle.setLimit(milliseconds);
}

// What is being typed is the person's who is about to leave. Where it cannot be saved it stays in hand, and is tried
// again behind the gate.
void SessionGate::save()
{
    QGuiApplication::inputMethod()->commit();
    Q_EMIT leaving();
    m_workspace.openReport().flush();
}

void SessionGate::lock()
{
    if (m_closed || !m_workspace.office().session().isVerified())
        return;
    save();
    m_workspace.office().session().lock();
}

void SessionGate::signOut()
{
    if (m_closed || !m_workspace.office().session().hasPeople())
        return;
    save();
    m_workspace.office().session().signOut();
}

void SessionGate::follow()
{
    const Session &session = m_workspace.office().session();
    const bool closed = !session.isSignedIn() || session.isLocked();
    if (closed)
        m_lockedBy = session.isLocked() ? session.person().name : QString();
    if (closed && m_closed)
        m_page->begin(); // of another store, or of another person
    else if (closed)
        close();
    else if (m_closed)
        open();
}

void SessionGate::close()
{
    m_closed = true;
    m_focus = QApplication::focusWidget();
    // Hidden, a menu bar's commands have no shortcuts either.
    m_window->menuBar()->hide();
    m_window->statusBar()->hide();
    m_stack->setCurrentWidget(m_page);
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (isOther(window) && window->isVisible())
            putAway(window);
    }
    if (!m_away.isEmpty())
        m_window->activateWindow();
    m_page->begin();
}

void SessionGate::open()
{
    m_closed = false;
    m_window->menuBar()->show();
    m_window->statusBar()->show();
    m_stack->setCurrentIndex(0);
    QWidget *front = m_window;
    for (const QPointer<QWidget> &window : std::exchange(m_away, {})) {
        if (!window)
            continue;
        window->show();
        front = window;
    }
    front->activateWindow();
    if (m_focus && m_focus->isVisible())
        m_focus->setFocus();
    Q_EMIT opened(m_workspace.office().session().person().name != m_lockedBy);
}

void SessionGate::letThrough(QWidget *window)
{
    m_through.removeAll(nullptr); // those that are closed
    m_through.append(window);
}

// What is dropped comes to the window of the system first.
bool SessionGate::isLetThrough(const QObject *object) const
{
    return std::any_of(m_through.cbegin(), m_through.cend(), [object](const QPointer<QWidget> &window) {
        if (window && window->windowHandle() == object)
            return true;
        const QObject *part = object;
        while (part && part != window)
            part = part->parent();
        return window && part;
    });
}

bool SessionGate::isOther(const QObject *object) const
{
    const auto *window = qobject_cast<const QWidget *>(object);
    return window && window != m_window && !isLetThrough(window)
        && (window->windowType() == Qt::Window || window->windowType() == Qt::Dialog);
}

void SessionGate::putAway(QWidget *window)
{
    if (!m_away.contains(window))
        m_away.append(window);
    window->hide();
}

// Whether it is one of the page's own, or of a window that is let through.
bool SessionGate::isOfGate(const QObject *object) const
{
    const QObject *part = object;
    while (part && part != m_page)
        part = part->parent();
    return part || isLetThrough(object);
}

// A window that something begun before would open now stays away too, nothing is to be dropped on the gate, and no
// command has a shortcut, wherever it was added.
bool SessionGate::eventFilter(QObject *watched, QEvent *event)
{
    if (m_closed && event->type() == QEvent::Shortcut && qobject_cast<QAction *>(watched) && !isOfGate(watched))
        return true;
    if (m_closed && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop))
        return !isLetThrough(watched);
    if (m_closed && event->type() == QEvent::Show && isOther(watched)) {
        QPointer<QWidget> window = static_cast<QWidget *>(watched);
        QMetaObject::invokeMethod(
            this,
            [this, window] {
                if (m_closed && window)
                    putAway(window);
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace zhibao
