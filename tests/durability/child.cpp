// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/child.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace zhibao::durability {

namespace {

constexpr int notStarted = 125; // exit code of a child that did not get as far as the flow
constexpr unsigned int longestFlow = 120; // seconds, after which a flow that hangs is ended by SIGALRM

QString rootTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    const bool there = QFileInfo(memory).isDir() && QFileInfo(memory).isWritable();
    return (there ? memory : QDir::tempPath()) + QStringLiteral("/durability-XXXXXX");
}

void redirect(int file, const QString &path)
{
    const int target = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (target < 0 || ::dup2(target, file) < 0)
        ::_exit(notStarted);
    ::close(target);
}

QByteArray specification(const Fault &fault)
{
    return QByteArray::number(fault.kind) + ' ' + QByteArray::number(fault.number) + ' '
        + QByteArray::number(fault.cause) + ' ' + (fault.always ? '1' : '0');
}

// What the flow's process finds: a home of its own, and the watching library, also for a program that it becomes.
void setEnvironment(const Workplace &place, const std::optional<Fault> &fault)
{
    const auto set = [](const char *name, const QString &value) { qputenv(name, QFile::encodeName(value)); };
    set("HOME", place.beside(QStringLiteral("home")));
    set("XDG_DATA_HOME", place.beside(QStringLiteral("home")));
    set("XDG_STATE_HOME", place.beside(QStringLiteral("home")));
    set("TMPDIR", place.beside(QStringLiteral("temporary")));
    qputenv("LC_ALL", "C.UTF-8");
    // The sanitizers' runtime wants to be first, and complains of leaks at an _exit.
    qputenv("ASAN_OPTIONS", "detect_leaks=0:verify_asan_link_order=0");
    qputenv("LD_PRELOAD", CALLS_LIBRARY);
    set(calls::folderVariable, place.folder());
    set(calls::traceVariable, place.beside(QStringLiteral("trace")));
    if (fault)
        qputenv(calls::faultVariable, specification(*fault));
}

} // namespace

Workplace::Workplace()
    : m_root(rootTemplate())
{
    const QDir root(m_root.path());
    for (const QString &folder :
        {QStringLiteral("disk"), QStringLiteral("beside/home"), QStringLiteral("beside/temporary")}) {
        if (!root.mkpath(folder))
            qFatal("no place for a flow");
    }
}

void Workplace::prepare(const Flow &flow) const
{
    QDir(folder()).removeRecursively();
    QDir().mkpath(folder());
    flow.prepare(folder());
}

Told Ending::told() const
{
    return {acknowledgedBefore(calls, calls.size()), signal == 0 && code == 0, at};
}

bool Ending::faulted() const
{
    return std::any_of(calls.cbegin(), calls.cend(), [](const Call &call) { return call.kind == calls::Kind::Fault; });
}

pid_t start(const Flow &flow, const Workplace &place, const std::optional<Fault> &fault)
{
    QFile::remove(place.beside(QStringLiteral("trace")));
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    redirect(STDOUT_FILENO, place.beside(QStringLiteral("output")));
    redirect(STDERR_FILENO, place.beside(QStringLiteral("errors")));
    setEnvironment(place, fault);
    ::alarm(longestFlow);
    calls::watch();
    ::_exit(flow.run(place.folder()));
}

Ending finish(pid_t child, const Workplace &place)
{
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        qFatal("a flow could not be started");
    Ending ending;
    ending.at = monotonicNow();
    ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    ending.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    ending.calls = readTrace(place.beside(QStringLiteral("trace")));
    QFile errors(place.beside(QStringLiteral("errors")));
    if (errors.open(QIODevice::ReadOnly))
        ending.errors = QString::fromUtf8(errors.readAll());
    if (ending.code == notStarted)
        qFatal("a flow could not be started");
    return ending;
}

Ending run(const Flow &flow, const Workplace &place, const std::optional<Fault> &fault)
{
    return finish(start(flow, place, fault), place);
}

qint64 monotonicNow()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

int become(const QString &program, const QStringList &arguments)
{
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(argument.toUtf8());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    return notStarted;
}

int becomeZhibao(const QStringList &arguments)
{
    return become(QStringLiteral(ZHIBAO_PROGRAM), arguments);
}

} // namespace zhibao::durability
