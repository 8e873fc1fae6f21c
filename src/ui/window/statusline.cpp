// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/statusline.h"

#include "ui/numbers.h"
#include "ui/summary/limitbar.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace zhibao {

StatusLine::StatusLine(OpenReport &open, QWidget *parent)
    : QStatusBar(parent)
    , m_open(open)
    , m_savedIcon(new QLabel(this))
    , m_saved(new QLabel(this))
    , m_length(new QLabel(this))
    , m_bar(new LimitBar(this))
    , m_verdict(new QLabel(this))
    , m_characters(new QLabel(this))
    , m_findings(new QToolButton(this))
    , m_person(new QToolButton(this))
{
    setSizeGripEnabled(false);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_saved->setAccessibleName(tr("保存状态"));
    m_length->setObjectName(QStringLiteral("length"));
    m_length->setAccessibleName(tr("字数"));
    m_bar->setAccessibleName(tr("字数限额"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    theme::setTextRole(m_characters, theme::TextRole::Caption);
    m_findings->setObjectName(QStringLiteral("findings"));
    m_findings->setAutoRaise(true);
    m_findings->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findings->setToolTip(tr("转到检查页"));

    auto *middle = new QWidget(this);
    auto *layout = new QHBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    for (QWidget *part : {static_cast<QWidget *>(m_length), static_cast<QWidget *>(m_bar),
             static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_characters)})
        layout->addWidget(part);
    setContentsMargins(theme::space2, 0, theme::space2, 0);
    addWidget(m_savedIcon);
    addWidget(m_saved, 1);
    addWidget(middle, 2);
    addPermanentWidget(m_findings);
    connect(m_findings, &QToolButton::clicked, this, &StatusLine::findingsWanted);
    m_person->setObjectName(QStringLiteral("person"));
    m_person->setAutoRaise(true);
    m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_person->setIcon(theme::icon(QStringLiteral("user")));
    addPermanentWidget(m_person);
    connect(m_person, &QToolButton::clicked, this, &StatusLine::personWanted);
    connect(&open.office().session(), &Session::changed, this, &StatusLine::showPerson);
    showPerson();
}

// An office without people names nobody.
void StatusLine::showPerson()
{
    const Person &person = m_open.office().session().person();
    m_person->setVisible(!person.name.isEmpty());
    m_person->setText(person.name);
    m_person->setAccessibleName(tr("已登录：%1").arg(person.name));
    m_person->setToolTip(tr("%1；按此换人登录").arg(describe(person.duties)));
}

QString StatusLine::savedWords() const
{
    const QDateTime at = m_open.savedAt().toLocalTime();
    if (!at.isValid())
        return tr("已保存");
    const bool today = at.date() == m_open.office().clock()().toLocalTime().date();
    return tr("已保存 %1").arg(at.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("M月d日 HH:mm")));
}

void StatusLine::showSaved()
{
    const bool open = m_open.isOpen();
    const std::optional<Error> failure = m_open.saveError();
    m_saved->setVisible(open);
    m_savedIcon->setVisible(open);
    if (!open)
        return;
    const QString icon = failure ? QStringLiteral("alert-circle")
        : m_open.isSaved()       ? QStringLiteral("circle-check")
                                 : QStringLiteral("edit");
    m_savedIcon->setPixmap(theme::icon(icon).pixmap(theme::iconSize, theme::iconSize));
    m_saved->setText(failure ? tr("未保存") : m_open.isSaved() ? savedWords() : tr("正在保存…"));
    m_saved->setToolTip(failure ? describe(*failure) : tr("内容随写随存"));
    theme::setTextTone(m_saved, failure ? theme::TextTone::Red : theme::TextTone::Plain);
}

void StatusLine::setReportInFront(bool inFront)
{
    m_reportInFront = inFront;
    showFindings();
}

void StatusLine::showLength(const QString &formInFront)
{
    const Form *form = m_reportInFront && m_open.isOpen() ? m_open.notice().form(formInFront) : nullptr;
    const int limit = form && form->outline() ? form->outline()->limit : 0;
    if (limit <= 0)
        form = nullptr;
    for (QWidget *part : {static_cast<QWidget *>(m_length), static_cast<QWidget *>(m_bar),
             static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_characters)})
        part->setVisible(form != nullptr);
    if (!form)
        return;
    const WordCount count = m_open.words(form->id);
    const LimitLevel level = limitLevel(count.words, limit);
    m_length->setText(tr("字数 %1 / %2").arg(grouped(count.words), grouped(limit)));
    m_length->setToolTip(tr("%1：%2").arg(form->mark, whatIsCounted()));
    m_bar->setCount(count.words, limit);
    m_length->setAccessibleDescription(m_length->toolTip());
    m_bar->setAccessibleDescription(m_length->text());
    m_verdict->setText(level == LimitLevel::Over ? tr("超出 %1 字").arg(grouped(count.words - limit))
            : level == LimitLevel::Near          ? tr("还可写 %1 字").arg(grouped(limit - count.words))
                                                 : QString());
    theme::setTextTone(m_verdict, toneOf(level));
    m_characters->setText(
        tr("含标题和落款　字符 %1，计空格 %2").arg(grouped(count.characters), grouped(count.charactersSpaced)));
}

void StatusLine::showFindings()
{
    const bool shown = m_reportInFront && m_open.isOpen();
    m_findings->setVisible(shown);
    if (!shown)
        return;
    const QList<Finding> &findings = m_open.findings();
    const auto errors = std::count_if(
        findings.begin(), findings.end(), [](const Finding &finding) { return finding.level == FindingLevel::Error; });
    const QString words = errors > 0 ? tr("%1 处需修改").arg(errors)
        : !findings.isEmpty()        ? tr("%1 处请留意").arg(findings.size())
                                     : tr("未发现问题");
    m_findings->setText(words);
    m_findings->setAccessibleName(words);
    m_findings->setIcon(theme::icon(errors > 0 ? QStringLiteral("alert-circle")
            : findings.isEmpty()               ? QStringLiteral("circle-check")
                                               : QStringLiteral("alert-triangle")));
}

} // namespace zhibao
