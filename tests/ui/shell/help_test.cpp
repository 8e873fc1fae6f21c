// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/openwindow.h"
#include "ui/window/helpwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>

namespace help_test {

using namespace zhibao;

namespace {

class Help : public OpenWindow {
public:
    Help()
    {
        create();
        press(Qt::Key_F1);
        help()->activateWindow();
        REQUIRE(QTest::qWaitFor([this] { return QApplication::activeWindow() == help(); }));
    }

    HelpWindow *help() const { return child<HelpWindow>(); }
    QListWidget *contents() const { return help()->findChild<QListWidget *>(QStringLiteral("helpContents")); }
    QTextBrowser *text() const { return help()->findChild<QTextBrowser *>(QStringLiteral("helpText")); }
    QLineEdit *sought() const { return help()->findChild<QLineEdit *>(QStringLiteral("helpSought")); }
    QString count() const { return help()->findChild<QLabel *>(QStringLiteral("helpCount"))->text(); }
    QString chapter() const { return contents()->currentItem()->text(); }
    // The line at the top of what is in sight.
    QString top() const { return text()->cursorForPosition(QPoint(30, 30)).block().text(); }
};

} // namespace

TEST_CASE("the contents of the help are its headings, and lead to them by key")
{
    const Help desk;
    CHECK(desk.contents()->count() >= 12);
    CHECK(desk.chapter() == QStringLiteral("填写情况表")); // what is in hand
    CHECK(desk.top() == desk.chapter());
    desk.contents()->setFocus();
    press(Qt::Key_Down);
    CHECK(desk.chapter() == QStringLiteral("撰写总结"));
    CHECK(desk.top() == desk.chapter());
    press(Qt::Key_Return);
    CHECK(desk.text()->hasFocus());
    // Each of them.
    for (int row = 0; row < desk.contents()->count(); ++row)
        CHECK(desk.text()->toPlainText().contains(desk.contents()->item(row)->text()));
}

TEST_CASE("the help is searched by key: all hits are marked and counted, F3 goes on round the end")
{
    const Help desk;
    press(Qt::Key_F, Qt::ControlModifier);
    REQUIRE(desk.sought()->hasFocus());
    type(QStringLiteral("扫描件"));
    const auto hits = desk.text()->toPlainText().count(QStringLiteral("扫描件"));
    REQUIRE(hits > 2);
    CHECK(desk.text()->extraSelections().size() == hits);
    CHECK(desk.count() == QStringLiteral("第 1 处，共 %1 处").arg(hits));
    CHECK(desk.text()->textCursor().selectedText() == QStringLiteral("扫描件"));
    CHECK(desk.chapter() == QStringLiteral("审核、批准和报送")); // follows
    const int first = desk.text()->textCursor().position();
    press(Qt::Key_F3);
    CHECK(desk.count() == QStringLiteral("第 2 处，共 %1 处").arg(hits));
    CHECK(desk.text()->textCursor().position() > first);
    press(Qt::Key_F3, Qt::ShiftModifier);
    press(Qt::Key_F3, Qt::ShiftModifier);
    CHECK(desk.count() == QStringLiteral("第 %1 处，共 %1 处").arg(hits));
    press(Qt::Key_Return);
    CHECK(desk.text()->textCursor().position() == first);

    desk.sought()->setText(QStringLiteral("没有的词语"));
    CHECK(desk.count() == QStringLiteral("没有找到"));
    CHECK(desk.text()->extraSelections().isEmpty());
    press(Qt::Key_Escape); // what is sought first, then the window
    CHECK(desk.sought()->text().isEmpty());
    CHECK(desk.count().isEmpty());
    CHECK(desk.help()->isVisible());
    press(Qt::Key_Escape);
    CHECK_FALSE(desk.help()->isVisible());
}

TEST_CASE("the help begins to search where one reads, and fits an office screen")
{
    const Help desk;
    CHECK(desk.help()->height() <= 768);
    CHECK(desk.help()->width() <= 1366);
    desk.contents()->setCurrentRow(desk.contents()->count() - 1);
    desk.sought()->setText(QStringLiteral("撤销"));
    CHECK_FALSE(desk.count().startsWith(QStringLiteral("第 1 处")));
    CHECK(desk.chapter() == desk.contents()->item(desk.contents()->count() - 1)->text());
}

} // namespace help_test
