// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"

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

int runRequest(const Report &report, const Notice &notice, const ExportRequest &request)
{
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    const Result<ExportOutcome> outcome
        = exportReport(report, notice, request, systemClock(), [](double) { return !stopAsked; });
    if (!outcome)
        return fail(outcome.error());
    printOutcome(*outcome);
    return printData(outcome->files.join(u'\n') + u'\n');
}

} // namespace

int runExport(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given,
        {option::output, option::form, option::format, option::store, option::unit, option::notice, option::replace},
        1);
    if (!arguments)
        return fail(arguments.error());
    // Before the report is read: a wrong call is told first.
    if (!arguments->has(option::output))
        return fail(exportRequest(*arguments, {}).error());
    const Result<Report> report = askedReport(*arguments, catalogue);
    if (!report)
        return fail(report.error());
    const Notice &notice = *catalogue.notice(report->notice);
    const Result<ExportRequest> request = exportRequest(*arguments, notice);
    if (!request)
        return fail(request.error());
    return runRequest(*report, notice, *request);
}

int runBlank(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::output, option::form, option::format, option::notice, option::replace}, 0);
    if (!arguments)
        return fail(arguments.error());
    const Result<Notice> notice = askedNotice(*arguments, catalogue.notices);
    if (!notice)
        return fail(notice.error());
    Result<ExportRequest> request = exportRequest(*arguments, *notice);
    if (!request)
        return fail(request.error());
    request->blank = true;
    return runRequest(newReport(*notice, {}), *notice, *request);
}

} // namespace zhibao::cli
