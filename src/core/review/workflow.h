// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

// What a report passes through from the first word to the office that asked for it. The name in angle brackets is what
// the store and the command line call it.
enum class ReportState {
    Draft, // <draft> 填报中
    Submitted, // <submitted> 待审核: handed in
    Returned, // <returned> 退回修改
    Reviewed, // <reviewed> 已审核
    Approved, // <approved> 已批准: frozen from here on
    Sealed, // <sealed> 已盖章
    Sent, // <sent> 已报送
};

// What one may want to do with a report.
enum class ReviewAction {
    Edit = 1 << 0, // <edit> 修改
    Remove = 1 << 1, // <remove> 删除
    Comment = 1 << 2, // <comment> 提出意见
    Submit = 1 << 3, // <submit> 送审
    Withdraw = 1 << 4, // <withdraw> 撤回
    Return = 1 << 5, // <return> 退回
    Review = 1 << 6, // <review> 审核通过
    Approve = 1 << 7, // <approve> 批准
    PlaceSeal = 1 << 8, // <seal> 加盖印章图样
    AttachScan = 1 << 9, // <scan> 附盖章扫描件
    RemoveScan = 1 << 12, // <unscan> 取下盖章扫描件: back to 已批准
    Send = 1 << 10, // <sent> 登记报送
    Unlock = 1 << 11, // <unlock> 解锁: back to work, approval and seal void
};
Q_DECLARE_FLAGS(ReviewActions, ReviewAction)

// What a person may be asked to do in an office; one may have several.
enum class Duty {
    Reporter = 1, // 填报人: fills in and hands in
    Supervisor = 2, // 审核人: comments, returns, approves, seals
    Administrator = 4, // 管理员: people, passwords, the seal picture
};
Q_DECLARE_FLAGS(Duties, Duty)
inline constexpr Duties allDuties = Duties(Duty::Reporter) | Duty::Supervisor | Duty::Administrator;

// What another office may do here by file, for the units that an administrator named when its key was trusted.
enum class OfficeRole {
    HandIn = 1, // 送审: hand in and withdraw, tell why it is late; attach the scan, record what was sent
    Review = 2, // 审核: return, pass on
    Approve = 4, // 批准: approve, seal, unlock; attach the scan, record what was sent
};
Q_DECLARE_FLAGS(OfficeRoles, OfficeRole)
inline constexpr OfficeRoles allRoles = OfficeRoles(OfficeRole::HandIn) | OfficeRole::Review | OfficeRole::Approve;

// Somebody of the office. The name tells people apart and is never changed; "" is the only user of an office that runs
// without a list of people.
struct Person {
    QString name;
    QString office; // 处室
    QString post; // 职务
    Duties duties;
    friend bool operator==(const Person &, const Person &) = default;
};

// What the rule has to know of a report.
struct ReviewStatus {
    ReportState state = ReportState::Draft;
    std::optional<QString> submittedBy; // who handed in last, where the name tells who that is
    bool soleOffice = false; // the administrator allowed an office of one to approve what it handed in itself
};

// Why the person may not do this now, or nothing. The one rule of review: buttons, menus, the command line and the
// store ask it. Errors: ActionRefused, RoleMissing, OwnSubmission.
std::optional<Error> refusal(const ReviewStatus &status, const Person &person, ReviewAction action);

// All that is not refused.
ReviewActions allowedActions(const ReviewStatus &status, const Person &person);

// The state that the action leads to; the same state for what changes none.
ReportState stateAfter(ReportState state, ReviewAction action);

// Whether the action is nothing without a word why: returning, withdrawing, unlocking.
bool needsReason(ReviewAction action);

// Whether what the report says is settled: approved, and not unlocked since.
bool isFrozen(ReportState state);

const QList<ReportState> &allStates();
const QList<ReviewAction> &allActions();
QString nameOf(ReportState state); // "draft"
QString nameOf(ReviewAction action); // "submit"
std::optional<ReportState> stateNamed(const QString &name);

} // namespace zhibao

Q_DECLARE_OPERATORS_FOR_FLAGS(zhibao::ReviewActions)
Q_DECLARE_OPERATORS_FOR_FLAGS(zhibao::Duties)
Q_DECLARE_OPERATORS_FOR_FLAGS(zhibao::OfficeRoles)
