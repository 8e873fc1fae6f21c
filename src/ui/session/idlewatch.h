// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace zhibao {

// Notices that nobody has touched key or mouse in any window of the program for some time, that in which the machine
// slept included.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    // `elapsed`: milliseconds that pass, whatever the clock says.
    explicit IdleWatch(std::function<qint64()> elapsed, QObject *parent = nullptr);

    void setLimit(qint64 milliseconds);

Q_SIGNALS:
    void idle(); // again after each limit

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    const std::function<qint64()> m_elapsed;
    QTimer m_timer;
    qint64 m_limit = 10 * 60 * 1000; // milliseconds
    qint64 m_touched;
};

} // namespace zhibao
