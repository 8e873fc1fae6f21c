// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/find/findbar.h"
#include "ui/hand.h"
#include "ui/reportondesk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

namespace findbar_test {

using namespace zhibao;

namespace {

// The bar below a text, as in the window.
struct Window {
    explicit Window(ReportOnDesk &opened)
        : report(opened)
        , bar(opened.workspace.openReport())
        , shown(&bar, &FindBar::showPlace)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&text);
        layout->addWidget(&bar);
        // A page takes the focus when it is asked to show a place.
        QObject::connect(&bar, &FindBar::showPlace, &text, [this] { text.setFocus(); });
        window.resize(900, 400);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        text.setFocus();
    }
    ~Window()
    {
        bar.setParent(nullptr);
        text.setParent(nullptr);
    }

    QLineEdit *line(const char *name) { return bar.findChild<QLineEdit *>(QLatin1String(name)); }
    QString state() { return bar.findChild<QLabel *>(QStringLiteral("state"))->text(); }
    void click(const char *name)
    {
        auto *button = bar.findChild<QAbstractButton *>(QLatin1String(name));
        REQUIRE(button);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    // What the last match shown says.
    QString found()
    {
        const QList<QVariant> last = shown.constLast();
        return textAt(report.workspace.openReport().report(), last.at(0).value<Place>())
            .mid(last.at(1).toInt(), last.at(2).toInt());
    }

    ReportOnDesk &report;
    QWidget window;
    QTextEdit text;
    FindBar bar;
    QSignalSpy shown;
};

int countIn(const Report &report, const QString &sought)
{
    int count = 0;
    for (const FormAnswer &answer : report.forms) {
        QStringList texts = answer.fields.values() + answer.sections;
        for (const Row &row : answer.rows) {
            texts += row.cells.values();
            for (const Texts &entry : row.entries)
                texts += entry.values();
        }
        count += static_cast<int>(texts.join(QChar(0x1f)).count(sought));
    }
    return count;
}

} // namespace

TEST_CASE("Enter goes through every match of both forms and around", "[find]")
{
    qRegisterMetaType<Place>();
    ReportOnDesk report;
    report.fill(exampleReport());
    Window window(report);
    window.bar.openFind();
    CHECK(window.bar.isVisible());
    CHECK(window.line("replacement")->isHidden());
    const QString sought = QStringLiteral("纲要");
    window.line("sought")->setText(sought);
    const int count = countIn(report.workspace.openReport().report(), sought);
    REQUIRE(count > 5);
    CHECK(window.state() == QStringLiteral("%1 处").arg(count));
    QStringList forms;
    for (int i = 1; i <= count; ++i) {
        press(Qt::Key_Return); // the bar keeps the focus
        CHECK(window.state() == QStringLiteral("%1 / %2").arg(i).arg(count));
        CHECK(window.found() == sought);
        forms.append(window.shown.constLast().at(0).value<Place>().form);
    }
    CHECK(forms.constFirst() == QStringLiteral("annex1"));
    CHECK(forms.constLast() == QStringLiteral("annex2"));
    press(Qt::Key_Return);
    CHECK(window.state().startsWith(QStringLiteral("1 / %1").arg(count)));
    CHECK(window.state().contains(QStringLiteral("从头")));
    press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(window.state().startsWith(QStringLiteral("%1 / %1").arg(count)));
}

TEST_CASE("the search goes on from the caret", "[find]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    Window window(report);
    window.bar.openFind();
    window.line("sought")->setText(QStringLiteral("（二）"));
    const Place second{QStringLiteral("annex2"), {}, -1, -1, 2};
    window.bar.setStart(second, 0);
    window.bar.findNext();
    CHECK(window.shown.constLast().at(0).value<Place>() == second);
    window.bar.setStart(second, 0);
    window.bar.findPrevious();
    CHECK(window.shown.constLast().at(0).value<Place>().section == 2 - 1);
}

TEST_CASE("case and whole words are heeded, and nothing found is said", "[find]")
{
    ReportOnDesk report;
    REQUIRE(report.workspace.openReport().setText(
        {QStringLiteral("annex2"), {}, -1, -1, 0}, QStringLiteral("GDP gdp GDPs")));
    Window window(report);
    window.bar.openFind();
    window.line("sought")->setText(QStringLiteral("gdp"));
    CHECK(window.state() == QStringLiteral("3 处"));
    window.click("matchCase");
    CHECK(window.state() == QStringLiteral("1 处"));
    window.click("matchCase");
    window.click("wholeWords");
    CHECK(window.state() == QStringLiteral("2 处"));
    window.line("sought")->setText(QStringLiteral("没有的词"));
    CHECK(window.state() == QStringLiteral("未找到"));
    window.bar.findNext();
    CHECK(window.shown.isEmpty());
    window.line("sought")->clear();
    CHECK(window.state().isEmpty());
}

TEST_CASE("replacing all is one step over both forms", "[find]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    const Report before = report.workspace.openReport().report();
    Window window(report);
    window.bar.openReplace();
    CHECK(window.line("replacement")->isVisible());
    const QString sought = QStringLiteral("纲要");
    const int count = countIn(before, sought);
    window.line("sought")->setText(sought);
    window.line("replacement")->setText(QStringLiteral("提纲要𠮷"));
    window.click("replaceAll");
    CHECK(window.state() == QStringLiteral("已替换 %1 处").arg(count));
    CHECK(countIn(report.workspace.openReport().report(), QStringLiteral("提纲要𠮷")) == count);
    report.workspace.openReport().undoStack()->undo();
    CHECK(report.workspace.openReport().report() == before);
    CHECK_FALSE(report.workspace.openReport().undoStack()->canUndo());
    report.workspace.openReport().undoStack()->redo();
    CHECK(countIn(report.workspace.openReport().report(), QStringLiteral("提纲要𠮷")) == count);
}

TEST_CASE("replacing one goes on to the next and never into what was put in", "[find]")
{
    ReportOnDesk report;
    const Place place{QStringLiteral("annex2"), {}, -1, -1, 0};
    REQUIRE(report.workspace.openReport().setText(place, QStringLiteral("甲乙甲乙甲")));
    Window window(report);
    window.bar.openReplace();
    window.line("sought")->setText(QStringLiteral("甲"));
    window.line("replacement")->setText(QStringLiteral("甲甲"));
    window.click("replace"); // the first click only goes there
    CHECK(textAt(report.workspace.openReport().report(), place) == QStringLiteral("甲乙甲乙甲"));
    window.click("replace");
    CHECK(textAt(report.workspace.openReport().report(), place) == QStringLiteral("甲甲乙甲乙甲"));
    window.click("replace");
    CHECK(textAt(report.workspace.openReport().report(), place) == QStringLiteral("甲甲乙甲甲乙甲"));
    report.workspace.openReport().undoStack()->undo();
    CHECK(textAt(report.workspace.openReport().report(), place) == QStringLiteral("甲甲乙甲乙甲"));
}

TEST_CASE("the bar takes the selection, counts what is typed elsewhere, and gives the focus back", "[find]")
{
    ReportOnDesk report;
    Window window(report);
    window.text.setPlainText(QStringLiteral("质量强国"));
    window.text.selectAll();
    window.bar.openFind();
    CHECK(window.line("sought")->text() == QStringLiteral("质量强国"));
    const int before = countIn(report.workspace.openReport().report(), QStringLiteral("质量强国"));
    REQUIRE(
        report.workspace.openReport().setText({QStringLiteral("annex2"), {}, -1, -1, 0}, QStringLiteral("质量强国")));
    REQUIRE(QTest::qWaitFor([&] { return window.state() == QStringLiteral("%1 处").arg(before + 1); }));
    press(Qt::Key_Escape);
    CHECK(window.bar.isHidden());
    CHECK(window.text.hasFocus());
}

} // namespace findbar_test
