// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commentpane.h"

#include "core/compare/placetracking.h"
#include "ui/parts/commentwords.h"
#include "ui/review/commentdelegate.h"
#include "ui/review/commentlist.h"
#include "ui/theme.h"
#include "ui_commentpane.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QKeyEvent>

#include <algorithm>

namespace zhibao {

namespace {

// Of the list below an editor; more scroll.
constexpr int fewestCommentLines = 3; // on a low screen
constexpr int mostCommentLines = 9;

} // namespace

CommentPane::CommentPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_ui(std::make_unique<Ui::CommentPane>())
    , m_list(new CommentList(workspace, this))
{
    m_ui->setupUi(this);
    m_ui->comments->setModel(m_list);
    m_ui->comments->setItemDelegate(new CommentDelegate(this));
    m_ui->close->setIcon(theme::icon(QStringLiteral("x")));
    setFocusProxy(m_ui->comments);
    setClosable(false);
    connectControls();
    refresh();
}

CommentPane::~CommentPane() = default;

void CommentPane::connectControls()
{
    connect(m_ui->comments->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_list->setInHand(m_ui->comments->currentIndex().row());
        showCurrent();
    });
    connect(m_ui->comments, &QListView::activated, this, &CommentPane::lead); // Enter
    connect(m_ui->comments, &QListView::doubleClicked, this, &CommentPane::lead);
    connect(m_ui->words, &QPlainTextEdit::textChanged, this, &CommentPane::showCurrent);
    connect(m_ui->words, &ReasonEdit::confirmed, this, &CommentPane::confirm);
    connect(m_ui->words, &ReasonEdit::cancelled, this, [this] {
        m_ui->words->clear();
        if (m_closable)
            Q_EMIT closed();
        else
            m_ui->comments->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->comment, &QPushButton::clicked, this, &CommentPane::comment);
    connect(m_ui->reply, &QPushButton::clicked, this, &CommentPane::reply);
    connect(m_ui->settle, &QPushButton::clicked, this, &CommentPane::settle);
    connect(m_ui->close, &QToolButton::clicked, this, &CommentPane::closed);
    connect(&m_workspace.review(), &Review::changed, this, &CommentPane::refresh);
}

void CommentPane::setScopes(const QList<CommentScope> &scopes)
{
    m_scopes = scopes;
    m_ui->scope->clear();
    for (const CommentScope &scope : scopes)
        m_ui->scope->addItem(scope.label);
}

void CommentPane::setFilter(const std::optional<Place> &place)
{
    m_list->setFilter(place);
    refresh();
}

void CommentPane::setClosable(bool closable)
{
    m_closable = closable;
    m_ui->close->setVisible(closable);
}

void CommentPane::refresh()
{
    const std::optional<Comment> before = current();
    const Result<void> read = m_list->reread();
    const int settled = m_list->rowCount() - m_list->open();
    m_ui->count->setText(tr("%1 条未解决，%2 条已解决").arg(m_list->open()).arg(settled));
    m_ui->count->setVisible(m_list->rowCount() > 0);
    m_ui->comments->setVisible(m_list->rowCount() > 0);
    m_ui->nothing->setVisible(m_list->rowCount() == 0);
    m_ui->nothing->setText(read ? tr("还没有意见。") : describe(read.error()));
    const std::optional<Error> mute = m_workspace.review().refusal(ReviewAction::Comment);
    m_ui->answer->setVisible(!mute);
    // None is in hand that nobody took up: what is typed next would become an answer to it.
    m_ui->comments->setCurrentIndex(before ? m_list->index(m_list->rowOf(before->uid)) : QModelIndex());
    showCurrent();
}

std::optional<Comment> CommentPane::current() const
{
    const QModelIndex index = m_ui->comments->currentIndex();
    return index.isValid() ? std::optional(m_list->shown(index.row()).comment) : std::nullopt;
}

void CommentPane::showCurrent()
{
    const std::optional<Comment> inHand = current();
    const bool said = !isBlank(m_ui->words->toPlainText());
    m_ui->reply->setVisible(inHand.has_value());
    m_ui->settle->setVisible(inHand.has_value());
    m_ui->settle->setText(inHand && inHand->resolved ? tr("重新提起(&J)") : tr("解决(&J)"));
    m_ui->comment->setEnabled(said);
    m_ui->reply->setEnabled(said);
    m_ui->reply->setDefault(inHand.has_value()); // which shows what Enter does
    m_ui->comment->setDefault(!inHand);
    fitList();
    m_ui->words->setPlaceholderText(inHand ? tr("回复所选的意见；另提一条请按“提出意见”") : tr("提出意见，按回车提交"));
    m_ui->words->viewport()->update(); // Qt 6.4 does not always paint a new hint
}

// Below an editor the list is as high as its comments, up to a limit; on the page of review it takes what room there
// is.
void CommentPane::fitList()
{
    if (!m_closable)
        return;
    int height = 2 * m_ui->comments->frameWidth();
    for (int row = 0; row < m_list->rowCount(); ++row)
        height += m_ui->comments->sizeHintForRow(row);
    const int line = fontMetrics().height();
    m_ui->comments->setMinimumHeight(std::min(height, fewestCommentLines * line));
    m_ui->comments->setMaximumHeight(std::min(height, mostCommentLines * line));
}

void CommentPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitList();
}

void CommentPane::step(int by)
{
    const int count = m_list->rowCount();
    if (count == 0)
        return;
    const QModelIndex inHand = m_ui->comments->currentIndex();
    const int row = inHand.isValid() ? (inHand.row() + by + count) % count : by > 0 ? 0 : count - 1;
    m_ui->comments->setCurrentIndex(m_list->index(row));
    m_ui->comments->setFocus(Qt::ShortcutFocusReason);
}

void CommentPane::select(const QByteArray &uid)
{
    if (const int row = m_list->rowOf(uid); row >= 0)
        m_ui->comments->setCurrentIndex(m_list->index(row));
}

void CommentPane::write()
{
    m_ui->comments->setCurrentIndex({});
    m_ui->words->setFocus(Qt::OtherFocusReason);
}

void CommentPane::answer()
{
    m_ui->comments->setCurrentIndex(m_list->index(0));
    m_ui->words->setFocus(Qt::OtherFocusReason);
}

void CommentPane::lead()
{
    const QModelIndex index = m_ui->comments->currentIndex();
    if (!index.isValid())
        return;
    const ShownComment &shown = m_list->shown(index.row());
    if (!shown.now) {
        const QString read
            = shown.comment.quote.isEmpty() ? QString() : tr("当时写的是“%1”。").arg(shown.comment.quote);
        m_ui->note->tell(NoteBar::Kind::Warning, tr("这条意见所指之处已经删去，没有可转到的地方。%1").arg(read));
        return;
    }
    const auto [offset, length] = passageIn(textAt(m_workspace.openReport().report(), *shown.now), shown.comment);
    Q_EMIT placeWanted(*shown.now, offset, offset < 0 ? 0 : length);
}

void CommentPane::confirm()
{
    if (isBlank(m_ui->words->toPlainText()))
        return;
    if (current())
        reply();
    else
        comment();
}

void CommentPane::comment()
{
    const CommentScope scope = m_scopes.value(std::max(m_ui->scope->currentIndex(), 0));
    const QString words = m_ui->words->toPlainText();
    done(m_workspace.review().comment(scope.place, scope.offset, scope.length, words), {});
}

void CommentPane::reply()
{
    if (const std::optional<Comment> inHand = current())
        done(m_workspace.review().reply(inHand->uid, m_ui->words->toPlainText()), inHand->uid);
}

void CommentPane::settle()
{
    const std::optional<Comment> inHand = current();
    if (!inHand)
        return;
    const QString words = m_ui->words->toPlainText();
    Review &review = m_workspace.review();
    done(inHand->resolved ? review.reopen(inHand->uid, words) : review.resolve(inHand->uid, words), inHand->uid);
}

// `inHand`: the comment that was answered; empty: a new one was made, and comes into sight.
void CommentPane::done(const Result<void> &result, const QByteArray &inHand)
{
    if (!result) {
        m_ui->note->tell(NoteBar::Kind::Problem, describe(result.error()));
        return;
    }
    m_ui->note->hide();
    m_ui->words->clear();
    if (!inHand.isEmpty()) {
        select(inHand);
    } else if (const Result<QList<Comment>> all = m_workspace.review().comments(); all && !all->isEmpty()) {
        m_ui->comments->scrollTo(m_list->index(m_list->rowOf(all->constLast().uid)));
    }
}

void CommentPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_closable)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zhibao
