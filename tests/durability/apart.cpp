// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/apart.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QThread>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

namespace zhibao::durability {

namespace {

// Runs works in children that leave what they found in files.
class Children {
public:
    void start(int number, const std::function<QString()> &work)
    {
        std::fflush(stdout);
        const pid_t child = ::fork();
        if (child < 0)
            qFatal("no process to be had");
        if (child == 0) {
            QFile file(fileOf(number));
            const QByteArray found = work().toUtf8();
            std::fflush(stdout);
            ::_exit(file.open(QIODevice::WriteOnly) && file.write(found) == found.size() && file.flush() ? 0 : 1);
        }
        m_running.insert(child, number);
    }

    void awaitOne()
    {
        int status = 0;
        const int number = m_running.take(::waitpid(-1, &status, 0));
        QFile file(fileOf(number));
        const bool ended = WIFEXITED(status) && WEXITSTATUS(status) == 0 && file.open(QIODevice::ReadOnly);
        m_found.insert(
            number, ended ? QString::fromUtf8(file.readAll()) : QStringLiteral("the test itself ended early"));
    }

    qsizetype running() const { return m_running.size(); }
    QStringList found() const { return m_found.values(); }

private:
    QString fileOf(int number) const { return m_folder.filePath(QString::number(number)); }

    QTemporaryDir m_folder;
    QMap<pid_t, int> m_running;
    QMap<int, QString> m_found;
};

} // namespace

QString apart(const std::function<QString()> &work)
{
    Children children;
    children.start(0, work);
    children.awaitOne();
    return children.found().first();
}

QStringList apartForEach(const QList<Flow> &flows, const std::function<QString(const Flow &)> &work)
{
    Children children;
    for (int number = 0; number < flows.size(); ++number) {
        if (children.running() >= QThread::idealThreadCount())
            children.awaitOne();
        children.start(number, [&work, &flow = flows[number]] { return work(flow); });
    }
    while (children.running() > 0)
        children.awaitOne();
    return children.found();
}

} // namespace zhibao::durability
