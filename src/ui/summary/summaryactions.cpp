// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/script.h"
#include "document/compose/compose.h"
#include "document/compose/plaintext.h"
#include "exchange/clipboard/tabletext.h"
#include "ui/menutext.h"
#include "ui/parts/mayedit.h"
#include "ui/summary/splitbar.h"
#include "ui/summary/summaryeditor.h"
#include "ui/summary/summarypaper.h"
#include "ui/summary/textfield.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

// What the summary's editor offers beside typing: its actions, its menu, and the splitting of a whole summary.
namespace zhibao {

namespace {

constexpr int leastHeadings = 2; // from here on a pasted text is taken for a whole summary
constexpr int shortUnits = 10; // of a heading without a number

// Its number, as people speak of it: （三）, 四、
QString shortHeading(const QString &heading)
{
    const qsizetype number = enumeratorLength(heading, 0);
    if (number > 0)
        return QStringLiteral("“%1”").arg(heading.left(number));
    return QStringLiteral("“%1”").arg(
        heading.size() > shortUnits ? heading.left(shortUnits) + QStringLiteral("…") : heading);
}

} // namespace

QAction *SummaryEditor::addEditAction(const QString &text, const QString &icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setIcon(theme::icon(icon));
    setMenuText(action, text);
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
    onField(addEditAction(tr("剪切(&T)"), QStringLiteral("scissors"), QKeySequence::Cut), &QTextEdit::cut);
    onField(addEditAction(tr("复制(&C)"), QStringLiteral("copy"), QKeySequence::Copy), &QTextEdit::copy);
    onField(addEditAction(tr("粘贴(&P)"), QStringLiteral("clipboard"), QKeySequence::Paste), &QTextEdit::paste);
    onField(
        addEditAction(tr("全选(&A)"), QStringLiteral("select-all"), QKeySequence::SelectAll), &QTextEdit::selectAll);
    QAction *whole = addEditAction(
        tr("复制全文(&W)"), QStringLiteral("copy-plus"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    whole->setObjectName(QStringLiteral("copyWhole"));
    connect(whole, &QAction::triggered, this, &SummaryEditor::copyWhole);
    m_actions.append(nullptr);
    QAction *split = addEditAction(
        tr("从剪贴板分入各部分(&S)…"), QStringLiteral("list-check"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    split->setObjectName(QStringLiteral("splitClipboard"));
    connect(split, &QAction::triggered, this, &SummaryEditor::splitClipboard);
    m_actions.append(nullptr);
    QAction *previous
        = addEditAction(tr("上一个标题(&B)"), QStringLiteral("arrow-up"), QKeySequence(Qt::CTRL | Qt::Key_Up));
    connect(previous, &QAction::triggered, this, [this] { m_paper->goToHeading(m_current, -1); });
    QAction *next
        = addEditAction(tr("下一个标题(&X)"), QStringLiteral("arrow-down"), QKeySequence(Qt::CTRL | Qt::Key_Down));
    connect(next, &QAction::triggered, this, [this] { m_paper->goToHeading(m_current, 1); });
}

void SummaryEditor::showMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    const QUndoStack *undo = m_open.undoStack();
    QAction *undoAction = menu.addAction(
        theme::icon(QStringLiteral("arrow-back-up")), tr("撤销(&U)"), m_open.undoStack(), &QUndoStack::undo);
    undoAction->setEnabled(undo->canUndo() && mayEdit(m_open));
    QAction *redoAction = menu.addAction(
        theme::icon(QStringLiteral("arrow-forward-up")), tr("重做(&R)"), m_open.undoStack(), &QUndoStack::redo);
    redoAction->setEnabled(undo->canRedo() && mayEdit(m_open));
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
    const SummarySplit split = splitSummary(text, *m_form.outline(), m_open.report().unit);
    if (split.headingsFound < std::min(leastHeadings, static_cast<int>(m_form.outline()->sections.size())))
        return false;
    offerSplit(split, field, text);
    return true;
}

// As it is exported, with the headings and what stands around them.
void SummaryEditor::copyWhole()
{
    commit();
    QGuiApplication::clipboard()->setText(plainText(compose(m_open.report(), m_open.notice(), m_form.id)));
    tell(NoteBar::Kind::Calm, tr("已复制全文。"));
}

void SummaryEditor::splitClipboard()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    const QString text = clipboard != nullptr ? pastedText(*clipboard) : QString();
    const SummarySplit split = splitSummary(text, *m_form.outline(), m_open.report().unit);
    if (const std::optional<Error> refused = m_open.refusal(ReviewAction::Edit))
        tell(NoteBar::Kind::Problem, describe(*refused));
    else if (text.isEmpty())
        tell(NoteBar::Kind::Calm, tr("剪贴板中没有文字。"));
    else if (split.headingsFound == 0)
        tell(NoteBar::Kind::Calm, tr("剪贴板的文字中没有认出标题，未作改动。"));
    else
        offerSplit(split, nullptr, {});
}

QString SummaryEditor::labelOf(const Place &place) const
{
    const int index = m_paper->indexOf(place);
    return index < 0 ? QString() : m_paper->parts().at(index).label;
}

void SummaryEditor::offerSplit(const SummarySplit &split, TextField *field, const QString &text)
{
    m_offer = {splitParts(split, m_form), {}, split.headingsFound, field, text};
    if (m_form.outline()->field(field::opening))
        m_offer.choices.append({m_form.id, field::opening});
    for (int section = 0; section < m_form.outline()->sections.size(); ++section)
        m_offer.choices.append({m_form.id, {}, -1, -1, section});
    if (m_form.outline()->field(field::closing))
        m_offer.choices.append({m_form.id, field::closing});
    QStringList choices;
    for (const Place &place : std::as_const(m_offer.choices))
        choices.append(labelOf(place));
    choices.append(tr("未能归入（接在“%1”之后）").arg(labelOf(restPlaceOf(m_form))));
    const QList<bool> taken = takenParts();
    QList<SplitBar::Line> lines;
    for (qsizetype i = 0; i < m_offer.parts.size(); ++i) {
        const SplitPart &part = m_offer.parts.at(i);
        const qsizetype at = part.isRest ? choices.size() - 1 : m_offer.choices.indexOf(part.place);
        lines.append({labelOf(part.place), part.text, taken.at(i), isMovable(part) ? static_cast<int>(at) : -1});
    }
    const auto numbered = static_cast<int>(
        std::count_if(m_offer.parts.cbegin(), m_offer.parts.cend(), [](const SplitPart &part) { return part.goesOn; }));
    m_bar->offer(offerSentence(), numbered, lines, choices, offerAnswers());
}

void SummaryEditor::movePart(int part, int choice)
{
    SplitPart &moved = m_offer.parts[part];
    moved.isRest = choice >= m_offer.choices.size();
    if (!moved.isRest)
        moved.place = m_offer.choices.at(choice);
    m_bar->follow(offerSentence(), takenParts(), offerAnswers());
}

QList<bool> SummaryEditor::takenParts() const
{
    const QList<Place> places = takenPlaces(m_offer.parts, m_open.report(), m_open.notice());
    QList<bool> taken;
    for (const SplitPart &part : m_offer.parts)
        taken.append(!part.isRest && places.contains(part.place));
    return taken;
}

// Which headings get nothing is said before anything is put anywhere.
QString SummaryEditor::offerSentence() const
{
    QString sentence = tr("这段文字像一篇完整的总结（认出 %1 个标题），可按标题分入各部分。").arg(m_offer.headings);
    QStringList empty;
    for (const Place &place : m_offer.choices) {
        const bool isFilled = std::any_of(m_offer.parts.cbegin(), m_offer.parts.cend(),
            [&](const SplitPart &part) { return !part.isRest && part.place == place; });
        if (!isFilled && place.section >= 0)
            empty.append(shortHeading(m_form.outline()->sections.at(place.section).heading));
    }
    if (!empty.isEmpty())
        sentence += tr("没有分到文字的部分：%1。").arg(empty.join(tr("、")));
    return takenParts().contains(true) ? sentence + tr("有的部分已有文字。") : sentence;
}

QList<NoteBar::Answer> SummaryEditor::offerAnswers()
{
    QList<NoteBar::Answer> answers;
    if (takenParts().contains(true)) {
        answers.append({tr("替换已有文字"), [this] { applySplit(WhenTaken::Replace); }});
        answers.append({tr("接在已有文字之后"), [this] { applySplit(WhenTaken::Append); }});
    } else {
        answers.append({tr("分入各部分"), [this] { applySplit(WhenTaken::Replace); }});
    }
    if (m_offer.field) {
        answers.append({tr("仅粘贴到此处"), [this] {
                            m_offer.field->insertAsGiven(m_offer.text);
                            m_offer.field->setFocus(Qt::OtherFocusReason);
                        }});
    }
    return answers;
}

void SummaryEditor::applySplit(WhenTaken when)
{
    Result<Placed> placed = placeParts(m_offer.parts, m_open.report(), m_open.notice(), m_form, when);
    if (!placed) {
        tell(NoteBar::Kind::Problem, describe(placed.error()));
        return;
    }
    m_open.endBurst();
    const Result<void> applied
        = m_open.apply(placed->report, Change{Place{m_form.id, {}, -1, -1, -1}, true}, tr("分入各部分"));
    if (!applied) {
        tell(NoteBar::Kind::Problem, describe(applied.error()));
        return;
    }
    if (placed->restLength == 0) {
        tell(NoteBar::Kind::Calm, tr("已按标题分入各部分，按 Ctrl+Z 可撤销。"));
        currentField()->setFocus(Qt::OtherFocusReason);
        return;
    }
    showPlace(placed->restPlace, placed->restOffset, placed->restLength);
    tell(NoteBar::Kind::Warning,
        tr("已按标题分入各部分，按 Ctrl+Z 可撤销。有一段文字未能归入，已接在“%1”之后并选中，请核对。")
            .arg(labelOf(placed->restPlace)));
}

} // namespace zhibao
