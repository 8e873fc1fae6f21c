// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/splitbar.h"

#include "core/text/wordcount.h"
#include "ui/numbers.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int shownLines = 7; // more scroll
constexpr int leastSplitLines = 2;
constexpr int shownStart = 60; // units of a part's text
constexpr int longestTip = 600;

QString start(const QString &text)
{
    return text.left(shownStart).simplified();
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
    , m_note(new NoteBar(this))
    , m_answers(new QHBoxLayout)
    , m_hint(new QLabel(this))
    , m_lines(new QTreeWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space2, theme::space3, theme::space2);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_note);
    layout->addWidget(m_hint);
    layout->addWidget(m_lines);
    layout->addLayout(m_answers);
    m_answers->setSpacing(theme::space2);
    theme::setTextRole(m_hint, theme::TextRole::Caption);
    m_hint->setObjectName(QStringLiteral("splitHint"));
    m_lines->setObjectName(QStringLiteral("splitLines"));
    m_lines->setAccessibleName(tr("将分入的各部分"));
    m_lines->setHeaderLabels({tr("部分"), tr("字数"), tr("开头的文字"), tr("已有文字")});
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setTextElideMode(Qt::ElideRight);
    m_lines->header()->setStretchLastSection(false);
    for (const int column : {0, 2})
        m_lines->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : {1, 3})
        m_lines->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_note->installEventFilter(this);
    hide();
}

void SplitBar::offer(const QString &sentence, int numbered, const QList<Line> &lines, const QStringList &choices,
    const QList<NoteBar::Answer> &answers)
{
    m_hint->setText(tr("有 %1 行带编号的文字留在正文中，可以改归其他部分。").arg(numbered));
    m_isHintNeeded = numbered > 0;
    m_lines->clear();
    QList<bool> taken;
    int height = 0;
    for (const Line &line : lines) {
        auto *item = new QTreeWidgetItem(m_lines);
        if (line.choice < 0) {
            item->setText(0, line.label);
        } else {
            QWidget *places = chooser(static_cast<int>(taken.size()), line, choices);
            m_lines->setItemWidget(item, 0, places);
            height = std::max(height, places->sizeHint().height());
        }
        item->setText(1, grouped(countWords(line.text).words));
        item->setTextAlignment(1, Qt::AlignCenter);
        item->setText(2, start(line.text));
        item->setToolTip(2, line.text.left(longestTip));
        taken.append(line.taken);
    }
    showTaken(taken);
    const int around = m_lines->header()->sizeHint().height() + 2 * m_lines->frameWidth();
    height = std::max(height, m_lines->sizeHintForRow(0));
    if (!lines.isEmpty()) // all are as high as the first one
        m_lines->topLevelItem(0)->setSizeHint(0, QSize(0, height));
    m_lines->setMinimumHeight(around + height * leastSplitLines);
    m_lines->setMaximumHeight(around + height * std::min(shownLines, static_cast<int>(lines.size())));
    ask(sentence, answers);
}

void SplitBar::follow(const QString &sentence, const QList<bool> &taken, const QList<NoteBar::Answer> &answers)
{
    showTaken(taken);
    ask(sentence, answers);
}

// Chosen by key or from its list; the wheel scrolls the lines instead.
QWidget *SplitBar::chooser(int line, const Line &shown, const QStringList &choices)
{
    auto *chooser = new QComboBox(m_lines);
    chooser->addItems(choices);
    chooser->setCurrentIndex(shown.choice);
    chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser->setFocusPolicy(Qt::StrongFocus);
    chooser->setAccessibleName(tr("“%1”归入").arg(start(shown.text)));
    chooser->installEventFilter(this);
    connect(chooser, &QComboBox::activated, this, [this, line](int choice) { Q_EMIT moved(line, choice); });
    return chooser;
}

void SplitBar::ask(const QString &sentence, const QList<NoteBar::Answer> &answers)
{
    m_offering = true;
    clearAnswers();
    m_note->tell(NoteBar::Kind::Calm, sentence);
    showAnswers(answers);
    show();
    fitLines();
}

void SplitBar::showTaken(const QList<bool> &taken)
{
    for (int line = 0; line < taken.size(); ++line)
        m_lines->topLevelItem(line)->setText(3, taken.at(line) ? tr("有") : QString());
    m_lines->setColumnHidden(3, !taken.contains(true));
}

void SplitBar::setRoom(int height)
{
    m_room = height;
    fitLines();
}

void SplitBar::fitLines()
{
    const QMargins around = layout()->contentsMargins();
    const int note = m_note->heightForWidth(width() - around.left() - around.right());
    const int beside = around.top() + note + m_answers->sizeHint().height() + 2 * layout()->spacing() + around.bottom();
    const int hint = m_isHintNeeded ? m_hint->sizeHint().height() + layout()->spacing() : 0;
    m_lines->setVisible(m_offering && beside + hint + m_lines->minimumHeight() <= m_room);
    m_hint->setVisible(m_isHintNeeded && !m_lines->isHidden());
}

void SplitBar::showAnswers(const QList<NoteBar::Answer> &answers)
{
    for (const NoteBar::Answer &answer : answers) {
        auto *button = new QPushButton(answer.text, this);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            m_note->hide();
            run();
        });
        m_answers->addWidget(button);
        button->show(); // the layout would only do so later
    }
    m_answers->addStretch(1);
}

void SplitBar::tell(NoteBar::Kind kind, const QString &sentence)
{
    m_offering = false;
    m_lines->hide();
    m_hint->hide();
    clearAnswers();
    m_note->tell(kind, sentence);
    show();
}

void SplitBar::clearAnswers()
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // it may be the sender of the click being handled
        }
        delete item;
    }
}

QString SplitBar::sentence() const
{
    return isHidden() ? QString() : m_note->sentence();
}

bool SplitBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::HideToParent)
        hide(); // the preview goes with the sentence
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched) != nullptr) {
        QCoreApplication::sendEvent(m_lines->viewport(), event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SplitBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLines(); // the sentence may take more or fewer lines now
}

} // namespace zhibao
