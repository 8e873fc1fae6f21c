// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/review/reviewwindow.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QPushButton>

namespace sending_test {

using namespace zhibao;

namespace {

// Approved and stamped, with the pane of sending open.
class SendingWindow : public ReviewWindow {
public:
    SendingWindow()
    {
        approve();
        QImage page(40, 60, QImage::Format_RGB32);
        page.fill(Qt::white);
        const QString scan = folder.filePath(QStringLiteral("盖章页.png"));
        REQUIRE(page.save(scan));
        REQUIRE(review().attachScan({scan}));
        file = folder.filePath(QStringLiteral("上报"));
        REQUIRE(QDir().mkpath(file));
        press(Qt::Key_D, command);
        REQUIRE(child<QWidget>(QStringLiteral("sendPane"))->isVisible());
    }

    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    QPushButton *button(const char *name) const
    {
        auto *found = child<QWidget>(QStringLiteral("sendPane"))->findChild<QPushButton *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    NoteBar *note() const { return child<NoteBar>(QStringLiteral("note")); }
    QStringList written() const { return QDir(file).entryList(QDir::Files); }
    QByteArray bytes(const QString &name) const
    {
        QFile read(QDir(file).filePath(name));
        REQUIRE(read.open(QIODevice::ReadOnly));
        return read.readAll();
    }
    void answer(const QString &words) const
    {
        QCoreApplication::processEvents(); // which show the answers
        for (QPushButton *each : note()->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == words)
                return QTest::mouseClick(each, Qt::LeftButton);
        }
        FAIL("no such answer");
    }
};

const QString draft = QStringLiteral("报送邮件草稿.eml");

} // namespace

TEST_CASE("the files to send are written into a folder, and those that are there are replaced only when asked")
{
    const SendingWindow desk;
    desk.click("files");
    CHECK(desk.written().contains(QStringLiteral("盖章页.png")));
    CHECK(desk.written().size() == 3); // and the text of each form
    CHECK_FALSE(desk.written().contains(draft));
    CHECK(desk.note()->sentence().contains(QStringLiteral("已写入")));
    QFile scan(QDir(desk.file).filePath(QStringLiteral("盖章页.png")));
    REQUIRE(scan.resize(0));
    desk.click("files");
    CHECK(desk.note()->sentence().contains(QStringLiteral("替换")));
    CHECK(scan.size() == 0);
    desk.answer(QStringLiteral("替换"));
    CHECK(QFileInfo(scan).size() > 0);
    CHECK(desk.review().state() == ReportState::Sealed); // nothing was sent by that
}

TEST_CASE("the e-mail is drafted with its attachments and handed to the mail program")
{
    const SendingWindow desk;
    desk.click("draft");
    REQUIRE(desk.written().contains(draft));
    CHECK(desk.written().size() == 4);
    CHECK(desk.outside == QDir(desk.file).filePath(draft));
    const QByteArray mail = desk.bytes(draft);
    CHECK(mail.startsWith("X-Unsent: 1\r\n"));
    CHECK(mail.contains("To: " + desk.workspace->openReport().notice().recipientMail.toUtf8()));
    CHECK(mail.contains(desk.bytes(QStringLiteral("盖章页.png")).toBase64().left(60)));
    CHECK(desk.review().state() == ReportState::Sealed);
}

TEST_CASE("a question takes the keys, to the answer that changes nothing, and gives them back")
{
    const SendingWindow desk;
    desk.click("files");
    QFile scan(QDir(desk.file).filePath(QStringLiteral("盖章页.png")));
    REQUIRE(scan.resize(0));
    desk.button("files")->setFocus();
    press(Qt::Key_Return);
    REQUIRE(desk.note()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Return);
    CHECK_FALSE(desk.note()->isVisible());
    CHECK(QApplication::focusWidget() == desk.button("files"));
    press(Qt::Key_Return);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    press(Qt::Key_Return);
    CHECK(QFileInfo(scan).size() > 0);
    CHECK(desk.note()->sentence().contains(QStringLiteral("已写入")));
}

TEST_CASE("the record names what was written, to the byte, whatever became of the folder")
{
    const SendingWindow desk;
    desk.click("files");
    QStringList digests;
    for (const QString &name : desk.written())
        digests.append(
            QString::fromLatin1(QCryptographicHash::hash(desk.bytes(name), QCryptographicHash::Sha256).toHex()));
    REQUIRE(digests.size() == 3);
    REQUIRE(QDir(desk.file).removeRecursively());
    desk.click("confirm");
    REQUIRE(desk.review().state() == ReportState::Sent);
    const QJsonArray files = desk.review().entries()->constLast().detail.value(QStringLiteral("files")).toArray();
    REQUIRE(files.size() == 3);
    for (const QJsonValue &file : files)
        CHECK(digests.contains(file.toObject().value(QStringLiteral("digest")).toString()));
}

TEST_CASE("no folder chosen: nothing is written, and the pane stays as it was")
{
    SendingWindow desk;
    const QString folder = std::exchange(desk.file, QString());
    desk.click("files");
    desk.click("draft");
    CHECK(QDir(folder).isEmpty());
    CHECK(desk.outside.isEmpty());
    CHECK(desk.child<QWidget>(QStringLiteral("sendPane"))->isVisible());
}

TEST_CASE("Enter presses the button that has the focus")
{
    const SendingWindow desk;
    desk.button("files")->setFocus();
    press(Qt::Key_Return);
    CHECK(desk.written().size() == 3);
    desk.button("cancel")->setFocus();
    press(Qt::Key_Return);
    CHECK_FALSE(desk.child<QWidget>(QStringLiteral("sendPane"))->isVisible());
}

} // namespace sending_test
