// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Sentences about the store: its versions, its damage, its recovery, the clock.
#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace zhibao {

namespace {

// "贵州省市场监督管理局的报表", or, where that is not known, "某份报表".
QString reportOf(const Damage &damage)
{
    return damage.unit.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("Describe", "某份报表"))
        : translated(QT_TRANSLATE_NOOP("Describe", "%1的报表")).arg(describeReport(damage.unit, damage.occasion));
}

QString placeOf(const Damage &damage, const QList<Notice> &notices)
{
    const auto notice = std::find_if(
        notices.cbegin(), notices.cend(), [&](const Notice &known) { return known.number == damage.notice; });
    return notice == notices.cend() || damage.place.form.isEmpty() ? QString() : describePlace(*notice, damage.place);
}

QString versionOf(const QDateTime &at)
{
    return at.isValid() ? translated(QT_TRANSLATE_NOOP("Describe", "%1 的版本")).arg(describe(at))
                        : translated(QT_TRANSLATE_NOOP("Describe", "某个版本"));
}

QString contentSentence(const Damage &damage, const QString &place)
{
    if (place.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：%2的内容已损坏。"))
            .arg(reportOf(damage), versionOf(damage.at));
    return translated(QT_TRANSLATE_NOOP("Describe", "%1：%2中“%3”的内容已损坏。"))
        .arg(reportOf(damage), versionOf(damage.at), place);
}

} // namespace

QString describeReport(const QString &unit, const QString &occasion, const Notice *notice)
{
    if (occasion.isEmpty())
        return unit;
    return unit + u'（' + (notice ? printedOccasion(occasion, notice->occasion) : occasion) + u'）';
}

QString describe(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString describe(VersionCause cause)
{
    switch (cause) {
    case VersionCause::Created:
        return translated(QT_TRANSLATE_NOOP("Describe", "新建"));
    case VersionCause::Edited:
        return translated(QT_TRANSLATE_NOOP("Describe", "填写"));
    case VersionCause::Imported:
        return translated(QT_TRANSLATE_NOOP("Describe", "导入"));
    case VersionCause::Restored:
        return translated(QT_TRANSLATE_NOOP("Describe", "恢复版本"));
    case VersionCause::Recovered:
        return translated(QT_TRANSLATE_NOOP("Describe", "修复"));
    }
    return {};
}

QString describe(const ClockDoubt &doubt)
{
    return translated(
        QT_TRANSLATE_NOOP("Describe",
            "本机时间现为 %1，而按上次保存和其后经过的时间应在 %2 前后；保存的先后不受影响，请核对本机日期和时间。"))
        .arg(describe(doubt.told), describe(doubt.expected));
}

QString describe(const Damage &damage, const QList<Notice> &notices)
{
    using Kind = Damage::Kind;
    switch (damage.kind) {
    case Kind::Structure:
        return translated(QT_TRANSLATE_NOOP("Describe", "数据文件的内部结构有损坏。"));
    case Kind::Schema:
        return translated(QT_TRANSLATE_NOOP("Describe", "数据文件的表结构与本程序的不一致。"));
    case Kind::Report:
        return translated(QT_TRANSLATE_NOOP("Describe", "报表列表中%1一行已损坏。")).arg(reportOf(damage));
    case Kind::Version:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：%2已损坏或缺失。"))
            .arg(reportOf(damage), versionOf(damage.at));
    case Kind::Content:
        return contentSentence(damage, placeOf(damage, notices));
    case Kind::Text:
        return translated(QT_TRANSLATE_NOOP("Describe", "有一段不属于任何报表的文字已损坏。"));
    case Kind::Unit:
        return translated(QT_TRANSLATE_NOOP("Describe", "自行添加的填报单位“%1”已损坏。")).arg(damage.unit);
    case Kind::Remembered:
        return translated(QT_TRANSLATE_NOOP("Describe", "记住的窗口布局已损坏，报表不受影响。"));
    case Kind::Log:
        return translated(QT_TRANSLATE_NOOP("Describe", "办理记录从第 %1 条起已损坏或被改动过。")).arg(damage.entry);
    case Kind::Signature:
        return translated(
            QT_TRANSLATE_NOOP("Describe", "办理记录从第 %1 条起与本单位的签名不符，可能被另行写入、改动或截断。"))
            .arg(damage.entry);
    case Kind::Settled:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：保存的内容与办理记录第 %2 条所记的不一致。"))
            .arg(reportOf(damage))
            .arg(damage.entry);
    case Kind::State:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：报表状态与办理记录不一致。")).arg(reportOf(damage));
    case Kind::Person:
        return translated(QT_TRANSLATE_NOOP("Describe", "人员“%1”的登记已损坏，或与办理记录不一致。")).arg(damage.unit);
    case Kind::Key:
        return damage.unit.isEmpty()
            ? translated(QT_TRANSLATE_NOOP("Describe", "有一个签名密钥已损坏或缺失。"))
            : translated(QT_TRANSLATE_NOOP("Describe", "“%1”的签名密钥已损坏，或没有记录。")).arg(damage.unit);
    case Kind::Pin:
        return translated(QT_TRANSLATE_NOOP("Describe",
            "签名密钥与本机先前记下的不同，整个办理记录可能被换过；确是重新建立的数据，请删去数据文件旁边的设置文件"
            "。"));
    case Kind::Attachment:
        return damage.entry == 0
            ? translated(QT_TRANSLATE_NOOP("Describe", "随办理记录保存的一个文件缺失或已损坏。"))
            : translated(QT_TRANSLATE_NOOP("Describe", "随办理记录第 %1 条保存的文件缺失。")).arg(damage.entry);
    }
    return {};
}

QStringList describeLimits(const Inspection &inspection)
{
    using Protection = Inspection::Protection;
    QStringList limits;
    // Of a store that a newer program made nothing was looked at, and that is said.
    if (inspection.unchecked && inspection.unchecked->code == ErrorCode::StoreNewer)
        return limits;
    if (inspection.protection == Protection::None)
        limits.append(translated(QT_TRANSLATE_NOOP("Describe",
            "办理记录没有签名，不能发现有人按本程序的格式改写的记录、批准和口令；请与签批单上打印的序号和摘要核对。")));
    if (inspection.protection == Protection::InTheOpen)
        limits.append(translated(QT_TRANSLATE_NOOP("Describe",
            "没有设人员，或有人员没有设口令、设口令后还没有登录，签名密钥没有加密，不能发现有人用它改写的记录；"
            "请与签批单上打印的序号和摘要核对。")));
    if (inspection.protection == Protection::Sealed)
        limits.append(translated(QT_TRANSLATE_NOOP(
            "Describe", "尚未送审的文字和口令输错的次数不在签名之内，不能发现有人按本程序的格式改写。")));
    if (inspection.begunAnew > 0)
        limits.append(translated(
            QT_TRANSLATE_NOOP("Describe",
                "办理记录曾经丢失，从第 %1 条起重新签名，人员和职责是照当时数据文件里的样子接下来的，请管理员核对；"
                "此前的批准已经无效，请与签批单核对。"))
                          .arg(inspection.begunAnew));
    return limits;
}

QString describe(const RecoveredReport &report)
{
    using Source = RecoveredReport::Source;
    const QString name = describeReport(report.unit, report.occasion);
    switch (report.source) {
    case Source::Store:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：已恢复到最后一次保存的版本（%2）。"))
            .arg(name, describe(report.at));
    case Source::StoreEarlier:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：最后的修改已损坏，恢复到 %2 的版本。"))
            .arg(name, describe(report.at));
    case Source::Backup:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：从备份还原到 %2。")).arg(name, describe(report.at));
    case Source::Lost:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1：未能找回，备份中也没有。")).arg(name);
    }
    return {};
}

} // namespace zhibao
