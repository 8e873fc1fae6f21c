// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/summaryeditor.h"

#include "ui/parts/commentwords.h"
#include "ui/parts/mayedit.h"
#include "ui/parts/placecomments.h"
#include "ui/summary/splitbar.h"
#include "ui/summary/summaryheader.h"
#include "ui/summary/summarypaper.h"
#include "ui/summary/textfield.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QAction>
#include <QGuiApplication>
#include <QInputMethod>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace zhibao {

namespace {

using namespace std::chrono_literals;

Form summaryFormOf(const OpenReport &open, const QString &id)
{
    const Form *form = open.notice().form(id);
    Q_ASSERT(form);
    return *form;
}

constexpr int leastPaper = 5; // lines that stay in sight beneath the bar

QColor markColor(FindingLevel level, const QPalette &palette)
{
    switch (level) {
    case FindingLevel::Error:
        return theme::red(palette);
    case FindingLevel::Warning:
        return theme::amber(palette);
    case FindingLevel::Hint:
        break;
    }
    return theme::quietText(palette);
}

} // namespace

SummaryEditor::SummaryEditor(OpenReport &open, const QString &form, QWidget *parent)
    : FormPage(parent)
    , m_open(open)
    , m_form(summaryFormOf(open, form))
    , m_header(new SummaryHeader(this))
    , m_bar(new SplitBar(this))
    , m_scroll(new QScrollArea(this))
    , m_paper(new SummaryPaper(m_form, open.report().unit, open.office().clock()().date()))
    , m_comments(new PlaceComments(open, this))
{
    m_header->setForm(m_form);
    auto *desk = new QWidget;
    auto *across = new QHBoxLayout(desk);
    across->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space4);
    across->addStretch(0);
    across->addWidget(m_paper, 1, Qt::AlignTop);
    across->addStretch(0);
    m_scroll->setWidget(desk);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_header);
    down->addWidget(m_bar);
    down->addWidget(m_scroll, 1);
    setFocusProxy(m_paper->parts().constFirst().field);

    m_followTimer.setSingleShot(true);
    m_followTimer.setInterval(0ms);
    connect(&m_followTimer, &QTimer::timeout, this, &SummaryEditor::followCaret);

    for (int index = 0; index < m_paper->parts().size(); ++index)
        connectField(index);
    connect(m_paper, &SummaryPaper::datePicked, this, [this](QDate date) {
        m_open.endBurst();
        store(m_paper->indexOf(Place{m_form.id, field::date}), date.toString(Qt::ISODate));
    });
    connect(m_paper, &SummaryPaper::commentsPressed, this, [this](int index) {
        m_paper->parts().at(index).field->setFocus(Qt::OtherFocusReason);
        caretMoved(index);
        Q_EMIT commentsWanted();
    });
    connect(m_bar, &SplitBar::moved, this, &SummaryEditor::movePart);
    connect(m_comments, &PlaceComments::changed, this, &SummaryEditor::showComments);
    connect(&m_open, &OpenReport::changed, this, &SummaryEditor::takeChange);
    connect(&m_open, &OpenReport::findingsChanged, this, &SummaryEditor::showFindings);
    connect(&m_open, &OpenReport::toldChanged, this, [this] { m_paper->setReadOnly(!mayEdit(m_open)); });
    addActions();
    readReport();
    showFindings();
    showComments();
}

void SummaryEditor::connectField(int index)
{
    TextField *field = m_paper->parts().at(index).field;
    connect(field, &TextField::edited, this, [this, index](const QString &text) { store(index, text); });
    connect(field, &TextField::left, this, [this, index](int direction) { m_paper->leave(index, direction); });
    connect(field, &TextField::inserting, &m_open, &OpenReport::endBurst);
    connect(field, &TextField::menuRequested, this, &SummaryEditor::showMenu);
    connect(field, &TextField::entered, this, [this, index] { caretMoved(index); });
    connect(field, &QTextEdit::cursorPositionChanged, this, [this, index, field] {
        if (field->hasFocus())
            caretMoved(index);
    });
    field->setPasteTaker([this, field](const QString &text) { return takesPaste(field, text); });
}

QString SummaryEditor::form() const
{
    return m_form.id;
}

TextField *SummaryEditor::currentField() const
{
    return m_paper->parts().at(m_current).field;
}

void SummaryEditor::showPlace(const Place &place, int offset, int length)
{
    const int index = std::max(0, m_paper->indexOf(place));
    TextField *field = m_paper->parts().at(index).field;
    field->select(std::max(0, offset), offset < 0 ? 0 : length);
    field->setFocus(Qt::OtherFocusReason);
    caretMoved(index);
    m_placeWanted = true;
}

Place SummaryEditor::currentPlace() const
{
    return m_paper->parts().at(m_current).place;
}

QRect SummaryEditor::currentRect() const
{
    const QRect caret = currentField()->cursorRect();
    return caret.translated(currentField()->viewport()->mapTo(this, QPoint()));
}

int SummaryEditor::currentOffset() const
{
    return currentField()->caret();
}

// Every committed character is in the open already; only what the input method still holds is not.
void SummaryEditor::commit()
{
    if (currentField()->hasFocus())
        QGuiApplication::inputMethod()->commit();
    m_open.endBurst();
}

std::pair<int, int> SummaryEditor::selection() const
{
    const QTextCursor cursor = currentField()->textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()};
}

QByteArray SummaryEditor::viewState() const
{
    const Place place = currentPlace();
    const QJsonObject state{{QStringLiteral("field"), place.field}, {QStringLiteral("section"), place.section},
        {QStringLiteral("offset"), currentOffset()},
        {QStringLiteral("scroll"), m_scroll->verticalScrollBar()->value()}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void SummaryEditor::restoreViewState(const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    const Place place{m_form.id, object.value(QStringLiteral("field")).toString(), -1, -1,
        object.value(QStringLiteral("section")).toInt(-1)};
    const int index = m_paper->indexOf(place);
    if (index < 0)
        return; // kept by another program version, or nothing yet
    m_current = index;
    setFocusProxy(currentField());
    currentField()->select(object.value(QStringLiteral("offset")).toInt(), 0);
    if (isAncestorOf(window()->focusWidget()))
        currentField()->setFocus(Qt::OtherFocusReason);
    const int scroll = object.value(QStringLiteral("scroll")).toInt();
    // The heights are known once the page has been laid out.
    QTimer::singleShot(0, this, [this, scroll] {
        m_followTimer.stop();
        m_scroll->widget()->layout()->activate();
        m_scroll->verticalScrollBar()->setValue(scroll);
    });
}

void SummaryEditor::readReport()
{
    for (int index = 0; index < m_paper->parts().size(); ++index)
        m_paper->showText(index, textAt(m_open.report(), m_paper->parts().at(index).place));
    m_paper->setReadOnly(!mayEdit(m_open));
    showCounts();
}

void SummaryEditor::takeChange(const Change &change)
{
    const QString &changed = change.place.form;
    if (!m_open.isOpen() || (!changed.isEmpty() && changed != m_form.id))
        return;
    if (change.structure) {
        readReport();
    } else if (const int index = m_paper->indexOf(change.place); index >= 0) {
        const int changeEnd = m_paper->showText(index, textAt(m_open.report(), change.place));
        showCounts();
        // Undo and redo while this page is in hand: the caret goes to what they did.
        if (changeEnd >= 0 && currentField()->hasFocus())
            showPlace(change.place, changeEnd, 0);
    }
    m_followTimer.start();
}

void SummaryEditor::store(int index, const QString &text)
{
    const Place &place = m_paper->parts().at(index).place;
    const Result<void> stored = m_open.setText(place, text);
    // What stands in the report is shown, also where it took the text otherwise, or not at all.
    m_paper->showText(index, textAt(m_open.report(), place));
    if (!stored)
        tell(NoteBar::Kind::Problem, describe(stored.error()));
}

void SummaryEditor::tell(NoteBar::Kind kind, const QString &sentence)
{
    m_bar->tell(kind, sentence);
    m_bar->endWithNextStep(*m_open.undoStack());
}

void SummaryEditor::showCounts()
{
    const int inSections = countSections(m_open.report(), m_open.notice(), m_form.id).words;
    m_header->setCount(m_open.words(m_form.id), inSections);
}

void SummaryEditor::showFindings()
{
    if (!m_open.isOpen())
        return;
    QList<QList<TextField::Mark>> marks(m_paper->parts().size());
    for (const Finding &finding : m_open.findings()) {
        const int index = m_paper->indexOf(finding.place);
        if (index >= 0 && finding.offset >= 0 && finding.length > 0) {
            marks[index].append({finding.offset, finding.length, finding.level != FindingLevel::Hint,
                markColor(finding.level, palette()), describe(finding)});
        }
    }
    for (int index = 0; index < marks.size(); ++index) {
        const SummaryPaper::Part &part = m_paper->parts().at(index);
        const QList<Comment> comments = m_comments->at(part.place);
        for (const Comment &comment : comments) {
            const auto [offset, length] = passageIn(part.field->text(), comment);
            if (offset >= 0)
                marks[index].append(
                    {offset, length, false, theme::accent(palette()), tr("意见：%1").arg(comment.text)});
        }
    }
    for (int index = 0; index < marks.size(); ++index)
        m_paper->parts().at(index).field->setMarks(marks.at(index));
}

// At the margin how many there are; under a passage a dotted line.
void SummaryEditor::showComments()
{
    if (!m_open.isOpen())
        return;
    for (int index = 0; index < m_paper->parts().size(); ++index) {
        const Place &place = m_paper->parts().at(index).place;
        m_paper->showComments(index, m_comments->count(place), m_comments->words(place));
    }
    showFindings();
}

void SummaryEditor::caretMoved(int index)
{
    m_current = index;
    setFocusProxy(currentField());
    m_followTimer.start();
    Q_EMIT placeChanged(currentPlace(), currentOffset());
}

void SummaryEditor::followCaret()
{
    const TextField *field = currentField();
    if (!std::exchange(m_placeWanted, false) && !field->hasFocus())
        return;
    QWidget *desk = m_scroll->widget();
    desk->layout()->activate();
    const QRect caret = field->cursorRect();
    const QPoint at = field->viewport()->mapTo(desk, caret.center());
    m_scroll->ensureVisible(at.x(), at.y(), theme::space4, caret.height() + theme::space4);
}

void SummaryEditor::showEvent(QShowEvent *event)
{
    FormPage::showEvent(event);
    // A window may stay open over midnight.
    m_header->setToday(m_open.office().clock()().date(),
        m_open.isOpen() ? deadlineOf(m_form, m_open.notice(), m_open.report().occasion) : m_form.deadline);
}

void SummaryEditor::resizeEvent(QResizeEvent *event)
{
    FormPage::resizeEvent(event);
    if (event->size().height() < event->oldSize().height()) { // something opened below: the comments on this place
        m_placeWanted = true;
        m_followTimer.start();
    }
    const int header
        = m_header->hasHeightForWidth() ? m_header->heightForWidth(width()) : m_header->sizeHint().height();
    m_bar->setRoom(height() - header - leastPaper * fontMetrics().height());
}

} // namespace zhibao
