// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "core/compare/merge.h"
#include "core/text/foldedname.h"
#include "exchange/report/reportfile.h"

namespace zhibao::cli {

namespace {

// Stands for a version that both started from, where there is none.
const QString nothing = QStringLiteral("-");

bool answerTheSame(const Report &one, const Report &other)
{
    return one.notice == other.notice && one.occasion == other.occasion
        && foldedName(one.unit) == foldedName(other.unit);
}

QString linesOf(const Merge &merge, const Notice &notice)
{
    QString lines;
    for (const MergeConflict &conflict : merge.conflicts)
        lines += tableLine({placePath(notice, conflict.place), conflict.base, conflict.ours, conflict.theirs});
    return lines;
}

void tellOf(const Merge &merge, const Notice &notice)
{
    for (const Place &place : merge.toRead)
        printNote(tr("“%1”处双方的改动紧挨着，合并后请读一遍。").arg(placePath(notice, place)));
    if (!merge.conflicts.isEmpty())
        printNote(tr("有 %1 处双方的改动不能自动合并，文件中暂用第一方（OURS）的文字；请逐处确定后再用。")
                      .arg(merge.conflicts.size()));
}

} // namespace

int runMerge(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given, {option::output, option::replace, option::store}, 3);
    if (!arguments)
        return fail(arguments.error());
    const QStringList &paths = arguments->inputs;
    if (paths.size() < 3)
        return fail(usageError(tr("请写明三个报表文件：共同的原稿（没有时写“-”）、一方的、另一方的")));
    const Catalogue known = arguments->has(option::store) ? knownIn(askedStore(*arguments), catalogue) : catalogue;
    const Result<AskedReport> ours = askedFile(paths[1], known);
    if (!ours)
        return fail(ours.error());
    const Result<AskedReport> theirs = askedFile(paths[2], known);
    if (!theirs)
        return fail(theirs.error());
    Report base = ours->report;
    base.forms.clear();
    if (paths[0] != nothing) {
        const Result<AskedReport> read = askedFile(paths[0], known);
        if (!read)
            return fail(read.error());
        base = read->report;
    }
    if (!answerTheSame(ours->report, theirs->report))
        return fail({ErrorCode::ReportsDiffer, {paths[1], paths[2]}});
    if (!answerTheSame(ours->report, base))
        return fail({ErrorCode::ReportsDiffer, {paths[1], paths[0]}});

    const Merge merge = mergeReports(base, ours->report, theirs->report, ours->notice);
    if (arguments->has(option::output)) {
        const Result<void> written
            = writeDurably(arguments->value(option::output), writeReport(merge.report, ours->notice),
                arguments->has(option::replace) ? Existing::Replace : Existing::Keep);
        if (!written)
            return fail(written.error());
    }
    tellOf(merge, ours->notice);
    if (const int printed = printData(linesOf(merge, ours->notice)); printed != done)
        return printed;
    return merge.conflicts.isEmpty() ? done : reportHasErrors;
}

} // namespace zhibao::cli
