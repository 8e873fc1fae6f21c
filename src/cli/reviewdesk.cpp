// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/reviewdesk.h"

#include "base/digest.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "workspace/describe/describe.h"

#include <algorithm>

namespace zhibao::cli {

Result<void> signIn(Session &session, const Arguments &arguments)
{
    const QString name = arguments.value(option::person);
    const Result<QList<Account>> accounts = session.accounts();
    if (!accounts)
        return accounts.error();
    if (accounts->isEmpty())
        return name.isEmpty() ? Result<void>() : Result<void>(Error{ErrorCode::PersonUnknown, {name}});
    if (name.isEmpty())
        return Error{ErrorCode::SignInNeeded, {arguments.value(option::unit)}};
    const auto account = std::find_if(
        accounts->cbegin(), accounts->cend(), [&](const Account &known) { return known.person.name == name; });
    if (account == accounts->cend())
        return Error{ErrorCode::PersonUnknown, {name}};
    if (account->password.isEmpty()) {
        QString none;
        return session.signIn(name, Secret(none));
    }
    const Result<Secret> secret = askedSecret(arguments, option::passwordDescriptor, tr("“%1”的口令：").arg(name));
    return secret ? session.signIn(name, *secret) : Result<void>(secret.error());
}

Result<Secret> askedSecret(const Arguments &arguments, const QString &option, const QString &prompt)
{
    if (!arguments.has(option))
        return Secret::typed(escaped(prompt));
    bool isNumber = false;
    const int descriptor = arguments.value(option).toInt(&isNumber);
    if (!isNumber || descriptor < 0)
        return usageError(tr("“--%1”的值应为文件描述符的号码").arg(option));
    return Secret::read(descriptor);
}

Result<void> openOffice(Workspace &workspace, const Arguments &arguments)
{
    const QString store = askedStore(arguments);
    if (Result<void> opened = workspace.openStore(store); !opened)
        return opened;
    if (const std::optional<Error> reason = workspace.office().readOnlyReason())
        return *reason;
    return signIn(workspace.office().session(), arguments);
}

Result<void> openDesk(Workspace &workspace, const Arguments &arguments)
{
    if (!arguments.has(option::unit))
        return usageError(tr("请用“--unit”写明单位"));
    if (Result<void> opened = openOffice(workspace, arguments); !opened)
        return opened;
    const Result<QList<ReportSummary>> reports = workspace.office().reports();
    const Result<qint64> id = reports ? storedId(arguments, *reports) : Result<qint64>(reports.error());
    return id ? workspace.openReport().open(*id) : Result<void>(id.error());
}

QString standing(Workspace &workspace)
{
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    const LogEntry last = entries && !entries->isEmpty() ? entries->constLast() : LogEntry();
    const Report &report = workspace.openReport().report();
    QStringList fields{describe(workspace.review().state()), report.unit, report.notice, describe(last.at),
        QString::number(last.number), hexadecimal(last.content.sm3)};
    if (!report.occasion.isEmpty())
        fields << report.occasion;
    return tableLine(fields);
}

} // namespace zhibao::cli
