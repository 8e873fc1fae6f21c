// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data.h"
#include "exchange/report/reportfile.h"
#include "store/store.h"
#include "workspace/report/commentplaces.h"
#include "workspace/review/correspondence.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace zhibao::test {

// The shipped notice and the invented one.
inline Catalogue testCatalogue()
{
    Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    catalogue->notices.append(inventedNotice());
    return *catalogue;
}

inline Report exampleReport(const QString &unit)
{
    const QString path = QStringLiteral(TEST_DATA "/reports/%1.json").arg(unit);
    const Result<ReportFile> file = readReportFile(path, testCatalogue().notices);
    REQUIRE(file);
    return file->report;
}

// A workspace on a store of its own, with a clock that stands still unless moved.
struct Desk {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("zhibao.db"));
    std::shared_ptr<QDateTime> now = std::make_shared<QDateTime>(QDate(2023, 3, 1), QTime(9, 0));
    std::shared_ptr<qint64> elapsed = std::make_shared<qint64>(3'600'000); // milliseconds since the machine's start
    QString boot = QStringLiteral("first start");
    std::unique_ptr<Workspace> workspace = makeWorkspace();
    Notice notice = testCatalogue().notices.first();
    QString unit = QStringLiteral("甲市市场监督管理局");

    Desk() { REQUIRE(workspace->openStore(path)); }

    qint64 create()
    {
        const Result<qint64> id = workspace->openReport().create(notice.number, unit);
        REQUIRE(id);
        return *id;
    }

    std::unique_ptr<Workspace> makeWorkspace() const
    {
        return std::make_unique<Workspace>(
            testCatalogue(), [at = now] { return *at; }, [passed = elapsed] { return *passed; }, boot);
    }

    void pass(int milliseconds)
    {
        *now = now->addMSecs(milliseconds);
        *elapsed += milliseconds;
    }

    // What the store holds, read beside the workspace.
    Report stored(qint64 id) const
    {
        const Result<std::unique_ptr<Store>> store = Store::open(path, systemClock(), Store::Access::Read);
        REQUIRE(store);
        const Result<Report> report = (*store)->load(id);
        REQUIRE(report);
        return *report;
    }
};

// Lets timers run until the condition holds; false when it does not within the time.
template <typename Condition>
bool waitFor(Condition condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    while (!condition() && timer.elapsed() < milliseconds)
        loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

} // namespace zhibao::test
