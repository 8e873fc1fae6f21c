// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/checks/checks.h"
#include "core/review/reviewlog.h"
#include "store/backup/inspection.h"
#include "store/backup/recovery.h"
#include "store/log/account.h"
#include "store/reports/version.h"
#include "workspace/office/clockwatch.h"

#include <QHash>
#include <QString>

namespace zhibao {

// The one place where codes become sentences for people (Chinese, through tr).
QString describe(const Error &error);
QString describe(const Finding &finding);
QString describeDateFault(const QString &text); // why it is no date; empty where it is one
QString describe(FindingLevel level); // 错误, 警告, 提示
QString describe(ReportState state); // 填报中, 待审核, …
QString describe(ReviewAction action); // 送审, 退回, …
QString describeTask(const QString &name); // 管理人员, … (workspace/task.h); empty for another name
QString describe(EntryKind kind); // 送审, 提出意见, 添加人员, …
QString describe(Duty duty); // 填报人, 审核人, 管理员
QString describe(Duties duties); // 填报人、审核人
QString describe(OfficeRoles roles); // 送审、审核、批准; 不得办理 where there are none
// Who did something: with the office whose file tells it, where it is known by one; a person may have no name.
QString describeActor(const QString &person, const QString &office);
QString describeActor(const LogEntry &entry, const QHash<QByteArray, QString> &offices); // by the names of offices
// What an entry tells besides who did what and why: place and passage of a comment, files, people, keys; often nothing.
// `notice`: of its report, where it is known.
QString describeDetail(const LogEntry &entry, const Notice *notice);
QString describeGrant(const OfficeKey &office); // what an office may do from now on
QString describeLeftOut(int entries); // of a file for another office
QString describe(VersionCause cause); // 新建, 填写, 导入, 恢复版本, 修复
QString describe(const ClockDoubt &doubt);
QString describe(OccasionKind kind); // 只填报一次, 按月填报, …
// What a report is called: the unit, and in brackets the occasion where there is one; `notice`: where it is at hand.
QString describeReport(const QString &unit, const QString &occasion, const Notice *notice = nullptr);
// One thing that is wrong in a store; places are named after the notices.
QString describe(const Damage &damage, const QList<Notice> &notices);
// What an inspection could not find out, a sentence each.
QStringList describeLimits(const Inspection &inspection);
// An entry that an administrator is asked to confirm, and what there is to know of all of them.
QString describeUnconfirmed(const LogEntry &entry);
QString describeUnconfirmed(const QList<LogEntry> &entries);
// What became of one report of a damaged store.
QString describe(const RecoveredReport &report);
// A time of day as the interface writes it: 2023-03-01 14:03.
QString describe(const QDateTime &time);
// Where a place is, in words: "附件1 第2行 第1个文件 发文主体".
QString describePlace(const Notice &notice, const Place &place);

} // namespace zhibao
