// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/editing.h"
#include "ui/summary/splitbar.h"
#include "ui/summary/splitplacement.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTreeWidget>

#include <catch2/catch.hpp>

namespace split_test {

using namespace zhibao;

namespace {

// The example's summary as it would stand in a word processor.
QString wholeSummary(const Form &form, const Report &report)
{
    const FormAnswer answer = report.forms.value(form.id);
    QStringList lines{
        answer.fields.value(field::title), answer.fields.value(field::addressee), answer.fields.value(field::opening)};
    for (int i = 0; i < form.outline()->sections.size(); ++i)
        lines += {form.outline()->sections.at(i).heading, answer.sections.at(i)};
    lines += {answer.fields.value(field::closing), report.unit, QStringLiteral("2023年12月20日")};
    return lines.join(u'\n');
}

QStringList answers(const SummaryPage &page)
{
    QStringList texts;
    for (const QPushButton *button : page.editor.findChild<SplitBar *>()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            texts.append(button->text());
    }
    return texts;
}

void answer(const SummaryPage &page, const QString &text)
{
    for (QPushButton *button : page.editor.findChild<SplitBar *>()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    FAIL("no such answer");
}

} // namespace

TEST_CASE("a whole summary pasted is offered to be split, and splitting is one step", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const Form form = report.workspace.openReport().notice().forms.at(1);
    const Report example = exampleReport();
    const Report before = report.workspace.openReport().report();
    page.field(QStringLiteral("section0"))->setFocus();
    pasteText(wholeSummary(form, example));
    CHECK(report.workspace.openReport().report() == before); // first asked, in place
    CHECK(answers(page) == QStringList{QStringLiteral("分入各部分"), QStringLiteral("仅粘贴到此处")});
    CHECK(page.editor.findChild<QTreeWidget *>()->topLevelItemCount() >= form.outline()->sections.size() + 3);

    answer(page, QStringLiteral("分入各部分"));
    const FormAnswer expected = example.forms.value(form.id);
    for (int i = 0; i < form.outline()->sections.size(); ++i)
        CHECK(page.section(i) == expected.sections.at(i));
    CHECK(page.text(field::title) == expected.fields.value(field::title));
    CHECK(page.text(field::addressee) == expected.fields.value(field::addressee));
    CHECK(page.text(field::opening) == expected.fields.value(field::opening));
    CHECK(page.field(QStringLiteral("section4"))->text() == expected.sections.at(4));
    report.workspace.openReport().undoStack()->undo();
    CHECK(report.workspace.openReport().report() == before);
    CHECK_FALSE(report.workspace.openReport().undoStack()->canUndo());
}

TEST_CASE("the offer to split keeps its parts apart and whole in a small window", "[summary]")
{
    const QSize size = GENERATE(QSize(900, 700), QSize(500, 330), QSize(420, 300));
    ReportOnDesk report;
    report.fill(exampleReport());
    SummaryPage page(report);
    page.editor.resize(size);
    pasteText(wholeSummary(report.workspace.openReport().notice().forms.at(1), exampleReport()));
    QTest::qWait(50); // the layout follows
    CAPTURE(page.editor.width(), page.editor.height());
    const auto *bar = page.editor.findChild<SplitBar *>();
    QList<QWidget *> parts{bar->findChild<NoteBar *>()};
    if (auto *lines = bar->findChild<QTreeWidget *>(); lines->isVisible())
        parts.append(lines);
    CHECK((parts.size() == 2) == (size.height() == 700)); // the list of parts is what gives way
    for (QPushButton *button : bar->findChildren<QPushButton *>())
        parts.append(button);
    CHECK(parts.size() >= 4);
    const QWidget *below = page.editor.findChild<QScrollArea *>();
    for (const QWidget *part : std::as_const(parts)) {
        const QRect place(part->mapTo(&page.editor, QPoint()), part->size());
        CAPTURE(part->metaObject()->className(), place.top(), place.height());
        CHECK(part->height() >= std::max(part->minimumSizeHint().height(), part->heightForWidth(part->width())));
        CHECK(part->width() >= part->minimumSizeHint().width());
        CHECK(place.bottom() < below->y());
        for (const QWidget *other : std::as_const(parts)) {
            const QRect taken(other->mapTo(&page.editor, QPoint()), other->size());
            CHECK((other == part || !taken.intersects(place)));
        }
    }
    CHECK(below->height() >= 3 * QFontMetrics(page.editor.font()).height()); // and the paper is still there
}

TEST_CASE("the same text can be pasted where the caret is", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const QString text = wholeSummary(report.workspace.openReport().notice().forms.at(1), exampleReport());
    page.field(field::closing)->setFocus();
    pasteText(text);
    answer(page, QStringLiteral("仅粘贴到此处"));
    CHECK(page.text(field::closing) == text);
    CHECK(page.section(0).isEmpty());
    CHECK(page.editor.findChild<SplitBar *>()->isHidden());
}

TEST_CASE("a short text is pasted without a question", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(field::closing)->setFocus();
    pasteText(QStringLiteral("一、学习《纲要》有关情况\n只有一个标题。"));
    CHECK(page.text(field::closing) == QStringLiteral("一、学习《纲要》有关情况\n只有一个标题。"));
    CHECK(page.editor.findChild<SplitBar *>()->isHidden());
}

TEST_CASE("text that stands there already is replaced or kept as one says", "[summary]")
{
    ReportOnDesk report;
    REQUIRE(report.workspace.openReport().setText({QStringLiteral("annex2"), {}, -1, -1, 1}, QStringLiteral("旧文")));
    SummaryPage page(report);
    const Report example = exampleReport();
    QGuiApplication::clipboard()->setText(wholeSummary(report.workspace.openReport().notice().forms.at(1), example));
    page.editor.findChild<QAction *>(QStringLiteral("splitClipboard"))->trigger();
    CHECK(answers(page) == QStringList{QStringLiteral("替换已有文字"), QStringLiteral("接在已有文字之后")});
    const QString added = example.forms.value(QStringLiteral("annex2")).sections.at(1);
    SECTION("replaced")
    {
        answer(page, QStringLiteral("替换已有文字"));
        CHECK(page.section(1) == added);
    }
    SECTION("kept")
    {
        answer(page, QStringLiteral("接在已有文字之后"));
        CHECK(page.section(1) == QStringLiteral("旧文\n") + added);
    }
    report.workspace.openReport().undoStack()->undo();
    CHECK(page.section(1) == QStringLiteral("旧文"));
}

TEST_CASE("a clipboard without headings changes nothing and says so", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const Report before = report.workspace.openReport().report();
    QGuiApplication::clipboard()->setText(QStringLiteral("随便一段话"));
    page.editor.splitClipboard();
    CHECK(report.workspace.openReport().report() == before);
    CHECK(page.editor.findChild<SplitBar *>()->sentence().contains(QStringLiteral("未作改动")));
    CHECK(page.editor.findChild<QTreeWidget *>()->isHidden());
}

TEST_CASE("nothing of a split text is dropped", "[summary]")
{
    ReportOnDesk report;
    const Notice &notice = report.workspace.openReport().notice();
    const Form &form = notice.forms.at(1);
    SummarySplit split;
    split.opening = QStringLiteral("开");
    split.sections = {QStringLiteral("一"), {}, {}, {}, QStringLiteral("五")};
    split.date = QStringLiteral("2023年12月20日");
    split.rest = QStringLiteral("余");
    Report before = report.workspace.openReport().report();

    const Result<Placed> into = placeParts(splitParts(split, form), before, notice, form, WhenTaken::Replace);
    REQUIRE(into);
    CHECK(textAt(into->report, into->restPlace) == QStringLiteral("开\n余"));
    CHECK(into->restOffset == 2);
    CHECK(into->restLength == 1);
    CHECK(textAt(into->report, {form.id, field::title, -1, -1, -1})
        == textAt(before, {form.id, field::title, -1, -1, -1}));

    const Result<Report> dated = setText(before, notice, {form.id, field::date, -1, -1, -1}, QStringLiteral("昨天"));
    REQUIRE(dated);
    const Result<Placed> beside = placeParts(splitParts(split, form), *dated, notice, form, WhenTaken::Append);
    REQUIRE(beside);
    CHECK(textAt(beside->report, {form.id, field::date, -1, -1, -1}) == QStringLiteral("昨天"));
    CHECK(textAt(beside->report, beside->restPlace) == QStringLiteral("开\n余\n2023年12月20日"));

    // What a new report starts with is nobody's text; what a person wrote is.
    split.title = QStringLiteral("题");
    CHECK(takenPlaces(splitParts(split, form), before, notice).isEmpty());
    const Result<Report> titled
        = setText(before, notice, {form.id, field::title, -1, -1, -1}, QStringLiteral("我的题"));
    REQUIRE(titled);
    CHECK(takenPlaces(splitParts(split, form), *titled, notice) == QList<Place>{{form.id, field::title}});
}

TEST_CASE("the offer says which headings get nothing, and lets a numbered line go to another one", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.editor.resize(900, 800);
    const Form form = report.workspace.openReport().notice().forms.at(1);
    const QString text
        = QStringLiteral("%1\n学习了。\n（一）培训情况\n办班三期。\n\n（二）调研情况\n走访十家。\n%2\n抽查。")
              .arg(form.outline()->sections.at(0).heading, form.outline()->sections.at(1).heading);
    page.field(QStringLiteral("section0"))->setFocus();
    pasteText(text);
    const auto *bar = page.editor.findChild<SplitBar *>();
    const QString sentence = bar->sentence();
    CHECK(sentence.contains(QStringLiteral("没有分到文字的部分：“三、”、“四、”、“五、”。")));
    CHECK(bar->findChild<QLabel *>(QStringLiteral("splitHint"))->text().contains(QStringLiteral("2 行带编号")));
    const auto choosers = bar->findChildren<QComboBox *>();
    REQUIRE(choosers.size() == 4);
    SECTION("left where they are, the text is as it was")
    {
        answer(page, QStringLiteral("分入各部分"));
        CHECK(page.section(0) == QStringLiteral("学习了。\n（一）培训情况\n办班三期。\n\n（二）调研情况\n走访十家。"));
    }
    SECTION("given to another heading")
    {
        choosers.at(2)->setFocus();
        QTest::keyClick(choosers.at(2), Qt::Key_Down); // to the second
        QTest::keyClick(choosers.at(2), Qt::Key_Down); // to the third
        CHECK(bar->sentence().contains(QStringLiteral("没有分到文字的部分：“四、”、“五、”。")));
        answer(page, QStringLiteral("分入各部分"));
        CHECK(page.section(0) == QStringLiteral("学习了。\n（一）培训情况\n办班三期。\n"));
        CHECK(page.section(2) == QStringLiteral("（二）调研情况\n走访十家。"));
        report.workspace.openReport().undoStack()->undo();
        CHECK(page.section(2).isEmpty());
    }
    SECTION("a text that stands there already is spoken of once a line goes there")
    {
        REQUIRE(report.workspace.openReport().setText({form.id, {}, -1, -1, 3}, QStringLiteral("旧文")));
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(choosers.at(1), Qt::Key_Down);
        answer(page, QStringLiteral("接在已有文字之后"));
        CHECK(page.section(3) == QStringLiteral("旧文\n（一）培训情况\n办班三期。\n"));
    }
}

} // namespace split_test
