// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/faults.h"
#include "workspace/desk.h"
#include "workspace/report/changedplaces.h"

#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>

namespace saving_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Place opening{QStringLiteral("annex2"), field::opening};

} // namespace

TEST_CASE("An edit is saved by itself after a pause")
{
    Desk desk;
    const qint64 id = desk.create();
    Workspace &workspace = *desk.workspace;
    int told = 0;
    QObject::connect(&workspace.openReport(), &OpenReport::savedChanged, [&] { ++told; });
    desk.pass(5000);
    REQUIRE(workspace.openReport().setText(opening, QStringLiteral("按照要求")));
    CHECK_FALSE(workspace.openReport().isSaved());
    CHECK(textAt(desk.stored(id), opening).isEmpty());
    REQUIRE(waitFor([&] { return workspace.openReport().isSaved(); }, 2'000));
    CHECK(textAt(desk.stored(id), opening) == QStringLiteral("按照要求"));
    CHECK(workspace.openReport().savedAt() == *desk.now);
    CHECK(told == 2);
    CHECK(workspace.office().reports().value().first().words
        == workspace.openReport().words(QStringLiteral("annex2")).words);
}

TEST_CASE("Who types without a pause is saved within about two seconds all the same")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    QElapsedTimer timer;
    timer.start();
    QString text;
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, [&] {
        text += u'字';
        REQUIRE(workspace.openReport().setText(opening, text));
    });
    int saves = 0;
    QObject::connect(
        &workspace.openReport(), &OpenReport::savedChanged, [&] { saves += workspace.openReport().isSaved() ? 1 : 0; });
    typing.start(100);
    REQUIRE(waitFor([&] { return saves > 0; }, 4'000));
    CHECK(timer.elapsed() >= 1'400);
    CHECK(timer.elapsed() < 3'500);
}

TEST_CASE("What is typed last is saved before the report or the program is left")
{
    Desk desk;
    const qint64 id = desk.create();
    REQUIRE(desk.workspace->openReport().setText(opening, QStringLiteral("最后一句")));
    SECTION("closing the report")
    {
        REQUIRE(desk.workspace->openReport().close());
    }
    SECTION("opening another")
    {
        desk.unit = QStringLiteral("乙市市场监督管理局");
        desk.create();
    }
    SECTION("opening another store")
    {
        REQUIRE(desk.workspace->openStore(desk.folder.filePath(QStringLiteral("other.db"))));
    }
    SECTION("ending the program")
    {
        desk.workspace.reset();
    }
    CHECK(textAt(desk.stored(id), opening) == QStringLiteral("最后一句"));
}

TEST_CASE("Undo is saved like any edit")
{
    Desk desk;
    const qint64 id = desk.create();
    REQUIRE(desk.workspace->openReport().setText(opening, QStringLiteral("一")));
    REQUIRE(desk.workspace->openReport().flush());
    desk.workspace->openReport().undoStack()->undo();
    CHECK_FALSE(desk.workspace->openReport().isSaved());
    REQUIRE(desk.workspace->openReport().flush());
    CHECK(textAt(desk.stored(id), opening).isEmpty());
}

TEST_CASE("Where saving fails nothing is lost, and it is said")
{
    Desk desk;
    const qint64 id = desk.create();
    // In a child whose disk is full from the first write on.
    CHECK(withFailingCall(SYS_pwrite64, ENOSPC, [&] {
        Workspace &workspace = *desk.workspace;
        if (!workspace.openReport().setText(opening, QStringLiteral("字")) || workspace.openReport().flush())
            return 200;
        if (workspace.openReport().saveError() != Error{ErrorCode::DiskFull, {desk.path}}
            || workspace.openReport().isSaved())
            return 201;
        if (workspace.openReport().close() || !workspace.openReport().isOpen())
            return 202;
        return textAt(workspace.openReport().report(), opening) == QStringLiteral("字") ? 100 : 203;
    }) == 100);
    CHECK(textAt(desk.stored(id), opening).isEmpty());
}

TEST_CASE("A report comes back with its text, saved time and a fresh undo history")
{
    Desk desk;
    const qint64 id = desk.create();
    REQUIRE(desk.workspace->openReport().setText(opening, QStringLiteral("一")));
    REQUIRE(desk.workspace->openReport().close());
    CHECK_FALSE(desk.workspace->openReport().isOpen());
    desk.pass(60'000);
    int opened = 0;
    QObject::connect(&desk.workspace->openReport(), &OpenReport::opened, [&] { ++opened; });
    CHECK(desk.create() == id);
    CHECK(opened == 1);
    CHECK(textAt(desk.workspace->openReport().report(), opening) == QStringLiteral("一"));
    CHECK(desk.workspace->openReport().isSaved());
    CHECK(desk.workspace->openReport().savedAt() == desk.now->addMSecs(-60'000));
    CHECK(desk.workspace->openReport().undoStack()->count() == 0);
}

TEST_CASE("A store that may not be written shows, and refuses edits with its reason")
{
    Desk desk;
    const qint64 id = desk.create();
    desk.workspace->openReport().close();
    REQUIRE(desk.workspace->openStore(desk.path, Store::Access::Read));
    REQUIRE(desk.workspace->openReport().open(id));
    const Error reason{ErrorCode::StoreReadOnly, {desk.path}};
    CHECK(desk.workspace->office().readOnlyReason() == reason);
    CHECK(desk.workspace->openReport().setText(opening, QStringLiteral("字")).error() == reason);
    CHECK(desk.workspace->openReport().isSaved());
    CHECK(desk.workspace->openReport().create(desk.notice.number, QStringLiteral("丙局")).error() == reason);
    CHECK(desk.workspace->importReport(newReport(desk.notice, QStringLiteral("丙局"))).error() == reason);
}

TEST_CASE("Import adds a report, and updates it with what it has")
{
    Desk desk;
    Report report = exampleReport(QStringLiteral("贵州省市场监督管理局"));
    const Result<ImportedReport> added = desk.workspace->importReport(report);
    REQUIRE(added);
    CHECK(added->added);
    CHECK(desk.stored(added->id) == report);

    const Result<ImportedReport> same = desk.workspace->importReport(report);
    REQUIRE(same);
    CHECK_FALSE(same->added);
    CHECK(same->changed.isEmpty());

    Report part{report.notice, report.unit, {{QStringLiteral("annex1"), report.forms[QStringLiteral("annex1")]}}};
    FormAnswer &table = part.forms[QStringLiteral("annex1")];
    table.rows[0].cells[QStringLiteral("study")] = QStringLiteral("改");
    table.rows[0].entries.append(Texts());
    table.rows.append(Row());
    const bool inHand = GENERATE(false, true);
    if (inHand)
        REQUIRE(desk.workspace->openReport().open(added->id));
    const Result<ImportedReport> updated = desk.workspace->importReport(part);
    REQUIRE(updated);
    const QString form = QStringLiteral("annex1");
    CHECK(updated->changed == QList<Place>{{form, QStringLiteral("study"), 0}, {form, {}, 0, 1}, {form, {}, 1}});
    report.forms[form] = table;
    CHECK(desk.stored(added->id) == report);
    if (inHand) {
        CHECK(desk.workspace->openReport().report() == completed(report, desk.notice));
        desk.workspace->openReport().undoStack()->undo();
        CHECK(desk.workspace->openReport().report().forms[form].rows.size() == 1);
    }
}

TEST_CASE("Import refuses what no notice asked for, and nameless units")
{
    Desk desk;
    CHECK(desk.workspace->importReport({QStringLiteral("无号"), desk.unit, {}}).error()
        == Error{ErrorCode::NoticeUnknown, {QString(), QStringLiteral("无号")}});
    CHECK(desk.workspace->importReport({desk.notice.number, QStringLiteral(" "), {}}).error().code
        == ErrorCode::UnitUnknown);
    CHECK(desk.workspace->office().reports().value().isEmpty());
}

TEST_CASE("A removed report is closed without being saved again")
{
    Desk desk;
    const qint64 id = desk.create();
    REQUIRE(desk.workspace->openReport().setText(opening, QStringLiteral("字")));
    int closed = 0;
    QObject::connect(&desk.workspace->openReport(), &OpenReport::closed, [&] { ++closed; });
    REQUIRE(desk.workspace->removeReport(id));
    CHECK(closed == 1);
    CHECK_FALSE(desk.workspace->openReport().isOpen());
    CHECK(desk.workspace->openReport().flush());
    CHECK(desk.workspace->office().reports().value().isEmpty());
}

TEST_CASE("Own units stand behind the shipped ones, each once")
{
    Desk desk;
    const qsizetype shipped = desk.workspace->office().units().size();
    CHECK(shipped > 30);
    REQUIRE(desk.workspace->office().addUnit({{}, desk.unit, {}}));
    REQUIRE(desk.workspace->office().addUnit(desk.workspace->office().units().first()));
    CHECK(desk.workspace->office().units().size() == shipped + 1);
    CHECK(desk.workspace->office().units().last().name == desk.unit);
}

TEST_CASE("A unit whose name looks like another's is that one")
{
    Desk desk;
    REQUIRE(desk.workspace->office().addUnit({{}, desk.unit, {}}));
    const QList<Unit> units = desk.workspace->office().units();
    const qint64 id = desk.create();
    for (const QString &alike : {desk.unit + u' ', u'\u3000' + desk.unit, desk.unit + u'\u200b', desk.unit + u'\n',
             QString(desk.unit).replace(u'市', QStringLiteral("\uFE0F市"))}) {
        INFO(alike.toStdString());
        CHECK(desk.workspace->office().knownUnit(alike) == desk.unit);
        CHECK(desk.workspace->openReport().create(desk.notice.number, alike).value() == id);
        REQUIRE(desk.workspace->office().addUnit({{}, alike, {}}));
        CHECK(desk.workspace->office().units() == units);
        Report report = desk.workspace->openReport().report();
        report.unit = alike;
        report.forms[QStringLiteral("annex2")].fields[field::opening] = alike;
        const Result<ImportedReport> imported = desk.workspace->importReport(report);
        REQUIRE(imported);
        CHECK(imported->id == id);
        CHECK_FALSE(imported->added);
        CHECK(desk.workspace->openReport().report().unit == desk.unit);
    }
    // A shipped unit lends its name to a new report too.
    const QString shipped = units.first().name;
    REQUIRE(desk.workspace->openReport().create(desk.notice.number, shipped + u'\u3000'));
    CHECK(desk.workspace->openReport().report().unit == shipped);
    CHECK(desk.workspace->office().reports().value().size() == 2);
    // Nothing that is seen is no name; another name is another unit.
    CHECK(desk.workspace->openReport().create(desk.notice.number, QStringLiteral("\u200b ")).error().code
        == ErrorCode::UnitUnknown);
    CHECK(desk.workspace->office().addUnit({{}, QStringLiteral("\u3000"), {}}).error().code == ErrorCode::UnitUnknown);
    CHECK(desk.workspace->openReport().create(desk.notice.number, QStringLiteral("乙市市场监督管理局")).value() != id);
    CHECK(desk.workspace->office().reports().value().size() == 3);
}

} // namespace saving_test
