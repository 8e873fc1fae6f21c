// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"
#include "workspace/export/exportrecord.h"

#include <atomic>
#include <csignal>

namespace zhibao::cli {

namespace {

// A signal handler may reach nothing else.
std::atomic<bool> stopAsked = false;

void askToStop(int)
{
    stopAsked = true;
}

void printOutcome(const ExportOutcome &outcome)
{
    for (const QString &substitute : outcome.substitutes)
        printNote(tr("本机没有公文字体，已替代：%1。").arg(substitute));
    if (!outcome.missing.isEmpty())
        printNote(tr("本机没有字体可显示这些字：%1；请安装后重新导出。").arg(outcome.missing.join(u' ')));
}

// Notes which version was exported, and of an approved one the files, in an office that asks nobody who they are; why
// that could not be done, or "".
QString noteExport(const Report &report, const QList<ExportedFile> &files, const QString &path)
{
    const Result<bool> noted = recordExport(path, report, files);
    if (noted)
        return *noted ? QString() : tr("报表在导出期间有改动。");
    const bool asksWho = noted.error().code == ErrorCode::SignInNeeded;
    return asksWho ? tr("这里的人员设有口令，请用“--person”写明由谁导出。") : describe(noted.error());
}

// `exported`: where there is one, told of the files that were written.
int runRequest(
    const Report &report, const Notice &notice, const ExportRequest &request, QList<ExportedFile> *exported = nullptr)
{
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    const Result<ExportOutcome> outcome
        = exportReport(report, notice, request, systemClock(), [](double) { return !stopAsked; });
    if (!outcome)
        return fail(outcome.error());
    printOutcome(*outcome);
    if (exported)
        *exported = outcome->exported;
    return printPaths(outcome->files);
}

// Exports the report that is stored, by whoever is signed in.
int exportFromDesk(const Arguments &arguments, const Catalogue &catalogue)
{
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openDesk(workspace, arguments); !opened)
        return fail(opened.error());
    const Result<qint64> version = workspace.openReport().currentVersion();
    Result<ExportRequest> request
        = version ? exportRequest(arguments, workspace.openReport().notice()) : Result<ExportRequest>(version.error());
    if (!request)
        return fail(request.error());
    request->marks = workspace.review().marks();
    QList<ExportedFile> exported;
    const int code = runRequest(workspace.openReport().report(), workspace.openReport().notice(), *request, &exported);
    if (code != done)
        return code;
    const Result<void> noted = workspace.openReport().noteExport(*version, exported);
    return noted ? done : fail(noted.error());
}

} // namespace

int runExport(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given,
        {option::output, option::form, option::format, option::store, option::unit, option::notice, option::occasion,
            option::replace, option::person, option::passwordDescriptor},
        1);
    if (!arguments)
        return fail(arguments.error());
    // Before the report is read: a wrong call is told first.
    if (!arguments->has(option::output))
        return fail(exportRequest(*arguments, {}).error());
    const bool byPerson = arguments->has(option::person);
    if (byPerson && !arguments->input.isEmpty())
        return fail(usageError(tr("“--person”只用于导出数据文件中的报表")));
    if (byPerson)
        return exportFromDesk(*arguments, catalogue);
    const Result<AskedReport> asked = askedReport(*arguments, catalogue);
    if (!asked)
        return fail(asked.error());
    const Notice &notice = asked->notice;
    Result<ExportRequest> request = exportRequest(*arguments, notice);
    if (!request)
        return fail(request.error());
    request->marks = asked->marks;
    QList<ExportedFile> exported;
    const int code = runRequest(asked->report, notice, *request, &exported);
    if (code != done || !arguments->input.isEmpty())
        return code;
    if (const QString reason = noteExport(asked->report, exported, askedStore(*arguments)); !reason.isEmpty())
        printNote(tr("未记下这个版本已导出：%1").arg(reason));
    return code;
}

int runBlank(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(
        given, {option::output, option::form, option::format, option::notice, option::store, option::replace}, 0);
    if (!arguments)
        return fail(arguments.error());
    const Result<Notice> notice = askedNotice(*arguments, knownIn(askedStore(*arguments), catalogue).notices);
    if (!notice)
        return fail(notice.error());
    Result<ExportRequest> request = exportRequest(*arguments, *notice);
    if (!request)
        return fail(request.error());
    request->blank = true;
    return runRequest(newReport(*notice, {}), *notice, *request);
}

} // namespace zhibao::cli
