// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/lockbar.h"

#include "ui/parts/mayedit.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

namespace zhibao {

LockBar::LockBar(Workspace &workspace, QWidget *parent)
    : NoteBar(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("lockBar"));
    setClosable(false);
    connect(&workspace.review(), &Review::changed, this, &LockBar::refresh);
    connect(&workspace.office().session(), &Session::changed, this, &LockBar::refresh);
    refresh();
}

void LockBar::setInFront(bool inFront)
{
    m_inFront = inFront;
    refresh();
}

void LockBar::refresh()
{
    // What bars the whole store is told above all pages.
    if (!m_inFront || !m_workspace.openReport().isOpen() || m_workspace.office().readOnlyReason())
        hide();
    else if (!mayEdit(m_workspace.openReport()))
        tellLocked();
    else if (m_workspace.review().state() == ReportState::Returned || m_workspace.review().openComments() > 0)
        tellReturned();
    else
        hide();
}

void LockBar::tellLocked()
{
    Review &review = m_workspace.review();
    const QString state = describe(review.state());
    const ReviewActions allowed = review.allowed();
    QList<Answer> answers;
    QString sentence;
    if (isFrozen(review.state())) {
        sentence = tr("%1，内容已封存，不能修改。").arg(state);
    } else if (review.state() == ReportState::Draft || review.state() == ReportState::Returned) {
        sentence = allowed.testFlag(ReviewAction::Comment) ? tr("%1，由填报人填写；您可以查看和提出意见。").arg(state)
                                                           : tr("%1，由填报人填写；您可以查看。").arg(state);
    } else {
        sentence = tr("%1，不能修改。").arg(state);
    }
    if (allowed.testFlag(ReviewAction::Withdraw))
        answers.append({tr("撤回…"), [this] { Q_EMIT actionWanted(ReviewAction::Withdraw); }});
    if (allowed.testFlag(ReviewAction::Unlock))
        answers.append({tr("解锁…"), [this] { Q_EMIT actionWanted(ReviewAction::Unlock); }});
    answers.append({tr("审核页"), [this] { Q_EMIT reviewWanted(); }});
    tell(Kind::Calm, sentence, answers);
}

void LockBar::tellReturned()
{
    const Review &review = m_workspace.review();
    const int open = review.openComments();
    const bool returned = review.state() == ReportState::Returned;
    QString sentence = returned ? describe(review.state()) : QString();
    const Result<QList<LogEntry>> entries = review.entries();
    for (const LogEntry &entry : returned &&entries ? *entries : QList<LogEntry>()) {
        if (entry.kind == EntryKind::Return)
            sentence = tr("%1：%2").arg(describe(entry.kind), entry.reason);
    }
    if (open > 0)
        sentence
            += (sentence.isEmpty() ? QString() : tr("　")) + tr("还有 %1 条意见没有解决（F6 逐条查看）。").arg(open);
    tell(returned ? Kind::Warning : Kind::Calm, sentence, {{tr("审核页"), [this] { Q_EMIT reviewWanted(); }}});
}

} // namespace zhibao
