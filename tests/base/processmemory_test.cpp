// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/processmemory.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>

namespace processmemory_test {

using namespace zhibao;

namespace {

// Runs the steps in a child of its own folder that then aborts, having allowed itself a dump before; the wait status.
template <typename Steps>
int statusOfAborted(const QTemporaryDir &folder, Steps steps)
{
    const QByteArray path = folder.path().toLocal8Bit();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        rlimit limit{};
        if (::chdir(path.constData()) != 0 || ::getrlimit(RLIMIT_CORE, &limit) != 0)
            ::_exit(2);
        limit.rlim_cur = limit.rlim_max;
        if (::setrlimit(RLIMIT_CORE, &limit) != 0 || !steps())
            ::_exit(3);
        std::signal(SIGABRT, SIG_DFL); // Catch2 has its own
        std::abort();
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

} // namespace

TEST_CASE("A process that keeps its memory private leaves no core dump")
{
    const QTemporaryDir folder;
    REQUIRE(folder.isValid());
    const int status = statusOfAborted(folder, [] {
        keepMemoryPrivate();
        rlimit limit{1, 1};
        return ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0
            && limit.rlim_max == 0;
    });
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
    CHECK_FALSE(WCOREDUMP(status));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::System).isEmpty());
}

TEST_CASE("A process that does not may be dumped and read by others of its user")
{
    const QTemporaryDir folder;
    REQUIRE(folder.isValid());
    const int status = statusOfAborted(folder, [] { return ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1; });
    CHECK(WIFSIGNALED(status));
}

} // namespace processmemory_test
