// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What staff and supervisors do with a report: each command is one act, by the same rules as in the window.
#include "base/clock.h"
#include "base/path.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"
#include "workspace/review/correspondence.h"

#include <functional>

namespace zhibao::cli {

namespace {

using Act = std::function<Result<void>(Workspace &, const Arguments &)>;

// What is known beforehand to be in the way: an act that is done and told can not be done again for its file's sake.
Result<void> checkOutput(const Arguments &arguments)
{
    if (!arguments.has(option::output))
        return {};
    const QString output = arguments.value(option::output);
    if (exists(output) && !arguments.has(option::replace))
        return Error{ErrorCode::FileExists, {output}};
    const QString folder = folderOf(output);
    if (!isFolder(folder))
        return Error{ErrorCode::FolderMissing, {folder}};
    return isWritable(folder) ? Result<void>() : Result<void>(Error{ErrorCode::PermissionDenied, {output}});
}

Result<void> writeReviewFile(Workspace &workspace, const Arguments &arguments)
{
    if (!arguments.has(option::output))
        return {};
    const Existing existing = arguments.has(option::replace) ? Existing::Replace : Existing::Keep;
    const Result<int> leftOut = Correspondence(workspace.openReport()).write(arguments.value(option::output), existing);
    if (!leftOut)
        return leftOut.error();
    if (*leftOut > 0)
        printNote(describeLeftOut(*leftOut));
    return {};
}

// Who hands in with errors learns that it will come back.
void noteErrors(Workspace &workspace)
{
    const int errors = workspace.review().errors();
    if (errors == 0)
        return;
    printNote(tr("“%1”已送审，但检查出 %2 处错误，改正以前不能审核通过；可以先撤回：")
                  .arg(workspace.openReport().report().unit)
                  .arg(errors));
    for (const Finding &finding : workspace.openReport().findings()) {
        if (finding.level == FindingLevel::Error)
            printNote(
                tr("%1：%2").arg(describePlace(workspace.openReport().notice(), finding.place), describe(finding)));
    }
}

int runAct(const QStringList &given, const Catalogue &catalogue, const QStringList &more, const Act &act)
{
    const QStringList options
        = QStringList{option::store, option::unit, option::notice, option::occasion, option::person,
              option::passwordDescriptor, option::reason, option::output, option::replace}
        + more;
    const Result<Arguments> arguments = parseArguments(given, options, 0);
    if (!arguments)
        return fail(arguments.error());
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openDesk(workspace, *arguments); !opened)
        return fail(opened.error());
    if (const Result<void> free = checkOutput(*arguments); !free)
        return fail(free.error());
    if (const Result<void> done = act(workspace, *arguments); !done)
        return fail(done.error());
    const int printed = printData(standing(workspace));
    if (const Result<void> written = writeReviewFile(workspace, *arguments); !written) {
        printNote(tr("办理已经登记；送审文件可在窗口中用“生成送审文件”另行生成。"));
        return fail(written.error());
    }
    return printed;
}

} // namespace

int runSubmit(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        const Result<void> submitted
            = workspace.review().perform(ReviewAction::Submit, arguments.value(option::reason));
        if (submitted)
            noteErrors(workspace);
        return submitted;
    });
}

int runWithdraw(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().perform(ReviewAction::Withdraw, arguments.value(option::reason));
    });
}

int runReturn(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().perform(ReviewAction::Return, arguments.value(option::reason));
    });
}

int runReview(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().perform(ReviewAction::Review, arguments.value(option::reason));
    });
}

int runApprove(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {option::despiteComments}, [](Workspace &workspace, const Arguments &arguments) {
        Review &review = workspace.review();
        const bool despiteComments = arguments.has(option::despiteComments);
        if (review.state() != ReportState::Submitted)
            return review.approve(despiteComments, arguments.value(option::reason));
        return review.passAndApprove(despiteComments, arguments.value(option::reason));
    });
}

int runSeal(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {option::scan}, [](Workspace &workspace, const Arguments &arguments) {
        return arguments.has(option::scan) ? workspace.review().attachScan(arguments.values.value(option::scan))
                                           : workspace.review().placeSeal();
    });
}

int runUnscan(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().perform(ReviewAction::RemoveScan, arguments.value(option::reason));
    });
}

int runSent(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(
        given, catalogue, {option::to, option::by, option::file}, [](Workspace &workspace, const Arguments &arguments) {
            Sending sending;
            sending.to = arguments.has(option::to) ? arguments.value(option::to)
                                                   : workspace.openReport().notice().recipientMail;
            sending.by = arguments.has(option::by) ? arguments.value(option::by) : tr("电子邮件");
            sending.at = workspace.office().clock()();
            sending.remark = arguments.value(option::reason);
            sending.files = arguments.values.value(option::file);
            return workspace.review().recordSent(sending);
        });
}

int runUnlock(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().perform(ReviewAction::Unlock, arguments.value(option::reason));
    });
}

} // namespace zhibao::cli
