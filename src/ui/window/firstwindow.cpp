// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/firstwindow.h"

#include "base/durablefile.h"
#include "store/lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <unistd.h>

namespace zhibao {

namespace {

constexpr int look = 20; // milliseconds

// By whatever name the store is reached.
QString placeOf(const QString &store)
{
    const QString canonical = QFileInfo(store).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(store).absoluteFilePath() : canonical;
}

} // namespace

FirstWindow::FirstWindow(const QString &store, QObject *parent)
    : QObject(parent)
    , m_store(placeOf(store))
    , m_watcher({QFileInfo(m_store).absolutePath()})
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FirstWindow::answer);
    answer(); // of what was asked while the window was being made
}

bool FirstWindow::ask(const QString &store, int patience)
{
    const QFileInfo lock(lockOf(placeOf(store)));
    if (lock.exists() && lock.ownerId() != ::getuid())
        return false;
    const QString question = QStringLiteral("%1.front-%2").arg(placeOf(store)).arg(QCoreApplication::applicationPid());
    if (!writeDurably(question, {}, Existing::Replace))
        return false;
    for (int waited = 0; waited < patience; waited += look) {
        if (!QFileInfo::exists(question))
            return true;
        QThread::msleep(look);
    }
    // Taken away at the last moment counts as an answer.
    return !QFile::remove(question);
}

void FirstWindow::answer()
{
    const QFileInfo store(m_store);
    const QStringList questions
        = store.absoluteDir().entryList({store.fileName() + QStringLiteral(".front-*")}, QDir::Files);
    for (const QString &question : questions)
        QFile::remove(store.absoluteDir().filePath(question));
    if (!questions.isEmpty())
        Q_EMIT wanted();
}

} // namespace zhibao
