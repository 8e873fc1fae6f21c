// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstring>

// Has a buffer on the stack and a copy of unknown length into it, which a hardened build would watch.
int main(int argc, char *argv[])
{
    char name[16];
    std::strcpy(name, argc > 1 ? argv[1] : "nobody");
    std::puts(name);
    return 0;
}
