// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What comes from another office, and what that office may do here.
#include "base/clock.h"
#include "base/named.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"
#include "workspace/review/correspondence.h"

#include <array>

namespace zhibao::cli {

namespace {

constexpr std::array roleNames{
    Named{OfficeRole::HandIn, "hand-in"},
    Named{OfficeRole::Review, "review"},
    Named{OfficeRole::Approve, "approve"},
};

// What --role names; all where it is not given. Error: Usage.
Result<OfficeRoles> askedRoles(const Arguments &arguments)
{
    if (!arguments.has(option::role))
        return allRoles;
    OfficeRoles roles;
    const QStringList names = arguments.values.value(option::role);
    for (const QString &name : names) {
        const std::optional<OfficeRole> known = keyNamed(roleNames, name);
        if (!known)
            return usageError(tr("“--role”的值应为 hand-in、review 或 approve"));
        roles |= *known;
    }
    return roles;
}

// The office whose fingerprint --trust names is trusted with the file, or what one that is known may do changed.
Result<void> askTrust(IncomingReview &incoming, const Arguments &arguments)
{
    const bool asks = arguments.has(option::office) || arguments.has(option::forUnit) || arguments.has(option::role);
    if (arguments.value(option::trust) != incoming.fingerprint || (incoming.trusted && !asks))
        return {};
    const Result<OfficeRoles> roles = askedRoles(arguments);
    if (!roles)
        return roles.error();
    OfficeKey office;
    office.publicKey = incoming.file.sender;
    office.name = arguments.has(option::office) ? arguments.value(option::office)
        : incoming.trusted                      ? incoming.sender
                                                : incoming.file.unit;
    office.units
        = arguments.has(option::forUnit) ? arguments.values.value(option::forUnit) : QStringList{incoming.file.unit};
    office.roles = *roles;
    incoming.trusting = office;
    return {};
}

} // namespace

int runReceive(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given,
        {option::store, option::person, option::passwordDescriptor, option::trust, option::office, option::forUnit,
            option::role},
        1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明送审文件")));
    if (const Result<OfficeRoles> roles = askedRoles(*arguments); !roles)
        return fail(roles.error());
    Workspace workspace(catalogue, systemClock());
    if (const Result<void> opened = openOffice(workspace, *arguments); !opened)
        return fail(opened.error());
    Correspondence correspondence(workspace.openReport());
    Result<IncomingReview> incoming = correspondence.read(arguments->input);
    if (!incoming)
        return fail(incoming.error());
    if (const Result<void> asked = askTrust(*incoming, *arguments); !asked)
        return fail(asked.error());
    const Result<ReceivedEntries> received = correspondence.accept(*incoming);
    if (!received)
        return fail(received.error());
    if (incoming->trusting)
        printNote(describeGrant(*incoming->trusting));
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
