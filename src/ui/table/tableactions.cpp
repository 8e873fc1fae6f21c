// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tableactions.h"

#include "ui/menutext.h"
#include "ui/notebar.h"
#include "ui/parts/mayedit.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QAction>
#include <QApplication>
#include <QUndoStack>

#include <algorithm>

namespace zhibao {

namespace {

// The text editor the clipboard's actions are meant for; null where they are meant for the cells.
PlaceEdit *textInHand(const QWidget *page)
{
    auto *edit = qobject_cast<PlaceEdit *>(QApplication::focusWidget());
    if (edit == nullptr || !page->isAncestorOf(edit))
        return nullptr;
    const auto *cell = qobject_cast<CellEditor *>(edit);
    return cell != nullptr && !cell->isEditing() ? nullptr : edit;
}

} // namespace

TableActions::TableActions(OpenReport &open, TableModel &model, TableView &view, NoteBar &notes, QWidget *page)
    : QObject(page)
    , m_open(open)
    , m_model(model)
    , m_view(view)
    , m_notes(notes)
    , m_page(page)
    , m_clipboard(open, model, view)
{
    addClipboardActions();
    m_all.append(nullptr);
    addRowActions();
    if (!model.table().repeatingGroup.isEmpty()) {
        m_all.append(nullptr);
        addEntryActions();
    }
    m_all.append(nullptr);
    m_openWide = add(tr("单元格内容(&G)"), QStringLiteral("layout-bottombar"), Qt::Key_F2);
    connect(&view, &TableView::cellTaken, this, &TableActions::update);
    connect(&view, &TableView::rowRequested, this, &TableActions::addRow);
    connect(&model, &TableModel::relined, this, &TableActions::update);
    // Nothing to be told of a paste is left once its step is gone.
    connect(open.undoStack(), &QUndoStack::indexChanged, this, [this](int index) {
        if (index < std::exchange(m_steps, index))
            forget();
    });
    update();
}

void TableActions::update()
{
    const bool canEdit = mayEdit(m_open);
    for (QAction *action : std::as_const(m_editing))
        action->setEnabled(canEdit);
    const QModelIndex cell = m_view.cell();
    const Place place = m_model.place(cell);
    m_moveRowUp->setEnabled(canEdit && place.row > 0);
    m_moveRowDown->setEnabled(canEdit && place.row >= 0 && place.row + 1 < m_model.rows());
    if (m_insertEntry == nullptr)
        return;
    const bool isEntry = canEdit && place.entry >= 0 && hasPlace(m_open.report(), m_open.notice(), place);
    m_insertEntry->setEnabled(canEdit && cell.isValid());
    m_removeEntry->setEnabled(isEntry);
    m_moveEntryUp->setEnabled(isEntry && place.entry > 0);
    m_moveEntryDown->setEnabled(isEntry && place.entry + 1 < m_model.lines().at(cell.row()).count);
}

QAction *TableActions::add(const QString &text, const QString &icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(m_page);
    action->setIcon(theme::icon(icon));
    setMenuText(action, text);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page->addAction(action);
    m_all.append(action);
    return action;
}

void TableActions::addClipboardActions()
{
    QAction *cutAction = add(tr("剪切(&T)"), QStringLiteral("scissors"), QKeySequence::Cut);
    connect(cutAction, &QAction::triggered, this, &TableActions::cut);
    QAction *copyAction = add(tr("复制(&C)"), QStringLiteral("copy"), QKeySequence::Copy);
    connect(copyAction, &QAction::triggered, this, [this] {
        if (PlaceEdit *edit = textInHand(m_page))
            edit->copy();
        else
            m_clipboard.copy();
    });
    QAction *pasteAction = add(tr("粘贴(&P)"), QStringLiteral("clipboard"), QKeySequence::Paste);
    connect(pasteAction, &QAction::triggered, this, &TableActions::paste);
    QAction *clearAction = add(tr("清除内容(&L)"), QStringLiteral("eraser"), QKeySequence::Delete);
    connect(clearAction, &QAction::triggered, this, &TableActions::clear);
    QAction *selectAction = add(tr("全选(&A)"), QStringLiteral("select-all"), QKeySequence::SelectAll);
    connect(selectAction, &QAction::triggered, this, [this] {
        if (PlaceEdit *edit = textInHand(m_page))
            edit->selectAll();
        else
            m_view.selectEverything();
    });
    m_editing = {cutAction, pasteAction, clearAction};
}

void TableActions::addRowActions()
{
    m_insertRow = add(tr("在下方增加一行(&B)"), QStringLiteral("row-insert-bottom"), Qt::CTRL | Qt::Key_Return);
    m_insertRow->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_insertRow->setIconText(tr("＋行"));
    connect(m_insertRow, &QAction::triggered, this, &TableActions::addRow);
    QAction *above
        = add(tr("在上方增加一行(&Q)"), QStringLiteral("row-insert-top"), Qt::CTRL | Qt::ALT | Qt::Key_Return);
    above->setShortcuts({Qt::CTRL | Qt::ALT | Qt::Key_Return, Qt::CTRL | Qt::ALT | Qt::Key_Enter});
    connect(above, &QAction::triggered, this, [this] { addRowAt(qMax(0, m_model.place(m_view.cell()).row)); });
    QAction *duplicate = add(tr("复制本行到下方(&D)"), QStringLiteral("copy-plus"), Qt::CTRL | Qt::Key_D);
    connect(duplicate, &QAction::triggered, this, &TableActions::duplicateRow);
    m_moveRowUp = add(tr("上移本行(&W)"), QStringLiteral("arrow-up"), Qt::ALT | Qt::Key_Up);
    connect(m_moveRowUp, &QAction::triggered, this, [this] { moveRow(-1); });
    m_moveRowDown = add(tr("下移本行(&X)"), QStringLiteral("arrow-down"), Qt::ALT | Qt::Key_Down);
    connect(m_moveRowDown, &QAction::triggered, this, [this] { moveRow(1); });
    QAction *remove = add(tr("删除行(&O)"), QStringLiteral("row-remove"), Qt::CTRL | Qt::Key_Delete);
    connect(remove, &QAction::triggered, this, &TableActions::removeRows);
    m_editing += {m_insertRow, above, duplicate, remove};
}

void TableActions::addEntryActions()
{
    const QString noun = m_model.table().entryNoun;
    m_insertEntry
        = add(tr("在本行增加%1(&I)").arg(noun), QStringLiteral("file-plus"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_insertEntry->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter});
    m_insertEntry->setIconText(tr("＋%1").arg(noun));
    connect(m_insertEntry, &QAction::triggered, this, &TableActions::addEntry);
    m_moveEntryUp = add(tr("上移%1(&Y)").arg(noun), QStringLiteral("chevron-up"), Qt::ALT | Qt::SHIFT | Qt::Key_Up);
    connect(m_moveEntryUp, &QAction::triggered, this, [this] { moveEntry(-1); });
    m_moveEntryDown
        = add(tr("下移%1(&Z)").arg(noun), QStringLiteral("chevron-down"), Qt::ALT | Qt::SHIFT | Qt::Key_Down);
    connect(m_moveEntryDown, &QAction::triggered, this, [this] { moveEntry(1); });
    m_removeEntry = add(tr("删除%1(&K)").arg(noun), QStringLiteral("trash"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    connect(m_removeEntry, &QAction::triggered, this, &TableActions::removeEntry);
}

void TableActions::addRow()
{
    addRowAt(m_model.place(m_view.cell()).row + 1);
}

void TableActions::addRowAt(int row)
{
    if (!m_insertRow->isEnabled() || !isDone(m_open.insertRow(m_model.form().id, row)))
        return;
    m_view.takeCell(m_model.rowCells(row).value(0));
    m_view.setFocus();
}

void TableActions::addEntry()
{
    const Place place = m_model.place(m_view.cell());
    const QString form = m_model.form().id;
    const auto entries = m_open.report().forms.value(form).rows.at(place.row).entries.size();
    const int count = static_cast<int>(entries);
    const int at = place.entry >= 0 ? std::min(place.entry + 1, count) : count;
    if (!isDone(m_open.insertEntry(form, place.row, at)))
        return;
    m_view.takeCell(m_model.indexOf(Place{form, {}, place.row, at, -1}));
    m_view.setFocus();
}

void TableActions::duplicateRow()
{
    const Place place = m_model.place(m_view.cell());
    const QString form = m_model.form().id;
    const QList<Row> rows = m_open.report().forms.value(form).rows;
    if (place.row < 0 || !isDone(m_open.insertRow(form, place.row + 1, rows.at(place.row))))
        return;
    m_view.takeCell(m_model.indexOf(Place{form, place.field, place.row + 1, place.entry, -1}));
}

void TableActions::moveRow(int by)
{
    const Place place = m_model.place(m_view.cell());
    const int caret = m_view.editingCaret();
    if (isDone(m_open.moveRow(m_model.form().id, place.row, place.row + by)))
        m_view.followPlace(Place{place.form, place.field, place.row + by, place.entry, -1}, caret);
}

// The table is never left without a row to write in.
void TableActions::removeRows()
{
    const CellBlock block = m_view.block();
    if (block.isEmpty())
        return;
    const QString form = m_model.form().id;
    const Place place = m_model.place(m_view.cell());
    const int first = m_model.lines().at(block.top).row;
    const int last = m_model.lines().at(block.bottom).row;
    Report after = m_open.report();
    QList<Row> &rows = after.forms[form].rows;
    rows.remove(first, last - first + 1);
    if (rows.isEmpty())
        rows.append(Row());
    const int next = std::min(first, static_cast<int>(rows.size()) - 1);
    const Change change{Place{form, {}, next, -1, -1}, true};
    if (isDone(m_open.apply(after, change, tr("删除行"))))
        m_view.takeCell(m_model.indexOf(Place{form, place.field, next, place.entry < 0 ? -1 : 0, -1}));
}

void TableActions::moveEntry(int by)
{
    const Place place = m_model.place(m_view.cell());
    const int caret = m_view.editingCaret();
    if (isDone(m_open.moveEntry(place.form, place.row, place.entry, place.entry + by)))
        m_view.followPlace(Place{place.form, place.field, place.row, place.entry + by, -1}, caret);
}

void TableActions::removeEntry()
{
    const Place place = m_model.place(m_view.cell());
    if (!isDone(m_open.removeEntry(place.form, place.row, place.entry)))
        return;
    m_view.takeCell(m_model.indexOf(place));
}

void TableActions::cut()
{
    if (PlaceEdit *edit = textInHand(m_page)) {
        edit->cut();
        return;
    }
    m_clipboard.copy();
    isDone(m_clipboard.clear(tr("剪切")));
}

void TableActions::paste()
{
    if (PlaceEdit *edit = textInHand(m_page)) {
        edit->paste();
        return;
    }
    tell(m_clipboard.paste());
}

bool TableActions::takesCells(const QMimeData &data)
{
    if (!m_clipboard.hasCells(data))
        return false;
    tell(m_clipboard.pasteCells(data));
    return true;
}

void TableActions::clear()
{
    if (PlaceEdit *edit = textInHand(m_page))
        edit->textCursor().removeSelectedText();
    else
        isDone(m_clipboard.clear(tr("清除内容")));
}

bool TableActions::isDone(const Result<void> &result)
{
    if (!result)
        m_notes.tell(NoteBar::Kind::Problem, describe(result.error()));
    return static_cast<bool>(result);
}

// What did not come in stays in sight, and can be taken elsewhere; what went from the table is told.
void TableActions::tell(const Result<PasteOutcome> &result)
{
    forget();
    if (!result) {
        isDone(result.error());
        return;
    }
    const QString sentence = describePaste(*result, m_model.table());
    if (sentence.isEmpty())
        return;
    const TextGrid rest = result->kept + result->leftOut;
    QList<NoteBar::Answer> answers;
    if (!rest.isEmpty())
        answers.append({tr("复制"), [rest] { CellClipboard::put(rest); }});
    m_told = sentence;
    m_notes.tell(rest.isEmpty() ? NoteBar::Kind::Calm : NoteBar::Kind::Warning, sentence, answers);
}

// The note about a paste holds until the next one, or until it is undone.
void TableActions::forget()
{
    if (!m_told.isEmpty() && m_notes.sentence() == m_told)
        m_notes.hide();
    m_told.clear();
}

} // namespace zhibao
