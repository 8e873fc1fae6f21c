// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/reportsource.h"

#include "base/clock.h"
#include "cli/output.h"
#include "core/report/occasion.h"
#include "core/text/foldedname.h"
#include "exchange/report/reportfile.h"

#include <algorithm>

namespace zhibao::cli {

namespace {

// The name as the list writes it: another may look the same.
QString spelledAs(const QString &unit, const QList<ReportSummary> &reports)
{
    const QString folded = foldedName(unit);
    QString spelled = unit;
    for (const ReportSummary &report : reports) {
        if (report.unit == unit)
            return unit;
        if (foldedName(report.unit) == folded)
            spelled = report.unit;
    }
    return spelled;
}

// The first to the last.
QStringList occasionsOf(const QList<ReportSummary> &reports)
{
    QStringList occasions;
    for (const ReportSummary &report : reports) {
        if (!report.occasion.isEmpty())
            occasions.append(report.occasion);
    }
    std::sort(occasions.begin(), occasions.end(), isEarlierOccasion);
    return occasions;
}

// Whether the file follows a notice, or a definition of one, that is not known.
bool followsUnknown(const Result<ReportFile> &file)
{
    return file ? file->ignored.contains(definitionMember) : file.error().code == ErrorCode::NoticeUnknown;
}

void tellOf(const ReportFile &file, const QString &path)
{
    for (const QString &key : file.ignored)
        printNote(tr("“%1”中的“%2”不是报表的项目，没有采用。").arg(path, key));
    if (file.replaced > 0)
        printNote(
            tr("“%1”中有 %2 个任何文档都存不了的字符（控制字符等），已换成“\uFFFD”。").arg(path).arg(file.replaced));
}

} // namespace

Result<AskedReport> askedFile(const QString &path, const Catalogue &shipped)
{
    Catalogue known = shipped;
    Result<ReportFile> file = readReportFile(path, known.all());
    if (followsUnknown(file)) {
        known = knownIn(defaultStorePath(), shipped);
        file = readReportFile(path, known.all());
    }
    if (!file)
        return file.error();
    tellOf(*file, path);
    return AskedReport{file->report, *known.noticeOf(file->report)};
}

// The stored report of the unit; with several of them the notice has to be named, or the occasion.
Result<qint64> storedId(const Arguments &arguments, const QList<ReportSummary> &reports)
{
    const QString unit = spelledAs(arguments.value(option::unit), reports);
    const QString notice = arguments.value(option::notice);
    const QString occasion = arguments.value(option::occasion);
    QList<ReportSummary> found; // but for the occasion
    for (const ReportSummary &report : reports) {
        if (report.unit == unit && (notice.isEmpty() || report.notice == notice))
            found.append(report);
    }
    const QStringList there = occasionsOf(found);
    if (!occasion.isEmpty())
        found.removeIf([&](const ReportSummary &report) { return report.occasion != occasion; });
    if (found.size() == 1)
        return found.constFirst().id;
    if (found.isEmpty() && !there.isEmpty() && !occasion.isEmpty())
        return usageError(tr("“%1”没有“%2”这一期的报表，有的是：%3").arg(unit, occasion, there.join(u'、')));
    if (found.isEmpty())
        return Error{ErrorCode::ReportNotFound, {unit, notice}};
    const bool isOneNotice = std::all_of(found.cbegin(), found.cend(),
        [&](const ReportSummary &report) { return report.notice == found.constFirst().notice; });
    return isOneNotice ? usageError(tr("“%1”有几期报表，请用“--occasion”写明期次：%2").arg(unit, there.join(u'、')))
                       : usageError(tr("“%1”有几份报表，请用“--notice”写明文号").arg(unit));
}

QString askedStore(const Arguments &arguments)
{
    return arguments.has(option::store) ? arguments.value(option::store) : defaultStorePath();
}

Catalogue knownIn(const QString &store, const Catalogue &shipped)
{
    Office office(shipped, systemClock());
    return office.openStore(store, StoreAccess::Read) ? office.catalogue() : shipped;
}

Result<Report> reportFromFile(const QString &path, const Catalogue &catalogue)
{
    const Result<ReportFile> file = readReportFile(path, catalogue.all());
    if (!file)
        return file.error();
    tellOf(*file, path);
    return file->report;
}

Result<AskedReport> reportFromStore(const Arguments &arguments, const Catalogue &catalogue)
{
    Office office(catalogue, systemClock());
    if (const Result<void> opened = office.openStore(askedStore(arguments), StoreAccess::Read); !opened)
        return opened.error();
    const Result<QList<ReportSummary>> reports = office.reports();
    const Result<qint64> id = reports ? storedId(arguments, *reports) : Result<qint64>(reports.error());
    const Result<StoredReport> stored = id ? office.read(*id) : Result<StoredReport>(id.error());
    if (!stored)
        return stored.error();
    const Result<OfficialMarks> marks = office.marks(*stored);
    return marks ? Result<AskedReport>(AskedReport{stored->report, stored->notice, *marks})
                 : Result<AskedReport>(marks.error());
}

Result<AskedReport> askedReport(const Arguments &arguments, const Catalogue &catalogue)
{
    const bool fromFile = !arguments.input.isEmpty();
    const bool fromStore = arguments.has(option::store) || arguments.has(option::unit);
    if (fromFile == fromStore)
        return usageError(fromFile ? tr("报表文件与“--store”“--unit”只能写一种")
                                   : tr("请写明报表文件，或用“--store”和“--unit”写明数据文件和单位"));
    if (fromFile)
        return askedFile(arguments.input, catalogue);
    if (!arguments.has(option::unit))
        return usageError(tr("请用“--unit”写明单位"));
    return reportFromStore(arguments, catalogue);
}

} // namespace zhibao::cli
