// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What proves what was approved: the log, and files measured by it.
#include "base/clock.h"
#include "base/digest.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "core/review/receipt.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeverification.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao::cli {

namespace {

QString told(const Verification &verification, const Catalogue &catalogue)
{
    const Notice *const notice = catalogue.notice(verification.notice);
    QStringList fields{describe(verification)};
    if (!verification.unit.isEmpty()) {
        const Form *const form = notice ? notice->form(verification.form) : nullptr;
        fields << verification.unit << verification.notice << (form ? form->mark : QString())
               << describe(verification.approval.at) << describeActor(verification.approval.person, verification.office)
               << hexadecimal(verification.approval.content.sm3);
    }
    if (!verification.occasion.isEmpty())
        fields << verification.occasion;
    QString text = tableLine(fields);
    for (const QStringList &line : detailsOf(verification, notice))
        text += tableLine(line);
    return text;
}

int exitCodeOf(const Verification &verification)
{
    switch (verification.verdict) {
    case Verification::Verdict::SameFile:
    case Verification::Verdict::SamePages:
        return verification.inForce ? done : reportHasErrors;
    case Verification::Verdict::SameText:
    case Verification::Verdict::Undecided:
        return badInput;
    case Verification::Verdict::Differs:
    case Verification::Verdict::NeverApproved:
    case Verification::Verdict::LogLacks:
        return reportHasErrors;
    }
    return reportHasErrors;
}

QJsonObject toJson(const LogEntry &entry, const QHash<QByteArray, QString> &offices)
{
    return {
        {QStringLiteral("number"), entry.number},
        {QStringLiteral("at"), entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("kind"), nameOf(entry.kind)},
        {QStringLiteral("unit"), entry.unit},
        {QStringLiteral("notice"), entry.notice},
        {QStringLiteral("occasion"), entry.occasion},
        {QStringLiteral("person"), entry.person},
        {QStringLiteral("office"), entry.office},
        {QStringLiteral("post"), entry.post},
        {QStringLiteral("password"), entry.verified},
        {QStringLiteral("origin"), hexadecimal(entry.origin)},
        {QStringLiteral("originName"), officeOf(entry.origin, offices)},
        {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("detail"), entry.detail},
        {QStringLiteral("state"), entry.report > 0 ? nameOf(entry.state) : QString()},
        {QStringLiteral("sm3"), hexadecimal(entry.content.sm3)},
        {QStringLiteral("sha256"), hexadecimal(entry.content.sha256)},
        {QStringLiteral("chain"), hexadecimal(entry.chain)},
    };
}

QString toLine(const LogEntry &entry, const QHash<QByteArray, QString> &offices)
{
    QStringList fields{QString::number(entry.number), describe(entry.at), describe(entry.kind), entry.unit,
        describeActor(entry, offices), entry.report > 0 ? describe(entry.state) : QString(), entry.reason,
        hexadecimal(entry.chain)};
    if (!entry.occasion.isEmpty())
        fields << entry.occasion;
    return tableLine(fields);
}

// The entry that --head names: NUMBER:DIGEST, blanks in the digest left out. Error: Usage.
Result<LogEntry> askedHead(const Arguments &arguments)
{
    const QString head = arguments.value(option::head);
    bool isNumber = false;
    LogEntry entry;
    entry.number = head.section(u':', 0, 0).toLongLong(&isNumber);
    const QString digest = head.section(u':', 1).remove(u' ');
    entry.chain = QByteArray::fromHex(digest.toLatin1());
    return isNumber && !digest.isEmpty() ? Result<LogEntry>(entry) : usageError(tr("“--head”应写作“序号:摘要”"));
}

// Whether the log has it.
Result<bool> hasHead(const Store &store, const Arguments &arguments)
{
    const Result<LogEntry> head = askedHead(arguments);
    return head ? store.holds(head->number, head->chain) : Result<bool>(head.error());
}

QString linesOf(const QList<LogEntry> &entries)
{
    QString text;
    for (const LogEntry &entry : entries)
        text += tableLine({describeUnconfirmed(entry), hexadecimal(entry.chain)});
    return text;
}

// Tells what there is to confirm.
int showUnconfirmed(const Arguments &arguments)
{
    const Result<std::unique_ptr<Store>> store = Store::open(askedStore(arguments), systemClock(), Store::Access::Read);
    const Result<QList<LogEntry>> entries = store ? (*store)->unconfirmed() : Result<QList<LogEntry>>(store.error());
    if (!entries)
        return fail(entries.error());
    if (entries->isEmpty()) {
        printNote(tr("没有待确认的记录。"));
        return done;
    }
    printNote(describeUnconfirmed(*entries));
    printNote(tr("管理员看过后，写明“--head %1:%2”，即为确认以上各条。")
                  .arg(entries->constLast().number)
                  .arg(hexadecimal(entries->constLast().chain)));
    const int printed = printData(linesOf(*entries));
    return printed == done ? reportHasErrors : printed;
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
    const Catalogue known = withKept(catalogue, **store);
    const Result<Verification> verification = verifyDocument(arguments->input, **store, known);
    if (!verification)
        return fail(verification.error());
    const int printed = printData(told(*verification, known));
    return printed == done ? exitCodeOf(*verification) : printed;
}

int runLog(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments = parseArguments(
        given, {option::store, option::unit, option::notice, option::occasion, option::json, option::head}, 0);
    if (!arguments)
        return fail(arguments.error());
    const Result<std::unique_ptr<Store>> store
        = Store::open(askedStore(*arguments), systemClock(), Store::Access::Read);
    if (!store)
        return fail(store.error());
    const Result<QList<LogEntry>> entries = (*store)->log();
    if (!entries)
        return fail(entries.error());
    const QHash<QByteArray, QString> offices = officeNames(*entries);
    QJsonArray array;
    QString text;
    for (const LogEntry &entry : *entries) {
        if (arguments->has(option::unit) && entry.unit != arguments->value(option::unit))
            continue;
        if (arguments->has(option::notice) && entry.notice != arguments->value(option::notice))
            continue;
        if (arguments->has(option::occasion) && entry.occasion != arguments->value(option::occasion))
            continue;
        array.append(toJson(entry, offices));
        text += toLine(entry, offices);
    }
    if (arguments->has(option::json))
        text = QString::fromUtf8(QJsonDocument(array).toJson());
    if (const int printed = printData(text); printed != done)
        return printed;
    if (const Result<QList<LogEntry>> waiting = (*store)->unconfirmed(); waiting && !waiting->isEmpty())
        printNote(tr("另有 %1 条没有签名的记录待管理员确认，不作数：见 zhibao confirm。").arg(waiting->size()));
    if (!arguments->has(option::head))
        return done;
    const Result<bool> holds = hasHead(**store, *arguments);
    if (!holds)
        return fail(holds.error());
    printNote(
        *holds ? tr("办理记录与所写的序号和摘要相符。") : tr("办理记录与所写的序号和摘要不符，可能被截断或改动过。"));
    return *holds ? done : reportHasErrors;
}

int runConfirm(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::person, option::passwordDescriptor, option::head}, 0);
    if (!arguments)
        return fail(arguments.error());
    if (!arguments->has(option::head))
        return showUnconfirmed(*arguments);
    const Result<LogEntry> last = askedHead(*arguments);
    if (!last)
        return fail(last.error());
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, *arguments); !opened)
        return fail(opened.error());
    const Result<QList<LogEntry>> entries = workspace.office().session().unconfirmed();
    if (!entries)
        return fail(entries.error());
    const bool isNamed = !entries->isEmpty() && entries->constLast().number == last->number
        && entries->constLast().chain == last->chain;
    if (!isNamed) {
        printNote(tr("待确认的记录与所写的序号和摘要不符，没有确认；请不写“--head”再看一遍。"));
        return reportHasErrors;
    }
    if (const Result<void> confirmed = workspace.office().session().confirm(*last); !confirmed)
        return fail(confirmed.error());
    printNote(tr("已确认 %1 条记录。").arg(entries->size()));
    return printData(linesOf(*entries));
}

} // namespace zhibao::cli
