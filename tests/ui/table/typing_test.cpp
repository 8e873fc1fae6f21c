// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/notice/noticereader.h"
#include "exchange/report/reportfile.h"
#include "ui/notebar.h"
#include "ui/parts/celltypesetter.h"
#include "ui/table/tablepage.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

namespace typing_test {

using namespace zhibao;

namespace {

const QString instructions = QStringLiteral("instructions");
const QString study = QStringLiteral("study");
const QString title = QStringLiteral("title");
const QString issuer = QStringLiteral("issuer");
const QString progress = QStringLiteral("progress");
const QString activities = QStringLiteral("activities");
const QString experience = QStringLiteral("experience");

Report inventedReport(const Catalogue &catalogue)
{
    const Result<ReportFile> file
        = readReportFile(QStringLiteral(TEST_DATA "/reports/云溪市河东区计量所.json"), catalogue.notices);
    REQUIRE(file);
    return file->report;
}

// Fills the table from its first cell on with nothing but keys and the input method.
void fillByKeys(TablePage &page, const FormAnswer &answer)
{
    for (int row = 0; row < answer.rows.size(); ++row) {
        const Row &wanted = answer.rows.at(row);
        for (int entry = 0; entry < wanted.entries.size(); ++entry)
            press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_Home);
        const auto *model = qobject_cast<TableModel *>(page.view->model());
        const auto cells = model->rowCells(row).size();
        for (int cell = 0; cell < cells; ++cell) {
            if (cell > 0)
                press(Qt::Key_Tab);
            const Place place = page.editor.currentPlace();
            const Texts &texts = place.entry >= 0 ? wanted.entries.value(place.entry) : wanted.cells;
            type(texts.value(place.field));
        }
        if (row + 1 < answer.rows.size())
            press(Qt::Key_Tab);
    }
}

} // namespace

TEST_CASE("the whole table is filled from empty by keyboard, undone and redone", "[table]")
{
    const QString number = GENERATE(QStringLiteral("国市监质发〔2023〕9号"), QStringLiteral("云溪计函〔2031〕4号"));
    ReportOnDesk opened(number);
    const bool isShipped = number.startsWith(u'国');
    const Report example = isShipped ? exampleReport(QStringLiteral("内蒙古自治区市场监督管理局"))
                                     : inventedReport(opened.workspace.office().catalogue());
    const QString form = isShipped ? QStringLiteral("annex1") : QStringLiteral("survey");
    const Report empty = opened.workspace.openReport().report();
    TablePage page(opened, form);

    fillByKeys(page, example.forms.value(form));
    auto *contact = page.editor.findChild<QWidget *>(QStringLiteral("contact"));
    REQUIRE(contact);
    press(Qt::Key_Tab, Qt::ControlModifier);
    while (!contact->hasFocus())
        press(Qt::Key_Tab);
    type(example.forms.value(form).fields.value(field::contact));

    const Report filled = opened.workspace.openReport().report();
    REQUIRE(filled.forms.value(form).rows == example.forms.value(form).rows);
    CHECK(filled.forms.value(form).fields == example.forms.value(form).fields);

    QUndoStack *stack = opened.workspace.openReport().undoStack();
    while (stack->canUndo())
        stack->undo();
    CHECK(opened.workspace.openReport().report() == empty);
    while (stack->canRedo())
        stack->redo();
    CHECK(opened.workspace.openReport().report() == filled);
}

TEST_CASE("what is being composed is no text yet; what is committed is one at once", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    compose(QStringLiteral("zhi liang"));
    CHECK(page.view->editor().isEditing());
    CHECK(page.text(instructions, 0).isEmpty());
    CHECK(opened.workspace.openReport().undoStack()->count() == 0);
    CHECK(page.view->editor().hasFocus());
    commitComposed(QStringLiteral("质量𠮷"));
    CHECK(page.text(instructions, 0) == QStringLiteral("质量𠮷"));
}

TEST_CASE("an input method that speaks to the table itself reaches the cell's editor", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    QInputMethodEvent composing(QStringLiteral("guo"), {});
    QApplication::sendEvent(page.view, &composing);
    CHECK(page.view->editor().isEditing());
    QInputMethodEvent committing;
    committing.setCommitString(QStringLiteral("国"));
    QApplication::sendEvent(page.view, &committing);
    CHECK(page.text(instructions, 0) == QStringLiteral("国"));
}

TEST_CASE("typing on a cell goes on at its end and wipes nothing", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QString before = page.text(study, 0);
    page.take(study, 0);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ab"));
    CHECK(page.text(study, 0) == before + QStringLiteral("ab"));
    press(Qt::Key_Backspace);
    CHECK(page.text(study, 0) == before + QStringLiteral("a"));
    press(Qt::Key_Tab);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    press(Qt::Key_Backspace);
    CHECK(page.text(study, 0) == before);
}

TEST_CASE("Esc gives the cell its text back, as a step that can be undone", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QString before = page.text(instructions, 0);
    type(QStringLiteral("补充"));
    REQUIRE(page.text(instructions, 0) == before + QStringLiteral("补充"));
    press(Qt::Key_Escape);
    CHECK(page.text(instructions, 0) == before);
    CHECK_FALSE(page.view->editor().isEditing());
    auto *note = page.editor.findChild<NoteBar *>();
    REQUIRE(note->isVisible()); // the way back is in sight
    QTest::mouseClick(note->findChild<QPushButton *>(), Qt::LeftButton);
    CHECK(page.text(instructions, 0) == before + QStringLiteral("补充"));
    CHECK_FALSE(note->isVisible());
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.text(instructions, 0) == before);
}

TEST_CASE("text in the entry columns of a row without entries makes its first entry, and Esc takes it away", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    page.take(title, 0);
    type(QStringLiteral("实施意见"));
    REQUIRE(page.rows().first().entries.size() == 1);
    CHECK(page.text(title, 0, 0) == QStringLiteral("实施意见"));
    type(QStringLiteral("（试行）"));
    CHECK(page.text(title, 0, 0) == QStringLiteral("实施意见（试行）"));
    press(Qt::Key_Escape);
    CHECK(page.rows().first().entries.isEmpty());
}

TEST_CASE("Enter begins the editing, then breaks the line", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    press(Qt::Key_Return);
    CHECK(page.view->editor().isEditing());
    type(QStringLiteral("一\n二"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    type(QStringLiteral("三"));
    CHECK(page.text(instructions, 0) == QStringLiteral("一\n二\n三"));
}

TEST_CASE("Tab goes in reading order through all entries of a row and adds a row at the end", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    const QList<QPair<QString, int>> order{{instructions, -1}, {study, -1}, {title, 0}, {issuer, 0}, {progress, 0},
        {title, 1}, {issuer, 1}, {progress, 1}, {activities, -1}, {experience, -1}};
    for (const auto &[field, entry] : order) {
        INFO(field.toStdString() << entry);
        CHECK(page.isAt(field, 0, entry));
        press(Qt::Key_Tab);
    }
    REQUIRE(page.rows().size() == 2);
    CHECK(page.isAt(instructions, 1));
    press(Qt::Key_Tab, Qt::ShiftModifier);
    CHECK(page.isAt(experience, 0));
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.rows().size() == 1);
}

TEST_CASE("arrows go between cells, and out of a text at its edges", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    press(Qt::Key_Left); // the running number is no cell
    CHECK(page.isAt(instructions, 0));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    CHECK(page.isAt(title, 0, 0));
    press(Qt::Key_Down);
    CHECK(page.isAt(title, 0, 1));
    press(Qt::Key_Return);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Left);
    CHECK(page.isAt(study, 0));
    CHECK(page.view->editor().isEditing());
    CHECK(page.editor.currentOffset() == page.text(study, 0).size());
    press(Qt::Key_Right);
    CHECK(page.isAt(title, 0, 0));
    CHECK(page.editor.currentOffset() == 0);
}

TEST_CASE("undo reaches the text under the caret through the window, not the editor's own", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    QAction *undo = opened.workspace.openReport().undoStack()->createUndoAction(&page.editor);
    undo->setShortcut(QKeySequence::Undo);
    page.editor.addAction(undo);
    const QString before = page.text(instructions, 0);
    type(QStringLiteral("甲"));
    page.take(study, 0);
    type(QStringLiteral("乙"));
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(page.text(instructions, 0) == before);
    CHECK(page.isAt(instructions, 0));
    CHECK(page.view->editor().text() == before);
}

TEST_CASE("a change from elsewhere comes into the open editor and leaves the caret in its words", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    type(QStringLiteral("省政府批示"));
    page.view->editor().setCaret(3);
    REQUIRE(opened.workspace.openReport().setText(page.cellPlace(instructions, 0), QStringLiteral("2023年省政府批示")));
    CHECK(page.view->editor().toPlainText() == QStringLiteral("2023年省政府批示"));
    CHECK(page.editor.currentOffset() == 8);
}

TEST_CASE("every unit of a text survives editing beside it", "[table]")
{
    ReportOnDesk opened;
    const QString odd = QStringLiteral("a\u00a0b\u2028c\u3000\U00020BB7\ufdd0\u200bz ");
    REQUIRE(opened.workspace.openReport().setText({QStringLiteral("annex1"), instructions, 0}, odd));
    TablePage page(opened);
    type(QStringLiteral("尾"));
    CHECK(page.text(instructions, 0) == odd + QStringLiteral("尾"));
    press(Qt::Key_Home, Qt::ControlModifier);
    type(QStringLiteral("头"));
    CHECK(page.text(instructions, 0) == QStringLiteral("头") + odd + QStringLiteral("尾"));
}

TEST_CASE("the wide pane and the cell show one text", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    press(Qt::Key_F2);
    auto *wide = page.editor.findChild<PlaceEdit *>(QStringLiteral("wideEditor"));
    REQUIRE(wide);
    REQUIRE(wide->isVisible());
    REQUIRE(wide->hasFocus());
    const QString before = page.text(instructions, 0);
    type(QStringLiteral("另"));
    CHECK(page.text(instructions, 0) == before + QStringLiteral("另"));
    CHECK(page.view->editor().text() == before + QStringLiteral("另"));
    press(Qt::Key_F2); // kept
    CHECK_FALSE(wide->isVisible());
    CHECK(page.text(instructions, 0) == before + QStringLiteral("另"));
    press(Qt::Key_F2);
    type(QStringLiteral("外"));
    press(Qt::Key_Escape); // given up, as in the cell
    CHECK_FALSE(wide->isVisible());
    CHECK(page.view->editor().hasFocus());
    CHECK(page.text(instructions, 0) == before + QStringLiteral("另"));
    auto *note = page.editor.findChild<NoteBar *>();
    CHECK(note->isVisible());
    opened.workspace.openReport().undoStack()->undo(); // the other way back
    CHECK(page.text(instructions, 0) == before + QStringLiteral("另外"));
    CHECK_FALSE(note->isVisible());
    press(Qt::Key_F2);
    press(Qt::Key_Escape); // nothing was typed: nothing to give up
    CHECK_FALSE(note->isVisible());
    press(Qt::Key_F2);
    press(Qt::Key_F2);
    CHECK_FALSE(wide->isVisible());
    QTest::mouseDClick(page.view->viewport(), Qt::LeftButton, {}, page.centre(study, 0));
    CHECK(wide->hasFocus());
    CHECK(wide->text() == page.text(study, 0));
}

TEST_CASE("a click takes the cell in hand, a second one puts the caret there", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    const QSignalSpy moved(&page.editor, &FormPage::placeChanged);
    QTest::mouseClick(page.view->viewport(), Qt::LeftButton, {}, page.centre(study, 0));
    CHECK(page.isAt(study, 0));
    CHECK_FALSE(page.view->editor().isEditing());
    CHECK(moved.count() >= 1);
    const QRect cell = page.view->visualRect(page.view->cell());
    QTest::mouseClick(page.view->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(12, 12));
    CHECK(page.view->editor().isEditing());
    CHECK(page.editor.currentOffset() <= 1);
}

TEST_CASE("a click in a cell that shows part of a long text puts the caret where it was clicked", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    const Place place{QStringLiteral("annex1"), instructions, 0, -1, -1};
    QString text;
    for (int line = 1; line <= 60; ++line)
        text += QStringLiteral("第%1行\n").arg(line);
    REQUIRE(opened.workspace.openReport().setText(place, text));
    TablePage page(opened);
    page.take(instructions, 0);
    const QRect cell = page.view->visualRect(page.view->cell());
    const int lineHeight = lineHeightOf(page.view->font());
    const QPoint inFourth = cell.topLeft() + QPoint(12, CellTypesetter::topMargin + 3 * lineHeight + lineHeight / 2);
    QTest::mouseClick(page.view->viewport(), Qt::LeftButton, {}, inFourth);
    REQUIRE(page.view->editor().isEditing());
    CHECK(page.view->visualRect(page.view->cell()).topLeft() == cell.topLeft()); // nothing moved beneath the mouse
    CHECK(text.left(page.editor.currentOffset()).count(u'\n') == 3);
    CHECK_FALSE(page.view->editor().verticalScrollBar()->isVisible());
}

TEST_CASE("a place asked for is shown with its words selected", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    page.editor.showPlace(page.cellPlace(issuer, 0, 1), 3, 4);
    CHECK(page.isAt(issuer, 0, 1));
    CHECK(page.view->editor().textCursor().selectedText() == page.text(issuer, 0, 1).mid(3, 4));
    page.editor.showPlace({QStringLiteral("annex1"), field::contact}, -1, 0);
    CHECK(page.editor.currentPlace() == Place{QStringLiteral("annex1"), field::contact});
    CHECK(page.editor.currentOffset() == 0);
}

TEST_CASE("caret, pane and widths come back", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    QByteArray state;
    int width = 0;
    {
        TablePage page(opened);
        QHeaderView *header = page.view->horizontalHeader();
        width = header->sectionSize(1) + 30;
        header->resizeSection(1, width);
        page.editor.showPlace(page.cellPlace(issuer, 0, 1), 5, 0);
        state = page.editor.viewState();
    }
    TablePage page(opened);
    page.editor.restoreViewState(state);
    CHECK(page.isAt(issuer, 0, 1));
    CHECK(page.editor.currentOffset() == 5);
    CHECK(page.view->horizontalHeader()->sectionSize(1) == width);
    page.editor.restoreViewState("no state at all");
    CHECK(page.editor.currentPlace().form == QStringLiteral("annex1"));
}

TEST_CASE("the list of candidates is asked below all lines of what is being composed", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    // Beside a tall cell there is room for what wraps.
    REQUIRE(opened.workspace.openReport().setText(page.cellPlace(activities, 0), QStringLiteral("一\n二\n三\n四\n五")));
    page.take(study, 0);
    type(QStringLiteral("甲"));
    CellEditor &editor = page.view->editor();
    const auto caretRect = [&] { return editor.inputMethodQuery(Qt::ImCursorRectangle).toRect(); };
    const QRect before = caretRect();
    compose(QStringLiteral("xue"));
    CHECK(caretRect().bottom() == before.bottom());
    compose(
        QStringLiteral("xue xi guan che luo shi hui yi jing shen he zhong yao zhi shi pi shi jing shen de tong zhi"));
    QInputMethodEvent atStart(QStringLiteral("xue xi guan che luo shi hui yi jing shen he zhong yao zhi shi pi shi"),
        {{QInputMethodEvent::Cursor, 0, 1, {}}}); // fcitx5 keeps the caret before what is composed
    QApplication::sendEvent(&editor, &atStart);
    const QRect composed = caretRect();
    CHECK(std::abs(composed.top() - before.top()) <= 1);
    CHECK(composed.bottom() >= before.bottom() + lineHeightOf(editor.font()));
    CHECK(composed.bottom() <= editor.viewport()->rect().bottom());
    commitComposed(QStringLiteral("学习"));
    CHECK(caretRect().bottom() == before.bottom());
}

} // namespace typing_test
