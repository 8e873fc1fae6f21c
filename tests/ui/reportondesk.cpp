// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/reportondesk.h"

#include "core/notice/noticereader.h"
#include "exchange/report/reportfile.h"

#include <QFile>

#include <catch2/catch.hpp>

namespace zhibao {

namespace {

Catalogue catalogueWithInvented()
{
    Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    for (const char *const name : {"2031-4", "2031-9"}) {
        QFile file(QStringLiteral(TEST_DATA "/notices/%1.json").arg(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const Result<Notice> invented = readNotice(file.readAll(), file.fileName());
        REQUIRE(invented);
        catalogue->notices.append(*invented);
    }
    return *catalogue;
}

} // namespace

ReportOnDesk::ReportOnDesk(const QString &notice)
    : workspace(catalogueWithInvented(), [this] { return now; })
{
    REQUIRE(folder.isValid());
    REQUIRE(workspace.openStore(folder.filePath(QStringLiteral("zhibao.db"))));
    REQUIRE(workspace.openReport().create(notice, QStringLiteral("贵州省市场监督管理局")));
}

void ReportOnDesk::fill(const Report &report)
{
    REQUIRE(workspace.openReport().apply(completed(report, workspace.openReport().notice()), {{}, true}, QString()));
    workspace.openReport().undoStack()->clear();
}

Report exampleReport(const QString &unit)
{
    const Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    const Result<ReportFile> file
        = readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/%1.json").arg(unit), catalogue->notices);
    REQUIRE(file);
    return file->report;
}

} // namespace zhibao
