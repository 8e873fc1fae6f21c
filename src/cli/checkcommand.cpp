// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "core/checks/checks.h"
#include "workspace/describe/describe.h"

namespace zhibao::cli {

namespace {

// The levels by which other programs know them.
QString levelName(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Error:
        return QStringLiteral("error");
    case FindingLevel::Warning:
        return QStringLiteral("warning");
    case FindingLevel::Hint:
        return QStringLiteral("hint");
    }
    return {};
}

} // namespace

int runCheck(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::unit, option::notice, option::occasion}, 1);
    if (!arguments)
        return fail(arguments.error());
    const Result<AskedReport> asked = askedReport(*arguments, catalogue);
    if (!asked)
        return fail(asked.error());
    const Notice &notice = asked->notice;
    QString text;
    bool hasErrors = false;
    const QList<Finding> findings = check(completed(asked->report, notice), notice);
    for (const Finding &finding : findings) {
        hasErrors = hasErrors || finding.level == FindingLevel::Error;
        text += tableLine(
            {levelName(finding.level), findingName(finding.code), placePath(notice, finding.place), describe(finding)});
    }
    if (const int printed = printData(text); printed != done)
        return printed;
    return hasErrors ? reportHasErrors : done;
}

} // namespace zhibao::cli
