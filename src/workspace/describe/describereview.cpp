// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The words of review, as an office uses them.
#include "base/signature.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"
#include "workspace/task.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

// In the order of ReportState.
constexpr std::array stateWords{
    QT_TRANSLATE_NOOP("Describe", "填报中"),
    QT_TRANSLATE_NOOP("Describe", "待审核"),
    QT_TRANSLATE_NOOP("Describe", "退回修改"),
    QT_TRANSLATE_NOOP("Describe", "已审核"),
    QT_TRANSLATE_NOOP("Describe", "已批准"),
    QT_TRANSLATE_NOOP("Describe", "已盖章"),
    QT_TRANSLATE_NOOP("Describe", "已报送"),
};

constexpr std::array actionWords{
    Wording{ReviewAction::Edit, QT_TRANSLATE_NOOP("Describe", "修改")},
    Wording{ReviewAction::Remove, QT_TRANSLATE_NOOP("Describe", "删除")},
    Wording{ReviewAction::Comment, QT_TRANSLATE_NOOP("Describe", "提出意见")},
    Wording{ReviewAction::Submit, QT_TRANSLATE_NOOP("Describe", "送审")},
    Wording{ReviewAction::Withdraw, QT_TRANSLATE_NOOP("Describe", "撤回")},
    Wording{ReviewAction::Return, QT_TRANSLATE_NOOP("Describe", "退回修改")},
    Wording{ReviewAction::Review, QT_TRANSLATE_NOOP("Describe", "审核通过")},
    Wording{ReviewAction::Approve, QT_TRANSLATE_NOOP("Describe", "批准")},
    Wording{ReviewAction::PlaceSeal, QT_TRANSLATE_NOOP("Describe", "加盖印章图样")},
    Wording{ReviewAction::AttachScan, QT_TRANSLATE_NOOP("Describe", "附盖章扫描件")},
    Wording{ReviewAction::RemoveScan, QT_TRANSLATE_NOOP("Describe", "取下盖章扫描件")},
    Wording{ReviewAction::Send, QT_TRANSLATE_NOOP("Describe", "登记报送")},
    Wording{ReviewAction::Unlock, QT_TRANSLATE_NOOP("Describe", "解锁")},
};

const std::array taskWords{
    Wording<const QString &>{task::administer, QT_TRANSLATE_NOOP("Describe", "管理人员")},
    Wording<const QString &>{task::trustOffice, QT_TRANSLATE_NOOP("Describe", "认可其他单位")},
    Wording<const QString &>{task::writeReviewFile, QT_TRANSLATE_NOOP("Describe", "生成送审文件")},
    Wording<const QString &>{task::exportSheet, QT_TRANSLATE_NOOP("Describe", "导出签批单")},
};

constexpr std::array kindWords{
    Wording{EntryKind::Reply, QT_TRANSLATE_NOOP("Describe", "回复意见")},
    Wording{EntryKind::Resolve, QT_TRANSLATE_NOOP("Describe", "解决意见")},
    Wording{EntryKind::Reopen, QT_TRANSLATE_NOOP("Describe", "重新提起意见")},
    Wording{EntryKind::Lateness, QT_TRANSLATE_NOOP("Describe", "说明迟报原因")},
    Wording{EntryKind::Recovered, QT_TRANSLATE_NOOP("Describe", "修复数据")},
    Wording{EntryKind::PersonAdded, QT_TRANSLATE_NOOP("Describe", "添加人员")},
    Wording{EntryKind::PersonChanged, QT_TRANSLATE_NOOP("Describe", "变更人员")},
    Wording{EntryKind::PasswordSet, QT_TRANSLATE_NOOP("Describe", "设置口令")},
    Wording{EntryKind::SoleOffice, QT_TRANSLATE_NOOP("Describe", "变更本人审批的规定")},
    Wording{EntryKind::SealPicture, QT_TRANSLATE_NOOP("Describe", "存入印章图样")},
    Wording{EntryKind::KeyTrusted, QT_TRANSLATE_NOOP("Describe", "认可单位密钥")},
    Wording{EntryKind::SigningBegun, QT_TRANSLATE_NOOP("Describe", "启用本单位签名")},
    Wording{EntryKind::KeySealed, QT_TRANSLATE_NOOP("Describe", "用口令加密签名密钥")},
    Wording{EntryKind::Restored, QT_TRANSLATE_NOOP("Describe", "从备份还原")},
    Wording{EntryKind::Confirmed, QT_TRANSLATE_NOOP("Describe", "确认未签名的记录")},
    Wording{EntryKind::Received, QT_TRANSLATE_NOOP("Describe", "收到送审文件")},
    Wording{EntryKind::Conflict, QT_TRANSLATE_NOOP("Describe", "留存有冲突的送审文件")},
    Wording{EntryKind::Exported, QT_TRANSLATE_NOOP("Describe", "导出文件")},
    Wording{EntryKind::NoticeKept, QT_TRANSLATE_NOOP("Describe", "加入通知")},
    Wording{EntryKind::UnitsKept, QT_TRANSLATE_NOOP("Describe", "存入单位名录")},
    Wording{EntryKind::TakenIn, QT_TRANSLATE_NOOP("Describe", "导入填好的文件")},
};

} // namespace

QString describeTask(const QString &name)
{
    return wordingOf(taskWords, name);
}

QString describe(ReportState state)
{
    return translated(stateWords.at(static_cast<std::size_t>(state)));
}

QString describe(ReviewAction action)
{
    return wordingOf(actionWords, action);
}

QString describe(EntryKind kind)
{
    const std::optional<ReviewAction> action = actionOf(kind);
    return action ? describe(*action) : wordingOf(kindWords, kind);
}

QString describe(Duty duty)
{
    switch (duty) {
    case Duty::Reporter:
        return QCoreApplication::translate("Describe", "填报人");
    case Duty::Supervisor:
        return QCoreApplication::translate("Describe", "审核人");
    case Duty::Administrator:
        return QCoreApplication::translate("Describe", "管理员");
    }
    return {};
}

QString describe(OfficeRoles roles)
{
    QStringList words;
    if (roles.testFlag(OfficeRole::HandIn))
        words.append(QCoreApplication::translate("Describe", "送审"));
    if (roles.testFlag(OfficeRole::Review))
        words.append(QCoreApplication::translate("Describe", "审核"));
    if (roles.testFlag(OfficeRole::Approve))
        words.append(QCoreApplication::translate("Describe", "批准"));
    return words.isEmpty() ? QCoreApplication::translate("Describe", "不得办理") : words.join(u'、');
}

QString describeActor(const QString &person, const QString &office)
{
    if (office.isEmpty())
        return person;
    const QString words = QCoreApplication::translate("Describe", "来自“%1”的送审文件").arg(office);
    return person.isEmpty() ? words : QCoreApplication::translate("Describe", "%1（%2）").arg(person, words);
}

QString describeGrant(const OfficeKey &office)
{
    return QCoreApplication::translate("Describe", "已认可“%1”（指纹 %2）：可为“%3”办理%4，不能办理其他单位的报表。")
        .arg(office.name, fingerprint(office.publicKey), office.units.join(QStringLiteral("”“")),
            describe(office.roles));
}

QString describeLeftOut(int entries)
{
    return QCoreApplication::translate(
        "Describe", "另有 %1 条由旧版程序送来的记录没有原单位的签名，不能转送，没有写入文件；需要时请原单位重新送来。")
        .arg(entries);
}

QString describe(Duties duties)
{
    QStringList words;
    for (const Duty duty : {Duty::Reporter, Duty::Supervisor, Duty::Administrator}) {
        if (duties.testFlag(duty))
            words.append(describe(duty));
    }
    return words.join(u'、');
}

} // namespace zhibao
