// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What staff and supervisors do with a report: each command is one act, by the same rules as in the window.
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reviewdesk.h"
#include "workspace/correspondence.h"
#include "workspace/describe.h"

#include <QFileInfo>

#include <functional>

namespace zhibao::cli {

namespace {

using Act = std::function<Result<void>(Workspace &, const Arguments &)>;

// The report's state, what was done last, and the digest of what the report says.
QString standing(Workspace &workspace)
{
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    const LogEntry last = entries && !entries->isEmpty() ? entries->constLast() : LogEntry();
    return tableLine({describe(workspace.review().state()), workspace.report().unit, workspace.report().notice,
        describe(last.at), QString::number(last.number), QString::fromLatin1(last.content.sm3.toHex())});
}

// What is known beforehand to be in the way: an act that is done and told can not be done again for its file's sake.
Result<void> checkOutput(const Arguments &arguments)
{
    const QFileInfo output(arguments.value(option::output));
    if (!arguments.has(option::output))
        return {};
    if (output.exists() && !arguments.has(option::replace))
        return Error{ErrorCode::FileExists, {output.filePath()}};
    const QFileInfo folder(output.absolutePath());
    if (!folder.isDir())
        return Error{ErrorCode::FolderMissing, {folder.filePath()}};
    return folder.isWritable() ? Result<void>() : Result<void>(Error{ErrorCode::PermissionDenied, {output.filePath()}});
}

Result<void> writeReviewFile(Workspace &workspace, const Arguments &arguments)
{
    if (!arguments.has(option::output))
        return {};
    const Existing existing = arguments.has(option::replace) ? Existing::Replace : Existing::Keep;
    return Correspondence(workspace).write(arguments.value(option::output), existing);
}

int runAct(const QStringList &given, const Catalogue &catalogue, const QStringList &more, const Act &act)
{
    const QStringList options = QStringList{option::store, option::unit, option::notice, option::person,
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
        return workspace.review().submit(arguments.value(option::reason));
    });
}

int runWithdraw(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().withdraw(arguments.value(option::reason));
    });
}

int runReturn(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().returnForRevision(arguments.value(option::reason));
    });
}

int runReview(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().pass(arguments.value(option::reason));
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

int runSent(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(
        given, catalogue, {option::to, option::by, option::file}, [](Workspace &workspace, const Arguments &arguments) {
            Sending sending;
            sending.to = arguments.has(option::to) ? arguments.value(option::to) : workspace.notice().recipientMail;
            sending.by = arguments.has(option::by) ? arguments.value(option::by) : tr("电子邮件");
            sending.at = workspace.clock()();
            sending.remark = arguments.value(option::reason);
            sending.files = arguments.values.value(option::file);
            return workspace.review().recordSent(sending);
        });
}

int runUnlock(const QStringList &given, const Catalogue &catalogue)
{
    return runAct(given, catalogue, {}, [](Workspace &workspace, const Arguments &arguments) {
        return workspace.review().unlock(arguments.value(option::reason));
    });
}

int runReceive(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::person, option::passwordDescriptor, option::trust}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明送审文件")));
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, *arguments); !opened)
        return fail(opened.error());
    Correspondence correspondence(workspace);
    const Result<IncomingReview> incoming = correspondence.read(arguments->input);
    if (!incoming)
        return fail(incoming.error());
    if (!incoming->trusted && arguments->value(option::trust) == incoming->fingerprint) {
        if (const Result<void> trusted = workspace.session().trustKey(incoming->file.sender, incoming->file.office);
            !trusted)
            return fail(trusted.error());
    }
    const Result<ReceivedEntries> received = correspondence.accept(*incoming);
    if (!received)
        return fail(received.error());
    if (incoming->setsAside)
        printNote(tr("本机另有改动，没有覆盖：可在“历史”中找到。"));
    if (received->late > 0)
        printNote(tr("其中 %1 条到得晚，报表状态没有随之改变。").arg(received->late));
    if (received->added == 0)
        printNote(tr("这份送审文件先前已经读入，没有新的办理记录。"));
    QString text;
    for (const LogEntry &entry : incoming->news)
        text += tableLine({describe(entry.kind), describe(entry.at), entry.person, entry.reason});
    return printData(text + standing(workspace));
}

} // namespace zhibao::cli
