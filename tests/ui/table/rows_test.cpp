// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "ui/table/tablepage.h"

#include <QAction>
#include <QFile>
#include <QTest>

#include <catch2/catch.hpp>

namespace rows_test {

using namespace zhibao;

namespace {

const QString study = QStringLiteral("study");
const QString title = QStringLiteral("title");

constexpr Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;

// Rows named by their texts, each with two documents.
Report numbered(const Notice &notice, int rows)
{
    Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
    QList<Row> &list = report.forms[QStringLiteral("annex1")].rows;
    list.clear();
    for (int row = 0; row < rows; ++row) {
        const QString name = QString::number(row);
        list.append(Row{{{study, name}}, {{{title, name + u'a'}}, {{title, name + u'b'}}}});
    }
    return report;
}

QString order(const TablePage &page)
{
    QString names;
    for (const Row &row : page.rows())
        names += row.cells.value(study, QStringLiteral("-"));
    return names;
}

QString documents(const TablePage &page, int row)
{
    QStringList names;
    for (const Texts &entry : page.rows().at(row).entries)
        names += entry.value(title, QStringLiteral("-"));
    return names.join(u',');
}

} // namespace

TEST_CASE("rows are added, duplicated, moved and deleted by key, and undo brings each back", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 3));
    TablePage page(opened);
    page.take(study, 1);

    press(Qt::Key_D, Qt::ControlModifier);
    CHECK(order(page) == QStringLiteral("0112"));
    CHECK(page.isAt(study, 2));
    CHECK(documents(page, 2) == QStringLiteral("1a,1b"));
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Up, Qt::AltModifier);
    CHECK(order(page) == QStringLiteral("1012"));
    CHECK(page.isAt(study, 0));
    press(Qt::Key_Up, Qt::AltModifier); // no further
    CHECK(order(page) == QStringLiteral("1012"));
    press(Qt::Key_Down, Qt::AltModifier);
    CHECK(order(page) == QStringLiteral("0112"));
    press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(order(page) == QStringLiteral("012"));
    press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(order(page) == QStringLiteral("01-2"));
    CHECK(page.isAt(QStringLiteral("instructions"), 2));
    page.take(study, 0);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier); // above
    CHECK(order(page) == QStringLiteral("-01-2"));
    CHECK(page.isAt(QStringLiteral("instructions"), 0));
    while (opened.workspace.openReport().undoStack()->canUndo())
        opened.workspace.openReport().undoStack()->undo();
    CHECK(order(page) == QStringLiteral("012"));
}

TEST_CASE("documents are added, moved and deleted by key", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 2));
    TablePage page(opened);
    page.take(title, 0, 0);
    press(Qt::Key_Return, controlShift);
    CHECK(documents(page, 0) == QStringLiteral("0a,-,0b"));
    CHECK(page.isAt(title, 0, 1));
    press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    CHECK(documents(page, 0) == QStringLiteral("0a,0b,-"));
    CHECK(page.isAt(title, 0, 2));
    press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    press(Qt::Key_Delete, controlShift);
    CHECK(documents(page, 0) == QStringLiteral("0a,0b"));
    CHECK(page.action(QStringLiteral("删除出台文件"))->isEnabled());
    page.take(study, 0);
    CHECK_FALSE(page.action(QStringLiteral("删除出台文件"))->isEnabled());
}

TEST_CASE("a row that moves while it is written in stays in hand with its caret", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 3));
    TablePage page(opened);
    page.take(study, 0);
    type(QStringLiteral("甲乙"));
    press(Qt::Key_Left);
    press(Qt::Key_Down, Qt::AltModifier);
    CHECK(page.isAt(study, 1));
    CHECK(page.view->editor().isEditing());
    type(QStringLiteral("丙"));
    CHECK(page.text(study, 1) == QStringLiteral("0甲丙乙"));
}

TEST_CASE("several selected rows are deleted in one step; the last row leaves an empty one", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 3));
    TablePage page(opened);
    page.take(study, 0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(order(page) == QStringLiteral("2"));
    press(Qt::Key_Delete, Qt::ControlModifier);
    CHECK(order(page) == QStringLiteral("-"));
    opened.workspace.openReport().undoStack()->undo();
    opened.workspace.openReport().undoStack()->undo();
    CHECK(order(page) == QStringLiteral("012"));
}

TEST_CASE("a row is drawn to another place by its running number", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 3));
    TablePage page(opened);
    QWidget *viewport = page.view->viewport();
    const auto handle = [&](int row) {
        const auto *model = qobject_cast<TableModel *>(page.view->model());
        return page.view->visualRect(model->index(model->firstLine(row), 0));
    };
    QTest::mousePress(viewport, Qt::LeftButton, {}, handle(0).center());
    CHECK(page.view->block().bottom == 1);
    QTest::mouseMove(viewport, handle(1).center());
    QTest::mouseMove(viewport, handle(2).center() + QPoint(0, 8));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, handle(2).center() + QPoint(0, 8));
    CHECK(order(page) == QStringLiteral("120"));
    opened.workspace.openReport().undoStack()->undo();
    CHECK(order(page) == QStringLiteral("012"));
}

TEST_CASE("every action has a name, an icon and a place in the page; the menu shows their keys", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    const QList<QAction *> actions = page.editor.editActions();
    QList<QKeySequence> shortcuts;
    for (const QAction *action : actions) {
        if (action == nullptr)
            continue;
        INFO(action->text().toStdString());
        CHECK_FALSE(action->text().isEmpty());
        CHECK_FALSE(action->icon().isNull());
        CHECK_FALSE(action->shortcut().isEmpty());
        CHECK_FALSE(shortcuts.contains(action->shortcut()));
        CHECK(page.editor.actions().contains(const_cast<QAction *>(action)));
        shortcuts.append(action->shortcut());
    }
}

TEST_CASE("a store of a newer program shows the table and takes nothing", "[table]")
{
    ReportOnDesk opened;
    opened.fill(numbered(opened.workspace.openReport().notice(), 2));
    const QString path = opened.workspace.office().storePath();
    opened.workspace.openReport().close();
    QTemporaryDir elsewhere; // another store lets go of the first
    {
        REQUIRE(opened.workspace.openStore(elsewhere.filePath(QStringLiteral("other.db"))));
        QFile store(path); // SQLite's header keeps the version of the tables at this offset, big-endian
        REQUIRE(store.open(QIODevice::ReadWrite));
        REQUIRE(store.seek(60));
        REQUIRE(store.write(QByteArray::fromHex("00000fff")) == 4);
    }
    REQUIRE(opened.workspace.openStore(path));
    const Result<QList<ReportSummary>> reports = opened.workspace.office().reports();
    REQUIRE(reports);
    REQUIRE(opened.workspace.openReport().open(reports->first().id));
    REQUIRE(opened.workspace.office().readOnlyReason());
    TablePage page(opened);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a"));
    compose(QStringLiteral("jia"));
    commitComposed(QStringLiteral("甲"));
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Delete);
    CHECK(order(page) == QStringLiteral("01"));
    CHECK_FALSE(page.view->editor().isEditing());
    CHECK_FALSE(page.action(QStringLiteral("粘贴"))->isEnabled());
    CHECK(page.action(QStringLiteral("复制"))->isEnabled());
    page.take(title, 0, 0);
    press(Qt::Key_Return); // to read and to copy from
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(page.view->editor().textCursor().selectedText() == QStringLiteral("0a"));
}

} // namespace rows_test
