// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/apart.h"
#include "durability/child.h"
#include "durability/controls.h"
#include "durability/disk.h"

#include <catch2/catch.hpp>
#include <cerrno>
#include <iostream>
#include <string>

using namespace zhibao;
using namespace zhibao::durability;

namespace {

struct FailingKind {
    const char *name;
    calls::Kind kind;
    QList<int> causes;
};

const QList<FailingKind> kinds{
    {"open", calls::Kind::Open, {EIO, ENOSPC}},
    {"write", calls::Kind::Write, {EIO, ENOSPC, calls::shortWrite}},
    {"truncate", calls::Kind::Truncate, {EIO, ENOSPC}},
    {"sync", calls::Kind::Sync, {EIO, ENOSPC}},
    {"close", calls::Kind::Close, {EIO}},
    {"rename", calls::Kind::Rename, {EIO, ENOSPC}},
    {"unlink", calls::Kind::Unlink, {EIO, ENOSPC}},
    {"make a folder", calls::Kind::MakeFolder, {ENOSPC}},
};

struct Faulted {
    int runs = 0;
    QStringList found; // crashes, losses, false successes
};

// Fails the call of one kind that has the number, and looks at what the flow made of it. False where the flow makes
// fewer such calls.
bool failOne(const Flow &flow, const Workplace &place, const Fault &fault, Faulted &result)
{
    const Ending ending = run(flow, place, fault);
    if (!ending.faulted())
        return false;
    ++result.runs;
    const QString where = QStringLiteral("%1: call %2, errno %3%4: ")
                              .arg(QString::fromUtf8(flow.name))
                              .arg(fault.number)
                              .arg(fault.cause)
                              .arg(fault.always ? QStringLiteral(", for good") : QString());
    if (ending.signal != 0)
        result.found.append(where + QStringLiteral("ended by signal %1").arg(ending.signal));
    // The fault is gone: what is told to be safe must be there.
    const Finding finding = flow.check(place.folder(), ending.told());
    if (finding.damage != Damage::None)
        result.found.append(where + finding.what);
    return true;
}

Faulted failEach(const Flow &flow, const FailingKind &kind)
{
    const Workplace place;
    place.prepare(flow);
    const Tree before = readTree(place.folder());
    Faulted result;
    for (const int cause : kind.causes) {
        for (const bool always : {false, true}) {
            int number = 0;
            do
                writeTree(place.folder(), before);
            while (failOne(flow, place, {static_cast<int>(kind.kind), ++number, cause, always}, result));
        }
    }
    return result;
}

QString damageBy(const Flow &flow)
{
    Faulted all;
    for (const FailingKind &kind : kinds) {
        const Faulted result = failEach(flow, kind);
        all.runs += result.runs;
        for (const QString &found : result.found)
            all.found.append(QString::fromUtf8(kind.name) + QStringLiteral(", ") + found);
    }
    std::cout << (std::string(flow.name) + ": " + std::to_string(all.runs) + " runs with a fault\n") << std::flush;
    return all.runs == 0 ? QStringLiteral("never met a fault") : all.found.join(u'\n');
}

} // namespace

TEST_CASE("No failing call crashes the program, loses what was acknowledged, or is passed over")
{
    const QList<Flow> flows = flowsThrough(Faults);
    const QStringList damages = apartForEach(flows, damageBy);
    for (qsizetype index = 0; index < flows.size(); ++index) {
        INFO(flows[index].name << ": " << damages[index].toStdString());
        CHECK(damages[index].isEmpty());
    }
}

TEST_CASE("Control: a writer that looks at nothing is caught")
{
    const Faulted result = failEach(hastyWriter(), kinds[1]);
    CHECK(result.runs > 0);
    CHECK_FALSE(result.found.isEmpty());
}
