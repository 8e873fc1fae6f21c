// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/editing.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QTest>
#include <QTextBlock>

#include <catch2/catch.hpp>

namespace typing_test {

using namespace zhibao;

namespace {

void typeSummary(const FormAnswer &answer)
{
    QStringList texts{answer.fields.value(field::addressee), answer.fields.value(field::opening)};
    texts += answer.sections;
    texts += {answer.fields.value(field::closing), answer.fields.value(field::date)};
    press(Qt::Key_A, Qt::ControlModifier); // over the title and addressee that a new report starts with
    type(answer.fields.value(field::title));
    for (const QString &text : std::as_const(texts)) {
        press(Qt::Key_Tab);
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    press(Qt::Key_Tab); // the calendar's button
    press(Qt::Key_Tab);
    type(answer.fields.value(field::contact));
}

} // namespace

TEST_CASE("a whole summary typed from empty is the example, and undo and redo reach all of it", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const Report empty = report.workspace.openReport().report();
    const FormAnswer expected = exampleReport().forms.value(QStringLiteral("annex2"));
    typeSummary(expected);
    const auto answer = [&] { return report.workspace.openReport().report().forms.value(QStringLiteral("annex2")); };
    CHECK(answer().fields == expected.fields);
    CHECK(answer().sections == expected.sections);
    const Report full = report.workspace.openReport().report();

    while (report.workspace.openReport().undoStack()->canUndo())
        report.workspace.openReport().undoStack()->undo();
    CHECK(report.workspace.openReport().report() == empty);
    CHECK(page.field(QStringLiteral("section3"))->document()->isEmpty());
    CHECK(page.field(field::title)->text() == page.text(field::title));
    while (report.workspace.openReport().undoStack()->canRedo())
        report.workspace.openReport().undoStack()->redo();
    CHECK(report.workspace.openReport().report() == full);
    CHECK(page.field(QStringLiteral("section3"))->toPlainText() == expected.sections.at(3));
}

TEST_CASE("undo goes to the window's stack by key, and the caret to what it did", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    page.editor.addAction(&undo);
    QObject::connect(&undo, &QAction::triggered, report.workspace.openReport().undoStack(), &QUndoStack::undo);
    page.field(QStringLiteral("section0"))->setFocus();
    type(QStringLiteral("甲乙丙"));
    page.field(QStringLiteral("section2"))->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(page.section(0).isEmpty());
    CHECK(page.field(QStringLiteral("section0"))->hasFocus());
}

TEST_CASE("counts follow typing and leave out what is still being composed", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const int before = report.workspace.openReport().words(QStringLiteral("annex2")).words;
    TextField *field = page.field(QStringLiteral("section1"));
    field->setFocus();
    const auto count = [&] {
        for (const QLabel *label : page.editor.findChildren<QLabel *>()) {
            if (label->accessibleName()
                == report.workspace.openReport().notice().forms.at(1).outline()->sections.at(1).heading
                    + QStringLiteral("的字数"))
                return label->text();
        }
        return QString();
    };
    CHECK(count() == QStringLiteral("0 字"));
    compose(QStringLiteral("ceshi"));
    CHECK(count() == QStringLiteral("0 字"));
    CHECK(page.section(1).isEmpty());
    CHECK(report.workspace.openReport().words(QStringLiteral("annex2")).words == before);
    commitComposed(QStringLiteral("测试 GDP 2023"));
    CHECK(count() == QStringLiteral("4 字"));
    CHECK(page.label(QStringLiteral("words")) == QStringLiteral("字数 %1 / 3\u202f000").arg(before + 4));
    compose(QStringLiteral("zai"));
    CHECK(page.section(1) == QStringLiteral("测试 GDP 2023"));
}

TEST_CASE("the counter warns in words as the limit comes near and is passed", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(QStringLiteral("section4"))->setFocus();
    CHECK(page.label(QStringLiteral("state")).isEmpty());
    pasteText(QString(2600, u'质'));
    CHECK(page.label(QStringLiteral("state")).startsWith(QStringLiteral("接近上限")));
    pasteText(QString(600, u'质'));
    const int words = report.workspace.openReport().words(QStringLiteral("annex2")).words;
    CHECK(page.label(QStringLiteral("state")) == QStringLiteral("⚠ 超出 %1 字").arg(words - 3000));
    CHECK(page.section(4).size() == 3200); // never blocked
    page.field(QStringLiteral("section4"))->selectAll();
    const auto *warning = page.editor.findChild<QLabel *>(QStringLiteral("warning"));
    CHECK(warning->isHidden());
    pasteText(QString(3100, u'a')); // one word, but more characters than the limit
    CHECK_FALSE(warning->isHidden());
}

TEST_CASE("text reaches the report code point for code point", "[summary]")
{
    // No-break and full-width spaces, outside the BMP, a family joined by ZWJ, a variant, format characters, a tab,
    // spaces at both ends, a line separator.
    const QString text
        = QStringLiteral("\u00a0\u3000甲\u00a0乙\u3000𠮷𡿨\U0001F468\u200d\U0001F469\u200d\U0001F467 葛\U000E0100"
                         "\u200b\ufeff\u2060e\u0301\t末\u2028行 \u00a0");
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(field::opening)->setFocus();

    SECTION("pasted")
    {
        pasteText(text);
    }
    SECTION("committed by the input method")
    {
        commitComposed(text);
    }
    SECTION("typed key by key")
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            QString unit = text.at(i);
            if (text.at(i).isHighSurrogate())
                unit += text.at(++i);
            if (unit == QStringLiteral("\t") || unit.at(0).category() == QChar::Separator_Line)
                commitComposed(unit); // keys for these mean something else
            else
                QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, unit, {});
        }
    }
    SECTION("dropped over a selection, twice")
    {
        pasteText(QStringLiteral("先有的"));
        page.field(field::opening)->selectAll();
        pasteText(text);
    }
    CHECK(page.text(field::opening) == text);

    // Editing at another spot leaves the rest as it is, and what is copied is what stands there.
    press(Qt::Key_Home, Qt::ControlModifier);
    type(QStringLiteral("前"));
    CHECK(page.text(field::opening) == u'前' + text);
    press(Qt::Key_Backspace);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == text);
    CHECK_FALSE(QGuiApplication::clipboard()->mimeData()->hasHtml());
}

TEST_CASE("line ends of other kinds stay as they stand while other words are edited", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    const QString text = QStringLiteral("一\u2029二\ufdd0三");
    REQUIRE(report.workspace.openReport().setText({QStringLiteral("annex2"), field::opening, -1, -1, -1}, text));
    TextField *field = page.field(field::opening);
    CHECK(field->document()->blockCount() == 3);
    field->setFocus();
    press(Qt::Key_End, Qt::ControlModifier);
    type(QStringLiteral("四"));
    CHECK(page.text(field::opening) == text + u'四');
}

TEST_CASE("a paste brings text, not its format", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(field::closing)->setFocus();
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<p style='color:red'><b>粗</b>体</p><p>二</p>"));
    data->setText(QStringLiteral("粗体\r\n二"));
    QGuiApplication::clipboard()->setMimeData(data);
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(field::closing) == QStringLiteral("粗体\n二"));
    const TextField *field = page.field(field::closing);
    CHECK_FALSE(field->toHtml().contains(QStringLiteral("color:")));
    CHECK(field->document()->blockCount() == 2);
    // The indent is shown, never stored.
    CHECK(field->document()->lastBlock().blockFormat().textIndent() > 0);
}

TEST_CASE("a paste brings nothing that was deleted or hidden where it was copied", "[summary]")
{
    ReportOnDesk report;
    SummaryPage page(report);
    page.field(field::closing)->setFocus();
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<p>公开<del>删去</del><span style='mso-hide:all'>内部</span>部分</p><p>二</p>"));
    data->setText(QStringLiteral("公开删去内部部分\r\n二"));
    QGuiApplication::clipboard()->setMimeData(data);
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(field::closing) == QStringLiteral("公开部分\n二"));
    auto *bare = new QMimeData; // without the text beside it
    bare->setHtml(QStringLiteral("<p>三</p>"));
    QGuiApplication::clipboard()->setMimeData(bare);
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text(field::closing) == QStringLiteral("公开部分\n二三"));
}

TEST_CASE("the whole summary is copied as it is exported, headings and all", "[summary]")
{
    ReportOnDesk report;
    report.fill(exampleReport());
    SummaryPage page(report);
    page.field(field::opening)->setFocus();
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    const Form form = *report.workspace.openReport().notice().form(QStringLiteral("annex2"));
    const auto &answer = report.workspace.openReport().report().forms.value(form.id);
    CHECK(lines.contains(answer.fields.value(field::title)));
    CHECK(lines.contains(report.workspace.openReport().report().unit)); // the signature
    for (const Section &section : form.outline()->sections)
        CHECK(std::any_of(lines.cbegin(), lines.cend(),
            [&section](const QString &line) { return line.startsWith(section.heading); }));
    QStringList texts = answer.sections;
    for (const QString &text : std::as_const(texts)) {
        for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts))
            CHECK(QGuiApplication::clipboard()->text().contains(paragraph));
    }
}

} // namespace typing_test
