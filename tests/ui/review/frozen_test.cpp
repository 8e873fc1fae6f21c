// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/report/reportfile.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/summary/datebutton.h"
#include "ui/window/formpages.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>

namespace frozen_test {

using namespace zhibao;

namespace {

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};
const Place text{QStringLiteral("annex2"), {}, -1, -1, 0};
const QString other = QStringLiteral("改写的内容");

struct Attempt {
    const char *name;
    std::function<void(OpenWindow &)> make;
};

void go(const OpenWindow &desk, const Place &place)
{
    desk.child<FormPages>()->showPlace(place, 0, 4);
}

void dropText(QWidget *target)
{
    QMimeData data;
    data.setText(other);
    QDragEnterEvent enter(QPoint(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent drop(QPointF(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
}

QString wholeSummary(const OpenWindow &desk)
{
    QStringList lines{QStringLiteral("工作总结")};
    for (const Section &section : desk.workspace->openReport().notice().forms.last().outline()->sections)
        lines += {section.heading, other};
    return lines.join(u'\n');
}

// Puts the text under its headings, where that is offered.
void takeOffer(const OpenWindow &desk)
{
    const QList<QPushButton *> buttons = desk.window->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == QStringLiteral("替换已有文字"))
            return button->click();
    }
}

void dragRow(const OpenWindow &desk)
{
    go(desk, cell);
    auto *view = desk.child<QTableView>(QStringLiteral("table"));
    QWidget *sheet = view->viewport();
    const QPoint from = view->visualRect(view->model()->index(0, 0)).center();
    const QPoint to(from.x(), view->visualRect(view->model()->index(view->model()->rowCount() - 1, 0)).bottom() - 2);
    QTest::mousePress(sheet, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(sheet, (from + to) / 2);
    QTest::mouseMove(sheet, to);
    QTest::mouseRelease(sheet, Qt::LeftButton, Qt::NoModifier, to);
}

void replaceEverywhere(const OpenWindow &desk)
{
    go(desk, text);
    press(Qt::Key_H, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("sought"))->setText(QStringLiteral("质量"));
    desk.child<QLineEdit>(QStringLiteral("replacement"))->setText(other);
    desk.child<QPushButton>(QStringLiteral("replaceAll"))->click();
}

void importOther(OpenWindow &desk)
{
    Report changed = desk.workspace->openReport().report();
    changed.forms[text.form].sections[0] = other;
    desk.file = desk.folder.filePath(QStringLiteral("改过.json"));
    QFile file(desk.file);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(writeReport(changed, desk.workspace->openReport().notice()));
    file.close();
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
}

void restoreVersion(const OpenWindow &desk)
{
    press(Qt::Key_4, Qt::ControlModifier);
    auto *versions = desk.child<QListView>(QStringLiteral("versions"));
    versions->setCurrentIndex(versions->model()->index(versions->model()->rowCount() - 1, 0));
    desk.child<QPushButton>(QStringLiteral("restore"))->click();
}

void pickDate(const OpenWindow &desk)
{
    go(desk, {text.form, field::date});
    if (desk.child<DateButton>()->isEnabled())
        Q_EMIT desk.child<DateButton>()->picked(QDate(2031, 1, 1));
}

// At a cell, with the keys of the table.
Attempt keys(const char *name, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return {name, [key, modifiers](OpenWindow &desk) {
                go(desk, cell);
                press(Qt::Key_Escape);
                press(key, modifiers);
            }};
}

QList<Attempt> attempts()
{
    return {
        {"type in a cell", [](OpenWindow &desk) { go(desk, cell), typeKeys(QStringLiteral("abc")); }},
        {"compose in a cell", [](OpenWindow &desk) { go(desk, cell), type(other); }},
        {"paste in a cell", [](OpenWindow &desk) { go(desk, cell), pasteText(other); }},
        {"compose in the wide pane", [](OpenWindow &desk) { go(desk, cell), press(Qt::Key_F2), type(other); }},
        {"the contact line",
            [](OpenWindow &desk) {
                go(desk, {cell.form, field::contact}), type(other);
            }},
        keys("cut", Qt::Key_X, Qt::ControlModifier),
        keys("clear", Qt::Key_Delete, Qt::NoModifier),
        keys("backspace", Qt::Key_Backspace, Qt::NoModifier),
        keys("insert a row", Qt::Key_Return, Qt::ControlModifier),
        keys("insert a document", Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier),
        keys("duplicate a row", Qt::Key_D, Qt::ControlModifier),
        keys("delete a row", Qt::Key_Delete, Qt::ControlModifier),
        keys("move a row", Qt::Key_Down, Qt::AltModifier),
        keys("undo", Qt::Key_Z, Qt::ControlModifier),
        keys("redo", Qt::Key_Y, Qt::ControlModifier),
        {"drag a row", dragRow},
        {"type in the summary", [](OpenWindow &desk) { go(desk, text), type(other); }},
        {"paste in the summary", [](OpenWindow &desk) { go(desk, text), pasteText(other); }},
        {"begin a paragraph",
            [](OpenWindow &desk) { go(desk, text), press(Qt::Key_Return), press(Qt::Key_Return, Qt::ShiftModifier); }},
        {"drop on the summary",
            [](OpenWindow &desk) {
                go(desk, text);
                dropText(desk.child<QTextEdit>(QStringLiteral("section0"))->viewport());
            }},
        {"paste a whole summary",
            [](OpenWindow &desk) { go(desk, text), pasteText(wholeSummary(desk)), takeOffer(desk); }},
        {"split the clipboard",
            [](OpenWindow &desk) {
                go(desk, text);
                QGuiApplication::clipboard()->setText(wholeSummary(desk));
                press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
                takeOffer(desk);
            }},
        {"the date's button", pickDate},
        {"replace all", replaceEverywhere},
        {"import a file", importOther},
        {"restore a version", restoreVersion},
        {"remove the report",
            [](OpenWindow &desk) {
                press(Qt::Key_O, Qt::ControlModifier);
                desk.child<QTableView>(QStringLiteral("table"))->setFocus();
                press(Qt::Key_Delete);
            }},
    };
}

void approve(OpenWindow &desk)
{
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const QList<Finding> findings = desk.workspace->openReport().findings();
    for (const Finding &finding : findings)
        REQUIRE(desk.workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
    Row second = desk.workspace->openReport().report().forms.value(cell.form).rows.first();
    second.cells.insert(cell.field, QStringLiteral("第二行"));
    REQUIRE(desk.workspace->openReport().insertRow(cell.form, 1, second));
    REQUIRE(desk.workspace->openReport().flush());
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    Review &review = desk.workspace->review();
    REQUIRE(review.perform(ReviewAction::Submit));
    REQUIRE(review.perform(ReviewAction::Review));
    REQUIRE(review.approve(true));
}

} // namespace

TEST_CASE("what was approved cannot be changed in the window, whatever one tries")
{
    OpenWindow desk;
    approve(desk);
    const qint64 report = *desk.workspace->openReport().id();
    const Report approved = desk.workspace->openReport().report();
    int succeeded = 0;
    for (const Attempt &attempt : attempts()) {
        INFO(attempt.name);
        attempt.make(desk);
        QTest::qWait(20); // what was dropped or picked comes by the event loop
        desk.workspace->openReport().flush();
        REQUIRE(desk.workspace->openReport().open(report));
        const bool same = desk.workspace->openReport().report() == approved;
        CHECK(same);
        CHECK(desk.workspace->review().state() == ReportState::Approved);
        succeeded += same ? 0 : 1;
        desk.window->showPage(0);
    }
    CHECK(succeeded == 0);
    CHECK(attempts().size() >= 15);
}

TEST_CASE("each of these ways changes a report that is being filled in")
{
    for (const Attempt &attempt : attempts()) {
        const QString name = QString::fromLatin1(attempt.name);
        if (name == u"undo" || name == u"redo" || name == u"cut" || name == u"backspace")
            continue; // change nothing there by themselves
        INFO(attempt.name);
        OpenWindow desk;
        approve(desk);
        REQUIRE(desk.workspace->review().perform(ReviewAction::Unlock, QStringLiteral("试一试")));
        const Report before = desk.workspace->openReport().report();
        attempt.make(desk);
        QTest::qWait(20);
        const bool removed = !desk.workspace->openReport().isOpen() || desk.workspace->office().reports()->isEmpty();
        CHECK((removed || desk.workspace->openReport().report() != before));
    }
}

} // namespace frozen_test
