// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Report files: refused with what is wrong and where, or read; and what was read can be written and read again.
#include "exchange/report/reportfile.h"
#include "fuzz/driver.h"
#include "fuzz/mutation.h"
#include "fuzz/notices.h"
#include "generate/reports.h"

#include <QCoreApplication>

using namespace zhibao;

namespace {

const QString path = QStringLiteral("报表.json");

fuzz::Outcome outcomeOf(const QByteArray &input)
{
    const Result<ReportFile> file = parseReport(input, path, fuzz::notices());
    if (!file) {
        if (file.error().arguments.value(0) != path)
            fuzz::fail("the refusal does not name the file");
        return fuzz::Outcome::Refused;
    }
    const QByteArray written = writeReport(file->report, fuzz::noticeNumbered(file->report.notice));
    const Result<ReportFile> again = parseReport(written, path, fuzz::notices());
    if (!again || again->report != file->report || !again->ignored.isEmpty())
        fuzz::fail("what was read and written is not read again as it was");
    return fuzz::Outcome::Accepted;
}

QList<QByteArray> seeds()
{
    QList<QByteArray> files;
    for (const Notice &notice : fuzz::notices()) {
        for (quint32 seed = 1; seed <= 8; ++seed)
            files.append(writeReport(generateReport(notice, seed, {static_cast<int>(seed) % 3, 20, 200}), notice));
    }
    return files;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return fuzz::run({seeds(), fuzz::mutatedJson, outcomeOf});
}
