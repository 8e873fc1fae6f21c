// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mayedit.h"
#include "ui/summary/splitbar.h"
#include "ui/summary/summaryeditor.h"
#include "ui/summary/summarypaper.h"
#include "ui/summary/textfield.h"
#include "ui/theme.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

// What the summary's editor offers beside typing: its actions, its menu, and the splitting of a whole summary.
namespace zhibao {

namespace {

constexpr int leastHeadings = 2; // from here on a pasted text is taken for a whole summary

} // namespace

QAction *SummaryEditor::addEditAction(const QString &text, const QString &icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(theme::icon(icon), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions.append(action);
    return action;
}

void SummaryEditor::addActions()
{
    const auto onField = [this](QAction *action, void (QTextEdit::*slot)()) {
        connect(action, &QAction::triggered, this, [this, slot] { (currentField()->*slot)(); });
    };
    onField(addEditAction(tr("剪切"), QStringLiteral("scissors"), QKeySequence::Cut), &QTextEdit::cut);
    onField(addEditAction(tr("复制"), QStringLiteral("copy"), QKeySequence::Copy), &QTextEdit::copy);
    onField(addEditAction(tr("粘贴"), QStringLiteral("clipboard"), QKeySequence::Paste), &QTextEdit::paste);
    onField(addEditAction(tr("全选"), QStringLiteral("select-all"), QKeySequence::SelectAll), &QTextEdit::selectAll);
    m_actions.append(nullptr);
    QAction *split = addEditAction(
        tr("从剪贴板分入各部分…"), QStringLiteral("list-check"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    split->setObjectName(QStringLiteral("splitClipboard"));
    connect(split, &QAction::triggered, this, &SummaryEditor::splitClipboard);
    m_actions.append(nullptr);
    QAction *previous
        = addEditAction(tr("上一个标题"), QStringLiteral("arrow-up"), QKeySequence(Qt::CTRL | Qt::Key_Up));
    connect(previous, &QAction::triggered, this, [this] { m_paper->goToHeading(m_current, -1); });
    QAction *next
        = addEditAction(tr("下一个标题"), QStringLiteral("arrow-down"), QKeySequence(Qt::CTRL | Qt::Key_Down));
    connect(next, &QAction::triggered, this, [this] { m_paper->goToHeading(m_current, 1); });
}

void SummaryEditor::showMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    const QUndoStack *undo = m_workspace.undoStack();
    QAction *undoAction = menu.addAction(
        theme::icon(QStringLiteral("arrow-back-up")), tr("撤销"), m_workspace.undoStack(), &QUndoStack::undo);
    undoAction->setEnabled(undo->canUndo() && mayEdit(m_workspace));
    QAction *redoAction = menu.addAction(
        theme::icon(QStringLiteral("arrow-forward-up")), tr("恢复"), m_workspace.undoStack(), &QUndoStack::redo);
    redoAction->setEnabled(undo->canRedo() && mayEdit(m_workspace));
    menu.addSeparator();
    for (QAction *action : std::as_const(m_actions)) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
    menu.addSeparator();
    menu.addActions(windowActions());
    menu.exec(globalPosition);
}

bool SummaryEditor::takesPaste(TextField *field, const QString &text)
{
    const SummarySplit split = splitSummary(text, m_form, m_workspace.report().unit);
    if (split.headingsFound < std::min(leastHeadings, static_cast<int>(m_form.sections.size())))
        return false;
    offerSplit(split, field, text);
    return true;
}

void SummaryEditor::splitClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    const SummarySplit split = splitSummary(text, m_form, m_workspace.report().unit);
    if (const std::optional<Error> refused = m_workspace.review().refusal(ReviewAction::Edit))
        m_bar->tell(NoteBar::Kind::Problem, describe(*refused));
    else if (text.isEmpty())
        m_bar->tell(NoteBar::Kind::Calm, tr("剪贴板中没有文字。"));
    else if (split.headingsFound == 0)
        m_bar->tell(NoteBar::Kind::Calm, tr("剪贴板的文字中没有认出标题，未作改动。"));
    else
        offerSplit(split, nullptr, {});
}

// `field` is where the text was pasted; null: the offer was asked for, and pasting it in one place is no choice.
void SummaryEditor::offerSplit(const SummarySplit &split, TextField *field, const QString &text)
{
    QList<SplitBar::Line> lines;
    bool taken = false;
    for (const SplitPart &part : splitParts(split, m_workspace.report(), m_form)) {
        const int index = m_paper->indexOf(part.place);
        lines.append({index < 0 ? QString() : m_paper->parts().at(index).label, part.text, part.taken});
        taken = taken || part.taken;
    }
    if (!split.rest.isEmpty())
        lines.append({tr("未能归入（接在“开头”之后）"), split.rest, false});
    QList<NoteBar::Answer> answers;
    if (taken) {
        answers.append({tr("替换已有文字"), [this, split] { applySplit(split, WhenTaken::Replace); }});
        answers.append({tr("接在已有文字之后"), [this, split] { applySplit(split, WhenTaken::Append); }});
    } else {
        answers.append({tr("分入各部分"), [this, split] { applySplit(split, WhenTaken::Replace); }});
    }
    if (field) {
        answers.append({tr("仅粘贴到此处"), [field, text] {
                            field->insertAsGiven(text);
                            field->setFocus(Qt::OtherFocusReason);
                        }});
    }
    const QString offer
        = tr("这段文字像一篇完整的总结（认出 %1 个标题），可按标题分入各部分。").arg(split.headingsFound);
    m_bar->offer(taken ? offer + tr("有的部分已有文字。") : offer, lines, answers);
}

void SummaryEditor::applySplit(const SummarySplit &split, WhenTaken when)
{
    Result<Placed> placed = placeSplit(split, m_workspace.report(), m_workspace.notice(), m_form, when);
    if (!placed) {
        m_bar->tell(NoteBar::Kind::Problem, describe(placed.error()));
        return;
    }
    m_workspace.endBurst();
    const Result<void> applied
        = m_workspace.apply(placed->report, Change{Place{m_form.id, {}, -1, -1, -1}, true}, tr("分入各部分"));
    if (!applied) {
        m_bar->tell(NoteBar::Kind::Problem, describe(applied.error()));
        return;
    }
    if (placed->restLength == 0) {
        m_bar->tell(NoteBar::Kind::Calm, tr("已按标题分入各部分，按 Ctrl+Z 可撤销。"));
        currentField()->setFocus(Qt::OtherFocusReason);
        return;
    }
    showPlace(placed->restPlace, placed->restOffset, placed->restLength);
    m_bar->tell(NoteBar::Kind::Warning,
        tr("已按标题分入各部分，按 Ctrl+Z 可撤销。有一段文字未能归入，已接在“开头”之后并选中，请核对。"));
}

} // namespace zhibao
