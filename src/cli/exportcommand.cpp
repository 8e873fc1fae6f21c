// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "store/store.h"

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

// Marks the version that was exported, so that it stays for good; whether that could be done.
bool keepExported(const Report &report, const QString &path)
{
    const Result<std::unique_ptr<Store>> store = Store::open(path, systemClock());
    if (!store)
        return false;
    const Result<std::optional<qint64>> id = (*store)->find(report.notice, report.unit);
    if (!id || !*id)
        return false;
    const Result<qint64> version = (*store)->currentVersion(**id);
    const Result<Report> stored = (*store)->load(**id);
    return version && stored && *stored == report && (*store)->keepVersion(*version);
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
    const Result<AskedReport> asked = askedReport(*arguments, catalogue);
    if (!asked)
        return fail(asked.error());
    const Notice &notice = *catalogue.notice(asked->report.notice);
    Result<ExportRequest> request = exportRequest(*arguments, notice);
    if (!request)
        return fail(request.error());
    request->marks = asked->marks;
    const int code = runRequest(asked->report, notice, *request);
    if (code == done && arguments->input.isEmpty() && !keepExported(asked->report, askedStore(*arguments)))
        printNote(tr("数据文件正在使用或不能写入，未记下这个版本已导出。"));
    return code;
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
