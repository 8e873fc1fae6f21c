// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/summaryheader.h"

#include "ui/numbers.h"
#include "ui/parts/deadline.h"
#include "ui/summary/limitbar.h"
#include "ui/theme.h"
#include "ui_summaryheader.h"

#include <QPainter>

namespace zhibao {

SummaryHeader::SummaryHeader(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SummaryHeader>())
{
    m_ui->setupUi(this);
    theme::setTextTone(m_ui->warning, theme::TextTone::Amber);
}

SummaryHeader::~SummaryHeader() = default;

void SummaryHeader::setForm(const Form &form)
{
    m_form = form;
    m_ui->mark->setText(form.mark);
    m_ui->title->setText(form.shortTitle.isEmpty() ? form.title : form.shortTitle);
    const OutlineForm &outline = *form.outline();
    m_limit = outline.limit;
    m_ui->closingLine->setText(outline.closingLine);
    m_ui->closingLine->setVisible(!outline.closingLine.isEmpty());
    m_ui->bar->setVisible(m_limit > 0);
    showCount();
}

void SummaryHeader::setToday(QDate today, QDate deadline)
{
    QString words = m_form.deadlineWords.isEmpty() ? QString() : tr("%1报送").arg(m_form.deadlineWords);
    auto tone = theme::TextTone::Plain;
    if (deadline.isValid() && today.isValid()) {
        const qint64 days = today.daysTo(deadline);
        const QString left = days > 0 ? tr("还有 %1 天").arg(days)
            : days == 0               ? tr("今天截止")
                                      : tr("已逾期 %1 天").arg(-days);
        words = words.isEmpty() ? left : words + tr("，") + left;
        if (days <= amberDays)
            tone = days < 0 ? theme::TextTone::Red : theme::TextTone::Amber;
    }
    m_ui->deadline->setText(words);
    theme::setTextTone(m_ui->deadline, tone);
}

void SummaryHeader::setCount(const WordCount &count, int inSections)
{
    if (count == m_count && inSections == m_inSections)
        return;
    m_count = count;
    m_inSections = inSections;
    showCount();
}

void SummaryHeader::showCount()
{
    const int limit = m_limit;
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
    theme::setTextTone(m_ui->state, toneOf(level));
    m_ui->characters->setText(
        tr("各部分 %1 字，标题、称谓、开头、结尾和落款 %2 字　字符数（不计空格）%3　字符数（计空格）%4")
            .arg(grouped(m_inSections), grouped(m_count.words - m_inSections), grouped(m_count.characters),
                grouped(m_count.charactersSpaced)));
    const bool warns = limit > 0 && m_count.characters > limit && m_count.words <= limit;
    m_ui->warning->setVisible(warns);
    m_ui->warning->setText(warns ? tr("⚠ 字符数（不计空格）已超过 %1，字数未超").arg(grouped(limit)) : QString());
}

void SummaryHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::gridLine(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace zhibao
