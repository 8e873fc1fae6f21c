// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/review/workflow.h"

#include "base/named.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

using State = ReportState;
using Action = ReviewAction;

constexpr std::array stateNames{
    Named{State::Draft, "draft"},
    Named{State::Submitted, "submitted"},
    Named{State::Returned, "returned"},
    Named{State::Reviewed, "reviewed"},
    Named{State::Approved, "approved"},
    Named{State::Sealed, "sealed"},
    Named{State::Sent, "sent"},
};

constexpr unsigned bit(State state)
{
    return 1U << static_cast<unsigned>(state);
}

constexpr unsigned inHand = bit(State::Draft) | bit(State::Returned);
constexpr unsigned underReview = bit(State::Submitted) | bit(State::Reviewed);
constexpr unsigned frozen = bit(State::Approved) | bit(State::Sealed) | bit(State::Sent);

// One line an action: in which states, by whom, and where it leads.
struct Step {
    Action action;
    const char *name;
    unsigned states;
    Duties duties; // any of them will do
    std::optional<State> leadsTo;
    bool needsReason = false;
    bool notByTheSubmitter = false;
};

const Duties staff = Duties(Duty::Reporter) | Duty::Supervisor;

const std::array steps{
    Step{Action::Edit, "edit", inHand, Duty::Reporter, std::nullopt},
    Step{Action::Remove, "remove", inHand | underReview, Duty::Reporter, std::nullopt},
    Step{Action::Comment, "comment", inHand | underReview, staff, std::nullopt},
    Step{Action::Submit, "submit", inHand, Duty::Reporter, State::Submitted},
    Step{Action::Withdraw, "withdraw", underReview, Duty::Reporter, State::Draft, true},
    Step{Action::Return, "return", underReview, Duty::Supervisor, State::Returned, true},
    Step{Action::Review, "review", bit(State::Submitted), Duty::Supervisor, State::Reviewed, false, true},
    Step{Action::Approve, "approve", bit(State::Reviewed), Duty::Supervisor, State::Approved, false, true},
    Step{Action::PlaceSeal, "seal", bit(State::Approved), Duty::Supervisor, State::Sealed},
    Step{Action::AttachScan, "scan", bit(State::Approved) | bit(State::Sealed), staff, State::Sealed},
    Step{Action::RemoveScan, "unscan", bit(State::Sealed), staff, State::Approved},
    Step{Action::Send, "sent", bit(State::Sealed), staff, State::Sent},
    Step{Action::Unlock, "unlock", frozen, Duty::Supervisor, State::Draft, true},
};

const Step &stepOf(Action action)
{
    return *std::find_if(steps.begin(), steps.end(), [&](const Step &step) { return step.action == action; });
}

} // namespace

std::optional<Error> refusal(const ReviewStatus &status, const Person &person, ReviewAction action)
{
    const Step &step = stepOf(action);
    if ((person.duties & step.duties) == Duties())
        return Error{ErrorCode::RoleMissing, {nameOf(action), person.name}};
    if ((step.states & bit(status.state)) == 0)
        return Error{ErrorCode::ActionRefused, {nameOf(action), nameOf(status.state)}};
    if (step.notByTheSubmitter && !status.soleOffice && person.name == status.submittedBy)
        return Error{ErrorCode::OwnSubmission, {person.name}};
    return std::nullopt;
}

ReviewActions allowedActions(const ReviewStatus &status, const Person &person)
{
    ReviewActions allowed;
    for (const Step &step : steps) {
        if (!refusal(status, person, step.action))
            allowed |= step.action;
    }
    return allowed;
}

ReportState stateAfter(ReportState state, ReviewAction action)
{
    return stepOf(action).leadsTo.value_or(state);
}

bool needsReason(ReviewAction action)
{
    return stepOf(action).needsReason;
}

bool isFrozen(ReportState state)
{
    return (frozen & bit(state)) != 0;
}

const QList<ReportState> &allStates()
{
    static const QList<ReportState> states = [] {
        QList<ReportState> all;
        for (const Named<State> &known : stateNames)
            all.append(known.key);
        return all;
    }();
    return states;
}

const QList<ReviewAction> &allActions()
{
    static const QList<ReviewAction> actions = [] {
        QList<ReviewAction> all;
        for (const Step &step : steps)
            all.append(step.action);
        return all;
    }();
    return actions;
}

QString nameOf(ReportState state)
{
    return nameIn(stateNames, state);
}

QString nameOf(ReviewAction action)
{
    return QString::fromLatin1(stepOf(action).name);
}

std::optional<ReportState> stateNamed(const QString &name)
{
    return keyNamed(stateNames, name);
}

} // namespace zhibao
