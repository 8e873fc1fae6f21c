// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>

namespace zhibao {

// A second start on a store asks the window that has it open to come to the front: it puts a file beside the store,
// which names what is to be opened, and the window takes the file away. No socket is needed, and a window that hangs or
// has died does not answer.
class FirstWindow : public QObject {
    Q_OBJECT
public:
    explicit FirstWindow(const QString &store, QObject *parent = nullptr);

    // Whether a window answered within so many milliseconds: ten seconds are for one that is just being made, on a slow
    // machine. Somebody else's window is not asked. `file`: that it is to open, or "".
    static bool ask(const QString &store, const QString &file = {}, int patience = 10'000);

Q_SIGNALS:
    void wanted(const QString &file);

private:
    void answer();

    QString m_store;
    QFileSystemWatcher m_watcher;
};

} // namespace zhibao
