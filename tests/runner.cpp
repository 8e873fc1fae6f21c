// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include "runner.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

namespace zhibao::test {

namespace {

// Every commit waits for the disk, and tests make tens of thousands of them. What a disk does to files is tried by the
// harnesses of durability.
void workInMemoryWhereThereIsRoom()
{
    constexpr unsigned long long room = 2ULL << 30; // bytes
    const char *const memory = "/dev/shm";
    struct statvfs space { };
    if (!std::getenv("TMPDIR") && ::statvfs(memory, &space) == 0
        && static_cast<unsigned long long>(space.f_bavail) * space.f_frsize >= room && ::access(memory, W_OK) == 0)
        ::setenv("TMPDIR", memory, 0);
}

} // namespace

int run(int argc, char *argv[])
{
    workInMemoryWhereThereIsRoom();
    return Catch::Session().run(argc, argv);
}

} // namespace zhibao::test
