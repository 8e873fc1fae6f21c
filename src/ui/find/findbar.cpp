// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/find/findbar.h"

#include "ui/parts/mayedit.h"
#include "ui/theme.h"
#include "ui_findbar.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTextEdit>

#include <algorithm>
#include <chrono>

namespace zhibao {

namespace {

using namespace std::chrono_literals;

// What is selected where the focus is, if it can be sought: one line.
QString selectedText()
{
    QString selected;
    if (const auto *text = qobject_cast<QTextEdit *>(QApplication::focusWidget()))
        selected = text->textCursor().selectedText();
    else if (const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        selected = line->selectedText();
    return selected.contains(QChar::ParagraphSeparator) ? QString() : selected;
}

} // namespace

FindBar::FindBar(OpenReport &open, QWidget *parent)
    : QWidget(parent)
    , m_open(open)
    , m_ui(std::make_unique<Ui::FindBar>())
{
    m_ui->setupUi(this);
    m_ui->previous->setIcon(theme::icon(QStringLiteral("chevron-up")));
    m_ui->next->setIcon(theme::icon(QStringLiteral("chevron-down")));
    m_ui->close->setIcon(theme::icon(QStringLiteral("x")));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(150ms); // the count follows a pause in typing
    connectControls();
    refresh();
    hide();
}

FindBar::~FindBar() = default;

void FindBar::connectControls()
{
    connect(m_ui->sought, &QLineEdit::textChanged, this, &FindBar::startAnew);
    connect(m_ui->matchCase, &QCheckBox::toggled, this, &FindBar::startAnew);
    connect(m_ui->wholeWords, &QCheckBox::toggled, this, &FindBar::startAnew);
    connect(m_ui->previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_ui->next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_ui->replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_ui->replaceAll, &QPushButton::clicked, this, &FindBar::replaceEvery);
    connect(m_ui->close, &QToolButton::clicked, this, &FindBar::leave);
    connect(&m_refresh, &QTimer::timeout, this, &FindBar::refresh);
    const auto refreshSoon = [this] {
        if (isVisible())
            m_refresh.start();
    };
    connect(&m_open, &OpenReport::changed, this, refreshSoon);
    connect(&m_open, &OpenReport::opened, this, refreshSoon);
    connect(&m_open, &OpenReport::closed, this, refreshSoon);
}

void FindBar::openFind()
{
    open(false);
}

void FindBar::openReplace()
{
    open(true);
}

void FindBar::open(bool replacing)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && !isAncestorOf(focus)) {
        m_before = focus;
        if (const QString selected = selectedText(); !selected.isEmpty())
            m_ui->sought->setText(selected);
    }
    for (QWidget *control : {static_cast<QWidget *>(m_ui->replacementLabel), static_cast<QWidget *>(m_ui->replacement),
             static_cast<QWidget *>(m_ui->replace), static_cast<QWidget *>(m_ui->replaceAll)})
        control->setVisible(replacing);
    show();
    refresh();
    m_ui->sought->setFocus(Qt::ShortcutFocusReason);
    m_ui->sought->selectAll();
}

void FindBar::leave()
{
    const bool focused = isAncestorOf(QApplication::focusWidget());
    hide();
    if (focused && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void FindBar::setStart(const Place &place, int offset)
{
    m_start = place;
    m_startOffset = offset;
    if (m_current
        && (m_current->place != place || offset < m_current->offset
            || offset > m_current->offset + m_current->length)) {
        m_current.reset();
        if (isVisible())
            tellCount();
    }
}

void FindBar::findNext()
{
    go(1);
}

void FindBar::findPrevious()
{
    go(-1);
}

void FindBar::startAnew()
{
    m_current.reset();
    refresh();
}

void FindBar::refresh()
{
    m_refresh.stop();
    m_matches.clear();
    m_places.clear();
    if (m_open.isOpen()) {
        const Report &report = m_open.report();
        const Notice &notice = m_open.notice();
        const SearchOptions options{m_ui->matchCase->isChecked(), m_ui->wholeWords->isChecked()};
        m_matches = findAll(report, notice, m_ui->sought->text(), options);
        for (const Form &form : notice.forms)
            m_places += textPlaces(report, notice, form.id);
    }
    if (m_current && !m_matches.contains(*m_current))
        m_current.reset();
    const bool found = !m_matches.isEmpty();
    const bool writable = mayEdit(m_open);
    m_ui->previous->setEnabled(found);
    m_ui->next->setEnabled(found);
    m_ui->replace->setEnabled(found && writable);
    m_ui->replaceAll->setEnabled(found && writable);
    tellCount();
}

bool FindBar::isBeforeStart(const Match &match) const
{
    const qsizetype start = m_places.indexOf(m_start);
    const qsizetype at = m_places.indexOf(match.place);
    return at < start || (at == start && match.offset < m_startOffset);
}

// The match to go to from the caret; it may lie around the report's end.
qsizetype FindBar::following(int direction) const
{
    const qsizetype count = m_matches.size();
    if (m_current)
        return (m_matches.indexOf(*m_current) + direction + count) % count;
    const auto after = std::partition_point(
        m_matches.cbegin(), m_matches.cend(), [this](const Match &match) { return isBeforeStart(match); });
    const qsizetype next = after - m_matches.cbegin();
    return direction > 0 ? next % count : (next - 1 + count) % count;
}

void FindBar::go(int direction)
{
    if (m_ui->sought->text().isEmpty()) {
        openFind();
        return;
    }
    refresh(); // the text may have changed within the pause
    if (m_matches.isEmpty()) {
        show();
        return;
    }
    const qsizetype next = following(direction);
    const bool around = m_current
        ? (direction > 0 ? next <= m_matches.indexOf(*m_current) : next >= m_matches.indexOf(*m_current))
        : isBeforeStart(m_matches.at(next)) != (direction < 0);
    showMatch(m_matches.at(next));
    if (!around)
        tellCount();
    else
        tellCount(direction > 0 ? tr("已到末尾，从头查找") : tr("已到开头，从末尾查找"));
}

void FindBar::showMatch(const Match &match)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool focused = focus && isAncestorOf(focus);
    Q_EMIT showPlace(match.place, match.offset, match.length);
    // The page took the focus; Enter must go on finding, not write over the match.
    if (focused && focus)
        focus->setFocus(Qt::OtherFocusReason);
    // Only now: on its way the page may have told of other places, which end a search's current match.
    m_current = match;
    m_start = match.place;
    m_startOffset = match.offset + match.length;
}

void FindBar::replaceOne()
{
    refresh();
    if (!m_current) {
        go(1);
        return;
    }
    const Match match = *m_current;
    if (!replaceThese({match}, match.place, tr("替换")))
        return;
    m_current.reset();
    m_start = match.place;
    m_startOffset = match.offset + static_cast<int>(m_ui->replacement->text().size());
    refresh();
    if (!m_matches.isEmpty())
        go(1);
}

void FindBar::replaceEvery()
{
    refresh();
    const qsizetype count = m_matches.size();
    const Match caret{m_start, caretAfterReplacing(), 0};
    const bool caretMoves = std::any_of(
        m_matches.cbegin(), m_matches.cend(), [&caret](const Match &match) { return match.place == caret.place; });
    if (count == 0 || !replaceThese(m_matches, {}, tr("全部替换")))
        return;
    if (caretMoves)
        showMatch(caret);
    m_current.reset();
    refresh();
    tell(tr("已替换 %1 处").arg(count));
}

// Where the caret belongs once every match has given way: behind what it stands behind now.
int FindBar::caretAfterReplacing() const
{
    const int growth = static_cast<int>(m_ui->replacement->text().size());
    int offset = m_startOffset;
    for (const Match &match : m_matches) {
        if (match.place == m_start && match.offset < m_startOffset)
            offset += growth - std::min(match.length, m_startOffset - match.offset);
    }
    return offset;
}

// `place` is where all of it happens; none: in several places.
bool FindBar::replaceThese(const QList<Match> &matches, const Place &place, const QString &name)
{
    const Report after = zhibao::replaceAll(m_open.report(), m_open.notice(), matches, m_ui->replacement->text());
    m_open.endBurst();
    const Result<void> applied = m_open.apply(after, Change{place, place.form.isEmpty()}, name);
    if (!applied)
        tell(describe(applied.error()), true);
    return static_cast<bool>(applied);
}

// Before all are replaced: in which forms they are, where that is more than the one on screen. Else "".
QString FindBar::formsOfMatches() const
{
    QStringList words;
    for (const Form &form : m_open.isOpen() ? m_open.notice().forms : QList<Form>()) {
        const auto count = std::count_if(
            m_matches.cbegin(), m_matches.cend(), [&form](const Match &match) { return match.place.form == form.id; });
        if (count > 0)
            words.append(tr("%1 %2 处").arg(form.mark).arg(count));
    }
    return words.size() > 1 ? tr("（%1）").arg(words.join(tr("，"))) : QString();
}

void FindBar::tellCount(const QString &note)
{
    if (m_ui->sought->text().isEmpty()) {
        tell({});
    } else if (m_matches.isEmpty()) {
        tell(tr("未找到"), true);
    } else if (!m_current) {
        tell(tr("%1 处").arg(m_matches.size()) + (m_ui->replaceAll->isHidden() ? QString() : formsOfMatches()));
    } else {
        const QString count = tr("%1 / %2").arg(m_matches.indexOf(*m_current) + 1).arg(m_matches.size());
        tell(note.isEmpty() ? count : count + u'　' + note);
    }
}

void FindBar::tell(const QString &words, bool problem)
{
    m_ui->state->setText(words);
    m_ui->state->setAccessibleName(words);
    theme::setTextTone(m_ui->state, problem ? theme::TextTone::Red : theme::TextTone::Plain);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget()); enter && button) {
        button->click();
    } else if (enter && m_ui->replacement->hasFocus()) {
        replaceOne();
    } else if (enter) {
        go(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace zhibao
