// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/menutext.h"
#include "ui/notebar.h"
#include "ui/people/officewindow.h"
#include "ui/shell/openwindow.h"
#include "ui/shell/reviewsteps.h"
#include "workspace/export/export.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>

namespace export_test {

using namespace zhibao;

namespace {

bool waitForEnd(const OpenWindow &desk)
{
    auto *stop = desk.child<QPushButton>(QStringLiteral("stop"));
    return QTest::qWaitFor([stop] { return stop->isHidden(); }, 60000);
}

void exportTo(const OpenWindow &desk, const QString &folder)
{
    press(Qt::Key_E, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(folder);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    REQUIRE(waitForEnd(desk));
}

NoteBar *noteOf(const OpenWindow &desk)
{
    return desk.child<QPushButton>(QStringLiteral("begin"))->parentWidget()->findChild<NoteBar *>();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// Of the pages of a PDF, in order; equal ones that follow each other are one.
std::string orientations(const QString &path)
{
    static const QRegularExpression box(QStringLiteral(R"(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\])"));
    std::string found;
    QRegularExpressionMatchIterator boxes = box.globalMatch(QString::fromLatin1(bytesOf(path)));
    while (boxes.hasNext()) {
        const QRegularExpressionMatch match = boxes.next();
        const char now = match.captured(1).toDouble() > match.captured(2).toDouble() ? 'L' : 'P';
        if (found.empty() || found.back() != now)
            found += now;
    }
    return found;
}

} // namespace

TEST_CASE("both annexes are exported by keys, with the outcome in place")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(desk.isShown("zhibao::ExportPage"));
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(folder);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setFocus();
    press(Qt::Key_Return);
    REQUIRE(waitForEnd(desk));

    auto *files = desk.child<QListWidget>(QStringLiteral("files"));
    REQUIRE(files->count() == 4);
    CHECK(QDir(folder).entryList(QDir::Files).size() == 4);
    CHECK(files->item(0)->text().contains(QStringLiteral("贵州省市场监督管理局")));
    CHECK(bytesOf(files->item(0)->toolTip()).startsWith("%PDF-"));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("openFolder")), Qt::LeftButton);
    CHECK(desk.outside == folder);

    desk.restart();
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK(desk.child<QLineEdit>(QStringLiteral("folder"))->text() == folder);
}

TEST_CASE("an exported file is opened, found and copied by its menu, by keys and by buttons")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    exportTo(desk, desk.folder.filePath(QStringLiteral("out")));
    auto *files = desk.child<QListWidget>(QStringLiteral("files"));
    QStringList menu;
    for (const QAction *action : files->actions())
        menu.append(withoutMnemonic(action->text()));
    CHECK(menu == QStringList{QStringLiteral("打开"), QStringLiteral("打开文件夹"), QStringLiteral("复制路径")});
    CHECK(files->contextMenuPolicy() == Qt::ActionsContextMenu);

    files->setFocus();
    files->setCurrentRow(1);
    const QString path = files->item(1)->toolTip();
    press(Qt::Key_Return);
    CHECK(desk.outside == path);
    press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.outside == QFileInfo(path).path());
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == path);
    CHECK(noteOf(desk)->sentence() == QStringLiteral("已复制路径：") + path);

    files->setCurrentRow(2);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("openFile")), Qt::LeftButton);
    CHECK(desk.outside == files->item(2)->toolTip());
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("copyPath")), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == files->item(2)->toolTip());
}

TEST_CASE("what cannot be opened is told, with the path to copy")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    exportTo(desk, folder);
    NoteBar *note = noteOf(desk);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("openFolder")), Qt::LeftButton);
    CHECK(desk.outside == folder);
    CHECK(note->sentence().isEmpty()); // it was

    desk.opens = false;
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("openFolder")), Qt::LeftButton);
    CHECK(note->sentence().contains(QStringLiteral("未能打开“%1”：本机没有").arg(folder)));
    QTest::mouseClick(note->findChild<QPushButton *>(), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == folder);

    desk.opens = true; // as a system says that does not look
    desk.outside.clear();
    REQUIRE(QFile::remove(desk.child<QListWidget>(QStringLiteral("files"))->item(0)->toolTip()));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("openFile")), Qt::LeftButton);
    CHECK(desk.outside.isEmpty());
    CHECK(note->sentence().contains(QStringLiteral("已不在原处")));
}

TEST_CASE("the page of export tells a draft from what was approved")
{
    OpenWindow desk;
    const qint64 report = desk.create(); // empty, and thus with findings
    press(Qt::Key_E, Qt::ControlModifier);
    CHECK(desk.child<QLabel>(QStringLiteral("state"))->text().endsWith(QStringLiteral("草稿仍可导出。")));
    CHECK(desk.child<QLabel>(QStringLiteral("mark"))->text().contains(QStringLiteral("送审稿")));

    takeThrough(desk, {{report, {ReviewAction::Submit, ReviewAction::Review, ReviewAction::Approve}}});
    press(Qt::Key_E, Qt::ControlModifier);
    const QString found = desk.child<QLabel>(QStringLiteral("state"))->text();
    CHECK(found.startsWith(QStringLiteral("检查：")));
    CHECK_FALSE(found.contains(QStringLiteral("草稿")));
    CHECK(desk.child<QLabel>(QStringLiteral("mark"))->text().contains(QStringLiteral("批准的版本，页边不加标记")));
}

TEST_CASE("somebody else's file of that name is replaced only when asked to")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    REQUIRE(QDir().mkpath(folder));
    const Report &report = desk.workspace->openReport().report();
    const Form &form = desk.workspace->openReport().notice().forms.first();
    const QString path = folder + u'/' + exportName(form, report.unit, FileFormat::Pdf);
    QFile foreign(path);
    REQUIRE(foreign.open(QIODevice::WriteOnly));
    foreign.write("mine");
    foreign.close();

    press(Qt::Key_E, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(folder);
    desk.child<QCheckBox>(QStringLiteral("docx"))->setChecked(false);
    auto *begin = desk.child<QPushButton>(QStringLiteral("begin"));
    QTest::mouseClick(begin, Qt::LeftButton);
    REQUIRE(waitForEnd(desk));
    const auto *page = begin->parentWidget();
    auto *note = page->findChild<NoteBar *>();
    REQUIRE(note);
    CHECK(note->sentence().contains(exportName(form, report.unit, FileFormat::Pdf)));
    CHECK(bytesOf(path) == "mine");

    QPushButton *replace = nullptr;
    for (QPushButton *button : note->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("替换"))
            replace = button;
    }
    REQUIRE(replace);
    QTest::mouseClick(replace, Qt::LeftButton);
    REQUIRE(waitForEnd(desk));
    CHECK(bytesOf(path).startsWith("%PDF-"));
}

TEST_CASE("an export can be stopped and leaves nothing behind")
{
    OpenWindow desk;
    desk.create();
    const QString form = QStringLiteral("annex1");
    Report report = desk.workspace->openReport().report();
    for (int row = 0; row < 2000; ++row)
        report.forms[form].rows.append(Row{{{QStringLiteral("study"), QString(300, u'学')}}, {}});
    REQUIRE(desk.workspace->openReport().apply(report, {{}, true}, QString()));
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    press(Qt::Key_E, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(folder);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("stop")), Qt::LeftButton);
    REQUIRE(waitForEnd(desk));
    CHECK(QDir(folder).entryList(QDir::Files).isEmpty());
    CHECK(desk.child<QPushButton>(QStringLiteral("begin"))->isEnabled());
}

TEST_CASE("the blank forms are exported without a report")
{
    OpenWindow desk;
    const QString folder = desk.folder.filePath(QStringLiteral("out"));
    desk.action(QStringLiteral("导出空白表"))->trigger();
    REQUIRE(desk.isShown("zhibao::ExportPage"));
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(folder);
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    REQUIRE(waitForEnd(desk));
    CHECK(QDir(folder).entryList(QDir::Files).size() == 4);
}

TEST_CASE("the printer is given the pages of the form in front, on its paper")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString path = desk.folder.filePath(QStringLiteral("printed.pdf"));
    QPageLayout layout;
    desk.printer = [&](QPrinter &printer) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        layout = printer.pageLayout();
        return true;
    };
    qunsetenv("CUPS_SERVER"); // which the tests before may have set
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK(qgetenv("CUPS_SERVER") == "/run/cups/cups.sock");
    CHECK(bytesOf(path).startsWith("%PDF-"));
    CHECK(layout.orientation() == QPageLayout::Landscape);
    CHECK(layout.pageSize().id() == QPageSize::A4);

    REQUIRE(QFile::remove(path));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK(layout.orientation() == QPageLayout::Portrait);
    CHECK(bytesOf(path).startsWith("%PDF-"));

    REQUIRE(QFile::remove(path));
    desk.printer = [](QPrinter &) { return false; };
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("both forms are printed as one job, each page on paper of its own orientation")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString path = desk.folder.filePath(QStringLiteral("printed.pdf"));
    int jobs = 0;
    desk.printer = [&](QPrinter &printer) {
        ++jobs;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        return true;
    };
    press(Qt::Key_P, Qt::ControlModifier); // the one in front
    CHECK(orientations(path) == "L");
    desk.action(QStringLiteral("打印全部附件"))->trigger();
    CHECK(orientations(path) == "LP");
    waitForKeys(desk.window.get());
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    CHECK(orientations(path) == "LP");
    waitForKeys(desk.window.get());
    press(Qt::Key_P, Qt::ControlModifier);
    CHECK(orientations(path) == "P");
    CHECK(jobs == 4);
}

TEST_CASE("the pages that are asked for are counted through both forms")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QString path = desk.folder.filePath(QStringLiteral("printed.pdf"));
    desk.printer = [&](QPrinter &printer) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageOrder(QPrinter::LastPageFirst);
        return true;
    };
    press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    CHECK(orientations(path) == "PL");
}

} // namespace export_test
