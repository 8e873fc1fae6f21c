// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewpage.h"

#include "core/review/receipt.h"
#include "ui/parts/commentwords.h"
#include "ui/review/changepane.h"
#include "ui/review/commentlist.h"
#include "ui/review/commentpane.h"
#include "ui/review/reasonpane.h"
#include "ui/review/reviewcommands.h"
#include "ui/review/sendpane.h"
#include "ui/review/stateline.h"
#include "ui/review/wraplayout.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace zhibao {

namespace {

constexpr int narrow = 900; // pixels of the page's width below which the panes stand one above the other

// "" where nothing can be said.
QString fieldOf(ReviewAction action)
{
    if (needsReason(action))
        return ReviewPage::tr("理由（必填）");
    return action == ReviewAction::PlaceSeal ? QString() : ReviewPage::tr("附言（可不填）");
}

} // namespace

ReviewPage::ReviewPage(Workspace &workspace, const ReviewCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_commands(commands)
    , m_line(new StateLine(this))
    , m_last(new QLabel(this))
    , m_reason(new ReasonPane(this))
    , m_send(new SendPane(this))
    , m_panes(new QSplitter(this))
    , m_changes(new ChangePane(workspace, this))
    , m_comments(new CommentPane(workspace, this))
{
    m_send->setObjectName(QStringLiteral("sendPane"));
    m_comments->setObjectName(QStringLiteral("reviewComments"));
    m_changes->setActions(commands.previousChange(), commands.nextChange(), commands.printChanges());
    m_panes->addWidget(m_changes);
    m_panes->addWidget(m_comments);
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(theme::space3);
    m_panes->setSizes({6000, 4000}); // the shares until someone moves the handle
    auto *sheet = new QWidget;
    auto *layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(makeHead());
    layout->addWidget(m_reason);
    layout->addWidget(m_send);
    layout->addWidget(m_panes, 1);
    // Where a pane opens on a low screen the page scrolls: the window never grows.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setFocusProxy(m_changes);
    connectParts();
    refresh();
}

QWidget *ReviewPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("审核"), head);
    theme::setTextRole(title, theme::TextRole::Title);
    m_last->setObjectName(QStringLiteral("lastStep"));
    m_last->setTextFormat(Qt::PlainText);
    m_last->setWordWrap(true);
    theme::setTextRole(m_last, theme::TextRole::Caption);
    auto *row = new QWidget(head);
    addButtons(row);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(title);
    layout->addWidget(m_line);
    layout->addWidget(m_last);
    layout->addWidget(row);
    return head;
}

// A button for what may be done now, and none for what may not: the menu has those, with the reason.
void ReviewPage::addButtons(QWidget *row)
{
    auto *layout = new WrapLayout(row);
    QList<QAction *> actions = m_commands.steps();
    actions += {m_commands.showScan(), m_commands.exportSheet(), m_commands.writeFile(), m_commands.log()};
    for (QAction *action : std::as_const(actions)) {
        auto *button = new QPushButton(action->icon(), action->iconText(), row);
        button->setObjectName(QStringLiteral("do %1").arg(action->iconText()));
        layout->addWidget(button);
        const auto follow = [button, action] {
            button->setVisible(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        follow();
        m_buttons.append(button);
    }
}

void ReviewPage::connectParts()
{
    connect(m_reason, &ReasonPane::confirmed, this, &ReviewPage::act);
    connect(m_send, &SendPane::confirmed, this, &ReviewPage::send);
    const auto takeFocus = [this] { setFocus(Qt::OtherFocusReason); };
    connect(m_reason, &ReasonPane::left, this, takeFocus);
    connect(m_send, &SendPane::left, this, takeFocus);
    connect(m_send, &SendPane::filesWanted, this, &ReviewPage::filesWanted);
    connect(m_send, &SendPane::draftWanted, this, &ReviewPage::draftWanted);
    connect(m_changes, &ChangePane::placeWanted, this, &ReviewPage::placeWanted);
    connect(m_comments, &CommentPane::placeWanted, this, &ReviewPage::placeWanted);
    connect(&m_workspace.review(), &Review::changed, this, &ReviewPage::refresh);
    // What was asked was asked of another report.
    connect(&m_workspace.openReport(), &OpenReport::opened, m_reason, &ReasonPane::leave);
    connect(&m_workspace.openReport(), &OpenReport::opened, m_send, &SendPane::leave);
}

void ReviewPage::begin()
{
    QList<CommentScope> scopes{{tr("整份报表"), {}}};
    for (const Form &form : m_workspace.openReport().notice().forms)
        scopes.append({form.mark, Place{form.id, {}, -1, -1, -1}});
    m_comments->setScopes(scopes);
    m_changes->begin();
    refresh();
}

void ReviewPage::refresh()
{
    m_line->setState(m_workspace.review().state());
    showLastStep();
    if (!m_reason->isHidden() && m_workspace.review().refusal(m_reason->action()))
        m_reason->leave();
    if (!m_send->isHidden() && m_workspace.review().refusal(ReviewAction::Send))
        m_send->leave();
    if (isVisible())
        m_changes->refresh();
}

// Who brought the report where it is, and what they said.
void ReviewPage::showLastStep()
{
    const Result<QList<LogEntry>> entries = m_workspace.review().entries();
    QString words = m_workspace.openReport().isOpen() ? tr("还没有送审。") : QString();
    if (!entries) {
        words = describe(entries.error());
    } else {
        const QHash<QByteArray, QString> offices = m_workspace.office().offices();
        for (const LogEntry &entry : *entries) {
            if (!actionOf(entry.kind) || entry.kind == EntryKind::Comment)
                continue;
            const QString who = describeActor(entry.person, officeOf(entry.origin, offices));
            words = tr("%1　%2").arg(signature(who, entry.at), describe(entry.kind));
            if (!entry.reason.isEmpty())
                words += tr("：%1").arg(entry.reason);
        }
    }
    m_last->setText(words);
}

QString ReviewPage::question(ReviewAction action) const
{
    switch (action) {
    case ReviewAction::Submit:
        return tr("送审以后不能再修改，直到退回或撤回。");
    case ReviewAction::Withdraw:
        return tr("撤回以后可以继续修改，审核从头开始。");
    case ReviewAction::Return:
        return tr("退回以后由填报人修改，再次送审。");
    case ReviewAction::Review:
        return tr("审核通过以后，等待批准。");
    case ReviewAction::Approve:
        return tr("批准以后内容封存，不能再修改；再要改动须先解锁，批准和盖章随之作废。");
    case ReviewAction::PlaceSeal:
        return tr("在已批准的各表上按实际大小加盖印章图样。印章图样不是电子签名。");
    case ReviewAction::RemoveScan:
        return tr("取下以后回到“已批准”，批准不变，可以另附扫描件；取下的扫描件仍留在办理记录里。");
    case ReviewAction::Unlock:
        return tr("解锁以后回到填报中，批准和盖章作废，须重新送审、批准、盖章。");
    default:
        return {};
    }
}

void ReviewPage::ask(ReviewAction action)
{
    m_despiteComments = false;
    if (action == ReviewAction::AttachScan) {
        Q_EMIT scanWanted();
        return;
    }
    if (action == ReviewAction::Send) {
        m_reason->leave();
        m_send->ask(m_workspace.openReport().notice(), m_workspace.office().clock()());
        return;
    }
    m_send->leave();
    m_reason->ask(action, question(action), fieldOf(action), describe(action));
    const int open = action == ReviewAction::Approve ? m_workspace.review().openComments() : 0;
    if (open > 0) {
        m_despiteComments = true;
        m_reason->ask(
            action, tr("还有 %1 条意见没有解决。%2").arg(open).arg(question(action)), fieldOf(action), tr("仍要批准"));
    }
    tellErrors(action);
}

// Beforehand: who hands in with errors is asked, who passes or approves with them is refused.
void ReviewPage::tellErrors(ReviewAction action)
{
    const int errors = m_workspace.review().errors();
    const bool passes = action == ReviewAction::Review || action == ReviewAction::Approve;
    if (errors == 0 || (!passes && action != ReviewAction::Submit))
        return;
    if (action == ReviewAction::Submit)
        m_reason->ask(action, question(action), fieldOf(action), tr("仍要送审"));
    const Error remain{ErrorCode::ErrorsRemain, {m_workspace.openReport().report().unit, QString::number(errors)}};
    const QString sentence
        = passes ? describe(remain) : tr("检查出 %1 处错误，改正以前不能审核通过；是否仍要送审？").arg(errors);
    m_reason->note().tell(passes ? NoteBar::Kind::Problem : NoteBar::Kind::Warning, sentence, {seeErrors()});
}

NoteBar::Answer ReviewPage::seeErrors()
{
    return {tr("查看错误"), [this] { Q_EMIT findingsWanted(); }};
}

void ReviewPage::act(ReviewAction action, const QString &text)
{
    Q_EMIT acting();
    Review &review = m_workspace.review();
    switch (action) {
    case ReviewAction::Submit:
        return finish(action, review.perform(ReviewAction::Submit, text));
    case ReviewAction::Withdraw:
        return finish(action, review.perform(ReviewAction::Withdraw, text));
    case ReviewAction::Return:
        return finish(action, review.perform(ReviewAction::Return, text));
    case ReviewAction::Review:
        return finish(action, review.perform(ReviewAction::Review, text));
    case ReviewAction::Approve:
        return finish(action, review.approve(m_despiteComments, text));
    case ReviewAction::PlaceSeal:
        return finish(action, review.placeSeal());
    case ReviewAction::RemoveScan:
        return finish(action, review.perform(ReviewAction::RemoveScan, text));
    case ReviewAction::Unlock:
        return finish(action, review.perform(ReviewAction::Unlock, text));
    default:
        return; // the others have panes of their own
    }
}

void ReviewPage::send(const Sending &sending)
{
    Q_EMIT acting();
    if (const Result<void> done = m_workspace.review().recordWritten(sending); done)
        finish(ReviewAction::Send, done);
    else
        m_send->note().tell(NoteBar::Kind::Problem, describe(done.error()));
}

void ReviewPage::finish(ReviewAction action, const Result<void> &done)
{
    if (done) {
        m_reason->leave();
        m_send->leave();
        setFocus(Qt::OtherFocusReason);
        Q_EMIT acted(
            tr("已%1：%2现在是“%3”。")
                .arg(describe(action), m_workspace.openReport().name(), describe(m_workspace.review().state())));
        return;
    }
    QList<NoteBar::Answer> answers;
    if (done.error().code == ErrorCode::ErrorsRemain)
        answers.append(seeErrors());
    m_reason->note().tell(NoteBar::Kind::Problem, describe(done.error()), answers);
}

void ReviewPage::stepChange(int by)
{
    m_changes->step(by);
}

void ReviewPage::stepComment(int by)
{
    m_comments->step(by);
}

void ReviewPage::writeComment()
{
    m_comments->write();
}

std::optional<qint64> ReviewPage::since() const
{
    return m_changes->since();
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_panes->setOrientation(event->size().width() < narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace zhibao
