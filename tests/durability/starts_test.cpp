// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <vector>

using namespace zhibao;

namespace {

constexpr int startCount = 20;
constexpr int patience = 120'000; // milliseconds for all to settle, on a slow machine

// The real program's windows, all started at once; each on the store that `store` names for its number.
class Starts {
public:
    template <typename Name>
    Starts(int count, Name store)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *const home : {"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(home), m_folder.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        for (int number = 0; number < count; ++number) {
            auto process = std::make_unique<QProcess>();
            process->setProcessEnvironment(environment);
            process->start(QStringLiteral(ZHIBAO_PROGRAM), {QStringLiteral("--store"), path(store(number))});
            m_processes.push_back(std::move(process));
        }
        for (const auto &process : m_processes)
            REQUIRE(process->waitForStarted());
    }

    ~Starts()
    {
        for (const auto &process : m_processes) {
            process->kill();
            process->waitForFinished();
        }
    }
    Starts(const Starts &) = delete;
    Starts &operator=(const Starts &) = delete;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    // Waits until no more than so many windows are open; gives how many are.
    std::ptrdiff_t settle(int expected, int milliseconds) const
    {
        const QDeadlineTimer deadline(milliseconds);
        while (open() > expected && !deadline.hasExpired())
            QThread::msleep(50);
        return open();
    }

    // Ended, and as a program does that has nothing to complain of.
    std::ptrdiff_t polite() const
    {
        return std::count_if(m_processes.cbegin(), m_processes.cend(), [](const auto &process) {
            return process->state() == QProcess::NotRunning && process->exitStatus() == QProcess::NormalExit
                && process->exitCode() == 0;
        });
    }

private:
    std::ptrdiff_t open() const
    {
        return std::count_if(m_processes.cbegin(), m_processes.cend(), [](const auto &process) {
            return process->state() != QProcess::NotRunning && !process->waitForFinished(1);
        });
    }

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace

TEST_CASE("Of twenty starts at once one opens the store, and the others leave it to that one")
{
    const QString name = QStringLiteral("zhibao.db");
    const Starts starts(startCount, [&](int) { return name; });
    CHECK(starts.settle(1, patience) == 1);
    CHECK(starts.polite() == startCount - 1);
    const Clock clock = systemClock();
    CHECK(Store::open(starts.path(name), clock).error().code == ErrorCode::StoreInUse);
    CHECK(Store::open(starts.path(name), clock, Store::Access::Read));
}

TEST_CASE("Control: windows that each open a store of their own are told from polite ones")
{
    const Starts starts(3, [](int number) { return QString::number(number); });
    CHECK(starts.settle(1, 3'000) == 3);
    CHECK(starts.polite() == 0);
}
