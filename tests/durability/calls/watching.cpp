// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "calls/watching.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace zhibao::calls {

namespace {

constexpr int mostFiles = 4096;

struct Fault {
    int kind = anyKind;
    int number = 0; // 0: none
    int cause = 0;
    int always = 0;
    int seen = 0;
};

// The state of a process that is watched. Never destroyed: calls come until the very end of the process.
struct State {
    std::mutex order;
    std::array<std::atomic<bool>, mostFiles> watched{};
    std::string folder; // with a slash at its end; empty: nothing is watched
    int trace = -1;
    Fault fault;
};

State &state()
{
    static State *const instance = new State;
    return *instance;
}

std::string linkTarget(const std::string &link)
{
    std::array<char, PATH_MAX> target{};
    const long size = ::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), target.data(), target.size());
    return size > 0 ? std::string(target.data(), static_cast<std::size_t>(size)) : std::string();
}

std::string pathOf(int file)
{
    return linkTarget("/proc/self/fd/" + std::to_string(file));
}

std::optional<std::string> belowFolder(std::string path)
{
    const std::string &folder = state().folder;
    if (folder.empty())
        return std::nullopt;
    // The watched folder itself counts: its entries are made durable by syncing it.
    const bool below = path.compare(0, folder.size(), folder) == 0 || path + '/' == folder;
    return below ? std::optional(std::move(path)) : std::nullopt;
}

Kind family(Kind kind)
{
    if (kind == Kind::DataSync || kind == Kind::SyncAll)
        return Kind::Sync;
    return kind == Kind::Link ? Kind::Rename : kind;
}

__attribute__((constructor)) void watchFromStart()
{
    watch();
}

} // namespace

std::mutex &order()
{
    return state().order;
}

bool isWatched(int file)
{
    return file >= 0 && file < mostFiles && state().watched[static_cast<std::size_t>(file)];
}

void setWatched(int file, bool watched)
{
    if (file >= 0 && file < mostFiles)
        state().watched[static_cast<std::size_t>(file)] = watched;
}

std::optional<std::string> watchedPath(int folder, const char *path)
{
    if (state().folder.empty() || !path)
        return std::nullopt;
    if (path[0] == '/')
        return belowFolder(path);
    const std::string start = folder == AT_FDCWD ? linkTarget("/proc/self/cwd") : pathOf(folder);
    return belowFolder(start + '/' + path);
}

std::optional<std::string> watchedPathOf(int file)
{
    return state().folder.empty() ? std::nullopt : belowFolder(pathOf(file));
}

void record(Record head, std::string_view path, std::string_view other, std::string_view data)
{
    if (state().trace < 0)
        return;
    head.pathSize = static_cast<std::uint32_t>(path.size());
    head.otherSize = static_cast<std::uint32_t>(other.size());
    head.dataSize = static_cast<std::uint32_t>(data.size());
    const auto piece = [](std::string_view text) { return iovec{const_cast<char *>(text.data()), text.size()}; };
    const std::array<iovec, 4> pieces{iovec{&head, sizeof head}, piece(path), piece(other), piece(data)};
    ::syscall(SYS_writev, state().trace, pieces.data(), pieces.size());
}

Verdict judge(Kind kind)
{
    Fault &fault = state().fault;
    if (fault.number == 0 || (fault.kind != anyKind && fault.kind != static_cast<int>(family(kind))))
        return {};
    ++fault.seen;
    if (fault.seen < fault.number || (fault.seen > fault.number && fault.always == 0))
        return {};
    record({.kind = Kind::Fault, .flags = static_cast<std::uint32_t>(fault.cause)});
    if (fault.cause == killed)
        ::syscall(SYS_kill, ::syscall(SYS_getpid), SIGKILL);
    return {fault.cause != shortWrite, fault.cause == shortWrite, fault.cause};
}

void watch()
{
    const char *const folder = std::getenv(folderVariable);
    if (!folder)
        return;
    const char *const trace = std::getenv(traceVariable);
    const char *const fault = std::getenv(faultVariable);
    State &now = state();
    now.folder = std::string(folder) + '/';
    if (fault)
        std::sscanf(fault, "%d %d %d %d", &now.fault.kind, &now.fault.number, &now.fault.cause, &now.fault.always);
    if (trace)
        now.trace
            = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
}

void acknowledge(const char *text)
{
    const std::lock_guard lock(order());
    record({.kind = Kind::Acknowledge}, {}, {}, text);
}

} // namespace zhibao::calls
