// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The words of review, as an office uses them.
#include "workspace/describe.h"

#include <QCoreApplication>

#include <array>

namespace zhibao {

namespace {

constexpr const char *context = "Describe";

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

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

struct ActionWord {
    ReviewAction action;
    const char *text;
};

constexpr std::array actionWords{
    ActionWord{ReviewAction::Edit, QT_TRANSLATE_NOOP("Describe", "修改")},
    ActionWord{ReviewAction::Remove, QT_TRANSLATE_NOOP("Describe", "删除")},
    ActionWord{ReviewAction::Comment, QT_TRANSLATE_NOOP("Describe", "提出意见")},
    ActionWord{ReviewAction::Submit, QT_TRANSLATE_NOOP("Describe", "送审")},
    ActionWord{ReviewAction::Withdraw, QT_TRANSLATE_NOOP("Describe", "撤回")},
    ActionWord{ReviewAction::Return, QT_TRANSLATE_NOOP("Describe", "退回修改")},
    ActionWord{ReviewAction::Review, QT_TRANSLATE_NOOP("Describe", "审核通过")},
    ActionWord{ReviewAction::Approve, QT_TRANSLATE_NOOP("Describe", "批准")},
    ActionWord{ReviewAction::PlaceSeal, QT_TRANSLATE_NOOP("Describe", "加盖印章图样")},
    ActionWord{ReviewAction::AttachScan, QT_TRANSLATE_NOOP("Describe", "附盖章扫描件")},
    ActionWord{ReviewAction::Send, QT_TRANSLATE_NOOP("Describe", "登记报送")},
    ActionWord{ReviewAction::Unlock, QT_TRANSLATE_NOOP("Describe", "解锁")},
};

struct KindWord {
    EntryKind kind;
    const char *text;
};

constexpr std::array kindWords{
    KindWord{EntryKind::Reply, QT_TRANSLATE_NOOP("Describe", "回复意见")},
    KindWord{EntryKind::Resolve, QT_TRANSLATE_NOOP("Describe", "办结意见")},
    KindWord{EntryKind::Reopen, QT_TRANSLATE_NOOP("Describe", "重新提起意见")},
    KindWord{EntryKind::Lateness, QT_TRANSLATE_NOOP("Describe", "说明迟报原因")},
    KindWord{EntryKind::Recovered, QT_TRANSLATE_NOOP("Describe", "恢复数据")},
    KindWord{EntryKind::PersonAdded, QT_TRANSLATE_NOOP("Describe", "添加人员")},
    KindWord{EntryKind::PersonChanged, QT_TRANSLATE_NOOP("Describe", "变更人员")},
    KindWord{EntryKind::PasswordSet, QT_TRANSLATE_NOOP("Describe", "设置口令")},
    KindWord{EntryKind::SoleOffice, QT_TRANSLATE_NOOP("Describe", "变更本人审批的规定")},
    KindWord{EntryKind::SealPicture, QT_TRANSLATE_NOOP("Describe", "存入印章图样")},
    KindWord{EntryKind::KeyTrusted, QT_TRANSLATE_NOOP("Describe", "认可单位密钥")},
    KindWord{EntryKind::Received, QT_TRANSLATE_NOOP("Describe", "收到送审文件")},
};

} // namespace

QString describe(ReportState state)
{
    return translated(stateWords.at(static_cast<std::size_t>(state)));
}

QString describe(ReviewAction action)
{
    for (const ActionWord &word : actionWords) {
        if (word.action == action)
            return translated(word.text);
    }
    return {};
}

QString describe(EntryKind kind)
{
    if (const std::optional<ReviewAction> action = actionOf(kind))
        return describe(*action);
    for (const KindWord &word : kindWords) {
        if (word.kind == kind)
            return translated(word.text);
    }
    return {};
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
