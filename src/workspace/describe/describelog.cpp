// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the entries of the log tell, in words.
#include "core/review/receipt.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/sentence.h"

#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

QString word(const LogEntry &entry, const char *key)
{
    return entry.detail.value(QLatin1StringView(key)).toString();
}

QString quoted(const QStringList &names)
{
    return names.isEmpty() ? QString()
                           : translated(QT_TRANSLATE_NOOP("Describe", "“%1”")).arg(names.join(QStringLiteral("”“")));
}

QStringList texts(const LogEntry &entry, const char *key)
{
    QStringList all;
    const QJsonArray array = entry.detail.value(QLatin1StringView(key)).toArray();
    for (const QJsonValue &each : array)
        all.append(each.toString());
    return all;
}

QString filesIn(const LogEntry &entry)
{
    QStringList names;
    const QJsonArray files = entry.detail.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &file : files)
        names.append(file.toObject().value(QStringLiteral("name")).toString());
    return quoted(names);
}

// Where a comment stands, and the passage.
QString passageOf(const LogEntry &entry, const Notice *notice)
{
    const Place place = placeFromJson(entry.detail.value(QStringLiteral("place")).toObject());
    const QString quote = word(entry, "quote");
    return (notice && !place.form.isEmpty() ? describePlace(*notice, place) : QString())
        + (quote.isEmpty() ? QString() : quoted({quote}));
}

QString sendingOf(const LogEntry &entry)
{
    const QDateTime at = QDateTime::fromString(word(entry, "at"), Qt::ISODate).toLocalTime();
    return translated(QT_TRANSLATE_NOOP("Describe", "%1，%2，送 %3：%4"))
        .arg(word(entry, "by"), describe(at), word(entry, "to"), filesIn(entry));
}

QString formOf(const LogEntry &entry, const Notice *notice)
{
    const Form *const form = notice ? notice->form(word(entry, "form")) : nullptr;
    return form ? form->mark : QString();
}

QString personIn(const LogEntry &entry)
{
    const QString name = quoted({word(entry, "name")});
    if (!entry.detail.value(QStringLiteral("active")).toBool(true))
        return translated(QT_TRANSLATE_NOOP("Describe", "停用%1")).arg(name);
    const QString duties = describe(Duties::fromInt(entry.detail.value(QStringLiteral("duties")).toInt()));
    return duties.isEmpty() ? name : translated(QT_TRANSLATE_NOOP("Describe", "%1：%2")).arg(name, duties);
}

// Another office and what it may do, or what this one calls itself.
QString keyIn(const LogEntry &entry)
{
    const QString name = quoted({word(entry, "unit")});
    const QStringList units = texts(entry, "units");
    if (units.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Describe", "本单位在送审文件中称%1")).arg(name);
    const auto roles = OfficeRoles::fromInt(entry.detail.value(QStringLiteral("roles")).toInt());
    return translated(QT_TRANSLATE_NOOP("Describe", "%1可为%2办理：%3")).arg(name, quoted(units), describe(roles));
}

QString backupIn(const LogEntry &entry)
{
    const QString by = word(entry, "by"); // "": nobody had said who they are
    const QString backup = quoted({word(entry, "backup")});
    return by.isEmpty() ? translated(QT_TRANSLATE_NOOP("Describe", "备份%1，没有写明办理人")).arg(backup)
                        : translated(QT_TRANSLATE_NOOP("Describe", "备份%1，办理人自称%2")).arg(backup, quoted({by}));
}

QString recoveryIn(const LogEntry &entry)
{
    return entry.report > 0
        ? translated(QT_TRANSLATE_NOOP("Describe", "%1的报表放回填报")).arg(describeReport(entry.unit, entry.occasion))
        : translated(QT_TRANSLATE_NOOP("Describe", "%1 个文件没有找回"))
              .arg(entry.detail.value(QStringLiteral("lost")).toArray().size());
}

} // namespace

QString describeDetail(const LogEntry &entry, const Notice *notice)
{
    switch (entry.kind) {
    case EntryKind::Comment:
        return passageOf(entry, notice);
    case EntryKind::Approve:
        return entry.detail.value(QStringLiteral("sole")).toBool()
            ? translated(QT_TRANSLATE_NOOP("Describe", "由送审的人自行批准"))
            : QString();
    case EntryKind::AttachScan:
    case EntryKind::Exported:
        return filesIn(entry);
    case EntryKind::Send:
        return sendingOf(entry);
    case EntryKind::Lateness:
        return formOf(entry, notice);
    case EntryKind::PersonAdded:
    case EntryKind::PersonChanged:
        return personIn(entry);
    case EntryKind::PasswordSet:
    case EntryKind::KeySealed:
    case EntryKind::TakenIn:
        return quoted({word(entry, "name")});
    case EntryKind::SoleOffice:
        return entry.detail.value(QStringLiteral("allowed")).toBool()
            ? translated(QT_TRANSLATE_NOOP("Describe", "允许本人审批"))
            : translated(QT_TRANSLATE_NOOP("Describe", "不允许本人审批"));
    case EntryKind::KeyTrusted:
        return keyIn(entry);
    case EntryKind::Received:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1，新记录 %2 条"))
            .arg(quoted({word(entry, "unit")}))
            .arg(entry.detail.value(QStringLiteral("entries")).toInt());
    case EntryKind::Conflict:
        return quoted({word(entry, "unit")});
    case EntryKind::Restored:
        return backupIn(entry);
    case EntryKind::Recovered:
        return recoveryIn(entry);
    case EntryKind::NoticeKept:
        return entry.detail.value(broughtKey).toBool()
            ? translated(QT_TRANSLATE_NOOP("Describe", "%1，随送审文件带来")).arg(word(entry, "notice"))
            : word(entry, "notice");
    case EntryKind::UnitsKept:
        return translated(QT_TRANSLATE_NOOP("Describe", "%1 个单位")).arg(entry.detail.value(unitCountKey).toInt());
    default:
        return {};
    }
}

QString describeActor(const LogEntry &entry, const QHash<QByteArray, QString> &offices)
{
    const QString name = entry.person.isEmpty() ? translated(QT_TRANSLATE_NOOP("Describe", "（未设人员）"))
        : entry.verified                        ? entry.person
                         : translated(QT_TRANSLATE_NOOP("Describe", "%1（未用口令）")).arg(entry.person);
    return describeActor(name, officeOf(entry.origin, offices));
}

QString describeUnconfirmed(const LogEntry &entry)
{
    const QString words = translated(QT_TRANSLATE_NOOP("Describe", "第 %1 条　%2　%3"))
                              .arg(entry.number)
                              .arg(describe(entry.at), describe(entry.kind));
    const bool isOfRecovery = entry.kind == EntryKind::Restored || entry.kind == EntryKind::PersonChanged
        || entry.kind == EntryKind::Recovered;
    const QString what = isOfRecovery
        ? describeDetail(entry, nullptr)
        : QStringList{entry.person, describeReport(entry.unit, entry.occasion)}.join(u' ').trimmed();
    return what.isEmpty() ? words : translated(QT_TRANSLATE_NOOP("Describe", "%1：%2")).arg(words, what);
}

QString describeUnconfirmed(const QList<LogEntry> &entries)
{
    const bool isEndLost = std::any_of(
        entries.cbegin(), entries.cend(), [](const LogEntry &entry) { return !entry.signature.isEmpty(); });
    return isEndLost
        ? translated(QT_TRANSLATE_NOOP("Describe",
            "办理记录末尾的签名已丢失，其后是否还有记录不能知道；确认前，请把最后几条与签批单上打印的序号和摘要核对。"))
        : translated(
            QT_TRANSLATE_NOOP("Describe",
                "修复或还原数据时留下的 %1 条记录没有签名，确认前不作数，也不能办理别的事；不是本单位办的，请不要确认，"
                "改从备份还原。"))
              .arg(entries.size());
}

} // namespace zhibao
