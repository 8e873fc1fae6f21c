// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"

namespace zhibao::cli {

namespace {

// One line for what was done, and one for each place that changed.
QString whatChanged(const ImportedReport &imported, const Report &report, const Notice &notice)
{
    const QString verb = imported.added ? tr("新增") : imported.changed.isEmpty() ? tr("无改动") : tr("更新");
    QStringList fields{verb, report.unit, report.notice};
    if (!report.occasion.isEmpty())
        fields << report.occasion;
    QString text = tableLine(fields);
    for (const Place &place : imported.changed)
        text += tableLine({tr("改动"), placePath(notice, place), describePlace(notice, place)});
    return text;
}

} // namespace

int runImport(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::person, option::passwordDescriptor}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明报表文件")));
    // Before the store is opened for writing, which makes one where there is none.
    const Result<Report> report = reportFromFile(arguments->input, knownIn(askedStore(*arguments), catalogue));
    if (!report)
        return fail(report.error());
    if (isBlank(report->unit))
        return fail({ErrorCode::WrongType, {arguments->input, QStringLiteral("unit"), QStringLiteral("missing")}});
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, *arguments); !opened)
        return fail(opened.error());
    const Result<ImportedReport> imported = workspace.importReport(*report);
    if (!imported)
        return fail(imported.error());
    const Result<StoredReport> stored = workspace.office().read(imported->id);
    return stored ? printData(whatChanged(*imported, *report, stored->notice)) : fail(stored.error());
}

} // namespace zhibao::cli
