// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/versionlist.h"
#include "ui/history/historydesk.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <catch2/catch.hpp>

namespace versions_test {

using namespace zhibao;

namespace {

QString told(HistoryDesk &desk, int row, int role)
{
    const QVariant value = desk.child<QListView>("versions")->model()->index(row, 0).data(role);
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u'，') : value.toString();
}

// Harms every stored text that says this.
void harm(const QString &path, const QString &text)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("harm"));
        database.setDatabaseName(path);
        REQUIRE(database.open());
        QSqlQuery query(database);
        // Beside the program nothing keeps a text as it is, if one takes the trigger away for a moment.
        REQUIRE(query.exec(QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = 'text_update'")));
        REQUIRE(query.next());
        const QString trigger = query.value(0).toString();
        REQUIRE(query.exec(QStringLiteral("DROP TRIGGER text_update")));
        REQUIRE(query.exec(QStringLiteral("UPDATE text SET content = 'x' WHERE content = '%1'").arg(text)));
        REQUIRE(query.numRowsAffected() == 1);
        REQUIRE(query.exec(trigger));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("harm"));
}

} // namespace

TEST_CASE("the list shows the store's versions in its order, by day, with what each changed")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.report.now = desk.report.now.addDays(1);
    desk.write(section(0), QStringLiteral("二"));
    desk.report.now = desk.report.now.addDays(1);
    desk.write(section(1), QStringLiteral("三"));
    desk.report.now = desk.report.now.addDays(-400); // a clock set back changes no order
    desk.write(opening(), QStringLiteral("四"));
    desk.report.now = desk.report.now.addDays(400);
    desk.open();

    const QList<Version> versions = desk.report.workspace.openReport().versions().value();
    REQUIRE(versions.size() == 5);
    REQUIRE(desk.child<QListView>("versions")->model()->rowCount() == 5);
    for (int row = 0; row < 5; ++row)
        CHECK(told(desk, row, Qt::DisplayRole).startsWith(versions[row].at.toString(QStringLiteral("HH:mm:ss"))));
    CHECK(told(desk, 0, VersionList::DayRole) == QStringLiteral("2022年11月16日"));
    CHECK(told(desk, 1, VersionList::DayRole) == QStringLiteral("今天"));
    CHECK(told(desk, 2, VersionList::DayRole) == QStringLiteral("昨天"));
    CHECK(told(desk, 3, VersionList::DayRole) == QStringLiteral("2023年12月19日"));
    CHECK(told(desk, 4, VersionList::DayRole).isEmpty());
    CHECK(told(desk, 2, VersionList::ChangedRole).startsWith(QStringLiteral("附件2 一、")));
    CHECK(told(desk, 0, VersionList::ChangedRole) == QStringLiteral("附件2 开头"));
    CHECK(told(desk, 4, VersionList::ChangedRole) == QStringLiteral("最早的版本"));
    CHECK(told(desk, 0, VersionList::MarksRole) == QStringLiteral("当前"));
    CHECK(desk.label("count")->text() == QStringLiteral("5 个版本"));
}

TEST_CASE("of many places the first in reading order are named, and all are counted")
{
    HistoryDesk desk;
    desk.report.fill(exampleReport());
    REQUIRE(desk.report.workspace.openReport().flush());
    desk.open();
    const QString changed = told(desk, 0, VersionList::ChangedRole);
    CAPTURE(changed.toStdString());
    CHECK(changed.startsWith(QStringLiteral("附件1 ")));
    CHECK(changed.endsWith(QStringLiteral(" 处")));
    CHECK(changed.contains(QStringLiteral(" 等 ")));
}

TEST_CASE("whatever the order of the parts in the store, places are named as one reads")
{
    HistoryDesk desk;
    Version version;
    version.id = 2;
    version.changed = {section(1), section(0), Place{QStringLiteral("annex2"), {}},
        Place{QStringLiteral("annex1"), {}, 2, -1, -1}, Place{QStringLiteral("annex1"), {}, 1, -1, -1}};
    VersionList list;
    list.setVersions({version, Version{}}, desk.report.workspace.openReport().notice(), desk.report.now.date());
    CHECK(
        list.index(0).data(VersionList::ChangedRole).toString() == QStringLiteral("附件1 第2行、附件1 第3行 等 4 处"));
}

TEST_CASE("an exported version is marked")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    REQUIRE(
        desk.report.workspace.openReport().keepVersion(desk.report.workspace.openReport().currentVersion().value()));
    desk.write(opening(), QStringLiteral("二"));
    desk.open();
    CHECK(told(desk, 0, VersionList::MarksRole) == QStringLiteral("当前"));
    CHECK(told(desk, 1, VersionList::MarksRole) == QStringLiteral("已导出"));
    CHECK(told(desk, 1, Qt::AccessibleTextRole).contains(QStringLiteral("已导出")));
    CHECK(told(desk, 2, VersionList::MarksRole).isEmpty());
}

TEST_CASE("a restored version is a step that one undo takes back, and the page follows both")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.write(opening(), QStringLiteral("二"));
    desk.open();
    auto *button = desk.child<QPushButton>("restore");
    CHECK_FALSE(button->isEnabled()); // the present one
    desk.choose(1);
    CHECK(button->isEnabled());
    button->click();
    desk.settle();
    CHECK(textAt(desk.report.workspace.openReport().report(), opening()) == QStringLiteral("一"));
    REQUIRE(desk.restored.size() == 1);
    CHECK(desk.restored[0][0].toString() == QStringLiteral("已恢复到 2023-12-19 09:31 的版本；可用“撤销”改回原样。"));
    CHECK(told(desk, 0, Qt::DisplayRole).endsWith(QStringLiteral("恢复版本")));
    CHECK(desk.spoken() == QStringList{QStringLiteral("附件2 开头，修改：删去“二”，增加“一”")});

    desk.report.workspace.openReport().undoStack()->undo();
    CHECK(textAt(desk.report.workspace.openReport().report(), opening()) == QStringLiteral("二"));
    desk.settle();
    CHECK(told(desk, 0, Qt::DisplayRole).endsWith(QStringLiteral("填写")));
    CHECK(desk.child<QListView>("versions")->model()->rowCount() == 5);
    CHECK(desk.problems.isEmpty());
}

TEST_CASE("the chosen version stays in hand when a newer one comes")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.write(opening(), QStringLiteral("二"));
    desk.open();
    desk.choose(1);
    const QString name = told(desk, 1, Qt::DisplayRole);
    REQUIRE(desk.report.workspace.openReport().setText(opening(), QStringLiteral("三")));
    desk.settle();
    CHECK(desk.child<QListView>("versions")->currentIndex().data().toString() == name);
    CHECK(desk.child<QListView>("versions")->currentIndex().row() == 2);
}

TEST_CASE("a report with one version, and none")
{
    HistoryDesk desk;
    desk.open();
    CHECK(desk.message().startsWith(QStringLiteral("目前只有这一个版本。")));
    CHECK_FALSE(desk.child<QPushButton>("restore")->isEnabled());
    CHECK_FALSE(desk.child<QComboBox>("other")->isEnabled());
    REQUIRE(desk.report.workspace.openReport().close());
    desk.settle();
    CHECK(desk.child<QListView>("versions")->model()->rowCount() == 0);
    CHECK(desk.message().isEmpty());
    CHECK(desk.comparison->isHidden());
}

TEST_CASE("a store that can only be read says why nothing can be restored")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.write(opening(), QStringLiteral("二"));
    const qint64 id = desk.report.workspace.openReport().id().value();
    REQUIRE(desk.report.workspace.openStore(desk.report.workspace.office().storePath(), Store::Access::Read));
    REQUIRE(desk.report.workspace.openReport().open(id));
    desk.open();
    desk.choose(1);
    CHECK_FALSE(desk.child<QPushButton>("restore")->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("恢复到此版本"))->isEnabled());
    CHECK(desk.label("reason")->isVisible());
    CHECK(desk.label("reason")->text().contains(QStringLiteral("只能查看")));
    CHECK(desk.spoken().size() == 1); // looking is free
}

TEST_CASE("a damaged version says so in place, and the others can be read")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("完好"));
    desk.write(opening(), QStringLiteral("将损坏"));
    desk.write(opening(), QStringLiteral("又完好"));
    harm(desk.report.workspace.office().storePath(), QStringLiteral("将损坏"));
    desk.open();
    CHECK(desk.message().contains(QStringLiteral("有损坏之处")));
    desk.choose(2);
    CHECK(desk.message().isEmpty());
    CHECK(desk.spoken().size() == 1);
    desk.choose(1);
    desk.child<QPushButton>("restore")->click();
    REQUIRE(desk.problems.size() == 1);
    CHECK(desk.restored.isEmpty());
    CHECK(textAt(desk.report.workspace.openReport().report(), opening()) == QStringLiteral("又完好"));
}

} // namespace versions_test
