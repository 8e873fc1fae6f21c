// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>

// Measures what a check of a password takes where the password was set on this machine, and what setting it takes.
int main()
{
    using namespace zhibao;
    QString text = QStringLiteral("measured password");
    const Secret secret(text);
    QElapsedTimer timer;
    timer.start();
    const Result<PasswordCost> cost = usualCost();
    const Result<HashedPassword> hashed = cost ? hashPassword(secret, *cost) : Result<HashedPassword>(cost.error());
    const double setting = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!hashed) {
        std::fprintf(stderr, "no memory\n");
        return 1;
    }
    std::array<double, 9> checks{};
    for (double &milliseconds : checks) {
        timer.restart();
        if (const Result<PasswordCheck> check = checkPassword(secret, hashed->record); !check || !check->fits) {
            std::fprintf(stderr, "the password does not fit its hash\n");
            return 1;
        }
        milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(checks.begin(), checks.end());
    std::printf("setting a password                           %8.1f ms\n", setting);
    std::printf("checking a password (wanted: 150 to 500 ms)  %8.1f ms, %.1f to %.1f of %zu\n",
        checks[checks.size() / 2], checks.front(), checks.back(), checks.size());
    return 0;
}
