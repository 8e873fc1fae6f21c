// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/summaryheader.h"

#include "ui/numbers.h"
#include "ui/summary/limitbar.h"
#include "ui/theme.h"
#include "ui_summaryheader.h"

#include <QEvent>
#include <QPainter>

namespace zhibao {

namespace {

constexpr int soonDays = 7; // from here on the deadline is shown in amber

void setColor(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

SummaryHeader::SummaryHeader(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SummaryHeader>())
{
    m_ui->setupUi(this);
}

SummaryHeader::~SummaryHeader() = default;

void SummaryHeader::setForm(const Form &form)
{
    m_form = form;
    m_ui->mark->setText(form.mark);
    m_ui->title->setText(form.shortTitle.isEmpty() ? form.title : form.shortTitle);
    m_ui->closingLine->setText(form.closingLine);
    m_ui->closingLine->setVisible(!form.closingLine.isEmpty());
    m_ui->bar->setVisible(form.limit > 0);
    showCount();
}

void SummaryHeader::setToday(QDate today)
{
    QString words = m_form.deadlineWords.isEmpty() ? QString() : tr("%1报送").arg(m_form.deadlineWords);
    QColor color = palette().color(QPalette::WindowText);
    if (m_form.deadline.isValid() && today.isValid()) {
        const qint64 days = today.daysTo(m_form.deadline);
        const QString left = days > 0 ? tr("还有 %1 天").arg(days)
            : days == 0               ? tr("今天截止")
                                      : tr("已逾期 %1 天").arg(-days);
        words = words.isEmpty() ? left : words + tr("，") + left;
        if (days <= soonDays)
            color = days < 0 ? theme::red(palette()) : theme::amber(palette());
    }
    m_ui->deadline->setText(words);
    setColor(m_ui->deadline, color);
}

void SummaryHeader::setCount(const WordCount &count)
{
    if (count == m_count)
        return;
    m_count = count;
    showCount();
}

void SummaryHeader::showCount()
{
    const int limit = m_form.limit;
    const LimitLevel level = limit > 0 ? limitLevel(m_count.words, limit) : LimitLevel::Within;
    m_ui->bar->setCount(m_count.words, limit);
    m_ui->words->setText(limit > 0 ? tr("字数 %1 / %2").arg(grouped(m_count.words), grouped(limit))
                                   : tr("字数 %1").arg(grouped(m_count.words)));
    QString state;
    if (level == LimitLevel::Over)
        state = tr("⚠ 超出 %1 字").arg(grouped(m_count.words - limit));
    else if (level == LimitLevel::Near)
        state = tr("接近上限，还可写 %1 字").arg(grouped(limit - m_count.words));
    m_ui->state->setText(state);
    setColor(m_ui->state, limitColor(level, palette(), palette().color(QPalette::WindowText)));
    m_ui->characters->setText(tr("字符数（不计空格）%1　字符数（计空格）%2")
                                  .arg(grouped(m_count.characters), grouped(m_count.charactersSpaced)));
    const bool warns = limit > 0 && m_count.characters > limit && m_count.words <= limit;
    m_ui->warning->setVisible(warns);
    m_ui->warning->setText(warns ? tr("⚠ 字符数（不计空格）已超过 %1，字数未超").arg(grouped(limit)) : QString());
    setColor(m_ui->warning, theme::amber(palette()));
}

void SummaryHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showCount();
}

void SummaryHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::gridLine(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace zhibao
