// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/latenessbar.h"

#include "ui/memory.h"
#include "ui/parts/deadline.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace zhibao {

LatenessBar::LatenessBar(Workspace &workspace, QWidget *parent)
    : NoteBar(parent)
    , m_workspace(workspace)
    , m_reason(new QLineEdit(this))
{
    setClosable(false);
    m_reason->setObjectName(QStringLiteral("latenessReason"));
    m_reason->setPlaceholderText(tr("迟报原因"));
    m_reason->setAccessibleName(tr("迟报原因"));
    setField(m_reason);
    connect(m_reason, &QLineEdit::returnPressed, this, &LatenessBar::record);
    connect(&workspace.openReport(), &OpenReport::opened, this, &LatenessBar::refresh);
    connect(&workspace.openReport(), &OpenReport::closed, this, &LatenessBar::refresh);
    connect(&workspace.review(), &Review::changed, this, &LatenessBar::refresh);
}

// Those whose deadline is near or past, while the report is not sent and somebody may tell why.
QList<Form> LatenessBar::lateForms() const
{
    const Duties staff = Duties(Duty::Reporter) | Duty::Supervisor;
    const bool may = (m_workspace.office().session().person().duties & staff) != Duties()
        && !m_workspace.office().readOnlyReason();
    if (!may || !m_workspace.openReport().isOpen() || m_workspace.review().state() == ReportState::Sent)
        return {};
    const QDate today = m_workspace.office().clock()().date();
    QList<Form> late;
    for (const Form &form : m_workspace.openReport().notice().forms) {
        if (urgencyOf(dueOn(form), today) != Urgency::None)
            late.append(form);
    }
    return late;
}

QDate LatenessBar::dueOn(const Form &form) const
{
    const OpenReport &open = m_workspace.openReport();
    return deadlineOf(form, open.notice(), open.report().occasion);
}

bool LatenessBar::canAsk() const
{
    return !lateForms().isEmpty();
}

void LatenessBar::setInFront(bool inFront)
{
    if (m_inFront == inFront)
        return;
    m_inFront = inFront;
    refresh();
}

void LatenessBar::refresh()
{
    Q_EMIT changed();
    const QList<Form> late = m_inFront ? lateForms() : QList<Form>();
    for (const Form &form : late) {
        const bool postponed = isPutOff(m_workspace.office(), postponedKey(form.id));
        if (postponed || !m_workspace.review().latenessReason(form.id).isEmpty())
            continue;
        if (m_form != form.id) // what is being typed stays
            m_reason->clear();
        tellOf(form);
        return;
    }
    m_form.clear();
    hide();
}

void LatenessBar::ask(const QString &form)
{
    const QList<Form> late = lateForms();
    if (late.isEmpty())
        return;
    Form asked = late.first();
    for (const Form &each : late) {
        if (each.id == form)
            asked = each;
    }
    m_reason->setText(m_workspace.review().latenessReason(asked.id));
    tellOf(asked);
    Q_EMIT frontWanted();
    m_reason->setFocus();
    m_reason->selectAll();
}

void LatenessBar::tellOf(const Form &form)
{
    m_form = form.id;
    const QString left = daysLeft(dueOn(form), m_workspace.office().clock()().date());
    tell(Kind::Warning, tr("%1限%2报送，%3。").arg(form.mark, form.deadlineWords, left),
        {{tr("记下原因"), [this] { record(); }}, {tr("以后再说"), [this] { postpone(); }}});
    m_reason->setAccessibleDescription(sentence());
}

void LatenessBar::record()
{
    const QString form = m_form;
    if (isBlank(m_reason->text())) {
        show();
        m_reason->setFocus();
        return;
    }
    // Until it is kept it is still asked for; the review tells of it when it is.
    const Result<void> told = m_workspace.review().explainLateness(form, m_reason->text());
    if (!told)
        tell(Kind::Problem, describe(told.error()),
            {{tr("再试一次"), [this] { record(); }}, {tr("以后再说"), [this] { postpone(); }}});
}

// Under which the day is kept on which a person put the question off.
QString LatenessBar::postponedKey(const QString &form) const
{
    return QStringLiteral("lateness/%1/%2").arg(*m_workspace.openReport().id()).arg(form);
}

void LatenessBar::postpone()
{
    if (m_workspace.openReport().isOpen())
        putOff(m_workspace.office(), postponedKey(m_form));
    m_form.clear();
    refresh();
}

void LatenessBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        postpone();
    else
        NoteBar::keyPressEvent(event);
}

} // namespace zhibao
