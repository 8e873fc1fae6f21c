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

namespace clipboard_test {

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

QString noteOf(const TablePage &page)
{
    const auto *notes = page.editor.findChild<NoteBar *>();
    REQUIRE(notes);
    return notes->sentence();
}

} // namespace

TEST_CASE("tab-separated cells go over the cells from the one in hand on, as one step", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    putOnClipboard(QStringLiteral("批示一\t学习一\n批示二\t\"学习\n二\"\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(page.rows().size() == 2);
    CHECK(page.text(instructions, 0) == QStringLiteral("批示一"));
    CHECK(page.text(study, 1) == QStringLiteral("学习\n二"));
    CHECK(opened.workspace.openReport().undoStack()->count() == 1);
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.rows().size() == 1);
    CHECK(page.text(instructions, 0).isEmpty());
}

TEST_CASE("a table as Word puts it goes over the cells; what finds no cell stays in sight", "[table]")
{
    ReportOnDesk opened;
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
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QString before = page.text(study, 0);
    page.take(study, 0);
    putOnClipboard(QStringLiteral("第一段\r\n第二段"), QStringLiteral("<p><b>第一段</b></p><p>第二段</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(study, 0) == before + QStringLiteral("第一段\n第二段"));
    REQUIRE(page.view->editor().isEditing());
    putOnClipboard(QStringLiteral("甲\t乙"), QStringLiteral("<p>甲\t乙</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(study, 0) == before + QStringLiteral("第一段\n第二段甲\t乙"));
    // One cell alone is as good as its text.
    putOnClipboard(QStringLiteral("丙\n"), QStringLiteral("<table><tr><td>丙</td></tr></table>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(study, 0) == before + QStringLiteral("第一段\n第二段甲\t乙丙\n"));
    CHECK(page.rows().size() == exampleReport().forms[QStringLiteral("annex1")].rows.size());
    CHECK(noteOf(page).isEmpty());
}

TEST_CASE("a numbered list and a paragraph with a tab are one text, the neighbours stay", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QList<Row> rows = page.rows();
    putOnClipboard(QStringLiteral("1.\t集中学习\n2.\t印发方案\n"),
        QStringLiteral("<p class=MsoListParagraph>1. 集中学习</p><p class=MsoListParagraph>2. 印发方案</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(instructions, 0).endsWith(QStringLiteral("1.\t集中学习\n2.\t印发方案\n")));
    CHECK(page.text(study, 0) == rows.first().cells.value(study));
    CHECK(page.rows().mid(1) == rows.mid(1));
}

TEST_CASE("cells go to cells though a text is being edited, in the cell or in the wide pane", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    page.take(activities, 0);
    press(Qt::Key_Return);
    type(QStringLiteral("旧"));
    REQUIRE(page.view->editor().isEditing());
    putOnClipboard(QStringLiteral("甲\t乙\n"), QStringLiteral("<table><tr><td>甲</td><td>乙</td></tr></table>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(activities, 0) == QStringLiteral("甲"));
    CHECK(page.text(experience, 0) == QStringLiteral("乙"));
    CHECK_FALSE(page.view->editor().isEditing());
    CHECK(noteOf(page) == QStringLiteral("原有的 1 个单元格的文字已被替换，按 Ctrl+Z 可撤销"));
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.text(activities, 0) == QStringLiteral("旧"));
    CHECK(page.text(experience, 0).isEmpty());
    CHECK(noteOf(page).isEmpty());
    press(Qt::Key_F2);
    putOnClipboard(QStringLiteral("丙\t丁\n戊\t己\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(activities, 0) == QStringLiteral("丙"));
    CHECK(page.text(experience, 1) == QStringLiteral("己"));
}

TEST_CASE("documents are never overwritten without a word, and come back", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    const QList<Row> rows = page.rows();
    const QString old = page.text(title, 0, 0);
    page.take(title, 0, 0);
    putOnClipboard(QStringLiteral("新文件\t新主体\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(title, 0, 0) == QStringLiteral("新文件"));
    CHECK(page.text(title, 0, 1) == rows.first().entries.at(1).value(title));
    CHECK(noteOf(page).startsWith(QStringLiteral("原有的 1 个出台文件（") + old.left(10)));
    CHECK(noteOf(page).endsWith(QStringLiteral("已被替换，按 Ctrl+Z 可撤销")));
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.rows() == rows);
    CHECK(noteOf(page).isEmpty());
    // The same again replaces nothing.
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.rows() == rows);
    CHECK(noteOf(page).isEmpty());
}

TEST_CASE("a page with a table brings the table's rows; all else is named once", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    putOnClipboard(QStringLiteral("无"),
        QStringLiteral("<p>附件1</p><table><tr><td>姓名</td><td>职务</td></tr></table><table>"
                       "<tr><td>序号</td><td>领导批示情况</td><td>学习情况</td><td>备注</td></tr>"
                       "<tr><td>1.</td><td>批示<del>未定</del>甲</td><td>学习甲</td><td>待核</td></tr>"
                       "<tr><td>合计</td><td>1</td><td>1</td><td></td></tr></table><p>联系人：王某</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.rows().size() == 1);
    CHECK(page.text(instructions, 0) == QStringLiteral("批示甲"));
    CHECK(page.text(study, 0) == QStringLiteral("学习甲"));
    CHECK(noteOf(page)
        == QStringLiteral(
            "1 个单元格未能放入：待核；另外 1 个表格等内容未粘贴：合计、1、1、姓名、职务、附件1 联系人：王某；"
            "隐藏或已删除的内容未粘贴"));
    // The next paste, of which there is nothing to tell, ends the note.
    page.take(experience, 0);
    putOnClipboard(QStringLiteral("台账\n"), QStringLiteral("<table><tr><td>台账</td></tr></table>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(experience, 0) == QStringLiteral("台账"));
    CHECK(noteOf(page).isEmpty());
}

TEST_CASE("tables of one header are pasted as one, and a heading across the table is named", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    const QString header
        = QStringLiteral("<tr><td>领导同志批示情况</td><td>组织开展学习情况</td><td>当前进展</td></tr>");
    putOnClipboard(QStringLiteral("无"),
        QStringLiteral("<table>") + header
            + QStringLiteral(
                "<tr><td colspan=3>一、省级</td></tr><tr><td>批示甲</td><td>学习甲</td><td></td></tr></table>"
                "<p>续表</p><table>")
            + header + QStringLiteral("<tr><td>批示乙</td><td>学习乙</td><td></td></tr></table>"));
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(page.rows().size() == 2);
    CHECK(page.text(instructions, 0) == QStringLiteral("批示甲"));
    CHECK(page.text(instructions, 1) == QStringLiteral("批示乙"));
    CHECK(page.text(study, 1) == QStringLiteral("学习乙"));
    CHECK(noteOf(page).contains(QStringLiteral("一、省级")));
    CHECK_FALSE(noteOf(page).contains(QStringLiteral("表格等内容")));
    CHECK(opened.workspace.openReport().undoStack()->count() == 1);
}

TEST_CASE("text alone that holds the form's header is the table", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    putOnClipboard(QStringLiteral("学习宣传贯彻情况表\n序号\t领导同志批示情况\t组织开展学习情况\n一、\t批示甲\t学习甲\n"
                                  "二、\t批示乙\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(page.rows().size() == 2);
    CHECK(page.text(instructions, 1) == QStringLiteral("批示乙"));
    CHECK(page.text(study, 0) == QStringLiteral("学习甲"));
    CHECK(noteOf(page) == QStringLiteral("不属于表格各行的内容未粘贴：学习宣传贯彻情况表"));
}

TEST_CASE("what is deleted or hidden in a text does not come in", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    press(Qt::Key_Return);
    putOnClipboard(
        QStringLiteral("公开内部部分"), QStringLiteral("<p>公开<span style='display:none'>内部</span>部分</p>"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(instructions, 0) == QStringLiteral("公开部分"));
}

TEST_CASE("a block is selected by keys, copied, cleared and pasted elsewhere", "[table]")
{
    ReportOnDesk opened;
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
    CHECK(opened.workspace.openReport().undoStack()->count() == 1);
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
    ReportOnDesk opened;
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
    ReportOnDesk opened;
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
    ReportOnDesk opened;
    TablePage page(opened);
    page.editor.showPlace({QStringLiteral("annex1"), field::contact}, 0, 0);
    putOnClipboard(QStringLiteral("李某\t0851"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(field::contact, -1) == QStringLiteral("李某\t0851"));
    CHECK(page.text(instructions, 0).isEmpty());
}

} // namespace clipboard_test
