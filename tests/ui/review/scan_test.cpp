// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/review/reviewwindow.h"

#include <QImage>
#include <QPushButton>

namespace scan_test {

using namespace zhibao;

namespace {

// Approved, with a scan attached; the review page is in front.
class ScannedWindow : public ReviewWindow {
public:
    ScannedWindow()
    {
        approve();
        press(Qt::Key_5, Qt::ControlModifier);
        QImage page(40, 60, QImage::Format_RGB32);
        page.fill(Qt::white);
        file = folder.filePath(QStringLiteral("盖章页.png"));
        REQUIRE(page.save(file));
        CHECK_FALSE(button(QStringLiteral("查看盖章扫描件"))->isVisible());
        CHECK_FALSE(button(QStringLiteral("取下盖章扫描件"))->isVisible());
        press(Qt::Key_J, command);
        REQUIRE(review().state() == ReportState::Sealed);
    }

    QPushButton *button(const QString &action) const { return child<QPushButton>(QStringLiteral("do ") + action); }
    NoteBar *note() const { return child<NoteBar>(QStringLiteral("note")); }
    QWidget *pane() const { return child<QWidget>(QStringLiteral("reasonPane")); }
};

QByteArray bytesOf(const QString &path)
{
    QFile read(path);
    REQUIRE(read.open(QIODevice::ReadOnly));
    return read.readAll();
}

} // namespace

TEST_CASE("a scan that was attached is opened in the system's program, as it was attached")
{
    ScannedWindow desk;
    const QByteArray scan = bytesOf(desk.file);
    REQUIRE(QFile::remove(desk.file)); // what is looked at is what is kept
    REQUIRE(desk.button(QStringLiteral("查看盖章扫描件"))->isVisible());
    QTest::mouseClick(desk.button(QStringLiteral("查看盖章扫描件")), Qt::LeftButton);
    CHECK(QFileInfo(desk.outside).fileName() == QStringLiteral("盖章页.png"));
    CHECK(bytesOf(desk.outside) == scan);
    CHECK_FALSE(QFileInfo(desk.outside).permissions().testFlag(QFile::WriteOwner));
    CHECK(desk.review().state() == ReportState::Sealed);
    const QString shown = desk.outside;
    press(Qt::Key_F9, Qt::ControlModifier);
    CHECK(QFileInfo::exists(desk.outside));
    desk.close();
    CHECK_FALSE(QFileInfo::exists(shown));
}

TEST_CASE("where no program opens the scan it is said")
{
    ScannedWindow desk;
    desk.opens = false;
    press(Qt::Key_F9, Qt::ControlModifier);
    CHECK(desk.note()->sentence().contains(QStringLiteral("没有能打开扫描件“盖章页.png”的程序")));
}

TEST_CASE("a scan is taken off when asked, told in the log, and the approval stays")
{
    ScannedWindow desk;
    const std::optional<LogEntry> approval = desk.review().approval();
    QTest::mouseClick(desk.button(QStringLiteral("取下盖章扫描件")), Qt::LeftButton);
    REQUIRE(desk.pane()->isVisible());
    press(Qt::Key_Escape); // thought better of it
    CHECK_FALSE(desk.pane()->isVisible());
    CHECK(desk.review().state() == ReportState::Sealed);
    press(Qt::Key_X, command);
    REQUIRE(desk.pane()->isVisible());
    type(QStringLiteral("扫错了页"));
    press(Qt::Key_Return);
    CHECK(desk.review().state() == ReportState::Approved);
    CHECK(desk.review().entries()->constLast().kind == EntryKind::RemoveScan);
    CHECK(desk.review().entries()->constLast().reason == QStringLiteral("扫错了页"));
    REQUIRE(desk.review().approval());
    CHECK(desk.review().approval()->uid == approval->uid);
    CHECK_FALSE(desk.button(QStringLiteral("取下盖章扫描件"))->isVisible());
    CHECK_FALSE(desk.button(QStringLiteral("查看盖章扫描件"))->isVisible());
    press(Qt::Key_J, command);
    CHECK(desk.review().state() == ReportState::Sealed); // another one
}

TEST_CASE("what was sent keeps its scan, and the command says why; it can still be looked at")
{
    ScannedWindow desk;
    REQUIRE(desk.review().recordWritten(
        {QStringLiteral("某人"), QStringLiteral("当面"), desk.workspace->office().clock()()}));
    const QAction *remove = desk.action(QStringLiteral("取下盖章扫描件"));
    CHECK_FALSE(remove->isEnabled());
    CHECK(remove->toolTip().contains(QStringLiteral("已报送")));
    press(Qt::Key_X, command);
    CHECK_FALSE(desk.pane()->isVisible());
    CHECK(desk.review().state() == ReportState::Sent);
    CHECK(desk.button(QStringLiteral("查看盖章扫描件"))->isVisible());
}

} // namespace scan_test
