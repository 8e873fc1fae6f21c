// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the commands act on: the row that is selected in the list, or the report that has a page in front.
#include "core/text/wordcount.h"
#include "exchange/report/reportfile.h"
#include "ui/find/findbar.h"
#include "ui/notebar.h"
#include "ui/numbers.h"
#include "ui/shell/reviewsteps.h"
#include "ui/start/reportlist.h"
#include "ui/start/startpage.h"
#include "ui/theme.h"
#include "ui/window/formpages.h"
#include "ui/window/navigation.h"

#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QTableView>

namespace commands_test {

using namespace zhibao;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");
const QString qinghai = QStringLiteral("青海省市场监督管理局");
const Place section{QStringLiteral("annex2"), {}, -1, -1, 0};
constexpr Qt::KeyboardModifiers command = Qt::ControlModifier | Qt::ShiftModifier;

// The list with two reports, of which the one of 贵州 was opened last; the other one is selected.
struct ListDesk : OpenWindow {
    qint64 other = create(qinghai);
    qint64 opened = create(guizhou);

    ListDesk()
    {
        REQUIRE(workspace->openReport().setText(section, QStringLiteral("甲说，乙说。")));
        press(Qt::Key_2, Qt::ControlModifier);
        toList();
    }

    void toList()
    {
        press(Qt::Key_O, Qt::ControlModifier);
        select(other);
    }
    void select(qint64 report) const { child<StartPage>()->select(report); }
    QString unit() const { return workspace->openReport().report().unit; }
    QString text() const { return textAt(workspace->openReport().report(), section); }
    NoteBar *note() const { return child<NoteBar>(QStringLiteral("note")); }
};

QColor colorOf(const QLabel *label)
{
    return label->palette().color(QPalette::WindowText);
}

} // namespace

TEST_CASE("the title says what the commands act on")
{
    ListDesk desk;
    CHECK(desk.window->windowTitle() == QStringLiteral("全部报表：%1 — 质报").arg(qinghai));
    desk.select(desk.opened);
    CHECK(desk.window->windowTitle() == QStringLiteral("全部报表：%1 — 质报").arg(guizhou));
    desk.child<QLineEdit>(QStringLiteral("filter"))->setText(QStringLiteral("没有这样的单位"));
    CHECK(desk.window->windowTitle() == QStringLiteral("全部报表 — 质报"));
    CHECK_FALSE(desk.action(QStringLiteral("导出…"))->isEnabled());
    desk.child<QLineEdit>(QStringLiteral("filter"))->clear();
    press(Qt::Key_N, Qt::ControlModifier);
    CHECK(desk.window->windowTitle() == QStringLiteral("新建报表 — 质报"));
    CHECK_FALSE(desk.action(QStringLiteral("打印…"))->isEnabled());
}

TEST_CASE("on the list export, pages and checks are of the selected row")
{
    ListDesk desk;
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK(desk.isShown("zhibao::ExportPage"));
    CHECK(desk.unit() == qinghai);
    CHECK(desk.window->windowTitle() == QStringLiteral("%1 — 质报").arg(qinghai));

    press(Qt::Key_O, Qt::ControlModifier);
    desk.select(desk.opened);
    press(Qt::Key_F8, Qt::ControlModifier);
    CHECK(desk.isShown("zhibao::FindingsPage"));
    CHECK(desk.unit() == guizhou);

    desk.toList();
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(desk.child<FormPages>()->form() == QStringLiteral("annex2"));
    CHECK(desk.unit() == qinghai);
}

TEST_CASE("on the list the report file that is written is that of the selected row")
{
    ListDesk desk;
    desk.file = desk.folder.filePath(QStringLiteral("written.json"));
    press(Qt::Key_S, command);
    const Result<ReportFile> written = readReportFile(desk.file, desk.workspace->office().catalogue().notices);
    REQUIRE(written);
    CHECK(written->report.unit == qinghai);
    CHECK(desk.isShown("zhibao::StartPage"));

    desk.select(desk.opened);
    press(Qt::Key_S, command);
    const Result<ReportFile> again = readReportFile(desk.file, desk.workspace->office().catalogue().notices);
    REQUIRE(again);
    CHECK(again->report.unit == guizhou);
}

TEST_CASE("on the list the selected row is what is printed, and comes to the front")
{
    ListDesk desk;
    QString printed;
    desk.printer = [&](QPrinter &) {
        printed = desk.unit();
        return false;
    };
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK(printed == qinghai);
    CHECK(desk.isShown("zhibao::FormPages"));
}

TEST_CASE("on the list the steps of review are those of the selected row")
{
    ListDesk desk;
    takeThrough(desk, {{desk.opened, {ReviewAction::Submit}}});
    desk.toList();
    CHECK(desk.action(QStringLiteral("送审"))->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("退回"))->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("提出意见"))->isEnabled());
    desk.select(desk.opened);
    CHECK_FALSE(desk.action(QStringLiteral("送审"))->isEnabled());
    CHECK(desk.action(QStringLiteral("送审"))->toolTip().contains(QStringLiteral("待审核")));
    CHECK(desk.action(QStringLiteral("退回"))->isEnabled());

    desk.select(desk.other);
    press(Qt::Key_T, command);
    CHECK(desk.isShown("zhibao::ReviewPage"));
    CHECK(desk.unit() == qinghai);
    CHECK(desk.child<QWidget>(QStringLiteral("reasonPane"))->isVisible());
}

TEST_CASE("what was asked of one report is not answered for another")
{
    ListDesk desk;
    press(Qt::Key_T, command);
    type(QStringLiteral("请审阅"));
    REQUIRE(desk.child<QWidget>(QStringLiteral("reasonPane"))->isVisible());
    press(Qt::Key_O, Qt::ControlModifier);
    desk.select(desk.opened);
    press(Qt::Key_5, Qt::ControlModifier);
    REQUIRE(desk.unit() == guizhou);
    CHECK_FALSE(desk.child<QWidget>(QStringLiteral("reasonPane"))->isVisible());
}

TEST_CASE("nothing is found or replaced in a report that is not on screen")
{
    ListDesk desk;
    desk.select(desk.opened);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_H, Qt::ControlModifier);
    typeKeys(QStringLiteral("说"));
    desk.child<QLineEdit>(QStringLiteral("replacement"))->setText(QStringLiteral("讲"));
    REQUIRE(desk.child<FindBar>()->isVisible());
    desk.toList();
    CHECK_FALSE(desk.child<FindBar>()->isVisible());
    for (const char *name : {"查找…", "替换…", "查找下一处", "查找上一处"})
        CHECK_FALSE(desk.action(QString::fromUtf8(name))->isEnabled());
    press(Qt::Key_H, Qt::ControlModifier);
    press(Qt::Key_F3);
    CHECK(desk.isShown("zhibao::StartPage"));
    CHECK(desk.text() == QStringLiteral("甲说，乙说。"));

    // From another page of the report the form comes to the front first.
    desk.select(desk.opened);
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_H, Qt::ControlModifier);
    CHECK(desk.isShown("zhibao::FormPages"));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("replaceAll")), Qt::LeftButton);
    CHECK(desk.text() == QStringLiteral("甲讲，乙讲。"));
}

TEST_CASE("before all is replaced it is said in which forms, where that is more than the one on screen")
{
    OpenWindow desk;
    desk.create(guizhou, true);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_H, Qt::ControlModifier);
    typeKeys(QStringLiteral("纲要"));
    const auto *state = desk.child<FindBar>()->findChild<QLabel *>(QStringLiteral("state"));
    CHECK(state->text().contains(QStringLiteral("附件1 ")));
    CHECK(state->text().contains(QStringLiteral("附件2 ")));
    auto *sought = desk.child<QLineEdit>(QStringLiteral("sought"));
    sought->setText(textAt(desk.workspace->openReport().report(), section).left(12));
    CHECK(state->text() == QStringLiteral("1 处"));
}

TEST_CASE("on the list nothing of a report is undone, in the report it is")
{
    ListDesk desk;
    CHECK_FALSE(desk.action(QStringLiteral("撤销"))->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.text() == QStringLiteral("甲说，乙说。"));
    CHECK(desk.isShown("zhibao::StartPage"));
    desk.select(desk.opened);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.text().isEmpty());
}

TEST_CASE("what was deleted from the list comes back by undoing, the last first")
{
    ListDesk desk;
    press(Qt::Key_Delete);
    desk.select(desk.opened);
    press(Qt::Key_Delete);
    REQUIRE(desk.workspace->office().reports()->isEmpty());
    CHECK(desk.isShown("zhibao::UnitChooser")); // there is nothing to list
    CHECK_FALSE(desk.action(QStringLiteral("撤销"))->isEnabled());
    desk.create(QStringLiteral("内蒙古自治区市场监督管理局"));
    CHECK_FALSE(desk.action(QStringLiteral("撤销"))->isEnabled()); // in a report it is the report's edits
    press(Qt::Key_O, Qt::ControlModifier);
    CHECK(desk.action(QStringLiteral("撤销"))->iconText() == QStringLiteral("撤销 删除报表"));
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(desk.workspace->office().reports()->size() == 2);
    CHECK(desk.child<StartPage>()->selectedName() == guizhou);
    CHECK(desk.note()->sentence().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(desk.workspace->office().reports()->size() == 3);
    CHECK(desk.child<StartPage>()->selectedName() == qinghai);
    CHECK_FALSE(desk.action(QStringLiteral("撤销"))->isEnabled());
}

TEST_CASE("from the blank forms a key and a button lead back to where one came from")
{
    ListDesk desk;
    press(Qt::Key_E, command);
    REQUIRE(desk.isShown("zhibao::ExportPage"));
    CHECK_FALSE(desk.child<Navigation>()->isVisible()); // they are not of the report that was opened before
    CHECK(desk.window->windowTitle() == QStringLiteral("导出空白表 — 质报"));
    press(Qt::Key_Escape);
    CHECK(desk.isShown("zhibao::StartPage"));
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK_FALSE(desk.child<QPushButton>(QStringLiteral("back"))->isVisible());
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_E, command);
    press(Qt::Key_E, command); // again, from itself
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("back")), Qt::LeftButton);
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.child<FormPages>()->form() == QStringLiteral("annex2"));
    CHECK(desk.unit() == qinghai);
}

TEST_CASE("a message ends when it is no longer true, and not before")
{
    OpenWindow desk;
    desk.create(guizhou);
    auto *note = desk.child<NoteBar>(QStringLiteral("note"));
    desk.file = QStringLiteral(SOURCE_ROOT "/resources/examples/贵州省市场监督管理局.json");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    REQUIRE(note->sentence().contains(QStringLiteral("可用“撤销”改回原样")));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(note->sentence().isEmpty());

    desk.file = desk.folder.filePath(QStringLiteral("written.json"));
    press(Qt::Key_S, command);
    REQUIRE(note->sentence().contains(QStringLiteral("已导出报表文件")));
    press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(note->sentence().contains(QStringLiteral("已导出报表文件")));
}

TEST_CASE("what came of an export is not said of another report")
{
    ListDesk desk;
    press(Qt::Key_E, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(desk.folder.filePath(QStringLiteral("out")));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    const auto *stop = desk.child<QPushButton>(QStringLiteral("stop"));
    REQUIRE(QTest::qWaitFor([stop] { return stop->isHidden(); }, 60000));
    const auto *written = desk.child<QLabel>(QStringLiteral("written"));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK(written->isVisible()); // of the same report it stays
    press(Qt::Key_O, Qt::ControlModifier);
    desk.select(desk.opened);
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK_FALSE(written->isVisible());
}

TEST_CASE("the length is the same wherever it is shown, and says what it takes in")
{
    OpenWindow desk;
    desk.create(guizhou);
    const int words = desk.workspace->openReport().words(section.form).words;
    REQUIRE(words > 100); // of the headings alone
    const auto *length = desk.child<QLabel>(QStringLiteral("length"));
    CHECK_FALSE(length->isVisible()); // Annex 1 has no limit
    press(Qt::Key_2, Qt::ControlModifier);
    REQUIRE(length->isVisible());
    const QString shown = QStringLiteral("字数 %1 / 3\u202f000").arg(words);
    CHECK(length->text() == shown);
    CHECK(desk.child<QLabel>(QStringLiteral("words"))->text() == shown);
    const auto *parts = desk.child<QLabel>(QStringLiteral("characters"));
    CHECK(parts->text().contains(QStringLiteral("各部分 0 字，标题、称谓、开头、结尾和落款 %1 字").arg(words)));
    REQUIRE(desk.workspace->openReport().setText(section, QStringLiteral("甲乙丙")));
    CHECK(parts->text().contains(QStringLiteral("各部分 3 字，标题、称谓、开头、结尾和落款 %1 字").arg(words)));
    press(Qt::Key_3, Qt::ControlModifier);
    CHECK_FALSE(length->isVisible());
    press(Qt::Key_O, Qt::ControlModifier);
    const auto *table = desk.child<QTableView>(QStringLiteral("table"));
    const QModelIndex cell = table->model()->index(0, ReportList::WordsColumn);
    CHECK(cell.data().toString() == grouped(words + 3));
    CHECK(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("落款")));
}

TEST_CASE("what is overdue is red at every text size, what is not has no colour")
{
    OpenWindow desk; // 19 December: Annex 1 is overdue, Annex 2 not due for twelve days
    desk.create(guizhou);
    for (const Qt::Key size : {Qt::Key_0, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Minus, Qt::Key_0}) {
        press(size, Qt::ControlModifier);
        press(Qt::Key_1, Qt::ControlModifier);
        const auto *table = desk.child<QLabel>(QStringLiteral("deadline"));
        CHECK(colorOf(table) == theme::red(QApplication::palette()));
        press(Qt::Key_2, Qt::ControlModifier);
        const auto *summary = desk.child<QLabel>(QStringLiteral("deadline"));
        REQUIRE(summary != table);
        CHECK(colorOf(summary) == QApplication::palette().color(QPalette::WindowText));
    }
    desk.now = desk.now.addDays(30);
    desk.restart();
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(colorOf(desk.child<QLabel>(QStringLiteral("deadline"))) == theme::red(QApplication::palette()));
    press(Qt::Key_0, Qt::ControlModifier);
}

} // namespace commands_test
