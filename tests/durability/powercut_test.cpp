// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/controls.h"
#include "durability/powercut.h"

#include <catch2/catch.hpp>

#include <iostream>

using namespace zhibao::durability;

namespace {

constexpr int states = 10'000; // of each flow
constexpr int controlStates = 2'000;

PowerCuts cut(const Flow &flow, Order order, int count)
{
    const Recording recording = record(flow);
    INFO(recording.ending.errors.toStdString());
    REQUIRE(recording.ending.told().done);
    REQUIRE_FALSE(recording.ending.calls.isEmpty());
    const PowerCuts cuts = cutPower(flow, recording, order, count);
    std::cout << flow.name << (order == Order::Journal ? " (journal): " : " (loose): ") << cuts.drawn
              << " power cuts, " << cuts.distinct << " distinct disks, " << cuts.lost << " lost, " << cuts.corrupt
              << " corrupt\n";
    return cuts;
}

} // namespace

TEST_CASE("No power cut loses what was acknowledged, or leaves anything but a whole state")
{
    for (const Flow &flow : flowsThrough(PowerCut)) {
        for (const Order order : {Order::Journal, Order::Loose}) {
            const PowerCuts cuts = cut(flow, order, states / 2);
            INFO(flow.name << ": " << cuts.example.toStdString());
            CHECK(cuts.drawn == states / 2);
            CHECK(cuts.lost == 0);
            CHECK(cuts.corrupt == 0);
        }
    }
}

TEST_CASE("Every call of every flow is recorded: without a power cut the model ends as the disk did")
{
    for (const Flow &flow : flowsThrough(PowerCut)) {
        const Recording recording = record(flow);
        Disk disk(recording.before, recording.folder, Order::Loose);
        for (const Call &call : recording.ending.calls)
            disk.apply(call);
        INFO(flow.name);
        CHECK(disk.seen() == recording.after);
    }
}

TEST_CASE("Control: the power cuts that lose SQLite's default commits are among those tried")
{
    const Order order = GENERATE(Order::Journal, Order::Loose);
    const PowerCuts cuts = cut(plainSqlite(), order, controlStates);
    CHECK(cuts.lost > controlStates / 20);
    CHECK(cuts.corrupt == 0);
}

TEST_CASE("Control: a writer that never syncs is caught losing and spoiling files")
{
    const Order order = GENERATE(Order::Journal, Order::Loose);
    const PowerCuts cuts = cut(hastyWriter(), order, controlStates);
    CHECK(cuts.lost > 0);
    CHECK(cuts.corrupt > 0);
}
