// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/processmemory.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace zhibao {

// Both, because the limit says nothing to a system that pipes its dumps to a program. Neither can fail with these
// arguments.
void keepMemoryPrivate()
{
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

void giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace zhibao
