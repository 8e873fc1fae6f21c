// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "workspace/describe/describe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zhibao::cli {

namespace {

// With the offset from UTC: others read it elsewhere.
QString moment(const QDateTime &time)
{
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

QString asJson(const QList<ReportSummary> &reports)
{
    QJsonArray list;
    for (const ReportSummary &report : reports) {
        list.append(QJsonObject{
            {QStringLiteral("unit"), report.unit},
            {QStringLiteral("notice"), report.notice},
            {QStringLiteral("occasion"), report.occasion},
            {QStringLiteral("state"), nameOf(report.state)},
            {QStringLiteral("changed"), moment(report.changed)},
            {QStringLiteral("words"), report.words},
        });
    }
    return QString::fromUtf8(QJsonDocument(list).toJson());
}

QString asTable(const QList<ReportSummary> &reports)
{
    QString text;
    for (const ReportSummary &report : reports) {
        QStringList fields{
            report.unit, report.notice, describe(report.state), moment(report.changed), QString::number(report.words)};
        if (!report.occasion.isEmpty())
            fields << report.occasion;
        text += tableLine(fields);
    }
    return text;
}

} // namespace

int runList(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store, option::json}, 0);
    if (!arguments)
        return fail(arguments.error());
    Office office(catalogue, systemClock());
    if (const Result<void> opened = office.openStore(askedStore(*arguments), StoreAccess::Read); !opened)
        return fail(opened.error());
    const Result<QList<ReportSummary>> reports = office.reports();
    if (!reports)
        return fail(reports.error());
    return printData(arguments->has(option::json) ? asJson(*reports) : asTable(*reports));
}

} // namespace zhibao::cli
