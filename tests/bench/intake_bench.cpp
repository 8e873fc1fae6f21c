// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/plan.h"
#include "core/notice/noticereader.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "exchange/intake/filledreader.h"
#include "generate/reports.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <functional>

// Measures what it takes to read a DOCX that somebody filled and to plan taking it in, by its rows.
namespace {

using namespace zhibao;

// Milliseconds, the middle of three runs.
double measured(const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < 3; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[1];
}

void measure(const Notice &notice, const QString &form, int rows)
{
    const Report report = generateReport(notice, 1, {rows, 60, 0});
    const Result<QByteArray> docx
        = writeDocx(compose(report, notice, form), QDateTime(QDate(2023, 12, 1), QTime(9, 0)));
    if (!docx)
        return;
    FilledFile file;
    FileReading reading;
    IntakePlan plan;
    const FoundUnit unit{{report.unit, QStringLiteral("given")}, {}};
    const double read = measured([&] { file = readFilledFile(*docx, {}).value(); });
    const double recognised = measured([&] { reading = readAnswer(file, notice); });
    const double planned = measured([&] { plan = planIntake(reading, notice, unit, {}); });
    LastVersion last;
    last.report = plan.report;
    const double again = measured([&] { planIntake(reading, notice, unit, last); });
    for (qsizetype row = 0; row < last.report->forms[form].rows.size(); row += 10)
        last.report->forms[form].rows[row].cells.first() += QStringLiteral("更正");
    const double corrected = measured([&] { planIntake(reading, notice, unit, last); });
    std::printf("%6d rows: read %8.1f ms, recognised %7.1f ms, planned %7.1f ms, again %7.1f ms, corrected %7.1f ms\n",
        rows, read, recognised, planned, again, corrected);
}

} // namespace

int main(int argc, char *argv[])
{
    QFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const Result<Notice> notice = readNotice(file.readAll(), file.fileName());
    if (!notice)
        return 3;
    for (const int rows : {30, 300, 3'000})
        measure(*notice, QStringLiteral("annex1"), rows);
    return 0;
}
