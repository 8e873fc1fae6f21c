// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "exchange/report/reportfile.h"

namespace zhibao::cli {

int runShow(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::unit, option::notice, option::occasion}, 0);
    if (!arguments)
        return fail(arguments.error());
    if (!arguments->has(option::unit))
        return fail(usageError(tr("请用“--unit”写明单位")));
    const Result<AskedReport> asked = reportFromStore(*arguments, catalogue);
    if (!asked)
        return fail(asked.error());
    return printData(QString::fromUtf8(writeReport(asked->report, asked->notice)));
}

} // namespace zhibao::cli
