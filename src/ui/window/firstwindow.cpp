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
constexpr qint64 pathLimit = 64 * 1024; // bytes

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

bool FirstWindow::ask(const QString &store, const QString &file, int patience)
{
    const QFileInfo lock(lockOf(placeOf(store)));
    if (lock.exists() && lock.ownerId() != ::getuid())
        return false;
    const QString question = QStringLiteral("%1.front-%2").arg(placeOf(store)).arg(QCoreApplication::applicationPid());
    if (!writeDurably(question, file.toUtf8(), Existing::Replace))
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
    for (const QString &question : questions) {
        const QString path = store.absoluteDir().filePath(question);
        const Result<QByteArray> file = readWhole(path, pathLimit);
        QFile::remove(path);
        Q_EMIT wanted(file ? QString::fromUtf8(*file) : QString());
    }
}

} // namespace zhibao
