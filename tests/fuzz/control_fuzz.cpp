// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// A reader with a fault on purpose, which the driver must find; the last argument says which: crash, hang, memory,
// seed.
#include "fuzz/driver.h"
#include "fuzz/mutation.h"

#include <QCoreApplication>

using namespace zhibao;

namespace {

constexpr qsizetype tooMuch = 1'200'000'000; // bytes, also where the sanitizers are on

fuzz::Outcome outcomeOf(const QByteArray &fault, const QByteArray &input)
{
    if (input == "seed")
        return fault == "seed" ? fuzz::Outcome::Refused : fuzz::Outcome::Accepted;
    if (fault == "crash")
        fuzz::fail("a fault on purpose");
    if (fault == "memory" && !QByteArray(tooMuch, 'x').endsWith('x'))
        return fuzz::Outcome::Accepted;
    for (volatile bool hangs = fault == "hang"; hangs;) { }
    return fuzz::Outcome::Refused;
}

} // namespace

int main(int argc, char *argv[])
{
    const QByteArray fault = argv[argc - 1];
    argc -= 2;
    const QCoreApplication application(argc, argv);
    return fuzz::run({{"seed"}, fuzz::mutatedBytes, [&](const QByteArray &input) { return outcomeOf(fault, input); }});
}
