// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"

namespace zhibao::cli {

namespace {

Result<Duties> askedDuties(const QStringList &names)
{
    Duties duties;
    for (const QString &name : names) {
        if (name == QStringLiteral("reporter"))
            duties |= Duty::Reporter;
        else if (name == QStringLiteral("supervisor"))
            duties |= Duty::Supervisor;
        else if (name == QStringLiteral("administrator"))
            duties |= Duty::Administrator;
        else
            return usageError(tr("没有“%1”这种职责，可用 reporter、supervisor 或 administrator").arg(name));
    }
    return duties;
}

Result<void> addPerson(Workspace &workspace, const Arguments &arguments)
{
    const Result<Duties> duties = askedDuties(arguments.values.value(option::duty));
    if (!duties)
        return duties.error();
    const Person person{arguments.input, arguments.value(option::office), arguments.value(option::post), *duties};
    if (arguments.has(option::withoutPassword))
        return workspace.office().session().addPerson(person, nullptr);
    const Result<Secret> password
        = askedSecret(arguments, option::newPasswordDescriptor, tr("为“%1”设置的口令：").arg(person.name));
    return password ? workspace.office().session().addPerson(person, &*password) : Result<void>(password.error());
}

Result<void> allowSoleOffice(Workspace &workspace, const Arguments &arguments)
{
    const QString answer = arguments.value(option::soleOffice);
    if (answer != QStringLiteral("yes") && answer != QStringLiteral("no"))
        return usageError(tr("“--sole-office”的值应为 yes 或 no"));
    return workspace.office().session().setSoleOffice(answer == QStringLiteral("yes"));
}

} // namespace

int runPerson(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given,
        {option::store, option::office, option::post, option::duty, option::newPasswordDescriptor,
            option::withoutPassword, option::soleOffice, option::person, option::passwordDescriptor},
        1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty() == !arguments->has(option::soleOffice))
        return fail(usageError(tr("请写明姓名，或写明“--sole-office”")));
    if (!isText(arguments->input))
        return fail(usageError(tr("姓名不是 UTF-8 编码的文字")));
    if (arguments->has(option::withoutPassword) && arguments->has(option::newPasswordDescriptor))
        return fail(usageError(tr("“--new-password-fd”与“--without-password”只能写一种")));
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, *arguments); !opened)
        return fail(opened.error());
    const Result<void> done = arguments->has(option::soleOffice) ? allowSoleOffice(workspace, *arguments)
                                                                 : addPerson(workspace, *arguments);
    if (!done)
        return fail(done.error());
    const Result<QList<Account>> accounts = workspace.office().session().accounts();
    if (!accounts)
        return fail(accounts.error());
    QString text;
    for (const Account &account : *accounts)
        text += tableLine({account.person.name, account.person.office, account.person.post,
            describe(account.person.duties), account.active ? QString() : tr("已停用")});
    return printData(text);
}

} // namespace zhibao::cli
