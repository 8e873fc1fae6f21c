// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/child.h"
#include "durability/controls.h"
#include "durability/disk.h"

#include <QThread>

#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <iostream>
#include <memory>
#include <vector>

using namespace zhibao::durability;
using zhibao::generate::Random;

namespace {

constexpr std::size_t atOnce = 4; // most flows wait more than they work
constexpr quint64 seed = 9;
constexpr const char *countVariable = "ZHIBAO_KILLS"; // in all, over the flows

// What one flow is like when it is left alone.
struct Habits {
    Flow flow;
    std::shared_ptr<Tree> before;
    qint64 duration = 0; // milliseconds
    int calls = 0;
};

Habits habitsOf(const Flow &flow)
{
    const Workplace place;
    place.prepare(flow);
    Habits habits{flow, std::make_shared<Tree>(readTree(place.folder())), monotonicNow(), 0};
    const Ending ending = run(flow, place);
    INFO(flow.name << ": " << ending.errors.toStdString());
    REQUIRE(ending.told().done);
    habits.duration = ending.at - habits.duration;
    habits.calls = static_cast<int>(std::count_if(ending.calls.cbegin(), ending.calls.cend(),
        [](const Call &call) { return call.kind != zhibao::calls::Kind::Acknowledge; }));
    return habits;
}

// A flow that is running, and when it is to be killed.
struct Running {
    Workplace place;
    const Habits &habits;
    pid_t child = -1;
    qint64 due = 0;

    // Every other kill comes at a random time, the others at a random call, where there is most to break.
    Running(const Habits &of, bool byTime, Random &random)
        : habits(of)
    {
        writeTree(place.folder(), *habits.before);
        const int moment = random.below(static_cast<int>(habits.duration) + 1);
        const std::optional<Fault> fault
            = byTime ? std::nullopt : std::optional(Fault{.number = random.between(1, habits.calls)});
        due = monotonicNow() + (byTime ? moment : 2 * habits.duration);
        child = start(habits.flow, place, fault);
    }

    bool hasEnded() const
    {
        siginfo_t info{};
        ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
        return info.si_pid == child;
    }
};

struct Toll {
    int killed = 0; // the others had ended before
    int lost = 0;
    int corrupt = 0;
    QStringList examples;
};

void look(const Running &running, Toll &toll)
{
    const qint64 at = monotonicNow();
    ::kill(running.child, SIGKILL);
    Ending ending = finish(running.child, running.place);
    ending.at = at;
    const Finding finding = running.habits.flow.check(running.place.folder(), ending.told());
    toll.killed += ending.signal == SIGKILL ? 1 : 0;
    toll.lost += finding.damage == Damage::Lost ? 1 : 0;
    toll.corrupt += finding.damage == Damage::Corrupt ? 1 : 0;
    if (finding.damage != Damage::None)
        toll.examples.append(QString::fromUtf8(running.habits.flow.name) + QStringLiteral(": ") + finding.what);
}

// Kills the flows in turn until so many were killed.
Toll killFlows(const QList<Flow> &flows, int count)
{
    std::vector<Habits> habits;
    for (const Flow &flow : flows)
        habits.push_back(habitsOf(flow));
    Random random(seed);
    Toll toll;
    std::vector<std::unique_ptr<Running>> running;
    std::size_t started = 0;
    while (toll.killed < count) {
        while (running.size() < atOnce) {
            const std::size_t turn = started++;
            running.push_back(
                std::make_unique<Running>(habits[turn % habits.size()], turn / habits.size() % 2 == 0, random));
        }
        QThread::msleep(1);
        for (auto &each : running) {
            if (monotonicNow() < each->due && !each->hasEnded())
                continue;
            look(*each, toll);
            each.reset();
        }
        std::erase(running, nullptr);
    }
    for (const auto &rest : running)
        look(*rest, toll);
    return toll;
}

} // namespace

TEST_CASE("A kill at any moment loses nothing acknowledged, and two seconds of typing at most")
{
    const int asked = qEnvironmentVariableIntValue(countVariable);
    const Toll toll = killFlows(flowsThrough(Kills), asked > 0 ? asked : 500);
    std::cout << toll.killed << " kills, " << toll.lost << " lost, " << toll.corrupt << " corrupt\n";
    INFO(toll.examples.join(u'\n').toStdString());
    CHECK(toll.lost == 0);
    CHECK(toll.corrupt == 0);
}

TEST_CASE("Control: a program that says saved before it saves is caught")
{
    const Toll toll = killFlows({hastyTongue()}, 40);
    CHECK(toll.lost > 0);
}
