// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/firstwindow.h"

#include "base/durablefile.h"
#include "base/path.h"
#include "workspace/office/office.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

namespace zhibao {

namespace {

constexpr int look = 20; // milliseconds
constexpr qint64 pathLimit = 64 * 1024; // bytes

// By whatever name the store is reached.
QString placeOf(const QString &store)
{
    const QString canonical = canonicalPath(store);
    return canonical.isEmpty() ? absolutePath(store) : canonical;
}

const QString questionMark = QStringLiteral(".front-"); // between the store's name and the number of who asks

} // namespace

FirstWindow::FirstWindow(const QString &store, QObject *parent)
    : QObject(parent)
    , m_store(placeOf(store))
    , m_watcher({folderOf(m_store)})
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FirstWindow::answer);
    answer(); // of what was asked while the window was being made
}

bool FirstWindow::ask(const QString &store, const QString &file, int patience)
{
    if (isOpenElsewhere(placeOf(store)))
        return false;
    const QString question = placeOf(store) + questionMark + QString::number(QCoreApplication::applicationPid());
    if (!writeDurably(question, bytesOfPath(file), Existing::Replace))
        return false;
    for (int waited = 0; waited < patience; waited += look) {
        if (!exists(question))
            return true;
        QThread::msleep(look);
    }
    // Taken away at the last moment counts as an answer.
    return !removeFile(question);
}

void FirstWindow::answer()
{
    const QString folder = folderOf(m_store) + u'/';
    const QString beginning = QFileInfo(m_store).fileName() + questionMark;
    const QStringList names = namesInFolder(folder);
    for (const QString &name : names) {
        if (!name.startsWith(beginning) || !isRegularFile(folder + name))
            continue;
        const Result<QByteArray> file = readRegularFile(folder + name, pathLimit);
        removeFile(folder + name);
        Q_EMIT wanted(file ? pathOfBytes(*file) : QString());
    }
}

} // namespace zhibao
