// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/review/reviewwindow.h"
#include "ui/table/celldelegate.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"

#include <QListView>
#include <QWindow>

namespace comments_test {

using namespace zhibao;

namespace {

QListView *list(const OfficeWindow &desk)
{
    return desk.child<QWidget>(QStringLiteral("remarks"))->findChild<QListView *>(QStringLiteral("comments"));
}

// In the words of who asked and who answered.
QStringList said(const ReviewWindow &desk)
{
    QStringList lines;
    const Result<QList<Comment>> comments = desk.review().comments();
    REQUIRE(comments);
    for (const Comment &comment : *comments) {
        QString line = comment.text;
        for (const CommentAnswer &answer : comment.answers)
            line += u'/' + answer.text;
        lines.append(line);
    }
    return lines;
}

QRect markIn(const TableView &view)
{
    const QModelIndex cell = view.cell();
    const int comments = static_cast<const TableModel *>(view.model())->comments(cell);
    REQUIRE(comments > 0);
    return commentMark(view.visualRect(cell), comments);
}

} // namespace

TEST_CASE("a second remark at the same place is a comment of its own, no answer to the first")
{
    const ReviewWindow desk;
    desk.go(ReviewWindow::cell());
    press(Qt::Key_M, command);
    type(QStringLiteral("请写明日期"));
    press(Qt::Key_Return);
    type(QStringLiteral("请附原文"));
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    press(Qt::Key_M, command);
    type(QStringLiteral("请核对文号"));
    press(Qt::Key_Return);
    CHECK(said(desk)
        == QStringList{QStringLiteral("请写明日期"), QStringLiteral("请附原文"), QStringLiteral("请核对文号")});
}

TEST_CASE("a comment that one has taken up is answered")
{
    const ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::cell(), -1, 0, QStringLiteral("请写明日期")));
    desk.go(ReviewWindow::section(0));
    press(Qt::Key_F6);
    press(Qt::Key_Tab);
    type(QStringLiteral("已写明"));
    press(Qt::Key_Return);
    CHECK(said(desk) == QStringList{QStringLiteral("请写明日期/已写明")});
}

TEST_CASE("on the page of review too, what is typed answers a comment only once one was taken up")
{
    ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::cell(), -1, 0, QStringLiteral("请写明日期")));
    press(Qt::Key_5, Qt::ControlModifier);
    desk.restart(); // no form was in front since
    desk.signIn(test::chief, test::chiefWord);
    press(Qt::Key_M, command);
    type(QStringLiteral("请通读"));
    press(Qt::Key_Return);
    press(Qt::Key_F6);
    press(Qt::Key_Tab);
    type(QStringLiteral("已写明"));
    press(Qt::Key_Return);
    CHECK(said(desk) == QStringList{QStringLiteral("请写明日期/已写明"), QStringLiteral("请通读")});
}

TEST_CASE("the mark in a cell takes its comment up, and stays in sight while the cell is edited")
{
    ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::cell(), -1, 0, QStringLiteral("请写明日期")));
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("请修改")));
    desk.become(test::clerk, test::clerkWord);
    desk.go(ReviewWindow::cell());
    auto *view = desk.child<TableView>();
    CHECK(view->editor().accessibleDescription().contains(QStringLiteral("请写明日期")));
    const auto marked = [view] { return view->viewport()->grab(markIn(*view)).toImage(); };
    const QImage atRest = marked();
    typeKeys(QStringLiteral("3"));
    REQUIRE(view->editor().isEditing());
    CHECK(marked() == atRest);
    const QPoint mark = view->viewport()->mapTo(desk.window.get(), markIn(*view).center());
    QTest::mouseClick(desk.window->windowHandle(), Qt::LeftButton, {}, mark);
    REQUIRE(desk.child<QWidget>(QStringLiteral("remarks"))->isVisible());
    CHECK(list(desk)->currentIndex().row() == 0);
    type(QStringLiteral("已写明"));
    press(Qt::Key_Return);
    CHECK(said(desk) == QStringList{QStringLiteral("请写明日期/已写明")});
}

TEST_CASE("what one person was told is not shown to the next")
{
    ReviewWindow desk;
    press(Qt::Key_G, command);
    press(Qt::Key_Return);
    REQUIRE(desk.child<NoteBar>(QStringLiteral("note"))->isVisible());
    desk.become(test::clerk, test::clerkWord);
    CHECK_FALSE(desk.child<NoteBar>(QStringLiteral("note"))->isVisible());
}

} // namespace comments_test
