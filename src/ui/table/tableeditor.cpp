// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tableeditor.h"

#include "core/report/columnvalue.h"
#include "ui/notebar.h"
#include "ui/parts/deadline.h"
#include "ui/parts/mayedit.h"
#include "ui/table/celleditor.h"
#include "ui/table/contactedit.h"
#include "ui/table/tableactions.h"
#include "ui/table/tablegeometry.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "ui/table/widepane.h"
#include "ui/theme.h"
#include "ui_tableeditor.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QAction>
#include <QApplication>
#include <QInputMethod>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QScrollBar>
#include <QUndoStack>

namespace zhibao {

namespace {

Form tableFormOf(const OpenReport &open, const QString &id)
{
    const Form *form = open.isOpen() ? open.notice().form(id) : nullptr;
    return form != nullptr ? *form : Form();
}

} // namespace

TableEditor::TableEditor(OpenReport &open, const QString &form, QWidget *parent)
    : FormPage(parent)
    , m_open(open)
    , m_form(tableFormOf(open, form))
    , m_ui(std::make_unique<Ui::TableEditor>())
    , m_model(new TableModel(open, m_form, this))
    , m_view(new TableView(open, *m_model, this))
    , m_notes(new NoteBar(this))
    , m_contact(new ContactEdit(open, m_form, this))
    , m_wide(new WidePane(open, this))
    , m_actions(new TableActions(open, *m_model, *m_view, *m_notes, this))
{
    build();
    connectParts();
    reread();
}

TableEditor::~TableEditor() = default;

void TableEditor::showPlace(const Place &place, int offset, int length)
{
    PlaceEdit *edit = m_contact;
    if (place.field == field::contact && place.row < 0) {
        m_contact->setFocus();
    } else {
        const QModelIndex cell = m_model->indexOf(place);
        m_view->takeCell(cell);
        m_view->setFocus();
        if (!cell.isValid() || place.field.isEmpty())
            return;
        m_view->editCell();
        if (length > 0)
            m_view->editor().keepShown();
        edit = &m_view->editor();
    }
    edit->setCaret(qMax(0, offset), offset < 0 ? 0 : length);
}

Place TableEditor::currentPlace() const
{
    if (m_contact->hasFocus())
        return m_contact->place();
    return m_model->place(m_view->cell());
}

QRect TableEditor::currentRect() const
{
    if (m_contact->hasFocus())
        return {m_contact->mapTo(this, QPoint()), m_contact->size()};
    const QWidget *sheet = m_view->viewport();
    const QRect cell = m_view->visualRect(m_view->cell()).intersected(sheet->rect());
    return cell.translated(sheet->mapTo(this, QPoint()));
}

const PlaceEdit &TableEditor::editInHand() const
{
    if (m_contact->hasFocus())
        return *m_contact;
    return m_wide->edit().hasFocus() ? m_wide->edit() : m_view->editor();
}

int TableEditor::currentOffset() const
{
    return editInHand().caret();
}

std::pair<int, int> TableEditor::selection() const
{
    const QTextCursor cursor = editInHand().textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
}

// Texts are in the open as they are typed; what is still being composed becomes text now.
void TableEditor::commit()
{
    if (isAncestorOf(QApplication::focusWidget()))
        QGuiApplication::inputMethod()->commit();
    m_open.endBurst();
}

QByteArray TableEditor::viewState() const
{
    const Place place = m_model->place(m_view->cell());
    QJsonArray shares;
    for (const double share : m_view->geometry().shares())
        shares.append(share);
    const QJsonObject state{
        {QStringLiteral("field"), place.field},
        {QStringLiteral("row"), place.row},
        {QStringLiteral("entry"), place.entry},
        {QStringLiteral("caret"), m_view->editor().isEditing() ? m_view->editor().caret() : -1},
        {QStringLiteral("left"), m_view->horizontalScrollBar()->value()},
        {QStringLiteral("top"), m_view->verticalScrollBar()->value()},
        {QStringLiteral("widths"), shares},
        {QStringLiteral("wide"), !m_wide->isHidden()},
    };
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void TableEditor::restoreViewState(const QByteArray &state)
{
    const QJsonObject from = QJsonDocument::fromJson(state).object();
    QList<double> shares;
    const QJsonArray widths = from.value(QStringLiteral("widths")).toArray();
    for (const QJsonValue &share : widths)
        shares.append(share.toDouble());
    m_view->geometry().setShares(shares);
    m_wide->setVisible(from.value(QStringLiteral("wide")).toBool());
    const QModelIndex cell = m_model->indexOf(Place{m_form.id, from.value(QStringLiteral("field")).toString(),
        from.value(QStringLiteral("row")).toInt(-1), from.value(QStringLiteral("entry")).toInt(-1), -1});
    m_view->takeCell(cell);
    const int caret = from.value(QStringLiteral("caret")).toInt(-1);
    if (cell.isValid() && caret >= 0) {
        m_view->editor().begin();
        m_view->editor().setCaret(caret);
    }
    // Only once the page is laid out is it known how far it can be scrolled.
    const QPoint scrolled(from.value(QStringLiteral("left")).toInt(), from.value(QStringLiteral("top")).toInt());
    QMetaObject::invokeMethod(
        this,
        [this, scrolled] {
            m_view->horizontalScrollBar()->setValue(scrolled.x());
            m_view->verticalScrollBar()->setValue(scrolled.y());
        },
        Qt::QueuedConnection);
}

QList<QAction *> TableEditor::editActions() const
{
    return m_actions->all();
}

void TableEditor::changeEvent(QEvent *event)
{
    FormPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_ui != nullptr)
        showHead();
}

void TableEditor::build()
{
    m_ui->setupUi(this);
    m_ui->notesLayout->addWidget(m_notes);
    m_ui->tableLayout->addWidget(m_view);
    m_ui->contactLayout->addWidget(m_contact, 1);
    m_ui->splitter->addWidget(m_wide);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setCollapsible(0, false);
    m_ui->splitter->setCollapsible(1, false);
    m_wide->hide();
    m_ui->contactLabel->setBuddy(m_contact);
    m_ui->contactLabel->setText(m_model->table().contactLabel);
    m_ui->mark->setText(m_form.mark);
    m_ui->title->setText(m_form.title);
    m_ui->totals->setVisible(hasTotals(m_model->table()));
    m_ui->addRow->setDefaultAction(m_actions->insertRow());
    m_ui->addEntry->setVisible(m_actions->insertEntry() != nullptr);
    if (m_actions->insertEntry() != nullptr)
        m_ui->addEntry->setDefaultAction(m_actions->insertEntry());
    setFocusProxy(m_view);
    setTabOrder(&m_view->editor(), m_ui->addRow);
    setTabOrder(m_ui->addRow, m_ui->addEntry);
    setTabOrder(m_ui->addEntry, m_contact);
    setTabOrder(m_contact, &m_wide->edit());
}

void TableEditor::connectParts()
{
    connect(m_view, &TableView::cellTaken, this, &TableEditor::showCell);
    connect(m_view, &TableView::wideEditorRequested, this, &TableEditor::openWide);
    connect(m_view, &TableView::contextMenuRequested, this, &TableEditor::showMenu);
    connect(m_actions->openWide(), &QAction::triggered, this, &TableEditor::openWide);
    connect(m_wide, &WidePane::closed, m_view, qOverload<>(&QWidget::setFocus));
    for (PlaceEdit *edit :
        {static_cast<PlaceEdit *>(&m_view->editor()), static_cast<PlaceEdit *>(m_contact), &m_wide->edit()}) {
        connect(edit, &PlaceEdit::caretMoved, this, [this, edit] {
            if (edit->hasFocus())
                tellPlace();
        });
        connect(edit, &PlaceEdit::givenUp, this, &TableEditor::tellGivenUp);
    }
    for (PlaceEdit *edit : {static_cast<PlaceEdit *>(&m_view->editor()), &m_wide->edit()})
        edit->setPasteTaker([this](const QMimeData &pasted) { return m_actions->takesCells(pasted); });
    connect(&m_open, &OpenReport::opened, this, &TableEditor::reread);
    connect(&m_open, &OpenReport::closed, this, &TableEditor::reread);
    connect(&m_open, &OpenReport::changed, this, &TableEditor::follow);
    connect(&m_open, &OpenReport::toldChanged, this, &TableEditor::lock);
    connect(m_view, &TableView::commentsRequested, this, &TableEditor::commentsWanted);
}

void TableEditor::showHead()
{
    m_ui->unit->setText(m_model->table().unitLabel + m_open.report().unit);
    const QDate today = m_open.office().clock()().date();
    const QDate deadline
        = m_open.isOpen() ? deadlineOf(m_form, m_open.notice(), m_open.report().occasion) : m_form.deadline;
    QStringList words;
    if (!m_form.deadlineWords.isEmpty())
        words.append(tr("%1报送").arg(m_form.deadlineWords));
    if (deadline.isValid())
        words.append(daysLeft(deadline, today));
    m_ui->deadline->setText(words.join(tr("，")));
    auto tone = theme::TextTone::Plain;
    if (deadline.isValid() && today.daysTo(deadline) <= amberDays)
        tone = today > deadline ? theme::TextTone::Red : theme::TextTone::Amber;
    theme::setTextTone(m_ui->deadline, tone);
}

// Beneath the table, as its last row is printed. Nobody types there.
void TableEditor::showTotals()
{
    const TableForm &table = m_model->table();
    if (m_ui->totals->isHidden() || !m_open.isOpen())
        return;
    const Texts totals = columnTotals(table, m_open.report().forms.value(m_form.id).rows);
    QStringList sums;
    for (const Column &column : table.columns) {
        if (!column.total)
            continue;
        const auto sum = totals.constFind(column.id);
        sums.append(sum == totals.cend() ? tr("%1有不是数字的内容").arg(column.label)
                                         : tr("%1 %2%3").arg(column.label, *sum, column.unit));
    }
    m_ui->totals->setText(tr("合计：%1").arg(sums.join(tr("，"))));
}

void TableEditor::showCell()
{
    if (m_open.isOpen()) {
        const Place place = m_model->place(m_view->cell());
        m_wide->setCell(place, describePlace(m_open.notice(), place));
    }
    tellPlace();
}

void TableEditor::openWide()
{
    if (!m_view->cell().isValid())
        return;
    if (m_wide->edit().hasFocus()) {
        m_wide->leave();
        return;
    }
    const int caret = m_view->editor().caret();
    m_wide->show();
    m_wide->edit().remember();
    m_wide->edit().setFocus();
    m_wide->edit().setCaret(caret);
    m_view->scrollTo(m_view->cell());
}

void TableEditor::reread()
{
    m_model->reread();
    m_contact->setPlace(m_contact->place());
    lock();
    showHead();
    showTotals();
    showCell();
}

void TableEditor::lock()
{
    const bool isLocked = !mayEdit(m_open);
    for (PlaceEdit *edit :
        {static_cast<PlaceEdit *>(&m_view->editor()), static_cast<PlaceEdit *>(m_contact), &m_wide->edit()})
        edit->setLocked(isLocked);
    m_actions->update();
}

// Undo and redo show what they changed: the cell of a change that was not made here comes into hand.
void TableEditor::follow(const Change &change)
{
    const Place &place = change.place;
    if (place.form.isEmpty() || place.form == m_form.id)
        showTotals();
    if (place.form != m_form.id || place.row < 0 || m_contact->hasFocus())
        return;
    const QModelIndex cell = m_model->indexOf(place);
    if (cell.isValid() && !place.field.isEmpty() && cell != m_view->cell())
        m_view->takeCell(cell);
}

// The way back stays in sight for as long as it leads there: until something else is done or undone.
void TableEditor::tellGivenUp()
{
    QUndoStack *undo = m_open.undoStack();
    m_notes->tell(NoteBar::Kind::Calm, tr("已放弃刚才在这个单元格中的输入。"),
        {{tr("找回输入的文字"), [undo] { undo->undo(); }}});
    m_notes->endWithNextStep(*undo);
}

void TableEditor::tellPlace()
{
    Q_EMIT placeChanged(currentPlace(), currentOffset());
}

void TableEditor::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = editActions();
    for (QAction *action : actions) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->addSeparator();
    menu->addActions(windowActions());
    menu->popup(globalPosition);
}

} // namespace zhibao
