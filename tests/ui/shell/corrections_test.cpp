// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/correctionswindow.h"
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"

#include <QPushButton>
#include <QTreeWidget>

namespace corrections_test {

using namespace zhibao;

namespace {

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};
const Place section{QStringLiteral("annex2"), {}, -1, -1, 0};
const QString cellText = QStringLiteral("质量,强国;建设2次");
const QString sectionText = QStringLiteral("按国市监质发[2023]9号，，推进3项。\n3月5日至1日。，完成");

// A report with four corrections and two findings that only who writes can mend.
class FaultyWindow : public OpenWindow {
public:
    FaultyWindow()
    {
        create(QStringLiteral("贵州省市场监督管理局"), true);
        clear();
        REQUIRE(workspace->openReport().setText(cell, cellText));
        REQUIRE(workspace->openReport().setText(section, sectionText));
        workspace->openReport().endBurst();
        press(Qt::Key_3, Qt::ControlModifier);
    }

    QString at(const Place &place) const { return textAt(workspace->openReport().report(), place); }
    QPushButton *button() const { return child<QPushButton>(QStringLiteral("correctAll")); }
    CorrectionsWindow *corrections() const
    {
        const QList<CorrectionsWindow *> windows = window->findChildren<CorrectionsWindow *>();
        return windows.isEmpty() || !windows.last()->isVisible() ? nullptr : windows.last();
    }
    QTreeWidget *tree() const { return corrections()->findChild<QTreeWidget *>(QStringLiteral("corrections")); }
    QPushButton *apply() const { return corrections()->findChild<QPushButton *>(QStringLiteral("correct")); }
    // Offscreen nobody gives the keys back to the window below.
    void takeKeys() const
    {
        window->activateWindow();
        REQUIRE(QTest::qWaitFor([this] { return QApplication::activeWindow() == window.get(); }));
    }
    NoteBar *note() const { return child<NoteBar>(QStringLiteral("note")); }

private:
    // Of what the example has to correct.
    void clear() const
    {
        const Result<Report> clean = corrected(workspace->openReport().report(), workspace->openReport().notice(),
            correctionsOf(workspace->openReport().findings()));
        REQUIRE(clean);
        REQUIRE(workspace->openReport().apply(*clean, {{}, true}, QString()));
        REQUIRE(correctionsOf(workspace->openReport().findings()).isEmpty());
    }
};

} // namespace

TEST_CASE("all corrections are shown by kinds, before and after, and applied as one step that can be undone")
{
    const FaultyWindow desk;
    CHECK(desk.button()->text().contains(QStringLiteral("4 处")));
    QTest::mouseClick(desk.button(), Qt::LeftButton);
    REQUIRE(desk.corrections());
    CHECK(desk.at(cell) == cellText); // nothing is corrected without being asked
    const QTreeWidget *tree = desk.tree();
    REQUIRE(tree->topLevelItemCount() == 3);
    QStringList kinds;
    QStringList changes;
    for (int kind = 0; kind < 3; ++kind) {
        const QTreeWidgetItem *item = tree->topLevelItem(kind);
        kinds.append(item->text(0));
        for (int child = 0; child < item->childCount(); ++child)
            changes.append(item->child(child)->text(1) + u'>' + item->child(child)->text(2));
    }
    CHECK(kinds.contains(QStringLiteral("中文之间的半角标点（2 处）")));
    CHECK(kinds.contains(QStringLiteral("连用的标点（1 处）")));
    CHECK(kinds.contains(QStringLiteral("引用的文号（1 处）")));
    CHECK(changes.contains(QStringLiteral("质量,强国;建设2次>质量，强国;建设2次")));
    CHECK(desk.apply()->text().contains(QStringLiteral("4 处")));

    const int steps = desk.workspace->openReport().undoStack()->index();
    QTest::mouseClick(desk.apply(), Qt::LeftButton);
    CHECK_FALSE(desk.corrections());
    CHECK(desk.at(cell) == QStringLiteral("质量，强国；建设2次"));
    CHECK(desk.at(section) == QStringLiteral("按国市监质发〔2023〕9号，推进3项。\n3月5日至1日。，完成"));
    CHECK(desk.workspace->openReport().undoStack()->index() == steps + 1);
    CHECK(desk.note()->sentence().contains(QStringLiteral("已改正 4 处")));
    CHECK(QTest::qWaitFor([&] { return !desk.button()->isVisible(); }));
    desk.takeKeys();
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.at(cell) == cellText);
    CHECK(desk.at(section) == sectionText);
    CHECK_FALSE(desk.note()->isVisible()); // no longer true
}

TEST_CASE("what is not ticked stays as it is: a line, a kind, or all")
{
    const FaultyWindow desk;
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.corrections());
    QTreeWidget *tree = desk.tree();
    for (int kind = 0; kind < tree->topLevelItemCount(); ++kind) {
        QTreeWidgetItem *item = tree->topLevelItem(kind);
        if (item->childCount() == 2)
            item->child(1)->setCheckState(0, Qt::Unchecked);
        else if (item->text(0).startsWith(QStringLiteral("连用")))
            tree->setCurrentItem(item);
    }
    desk.corrections()->activateWindow();
    REQUIRE(QTest::qWaitFor([&] { return QApplication::activeWindow() == desk.corrections(); }));
    tree->setFocus();
    press(Qt::Key_Space); // takes the tick from the kind
    CHECK(desk.apply()->text().contains(QStringLiteral("2 处")));
    QTest::mouseClick(desk.apply(), Qt::LeftButton);
    CHECK(desk.at(cell) == QStringLiteral("质量，强国;建设2次"));
    CHECK(desk.at(section) == QStringLiteral("按国市监质发〔2023〕9号，，推进3项。\n3月5日至1日。，完成"));

    desk.takeKeys();
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.corrections());
    for (int kind = 0; kind < desk.tree()->topLevelItemCount(); ++kind)
        desk.tree()->topLevelItem(kind)->setCheckState(0, Qt::Unchecked);
    CHECK_FALSE(desk.apply()->isEnabled());
    press(Qt::Key_Escape);
    CHECK(desk.at(cell) == QStringLiteral("质量，强国;建设2次"));
}

TEST_CASE("where nothing can be mended in one way alone that is said")
{
    const FaultyWindow desk;
    REQUIRE(desk.workspace->openReport().setText(cell, QStringLiteral("质量强国建设2次")));
    REQUIRE(desk.workspace->openReport().setText(section, QStringLiteral("3月5日至1日。，完成")));
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(desk.corrections());
    CHECK(desk.note()->sentence().contains(QStringLiteral("没有只有一种改法的问题")));
}

TEST_CASE("a report that was handed in is not corrected, and the button says why")
{
    const FaultyWindow desk;
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_3, Qt::ControlModifier);
    REQUIRE(desk.button()->isVisible());
    CHECK_FALSE(desk.button()->isEnabled());
    CHECK(desk.button()->toolTip().contains(QStringLiteral("不能修改")));
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(desk.corrections());
    CHECK(desk.at(cell) == cellText);
    // Not even where the window was open before.
    CorrectionsWindow window(desk.workspace->openReport());
    window.show();
    QTest::mouseClick(window.findChild<QPushButton *>(QStringLiteral("correct")), Qt::LeftButton);
    CHECK(window.isVisible());
    CHECK_FALSE(window.findChild<QLabel *>(QStringLiteral("correctionsMessage"))->text().isEmpty());
    CHECK(desk.at(cell) == cellText);
}

} // namespace corrections_test
