// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/splitbar.h"

#include "core/wordcount.h"
#include "ui/numbers.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int shownLines = 7; // more scroll
constexpr int leastLines = 2;
constexpr int shownStart = 60; // units of a part's text

QString start(const QString &text)
{
    return text.left(shownStart).simplified();
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
    , m_note(new NoteBar(this))
    , m_answers(new QHBoxLayout)
    , m_lines(new QTreeWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space2, theme::space3, theme::space2);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_note);
    layout->addWidget(m_lines);
    layout->addLayout(m_answers);
    m_answers->setSpacing(theme::space2);
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

void SplitBar::offer(const QString &sentence, const QList<Line> &lines, const QList<NoteBar::Answer> &answers)
{
    tell(NoteBar::Kind::Calm, sentence);
    m_lines->clear();
    bool taken = false;
    for (const Line &line : lines) {
        auto *item = new QTreeWidgetItem(m_lines);
        item->setText(0, line.label);
        item->setText(1, grouped(countWords(line.text).words));
        item->setTextAlignment(1, Qt::AlignHCenter);
        item->setText(2, start(line.text));
        item->setText(3, line.taken ? tr("有") : QString());
        taken = taken || line.taken;
    }
    m_lines->setColumnHidden(3, !taken);
    const int around = m_lines->header()->sizeHint().height() + 2 * m_lines->frameWidth();
    const int height = m_lines->sizeHintForRow(0);
    m_lines->setMinimumHeight(around + height * leastLines);
    m_lines->setMaximumHeight(around + height * std::min(shownLines, static_cast<int>(lines.size())));
    showAnswers(answers);
    m_offering = true;
    fitLines();
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
    m_lines->setVisible(m_offering && beside + m_lines->minimumHeight() <= m_room);
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
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // it may be the sender of the click being handled
        }
        delete item;
    }
    m_note->tell(kind, sentence);
    show();
}

QString SplitBar::sentence() const
{
    return isHidden() ? QString() : m_note->sentence();
}

bool SplitBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::HideToParent)
        hide(); // the preview goes with the sentence
    return QWidget::eventFilter(watched, event);
}

void SplitBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLines(); // the sentence may take more or fewer lines now
}

} // namespace zhibao
