// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/datebutton.h"
#include "ui/summary/editing.h"
#include "ui/summary/summarypaper.h"

#include <QCalendarWidget>
#include <QJsonDocument>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace paper_test {

using namespace zhibao;

namespace {

bool showsText(const SummaryPage &page, const QString &text)
{
    const QList<QLabel *> labels = page.editor.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

} // namespace

TEST_CASE("the page shows the notice's form to the letter, whatever notice it is", "[summary]")
{
    const auto [number, formId] = GENERATE(table<QString, QString>({
        {QStringLiteral("国市监质发〔2023〕9号"), QStringLiteral("annex2")},
        {QStringLiteral("云溪计函〔2031〕4号"), QStringLiteral("essay")},
    }));
    ReportOnDesk report(number);
    SummaryPage page(report, formId);
    const Form form = *report.workspace.openReport().notice().form(formId);
    for (const QString &text : {form.mark, form.shortTitle, form.outline()->closingLine})
        CHECK(showsText(page, text));
    CHECK(showsText(page, QStringLiteral("贵州省市场监督管理局")));
    CHECK(page.label(QStringLiteral("deadline")).startsWith(form.deadlineWords));
    for (int i = 0; i < form.outline()->sections.size(); ++i) {
        CHECK(showsText(page, form.outline()->sections.at(i).heading));
        const TextField *field = page.field(QStringLiteral("section%1").arg(i));
        CHECK(field->accessibleName() == form.outline()->sections.at(i).heading);
        if (!form.outline()->sections.at(i).guidance.isEmpty())
            CHECK(field->accessibleDescription() == form.outline()->sections.at(i).guidance);
    }
    for (TextField *field : page.editor.findChildren<TextField *>())
        CHECK_FALSE(field->accessibleName().isEmpty());
    // Every place of the form has its field.
    for (const Place &place :
        textPlaces(report.workspace.openReport().report(), report.workspace.openReport().notice(), formId)) {
        page.editor.showPlace(place, 0, 0);
        CHECK(page.editor.currentPlace() == place);
    }
}

TEST_CASE("the deadline is told in days", "[summary]")
{
    ReportOnDesk report;
    const auto [month, day, words] = GENERATE(table<int, int, QString>({
        {12, 19, QStringLiteral("还有 12 天")},
        {12, 31, QStringLiteral("今天截止")},
        {1, 3, QStringLiteral("已逾期 3 天")},
    }));
    report.now = QDateTime(QDate(month == 1 ? 2024 : 2023, month, day), QTime(8, 0));
    SummaryPage page(report);
    CHECK(page.label(QStringLiteral("deadline")).endsWith(words));
}

TEST_CASE("arrows, Tab and Ctrl with arrows move between the fields and type nothing", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    SummaryPage page(report);
    const Report before = report.workspace.openReport().report();
    page.editor.showPlace({QStringLiteral("annex2"), field::opening, -1, -1, -1}, 0, 0);
    press(Qt::Key_Up);
    CHECK(page.field(field::addressee)->hasFocus());
    press(Qt::Key_Down);
    CHECK(page.field(field::opening)->hasFocus());
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_Down);
    CHECK(page.field(QStringLiteral("section0"))->hasFocus());
    press(Qt::Key_Tab);
    CHECK(page.field(QStringLiteral("section1"))->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(page.field(QStringLiteral("section0"))->hasFocus());
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    CHECK(page.field(QStringLiteral("section2"))->hasFocus());
    press(Qt::Key_Up, Qt::ControlModifier);
    CHECK(page.field(QStringLiteral("section1"))->hasFocus());
    page.field(field::title)->setFocus();
    press(Qt::Key_Up);
    CHECK(page.field(field::title)->hasFocus());
    CHECK(report.workspace.openReport().report() == before);
}

TEST_CASE("a place asked for comes into view with its words selected", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    SummaryPage page(report);
    QSignalSpy moved(&page.editor, &FormPage::placeChanged);
    const Place place{QStringLiteral("annex2"), {}, -1, -1, 4};
    page.editor.showPlace(place, 3, 5);
    QCoreApplication::processEvents();
    const TextField *field = page.field(QStringLiteral("section4"));
    CHECK(field->textCursor().selectedText() == page.section(4).mid(3, 5));
    CHECK(page.editor.currentOffset() == 8);
    CHECK(moved.count() > 0);
    const auto *scroll = page.editor.findChild<QScrollArea *>();
    const QPoint caret = field->viewport()->mapTo(scroll->viewport(), field->cursorRect().center());
    CHECK(scroll->viewport()->rect().contains(caret));
    // The field is as tall as its text: nothing scrolls inside.
    for (const TextField *each : page.editor.findChildren<TextField *>())
        CHECK(each->verticalScrollBar()->maximum() == 0);
}

TEST_CASE("caret and scroll position come back", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    QByteArray state;
    int scrolled = 0;
    {
        SummaryPage page(report);
        page.editor.showPlace({QStringLiteral("annex2"), {}, -1, -1, 3}, 17, 0);
        QCoreApplication::processEvents();
        scrolled = page.editor.findChild<QScrollArea *>()->verticalScrollBar()->value();
        state = page.editor.viewState();
    }
    CHECK(scrolled > 0);
    SummaryPage page(report);
    page.editor.restoreViewState(state); // the page has the focus already
    REQUIRE(QTest::qWaitFor(
        [&] { return page.editor.findChild<QScrollArea *>()->verticalScrollBar()->value() == scrolled; }));
    CHECK(page.field(QStringLiteral("section3"))->hasFocus());
    CHECK(page.editor.currentOffset() == 17);

    for (const char *hostile : {"", "nonsense", "[]", R"({"section": 99, "offset": -5})",
             R"({"section": 2, "offset": 2000000000, "scroll": -1})"}) {
        page.editor.restoreViewState(hostile);
        CHECK(page.editor.currentOffset() <= page.section(2).size());
    }
}

TEST_CASE("a date is typed as one likes or picked, and its printed form is shown", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(field::date)->setFocus();
    const auto *note = page.editor.findChild<QLabel *>(QStringLiteral("dateNote"));
    CHECK(note->isHidden());
    pasteText(QStringLiteral("2023-12-20"));
    CHECK(page.text(field::date) == QStringLiteral("2023-12-20"));
    CHECK(note->text().contains(QStringLiteral("2023年12月20日")));
    press(Qt::Key_A, Qt::ControlModifier);
    pasteText(QStringLiteral("2023年12月20日"));
    CHECK(note->isHidden());
    press(Qt::Key_A, Qt::ControlModifier);
    pasteText(QStringLiteral("2023年2月30日"));
    CHECK(note->isVisible());
    CHECK(note->text().contains(QStringLiteral("没有“30”日")));
    CHECK(page.text(field::date) == QStringLiteral("2023年2月30日"));
    press(Qt::Key_A, Qt::ControlModifier);
    pasteText(QStringLiteral("二〇二三年三月卅一号"));
    CHECK(page.text(field::date) == QStringLiteral("二〇二三年三月卅一号"));
    CHECK(note->text().contains(QStringLiteral("2023年3月31日")));
    press(Qt::Key_A, Qt::ControlModifier);
    pasteText(QStringLiteral("2023年2月30日"));

    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    auto *calendar = page.editor.findChild<QCalendarWidget *>();
    REQUIRE(calendar);
    CHECK(calendar->selectedDate() == report.now.date());
    CHECK(calendar->firstDayOfWeek() == Qt::Monday);
    for (const char *button : {"qt_calendar_prevmonth", "qt_calendar_nextmonth"}) {
        INFO(button);
        const auto *arrow = calendar->findChild<QToolButton *>(QString::fromLatin1(button));
        REQUIRE(arrow);
        const QImage drawn = arrow->icon().pixmap(arrow->iconSize()).toImage();
        const QColor wanted = calendar->palette().color(QPalette::HighlightedText);
        int inked = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                const QColor seen = drawn.pixelColor(x, y);
                if (seen.alpha() < 255)
                    continue;
                ++inked;
                CHECK(seen == wanted);
            }
        }
        CHECK(inked > 0);
    }
    Q_EMIT calendar->activated(QDate(2023, 12, 5));
    CHECK(page.text(field::date) == QStringLiteral("2023-12-05"));
    CHECK(page.field(field::date)->text() == QStringLiteral("2023-12-05"));
}

TEST_CASE("what was changed elsewhere is shown without moving the caret", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const Place place{QStringLiteral("annex2"), {}, -1, -1, 0};
    REQUIRE(report.workspace.openReport().setText(place, QStringLiteral("甲乙丙丁")));
    TextField *field = page.field(QStringLiteral("section0"));
    field->select(3, 0);
    page.editor.clearFocus();
    REQUIRE(report.workspace.openReport().setText(place, QStringLiteral("前甲乙丙丁")));
    CHECK(field->text() == QStringLiteral("前甲乙丙丁"));
    CHECK(field->caret() == 4);
}

TEST_CASE("findings are underlined where they are", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const Place place{QStringLiteral("annex2"), {}, -1, -1, 0};
    REQUIRE(report.workspace.openReport().setText(place, QStringLiteral("共12场,参加（3人。")));
    QList<Finding> expected;
    for (const Finding &finding : report.workspace.openReport().findings()) {
        if (finding.place == place && finding.offset >= 0)
            expected.append(finding);
    }
    REQUIRE(expected.size() >= 2); // the half-width comma, the open parenthesis
    const TextField *field = page.field(QStringLiteral("section0"));
    REQUIRE(QTest::qWaitFor([&] { return field->marks().size() == expected.size(); }));
    for (qsizetype i = 0; i < expected.size(); ++i) {
        CHECK(field->marks().at(i).offset == expected.at(i).offset);
        CHECK_FALSE(field->marks().at(i).words.isEmpty());
        CHECK(field->extraSelections().at(i).cursor.selectionStart() == expected.at(i).offset);
    }
}

TEST_CASE("a store that cannot be written gives a page to read", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    REQUIRE(report.workspace.openReport().flush());
    const qint64 id = *report.workspace.openReport().id();
    REQUIRE(report.workspace.openStore(report.workspace.office().storePath(), Store::Access::Read));
    REQUIRE(report.workspace.openReport().open(id));
    REQUIRE(report.workspace.office().readOnlyReason());
    const Report before = report.workspace.openReport().report();
    SummaryPage page(report);
    page.field(field::opening)->setFocus();
    commitComposed(QStringLiteral("改"));
    pasteText(QStringLiteral("改"));
    press(Qt::Key_Delete);
    CHECK(report.workspace.openReport().report() == before);
    CHECK(page.field(field::opening)->text() == page.text(field::opening));
    press(Qt::Key_Down, Qt::ControlModifier);
    CHECK(page.field(QStringLiteral("section0"))->hasFocus());
}

TEST_CASE("A click on the paper beside a text goes to the nearest one", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    SummaryPage page(report);
    auto *paper = page.editor.findChild<SummaryPaper *>();
    page.field(field::title)->setFocus();
    const TextField *section = page.field(QStringLiteral("section1"));
    const QPoint left(2, section->mapTo(paper, QPoint()).y() + section->height() - 4);
    QTest::mouseClick(paper, Qt::LeftButton, {}, left);
    CHECK(section->hasFocus());
    CHECK(section->caret() > 0); // on its last line
    page.field(field::title)->setFocus();
    QTest::mouseClick(paper, Qt::RightButton, {}, left);
    CHECK(page.field(field::title)->hasFocus());
    QTest::mouseClick(paper, Qt::LeftButton, {}, QPoint(paper->width() / 2, paper->height() - 2));
    CHECK(page.field(field::contact)->hasFocus());
}

} // namespace paper_test
