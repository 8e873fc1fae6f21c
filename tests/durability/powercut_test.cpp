// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/apart.h"
#include "durability/controls.h"
#include "durability/powercut.h"
#include "durability/storeflows.h"

#include <catch2/catch.hpp>
#include <iostream>
#include <string>

using namespace zhibao::durability;

namespace {

constexpr int states = 10'000; // of each flow
constexpr int controlStates = 2'000;

PowerCuts cut(const Flow &flow, const Recording &recording, Order order, int count)
{
    const PowerCuts cuts = cutPower(flow, recording, order, count);
    std::cout << (std::string(flow.name) + (order == Order::Journal ? " (journal): " : " (loose): ")
        + std::to_string(cuts.drawn) + " power cuts, " + std::to_string(cuts.distinct) + " distinct disks, "
        + std::to_string(cuts.checked) + " once settled, " + std::to_string(cuts.lost) + " lost, "
        + std::to_string(cuts.corrupt) + " corrupt\n")
              << std::flush;
    return cuts;
}

// Whether every call was recorded: without a power cut the model must end as the disk did.
bool isComplete(const Recording &recording)
{
    Disk disk(recording.before, recording.folder, Order::Loose);
    for (const Call &call : recording.ending.calls)
        disk.apply(call);
    return disk.seen() == recording.after;
}

QString damageBy(const Flow &flow)
{
    const Recording recording = record(flow);
    if (!recording.ending.told().done || recording.ending.calls.isEmpty())
        return QStringLiteral("failed by itself: ") + recording.ending.errors;
    if (!isComplete(recording))
        return QStringLiteral("changed the disk by a call that is not recorded");
    QString damage;
    for (const Order order : {Order::Journal, Order::Loose})
        damage += cut(flow, recording, order, states / 2).example;
    return damage;
}

// Asks for a state that was not acknowledged yet.
Finding checkTooHard(const QString &folder, const Told &told)
{
    Told more = told;
    more.acknowledged.append("2");
    return checkStore(folder, more);
}

} // namespace

TEST_CASE("No power cut loses what was acknowledged, or leaves anything but a whole state")
{
    const QList<Flow> flows = flowsThrough(PowerCut);
    const QStringList damages = apartForEach(flows, damageBy);
    for (qsizetype index = 0; index < flows.size(); ++index) {
        INFO(flows[index].name << ": " << damages[index].toStdString());
        CHECK(damages[index].isEmpty());
    }
}

TEST_CASE("Control: the power cuts that lose SQLite's default commits are among those tried")
{
    const Order order = GENERATE(Order::Journal, Order::Loose);
    const PowerCuts cuts = cut(plainSqlite(), record(plainSqlite()), order, controlStates);
    CHECK(cuts.lost > controlStates / 20);
    CHECK(cuts.corrupt == 0);
}

TEST_CASE("Control: disks that are the same to a check once SQLite put back what was half-written are judged alike")
{
    constexpr int few = 400;
    const Order order = GENERATE(Order::Journal, Order::Loose);
    const Flow each{"save, judged too hard", prepareStore, saveStates, checkTooHard, PowerCut};
    Flow once = each;
    once.harnesses |= OpensStore;
    const Recording recording = record(each);
    const PowerCuts all = cut(each, recording, order, few);
    const PowerCuts some = cut(once, recording, order, few);
    CHECK(some.distinct == all.distinct);
    CHECK(some.checked < all.checked);
    CHECK(some.lost == all.lost);
    CHECK(some.corrupt == all.corrupt);
    CHECK(all.lost > 0);
    CHECK(all.lost < all.drawn);
}

TEST_CASE("Control: a writer that never syncs is caught losing and spoiling files")
{
    const Order order = GENERATE(Order::Journal, Order::Loose);
    const PowerCuts cuts = cut(hastyWriter(), record(hastyWriter()), order, controlStates);
    CHECK(cuts.lost > 0);
    CHECK(cuts.corrupt > 0);
}
