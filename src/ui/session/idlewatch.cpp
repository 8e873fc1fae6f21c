// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/session/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace zhibao {

namespace {

bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(std::function<qint64()> elapsed, QObject *parent)
    : QObject(parent)
    , m_elapsed(std::move(elapsed))
    , m_touched(m_elapsed())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    setLimit(m_limit);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(qint64 milliseconds)
{
    m_limit = milliseconds;
    m_touched = m_elapsed();
    look();
}

// The timer stands still while the machine sleeps: the first touch after that may come before it, and then does nothing
// else.
bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouch(event->type())) {
        const bool late = m_elapsed() - m_touched >= m_limit;
        if (late)
            look();
        m_touched = m_elapsed();
        if (late)
            return true;
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::look()
{
    qint64 left = m_limit - (m_elapsed() - m_touched);
    if (left <= 0) {
        m_touched = m_elapsed();
        left = m_limit;
        Q_EMIT idle();
    }
    m_timer.start(static_cast<int>(left));
}

} // namespace zhibao
