// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/find/findbar.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/table/celleditor.h"
#include "ui/window/formpages.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace find_test {

using namespace zhibao;

namespace {

const Place section{QStringLiteral("annex2"), {}, -1, -1, 1};

QString state(const OpenWindow &desk)
{
    return desk.child<FindBar>()->findChild<QLabel *>(QStringLiteral("state"))->text();
}

} // namespace

TEST_CASE("the match in hand keeps its number on the way to another form")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(QStringLiteral("纲要"));
    const int count = state(desk).split(u' ').constFirst().toInt();
    REQUIRE(count > 3);
    for (int match = 0; match <= count; ++match) {
        press(Qt::Key_Return);
        CHECK(state(desk).contains(QStringLiteral(" / %1").arg(count)));
    }
}

TEST_CASE("a word that was found is marked in its cell while one goes on finding")
{
    OpenWindow desk;
    desk.create();
    const Place cell{QStringLiteral("annex1"), QStringLiteral("study"), 0, -1, -1};
    const Place next{QStringLiteral("annex1"), QStringLiteral("study"), 1, -1, -1};
    REQUIRE(desk.workspace->openReport().insertRow(cell.form, 1));
    REQUIRE(desk.workspace->openReport().setText(cell, QStringLiteral("学习会上传达")));
    REQUIRE(desk.workspace->openReport().setText(next, QStringLiteral("未传达")));
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(QStringLiteral("传达"));
    press(Qt::Key_Return);
    const auto *editor = desk.child<CellEditor>();
    CHECK(QApplication::focusWidget() == desk.child<QLineEdit>(QStringLiteral("sought")));
    CHECK(editor->isEditing()); // shown, though the keys are elsewhere
    CHECK(editor->textCursor().selectedText() == QStringLiteral("传达"));
    CHECK(editor->textCursor().selectionStart() == 4);
    press(Qt::Key_Return);
    CHECK(editor->place() == next);
    CHECK(editor->textCursor().selectionStart() == 1);
    // Back in the cell, what is typed takes the place of the word; elsewhere nothing of it stays.
    press(Qt::Key_Escape);
    CHECK(QApplication::focusWidget() == editor);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_1, Qt::ControlModifier);
    CHECK_FALSE(editor->isEditing());
}

TEST_CASE("replacing all leaves the caret where it stood in the text")
{
    OpenWindow desk;
    desk.create();
    REQUIRE(desk.workspace->openReport().setText(section, QStringLiteral("甲，一二三；甲，四五六；甲。")));
    desk.child<FormPages>()->showPlace(section, 9, 0); // behind 四
    press(Qt::Key_H, Qt::ControlModifier);
    typeKeys(QStringLiteral("甲"));
    desk.child<QLineEdit>(QStringLiteral("replacement"))->setText(QStringLiteral("甲乙丙"));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("replaceAll")), Qt::LeftButton);

    CHECK(textAt(desk.workspace->openReport().report(), section)
        == QStringLiteral("甲乙丙，一二三；甲乙丙，四五六；甲乙丙。"));
    const FormPage *page = desk.child<FormPages>()->page();
    CHECK(page->currentPlace() == section);
    CHECK(page->currentOffset() == 9 + 2 * 2);
    CHECK(state(desk) == QStringLiteral("已替换 3 处"));
    press(Qt::Key_Escape);
    typeKeys(QStringLiteral("x"));
    CHECK(textAt(desk.workspace->openReport().report(), section).contains(QStringLiteral("四x五")));
}

} // namespace find_test
