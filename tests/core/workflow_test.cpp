// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/review/workflow.h"

#include <QSet>

#include <array>
#include <string>

namespace workflow_test {

using namespace zhibao;

namespace {

using State = ReportState;
using Action = ReviewAction;

constexpr std::array states{
    State::Draft, State::Submitted, State::Returned, State::Reviewed, State::Approved, State::Sealed, State::Sent};

constexpr std::array actions{Action::Edit, Action::Remove, Action::Comment, Action::Submit, Action::Withdraw,
    Action::Return, Action::Review, Action::Approve, Action::PlaceSeal, Action::AttachScan, Action::RemoveScan,
    Action::Send, Action::Unlock};

// Who may do what, written out: one line for each set of duties and each state, in it one sign for each action in the
// order above. + allowed; o allowed, but not to who handed in unless the office is one of one person; - not in this
// state; x not with these duties.
struct Line {
    int duties; // 1 填报人, 2 审核人, 4 管理员, added up
    std::array<const char *, states.size()> signs; // draft, submitted, returned, reviewed, approved, sealed, sent
};

constexpr std::array matrix{
    Line{0,
        {"xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx",
            "xxxxxxxxxxxxx"}},
    Line{1,
        {"++++-xxxx---x", "-++-+xxxx---x", "++++-xxxx---x", "-++-+xxxx---x", "-----xxxx+--x", "-----xxxx+++x",
            "-----xxxx---x"}},
    Line{2,
        {"xx+xx--------", "xx+xx+o------", "xx+xx--------", "xx+xx+-o-----", "xx-xx---++--+", "xx-xx----++++",
            "xx-xx-------+"}},
    Line{3,
        {"++++---------", "-++-++o------", "++++---------", "-++-++-o-----", "--------++--+", "---------++++",
            "------------+"}},
    Line{4,
        {"xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx", "xxxxxxxxxxxxx",
            "xxxxxxxxxxxxx"}},
    Line{5,
        {"++++-xxxx---x", "-++-+xxxx---x", "++++-xxxx---x", "-++-+xxxx---x", "-----xxxx+--x", "-----xxxx+++x",
            "-----xxxx---x"}},
    Line{6,
        {"xx+xx--------", "xx+xx+o------", "xx+xx--------", "xx+xx+-o-----", "xx-xx---++--+", "xx-xx----++++",
            "xx-xx-------+"}},
    Line{7,
        {"++++---------", "-++-++o------", "++++---------", "-++-++-o-----", "--------++--+", "---------++++",
            "------------+"}},
};

struct Situation {
    const char *submittedBy; // nullptr: it can not be told
    bool soleOffice;
    bool isBarred; // who handed in may not approve
};

const QString me = QStringLiteral("张三");

constexpr std::array situations{
    Situation{"张三", false, true},
    Situation{"张三", true, false},
    Situation{"李四", false, false},
    Situation{"李四", true, false},
    Situation{nullptr, false, false},
    Situation{nullptr, true, false},
};

// The error that a sign stands for; nothing where the action is allowed.
std::optional<ErrorCode> refusalOf(char sign, const Situation &situation)
{
    switch (sign) {
    case 'x':
        return ErrorCode::RoleMissing;
    case '-':
        return ErrorCode::ActionRefused;
    case 'o':
        return situation.isBarred ? std::optional(ErrorCode::OwnSubmission) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

TEST_CASE("Duties, state and action: the whole matrix")
{
    int combinations = 0;
    int wrongAllows = 0;
    int wrongRefusals = 0;
    int wrongReasons = 0;
    for (const Line &line : matrix) {
        const Person person{me, {}, {}, Duties::fromInt(line.duties)};
        for (std::size_t state = 0; state < states.size(); ++state) {
            const std::string signs = line.signs.at(state);
            REQUIRE(signs.size() == actions.size());
            for (const Situation &situation : situations) {
                const ReviewStatus status{states.at(state),
                    situation.submittedBy ? std::optional(QString::fromUtf8(situation.submittedBy)) : std::nullopt,
                    situation.soleOffice};
                const ReviewActions allowed = allowedActions(status, person);
                for (std::size_t action = 0; action < actions.size(); ++action) {
                    const std::optional<ErrorCode> expected = refusalOf(signs.at(action), situation);
                    const std::optional<Error> told = refusal(status, person, actions.at(action));
                    ++combinations;
                    wrongAllows += expected && (!told || allowed.testFlag(actions.at(action))) ? 1 : 0;
                    wrongRefusals += !expected && (told || !allowed.testFlag(actions.at(action))) ? 1 : 0;
                    wrongReasons += expected && told && told->code != *expected ? 1 : 0;
                }
            }
        }
    }
    CHECK(combinations == 8 * 7 * 13 * 6);
    CHECK(wrongAllows == 0);
    CHECK(wrongRefusals == 0);
    CHECK(wrongReasons == 0);
}

TEST_CASE("A refusal names what was asked for, and the state or the person that is against it")
{
    const ReviewStatus status{State::Reviewed, me, false};
    CHECK(refusal(status, {me, {}, {}, Duty::Reporter}, Action::Approve)
        == Error{ErrorCode::RoleMissing, {QStringLiteral("approve"), me}});
    CHECK(refusal(status, {me, {}, {}, allDuties}, Action::Edit)
        == Error{ErrorCode::ActionRefused, {QStringLiteral("edit"), QStringLiteral("reviewed")}});
    CHECK(refusal(status, {me, {}, {}, allDuties}, Action::Approve) == Error{ErrorCode::OwnSubmission, {me}});
    // The only user of an office without a list of people is one person too.
    CHECK(refusal({State::Reviewed, QString(), false}, {{}, {}, {}, allDuties}, Action::Approve)
        == Error{ErrorCode::OwnSubmission, {QString()}});
}

TEST_CASE("Each action leads to its state from wherever it is allowed")
{
    struct Lead {
        Action action;
        std::optional<State> to; // nothing: no other
    };
    const std::array leads{
        Lead{Action::Edit, std::nullopt},
        Lead{Action::Remove, std::nullopt},
        Lead{Action::Comment, std::nullopt},
        Lead{Action::Submit, State::Submitted},
        Lead{Action::Withdraw, State::Draft},
        Lead{Action::Return, State::Returned},
        Lead{Action::Review, State::Reviewed},
        Lead{Action::Approve, State::Approved},
        Lead{Action::PlaceSeal, State::Sealed},
        Lead{Action::AttachScan, State::Sealed},
        Lead{Action::RemoveScan, State::Approved},
        Lead{Action::Send, State::Sent},
        Lead{Action::Unlock, State::Draft},
    };
    for (const Lead &lead : leads) {
        for (const State state : states)
            CHECK(stateAfter(state, lead.action) == lead.to.value_or(state));
        const bool gives
            = lead.action == Action::Withdraw || lead.action == Action::Return || lead.action == Action::Unlock;
        CHECK(needsReason(lead.action) == gives);
    }
}

TEST_CASE("Approved, sealed and sent reports are frozen")
{
    QList<State> frozen;
    for (const State state : states) {
        if (isFrozen(state))
            frozen.append(state);
    }
    CHECK(frozen == QList<State>{State::Approved, State::Sealed, State::Sent});
}

TEST_CASE("States and actions have names of their own, by which they are found again")
{
    QSet<QString> names;
    for (const State state : states) {
        CHECK(stateNamed(nameOf(state)) == state);
        names.insert(nameOf(state));
    }
    CHECK(names.size() == std::ssize(states));
    CHECK(stateNamed(QStringLiteral("Draft")) == std::nullopt);
    CHECK(stateNamed({}) == std::nullopt);
    CHECK(allStates() == QList<State>(states.begin(), states.end()));
    CHECK(allActions() == QList<Action>(actions.begin(), actions.end()));
    QSet<QString> verbs;
    for (const Action action : actions)
        verbs.insert(nameOf(action));
    CHECK(verbs.size() == std::ssize(actions));
}

} // namespace workflow_test
