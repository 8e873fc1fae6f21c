// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/digest.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "core/notice/noticereader.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describenotice.h"

namespace zhibao::cli {

namespace {

QString lineOf(const Notice &notice)
{
    return tableLine({notice.number, notice.title, hexadecimal(notice.digest)});
}

int listNotices(const Arguments &arguments, const Catalogue &catalogue)
{
    if (!arguments.input.isEmpty())
        return fail(usageError(tr("“notice list”后面不写文件名")));
    const Catalogue known = knownIn(askedStore(arguments), catalogue);
    QString text;
    for (const Notice &notice : known.notices)
        text += lineOf(notice);
    return printData(text);
}

// The definition that is followed, and what it asks for.
int showNotice(const Arguments &arguments, const Catalogue &catalogue)
{
    const Catalogue known = knownIn(askedStore(arguments), catalogue);
    const Notice *const notice = known.notice(arguments.input);
    if (!notice)
        return fail({ErrorCode::NoticeUnknown, {QString(), arguments.input}});
    QString text = lineOf(*notice);
    const QStringList lines = describeNotice(*notice).mid(1);
    for (const QString &line : lines)
        text += tableLine({line});
    return printData(text);
}

int addNotice(const Arguments &arguments, const Catalogue &catalogue)
{
    const Result<Notice> notice = readNoticeFile(arguments.input);
    if (!notice)
        return fail(notice.error());
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, arguments); !opened)
        return fail(opened.error());
    Office &office = workspace.office();
    const Notice *const known = office.catalogue().notice(notice->number);
    const std::optional<Notice> before = known ? std::optional(*known) : std::nullopt;
    if (const Result<void> added = office.addNotice(*notice); !added)
        return fail(added.error());
    if (before && before->digest == notice->digest) {
        printNote(tr("“%1”已在使用，没有改动。").arg(notice->number));
    } else if (before) {
        const QStringList changes = describeChanges(compareNotices(*before, *notice), *before, *notice);
        for (const QString &change : changes)
            printNote(change);
        printNote(tr("已加入“%1”的新定义：新建的报表按它填报，已有的报表在窗口中确认后改用。").arg(notice->number));
    } else {
        printNote(tr("已加入“%1”。").arg(notice->number));
    }
    return printData(lineOf(*notice));
}

} // namespace

int runNotice(const QStringList &given, const Catalogue &catalogue)
{
    const QString asked = given.value(0);
    const bool adds = asked == QStringLiteral("add");
    if (!adds && asked != QStringLiteral("list") && asked != QStringLiteral("show"))
        return fail(usageError(tr("“notice”后面请写 list、show 或 add")));
    const QStringList options
        = adds ? QStringList{option::store, option::person, option::passwordDescriptor} : QStringList{option::store};
    const Result<Arguments> arguments = parseArguments(given.mid(1), options, 1);
    if (!arguments)
        return fail(arguments.error());
    if (asked == QStringLiteral("list"))
        return listNotices(*arguments, catalogue);
    if (arguments->input.isEmpty())
        return fail(usageError(adds ? tr("请写明通知文件") : tr("请写明文号")));
    return adds ? addNotice(*arguments, catalogue) : showNotice(*arguments, catalogue);
}

} // namespace zhibao::cli
