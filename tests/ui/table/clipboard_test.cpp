// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "ui/notebar.h"
#include "ui/table/tablepage.h"

#include <QClipboard>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

using namespace zhibao;

namespace {

const QString instructions = QStringLiteral("instructions");
const QString study = QStringLiteral("study");
const QString title = QStringLiteral("title");
const QString issuer = QStringLiteral("issuer");
const QString activities = QStringLiteral("activities");
const QString experience = QStringLiteral("experience");

void putOnClipboard(const QString &text, const QString &html = {})
{
    auto *data = new QMimeData; // owned by the clipboard
    data->setText(text);
    if (!html.isEmpty())
        data->setHtml(html);
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace

TEST_CASE("tab-separated cells go over the cells from the one in hand on, as one step", "[table]")
{
    OpenReport opened;
    TablePage page(opened);
    putOnClipboard(QStringLiteral("批示一\t学习一\n批示二\t\"学习\n二\"\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(page.rows().size() == 2);
    CHECK(page.text(instructions, 0) == QStringLiteral("批示一"));
    CHECK(page.text(study, 1) == QStringLiteral("学习\n二"));
    CHECK(opened.workspace.undoStack()->count() == 1);
    opened.workspace.undoStack()->undo();
    CHECK(page.rows().size() == 1);
    CHECK(page.text(instructions, 0).isEmpty());
}

TEST_CASE("a table as Word puts it goes over the cells; what finds no cell stays in sight", "[table]")
{
    OpenReport opened;
    TablePage page(opened);
    page.take(activities, 0);
    putOnClipboard(QStringLiteral("宣讲\t台账\t多余的"),
        QStringLiteral("<html><body><table><tr><td><p>宣讲<span>12场</span></p></td><td>台账</td>"
                       "<td>多余的</td></tr></table></body></html>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(activities, 0) == QStringLiteral("宣讲12场"));
    CHECK(page.text(experience, 0) == QStringLiteral("台账"));
    const auto *notes = page.editor.findChild<NoteBar *>();
    REQUIRE(notes);
    CHECK(notes->sentence() == QStringLiteral("1 个单元格未能放入：多余的"));
    auto *copy = notes->findChild<QPushButton *>();
    REQUIRE(copy);
    CHECK(copy->text() == QStringLiteral("复制"));
    copy->click();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("多余的"));
}

TEST_CASE("a text without cells goes to the end of the cell, into an open editor as plain text", "[table]")
{
    OpenReport opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QString before = page.text(study, 0);
    page.take(study, 0);
    putOnClipboard(QStringLiteral("第一段\r\n第二段"), QStringLiteral("<p><b>第一段</b></p><p>第二段</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(study, 0) == before + QStringLiteral("第一段\n第二段"));
    REQUIRE(page.view->editor().isEditing());
    putOnClipboard(QStringLiteral("甲\t乙"), QStringLiteral("<table><tr><td>甲</td><td>乙</td></tr></table>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(study, 0) == before + QStringLiteral("第一段\n第二段甲\t乙"));
}

TEST_CASE("a block is selected by keys, copied, cleared and pasted elsewhere", "[table]")
{
    OpenReport opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    const QList<Row> before = page.rows();
    page.take(title, 0, 0);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    CHECK(data->text().count(u'\t') == 2);
    CHECK(data->hasHtml());
    press(Qt::Key_Delete);
    CHECK(page.text(title, 0, 0).isEmpty());
    CHECK(page.text(issuer, 0, 1).isEmpty());
    CHECK(
        page.text(QStringLiteral("progress"), 0, 1) == before.first().entries.at(1).value(QStringLiteral("progress")));
    CHECK(opened.workspace.undoStack()->count() == 1);
    page.take(title, 0, 0);
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.rows() == before);
    page.take(title, 0, 1);
    press(Qt::Key_X, Qt::ControlModifier);
    CHECK(page.text(title, 0, 1).isEmpty());
    CHECK(QGuiApplication::clipboard()->text() == before.first().entries.at(1).value(title));
}

TEST_CASE("the whole table copied and pasted below itself is the same again", "[table]")
{
    OpenReport opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(page.rows().size() == 2);
    CHECK(page.rows().at(1) == page.rows().at(0));
}

TEST_CASE("a block drawn by the mouse never cuts through a merged cell", "[table]")
{
    OpenReport opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    QWidget *viewport = page.view->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, page.centre(title, 0, 1));
    QTest::mouseMove(viewport, page.centre(study, 0));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, page.centre(study, 0));
    const CellBlock block = page.view->block();
    CHECK(block.top == 0);
    CHECK(block.bottom == 1);
    CHECK(block.left == 2);
    CHECK(block.right == 3);
    CHECK(page.isAt(title, 0, 1));
}

TEST_CASE("the contact line copies and pastes its own text", "[table]")
{
    OpenReport opened;
    TablePage page(opened);
    page.editor.showPlace({QStringLiteral("annex1"), field::contact}, 0, 0);
    putOnClipboard(QStringLiteral("李某\t0851"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(field::contact, -1) == QStringLiteral("李某\t0851"));
    CHECK(page.text(instructions, 0).isEmpty());
}
