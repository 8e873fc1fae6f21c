// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screenshots/scenes.h"

#include "ui/findings/correctionswindow.h"
#include "ui/notebar.h"
#include "ui/parts/printwindow.h"
#include "ui/window/formpages.h"
#include "ui/window/helpwindow.h"
#include "ui/window/problemwindow.h"
#include "ui/window/restorewindow.h"
#include "workspace/describe/describe.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

namespace zhibao {

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");
const QString neimenggu = QStringLiteral("内蒙古自治区市场监督管理局");

QPixmap grab(const OpenWindow &desk)
{
    return grabbed(desk.window.get());
}

void openExample(OpenWindow &desk, Qt::Key page)
{
    desk.create(guizhou, true);
    press(page, Qt::ControlModifier);
}

QPixmap reports(OpenWindow &desk)
{
    desk.create(guizhou, true);
    desk.create(QStringLiteral("青海省市场监督管理局"));
    desk.now = QDateTime(QDate(2023, 12, 20), QTime(16, 5));
    desk.create(neimenggu, true);
    desk.create(QStringLiteral("新疆生产建设兵团市场监督管理局"));
    press(Qt::Key_O, Qt::ControlModifier);
    desk.child<QTableView>(QStringLiteral("table"))->selectRow(1);
    return grab(desk);
}

QPixmap noMatch(OpenWindow &desk)
{
    desk.create();
    press(Qt::Key_O, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("filter"))->setText(QStringLiteral("没有这个单位"));
    return grab(desk);
}

QPixmap units(OpenWindow &desk)
{
    typeKeys(QStringLiteral("贵州"));
    return grab(desk);
}

QPixmap table(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    return grab(desk);
}

QPixmap emptyTable(OpenWindow &desk)
{
    desk.create();
    press(Qt::Key_1, Qt::ControlModifier);
    return grab(desk);
}

QPixmap widePane(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    press(Qt::Key_F2);
    return grab(desk);
}

QPixmap summary(OpenWindow &desk)
{
    openExample(desk, Qt::Key_2);
    return grab(desk);
}

QPixmap emptySummary(OpenWindow &desk)
{
    desk.create();
    press(Qt::Key_2, Qt::ControlModifier);
    return grab(desk);
}

QString pastedSummary(const OpenWindow &desk)
{
    const Form &form = desk.workspace->openReport().notice().forms.last();
    QStringList lines{QStringLiteral("贵州省市场监督管理局工作总结"), QStringLiteral("市场监管总局：")};
    for (const Section &section : form.outline()->sections)
        lines += {section.heading, QStringLiteral("全省共组织学习126场，印发文件8件，督促落实任务52项。")};
    return lines.join(u'\n');
}

QPixmap split(OpenWindow &desk)
{
    openExample(desk, Qt::Key_2);
    QGuiApplication::clipboard()->setText(pastedSummary(desk));
    press(Qt::Key_V, Qt::ControlModifier);
    return grab(desk);
}

QPixmap find(OpenWindow &desk)
{
    openExample(desk, Qt::Key_2);
    press(Qt::Key_F, Qt::ControlModifier);
    typeKeys(QStringLiteral("纲要"));
    press(Qt::Key_Return);
    return grab(desk);
}

QPixmap replace(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    press(Qt::Key_H, Qt::ControlModifier);
    typeKeys(QStringLiteral("没有的词"));
    return grab(desk);
}

QPixmap findings(OpenWindow &desk)
{
    openExample(desk, Qt::Key_2);
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 1;
    REQUIRE(desk.workspace->openReport().setText(
        place, QStringLiteral("已按照国市监质发〔2022〕9号文件,印发《实施意见。")));
    place.section = 2;
    REQUIRE(desk.workspace->openReport().setText(place, QString()));
    press(Qt::Key_3, Qt::ControlModifier);
    return grab(desk);
}

QPixmap noFindings(OpenWindow &desk)
{
    openExample(desk, Qt::Key_3);
    const QList<Finding> findings = desk.workspace->openReport().findings();
    for (const Finding &finding : findings)
        REQUIRE(desk.workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
    return grab(desk);
}

QPixmap beforeExport(OpenWindow &desk)
{
    openExample(desk, Qt::Key_6);
    return grab(desk);
}

QPixmap blankExport(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    desk.action(QStringLiteral("导出空白表"))->trigger();
    return grab(desk);
}

QPixmap afterExport(OpenWindow &desk)
{
    openExample(desk, Qt::Key_6);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(desk.folder.filePath(QStringLiteral("上报材料")));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    auto *stop = desk.child<QPushButton>(QStringLiteral("stop"));
    REQUIRE(QTest::qWaitFor([stop] { return stop->isHidden(); }, 60000));
    return grab(desk);
}

QPixmap history(OpenWindow &desk)
{
    openExample(desk, Qt::Key_2);
    Place place;
    place.form = QStringLiteral("annex2");
    for (place.section = 0; place.section < 3; ++place.section) {
        desk.now = desk.now.addSecs(20 * 3600);
        QString text = textAt(desk.workspace->openReport().report(), place);
        REQUIRE(desk.workspace->openReport().setText(place, text.replace(8, 6, QStringLiteral("改写之处"))));
        REQUIRE(desk.workspace->openReport().flush());
    }
    REQUIRE(desk.workspace->openReport().removeRow(QStringLiteral("annex1"), 0));
    REQUIRE(desk.workspace->openReport().keepVersion(desk.workspace->openReport().currentVersion().value()));
    press(Qt::Key_4, Qt::ControlModifier);
    QTest::qWait(600);
    return grab(desk);
}

QPixmap firstVersion(OpenWindow &desk)
{
    desk.create();
    press(Qt::Key_4, Qt::ControlModifier);
    return grab(desk);
}

QPixmap backups(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    for (int count = 0; count < 3; ++count) {
        desk.now = desk.now.addDays(1);
        REQUIRE(desk.workspace->office().backups().make());
    }
    RestoreWindow window(*desk.workspace, systemDialogs());
    window.show();
    return grabbed(&window);
}

// The lasting states above all pages, as many as can be at once.
QPixmap storeNotes(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    REQUIRE(desk.workspace->office().backups().setFolder(QStringLiteral("/media/备份盘/质报")));
    REQUIRE(desk.workspace->office().backups().make());
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 0;
    desk.now = desk.now.addDays(-400);
    REQUIRE(desk.workspace->openReport().setText(place, QStringLiteral("钟表拨回之后")));
    REQUIRE(desk.workspace->openReport().flush());
    return grab(desk);
}

QPixmap recovery(OpenWindow &desk)
{
    const Recovery recovery{QStringLiteral("/home/office/.local/share/zhibao/zhibao.db.damaged-1"), QStringLiteral("b"),
        {{guizhou, {}, RecoveredReport::Source::Store, desk.now},
            {neimenggu, {}, RecoveredReport::Source::Backup, desk.now},
            {QStringLiteral("青海省市场监督管理局"), {}, RecoveredReport::Source::Lost, {}}}};
    RecoveryWindow window(recovery);
    window.show();
    return grabbed(&window);
}

QPixmap damage(OpenWindow &desk)
{
    ProblemWindow window(describe({ErrorCode::StoreDamaged, {desk.workspace->office().storePath()}}),
        QStringLiteral("可以用 2023-12-19 09:30 的备份和数据文件中仍能读出的内容修复，损坏的文件会另存。"));
    window.show();
    return grabbed(&window);
}

QPixmap deletedNote(OpenWindow &desk)
{
    desk.create(neimenggu);
    desk.create(guizhou);
    press(Qt::Key_O, Qt::ControlModifier);
    desk.child<QTableView>(QStringLiteral("table"))->setFocus();
    press(Qt::Key_Delete);
    return grab(desk);
}

QPixmap problemNote(OpenWindow &desk)
{
    desk.create();
    desk.file = QStringLiteral(SOURCE_ROOT "/CMakeLists.txt");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    return grab(desk);
}

QPixmap help(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    press(Qt::Key_F1);
    return grabbed(desk.child<HelpWindow>());
}

QPixmap helpSearch(OpenWindow &desk)
{
    help(desk);
    press(Qt::Key_F, Qt::ControlModifier);
    type(QStringLiteral("扫描件"));
    return grabbed(desk.child<HelpWindow>());
}

// Marks that can be mended in one way, and one that can not.
void makeSlips(OpenWindow &desk, Qt::Key page)
{
    openExample(desk, page);
    const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};
    const Place section{QStringLiteral("annex2"), {}, -1, -1, 0};
    REQUIRE(
        desk.workspace->openReport().setText(cell, QStringLiteral("省领导作出批示,要求抓好落实;已印发(2023年3月)。")));
    REQUIRE(desk.workspace->openReport().setText(
        section, QStringLiteral("按国市监质发[2023]9号要求，，开展\"质量月\"活动12场。，效果良好。")));
}

QPixmap corrections(OpenWindow &desk)
{
    makeSlips(desk, Qt::Key_3);
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    return grabbed(desk.child<CorrectionsWindow>());
}

QPixmap findingsToCorrect(OpenWindow &desk)
{
    makeSlips(desk, Qt::Key_1);
    press(Qt::Key_3, Qt::ControlModifier);
    return grab(desk);
}

QPixmap findingBeside(OpenWindow &desk, const Place &place)
{
    makeSlips(desk, Qt::Key_1);
    desk.child<FormPages>()->showPlace(place, 0, 0);
    press(Qt::Key_F8);
    return grab(desk);
}

QPixmap problemWindow(OpenWindow &desk)
{
    Workspace second(desk.workspace->office().catalogue(), systemClock());
    const Result<void> opened = second.openStore(desk.folder.filePath(QStringLiteral("store/zhibao.db")));
    REQUIRE_FALSE(opened);
    ProblemWindow window(describe(opened.error()));
    window.show();
    return grabbed(&window);
}

// All menus side by side below the bar, which no screen would show at once.
QPixmap menus(OpenWindow &desk)
{
    openExample(desk, Qt::Key_1);
    QPixmap picture = grab(desk);
    QPainter painter(&picture);
    int x = 0;
    for (const QAction *action : desk.window->menuBar()->actions()) {
        QMenu *menu = action->menu();
        menu->popup(desk.window->mapToGlobal(QPoint(x, desk.window->menuBar()->height())));
        menu->setActiveAction(menu->actions().value(1));
        painter.drawPixmap(x, desk.window->menuBar()->height(), menu->grab());
        x += menu->width();
        menu->hide();
    }
    return picture;
}

QPixmap printing(OpenWindow &desk)
{
    desk.create();
    PrintWindow window({{QStringLiteral("办公室 HP LaserJet M403n"), true, false}}, 12, desk.window.get());
    window.findChild<QComboBox *>(QStringLiteral("which"))->setCurrentIndex(1);
    window.show();
    return grabbed(&window);
}

QPixmap printingWithoutPrinter(OpenWindow &desk)
{
    desk.create();
    PrintWindow window({}, 1, desk.window.get());
    window.show();
    return grabbed(&window);
}

} // namespace

QPixmap grabbed(QWidget *widget)
{
    QTest::qWait(400);
    return widget->grab();
}

QList<Scene> scenes()
{
    const QList<Scene> pages{{QStringLiteral("units"), units}, {QStringLiteral("reports"), reports},
        {QStringLiteral("reports-none"), noMatch}, {QStringLiteral("reports-deleted"), deletedNote},
        {QStringLiteral("table"), table}, {QStringLiteral("table-empty"), emptyTable},
        {QStringLiteral("table-wide"), widePane}, {QStringLiteral("table-problem"), problemNote},
        {QStringLiteral("table-replace"), replace}, {QStringLiteral("summary"), summary},
        {QStringLiteral("summary-empty"), emptySummary}, {QStringLiteral("summary-split"), split},
        {QStringLiteral("summary-find"), find}, {QStringLiteral("findings"), findings},
        {QStringLiteral("findings-none"), noFindings}, {QStringLiteral("export"), beforeExport},
        {QStringLiteral("export-blank"), blankExport}, {QStringLiteral("export-done"), afterExport},
        {QStringLiteral("print"), printing}, {QStringLiteral("print-none"), printingWithoutPrinter},
        {QStringLiteral("menus"), menus}, {QStringLiteral("help"), help}, {QStringLiteral("help-search"), helpSearch},
        {QStringLiteral("corrections"), corrections}, {QStringLiteral("findings-correct"), findingsToCorrect},
        {QStringLiteral("finding-table"),
            [](OpenWindow &desk) {
                return findingBeside(desk, {QStringLiteral("annex1"), QStringLiteral("instructions"), 0});
            }},
        {QStringLiteral("finding-summary"),
            [](OpenWindow &desk) {
                return findingBeside(desk, {QStringLiteral("annex2"), {}, -1, -1, 0});
            }},
        {QStringLiteral("problem"), problemWindow}, {QStringLiteral("history"), history},
        {QStringLiteral("history-first"), firstVersion}, {QStringLiteral("backups"), backups},
        {QStringLiteral("store-notes"), storeNotes}, {QStringLiteral("recovery"), recovery},
        {QStringLiteral("damage"), damage}};
    return pages + noticeScenes() + peopleScenes() + reviewScenes() + verifyScenes();
}

} // namespace zhibao
