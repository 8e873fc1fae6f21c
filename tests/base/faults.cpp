// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/faults.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>

namespace zhibao::test {

namespace {

constexpr int preparationFailed = 255;

int inChild(const std::function<bool()> &prepare, const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(prepare() ? work() : preparationFailed);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : preparationFailed;
}

// In which argument the call says that it means to write, and by which bits; no bits: it always fails.
struct Condition {
    unsigned int argument = 0;
    unsigned int mask = 0;
};

Condition condition(long systemCall)
{
    if (systemCall == SYS_openat)
        return {2, O_CREAT};
    if (systemCall == SYS_faccessat)
        return {2, W_OK};
#ifdef SYS_access
    if (systemCall == SYS_access)
        return {1, W_OK};
#endif
    return {};
}

bool failCall(long systemCall, int cause)
{
    const auto number = static_cast<unsigned int>(systemCall);
    const auto failing = SECCOMP_RET_ERRNO | (static_cast<unsigned int>(cause) & SECCOMP_RET_DATA);
    const Condition met = condition(systemCall);
    const auto argumentAt = static_cast<unsigned int>(offsetof(seccomp_data, args) + met.argument * sizeof(__u64));
    // An empty mask is never met, so the jump on "not met" decides: over the failing line, or onto it.
    const __u8 otherwise = met.mask == 0 ? 0 : 1;
    std::array<sock_filter, 6> program{{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, argumentAt),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, met.mask, 0, otherwise),
        BPF_STMT(BPF_RET | BPF_K, failing),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    }};
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

int withFailingCall(long systemCall, int cause, const std::function<int()> &work)
{
    return inChild([=] { return failCall(systemCall, cause); }, work);
}

int withFileSizeLimit(unsigned long bytes, const std::function<int()> &work)
{
    return inChild(
        [=] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{bytes, bytes};
            return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
        },
        work);
}

int withoutPrivileges(const std::function<int()> &work)
{
    constexpr uid_t nobody = 65534;
    return inChild([] { return ::geteuid() != 0 || ::setuid(nobody) == 0; }, work);
}

} // namespace zhibao::test
