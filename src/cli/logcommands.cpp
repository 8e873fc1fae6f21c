// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What proves what was approved: the log, and files measured by it.
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "workspace/describe.h"
#include "workspace/verification.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao::cli {

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString verdictWords(const Verification &verification)
{
    switch (verification.verdict) {
    case Verification::Verdict::Approved:
        return verification.inForce ? tr("批准的内容") : tr("曾经批准的内容，批准已作废");
    case Verification::Verdict::Differs:
        return tr("与批准的内容不同");
    case Verification::Verdict::NeverApproved:
        return tr("从未在此批准");
    case Verification::Verdict::SheetHolds:
        return verification.inForce ? tr("签批单，办理记录完好") : tr("签批单，办理记录完好，批准已作废");
    case Verification::Verdict::SheetBroken:
        return tr("签批单，办理记录与其不符");
    }
    return {};
}

QString told(const Verification &verification, const Catalogue &catalogue)
{
    if (verification.unit.isEmpty())
        return tableLine({verdictWords(verification)});
    const Notice *const notice = catalogue.notice(verification.notice);
    const Form *const form = notice ? notice->form(verification.form) : nullptr;
    QString text
        = tableLine({verdictWords(verification), verification.unit, verification.notice, form ? form->mark : QString(),
            describe(verification.approval.at), verification.approval.person, hex(verification.approval.content.sm3)});
    for (const DocumentDifference &difference : verification.differences) {
        const QString place = !notice || difference.place.form.isEmpty() ? tr("表式印好的文字")
                                                                         : describePlace(*notice, difference.place);
        text += tableLine({tr("不同"), place, difference.expected, difference.found});
    }
    return text;
}

QJsonObject toJson(const LogEntry &entry)
{
    return {
        {QStringLiteral("number"), entry.number},
        {QStringLiteral("at"), entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("kind"), nameOf(entry.kind)},
        {QStringLiteral("unit"), entry.unit},
        {QStringLiteral("notice"), entry.notice},
        {QStringLiteral("person"), entry.person},
        {QStringLiteral("office"), entry.office},
        {QStringLiteral("post"), entry.post},
        {QStringLiteral("password"), entry.verified},
        {QStringLiteral("origin"), hex(entry.origin)},
        {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("detail"), entry.detail},
        {QStringLiteral("state"), entry.report > 0 ? nameOf(entry.state) : QString()},
        {QStringLiteral("sm3"), hex(entry.content.sm3)},
        {QStringLiteral("sha256"), hex(entry.content.sha256)},
        {QStringLiteral("chain"), hex(entry.chain)},
    };
}

QString toLine(const LogEntry &entry)
{
    const QString name = entry.person.isEmpty() ? tr("（未设人员）")
        : entry.verified                        ? entry.person
                                                : tr("%1（未用口令）").arg(entry.person);
    // Another office vouches for it.
    const QString who = entry.origin.isEmpty() ? name : tr("%1（来自送审文件）").arg(name);
    return tableLine({QString::number(entry.number), describe(entry.at), describe(entry.kind), entry.unit, who,
        entry.report > 0 ? describe(entry.state) : QString(), entry.reason, hex(entry.chain)});
}

// Whether the log has the entry that --head names: NUMBER:DIGEST, blanks in the digest left out.
Result<bool> hasHead(const Store &store, const Arguments &arguments)
{
    const QString head = arguments.value(option::head);
    bool isNumber = false;
    const qint64 number = head.section(u':', 0, 0).toLongLong(&isNumber);
    const QString digest = head.section(u':', 1).remove(u' ');
    if (!isNumber || digest.isEmpty())
        return usageError(tr("“--head”应写作“序号:摘要”"));
    return store.holds(number, QByteArray::fromHex(digest.toLatin1()));
}

} // namespace

int runVerify(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明要核对的文件")));
    const Result<std::unique_ptr<Store>> store
        = Store::open(askedStore(*arguments), systemClock(), Store::Access::Read);
    if (!store)
        return fail(store.error());
    const Result<Verification> verification = verifyDocument(arguments->input, **store, catalogue);
    if (!verification)
        return fail(verification.error());
    if (const int printed = printData(told(*verification, catalogue)); printed != done)
        return printed;
    const bool holds = verification->verdict == Verification::Verdict::Approved
        || verification->verdict == Verification::Verdict::SheetHolds;
    return holds && verification->inForce ? done : reportHasErrors;
}

int runLog(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::unit, option::notice, option::json, option::head}, 0);
    if (!arguments)
        return fail(arguments.error());
    const Result<std::unique_ptr<Store>> store
        = Store::open(askedStore(*arguments), systemClock(), Store::Access::Read);
    if (!store)
        return fail(store.error());
    const Result<QList<LogEntry>> entries = (*store)->log();
    if (!entries)
        return fail(entries.error());
    QJsonArray array;
    QString text;
    for (const LogEntry &entry : *entries) {
        if (arguments->has(option::unit) && entry.unit != arguments->value(option::unit))
            continue;
        if (arguments->has(option::notice) && entry.notice != arguments->value(option::notice))
            continue;
        array.append(toJson(entry));
        text += toLine(entry);
    }
    if (arguments->has(option::json))
        text = QString::fromUtf8(QJsonDocument(array).toJson());
    if (const int printed = printData(text); printed != done || !arguments->has(option::head))
        return printed;
    const Result<bool> holds = hasHead(**store, *arguments);
    if (!holds)
        return fail(holds.error());
    printNote(
        *holds ? tr("办理记录与所写的序号和摘要相符。") : tr("办理记录与所写的序号和摘要不符，可能被截断或改动过。"));
    return *holds ? done : reportHasErrors;
}

} // namespace zhibao::cli
