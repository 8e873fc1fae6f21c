// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/session/signinpage.h"

#include "ui/captiondelegate.h"
#include "ui/listkeys.h"
#include "ui/memory.h"
#include "ui/parts/busycursor.h"
#include "ui/theme.h"
#include "ui_signinpage.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QEvent>

namespace zhibao {

namespace {

constexpr int passwordRole = CaptionDelegate::CaptionRole + 1; // whether the person has one
constexpr int columnWidth = 24; // lines of text
constexpr int mostRows = 8; // of people in sight at once
const QString lastKey = QStringLiteral("signedIn"); // who was last

// Whether a store that is put together anew is the way out: of rows or of a log that were changed beside the program.
bool canRecover(const Error &error)
{
    return error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::LogBroken;
}

} // namespace

SignInPage::SignInPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_ui(std::make_unique<Ui::SignInPage>())
{
    m_ui->setupUi(this);
    m_ui->people->setItemDelegate(new CaptionDelegate(this));
    m_ui->signIn->setIcon(theme::icon(QStringLiteral("login")));
    m_ui->verify->setIcon(theme::icon(QStringLiteral("file-search")));
    new ListKeys(m_ui->password, m_ui->people);
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_ui->people, &QListWidget::currentItemChanged, this, &SignInPage::chosenChanged);
    connect(m_ui->people, &QListWidget::itemActivated, this, &SignInPage::signIn);
    connect(m_ui->people, &QListWidget::itemClicked, m_ui->password, qOverload<>(&QWidget::setFocus));
    connect(m_ui->password, &PasswordEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_ui->signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_ui->recover, &QPushButton::clicked, this, &SignInPage::recoveryWanted);
    connect(m_ui->verify, &QPushButton::clicked, this, &SignInPage::verifyWanted);
    connect(&workspace.openReport(), &OpenReport::savedChanged, this, &SignInPage::showUnsaved);
    layOut();
}

SignInPage::~SignInPage() = default;

void SignInPage::layOut()
{
    const QFontMetrics metrics(theme::bodyFont());
    const int width = columnWidth * metrics.height();
    for (QWidget *part : {static_cast<QWidget *>(m_ui->people), static_cast<QWidget *>(m_ui->password)}) {
        part->setMinimumWidth(std::min(width, 400));
        part->setMaximumWidth(width);
    }
    const int rows = std::clamp(m_ui->people->count(), 1, mostRows);
    const int row = m_ui->people->count() > 0 ? m_ui->people->sizeHintForRow(0) : metrics.height() + theme::space3;
    const int height = rows * row + 2 * m_ui->people->frameWidth();
    m_ui->people->setMaximumHeight(height);
    m_ui->people->setMinimumHeight(std::min(height, 3 * row));
    // The line for what is to be said is there before it is, so that nothing moves.
    m_ui->message->setMinimumHeight(std::max(metrics.height(), theme::iconSize));
}

void SignInPage::begin()
{
    const Session &session = m_workspace.office().session();
    const bool locked = session.isLocked();
    m_ui->title->setText(locked ? tr("已锁定") : tr("登录"));
    m_ui->introduction->setText(locked ? tr("%1，请输入口令继续；锁定前写的内容都在原处。").arg(session.person().name)
                                       : tr("请选择姓名，输入口令。"));
    m_ui->password->clear();
    m_ui->recover->hide();
    say({});
    fillPeople(locked ? session.person().name : remembered(m_workspace.office(), lastKey));
    showUnsaved();
}

void SignInPage::fillPeople(const QString &chosen)
{
    m_ui->people->clear();
    const Result<QList<Account>> accounts = m_workspace.office().session().accounts();
    if (!accounts) {
        say(describe(accounts.error()), Tone::Problem);
        m_ui->recover->setVisible(canRecover(accounts.error()));
        m_ui->signIn->setEnabled(false);
        return;
    }
    for (const Account &account : *accounts) {
        if (account.active)
            add(account);
    }
    const QList<QListWidgetItem *> last = m_ui->people->findItems(chosen, Qt::MatchExactly | Qt::MatchCaseSensitive);
    m_ui->people->setCurrentRow(last.isEmpty() ? 0 : m_ui->people->row(last.first()));
    layOut();
    chosenChanged();
    if (needsPassword() && !last.isEmpty())
        m_ui->password->setFocus();
    else
        m_ui->people->setFocus();
}

void SignInPage::add(const Account &account)
{
    const Person &person = account.person;
    auto *item = new QListWidgetItem(person.name, m_ui->people);
    const QString place = QStringList{person.office, person.post}.join(u' ').trimmed();
    item->setData(CaptionDelegate::CaptionRole, place);
    item->setData(Qt::AccessibleTextRole, tr("%1，%2").arg(person.name, place));
    item->setData(passwordRole, !account.password.isEmpty());
}

QString SignInPage::chosen() const
{
    const QListWidgetItem *item = m_ui->people->currentItem();
    return item ? item->text() : QString();
}

bool SignInPage::needsPassword() const
{
    const QListWidgetItem *item = m_ui->people->currentItem();
    return item && item->data(passwordRole).toBool();
}

void SignInPage::chosenChanged()
{
    m_ui->password->clear();
    // On the way past somebody who has none.
    const bool passes = !needsPassword() && m_ui->password->hasFocus();
    if (passes)
        m_ui->people->setFocus();
    m_ui->password->setEnabled(needsPassword());
    if (needsPassword() && m_passes && m_ui->people->hasFocus())
        m_ui->password->setFocus();
    m_passes = passes || (m_passes && !needsPassword());
    m_ui->passwordLabel->setEnabled(needsPassword());
    m_ui->signIn->setEnabled(m_ui->people->currentItem() != nullptr);
    const bool free = m_ui->people->currentItem() && !needsPassword();
    say(free ? tr("没有设口令，按“登录”即可进入。") : QString());
    if (m_waiting.contains(chosen()))
        countDown();
}

void SignInPage::signIn()
{
    if (!m_ui->signIn->isEnabled())
        return;
    if (needsPassword() && m_ui->password->isEmpty()) { // no try, which would count
        m_ui->password->setFocus();
        say(tr("请输入口令。"));
        return;
    }
    const QString name = chosen();
    const Secret password = m_ui->password->take();
    // The check keeps the program busy for up to half a second: what is said meanwhile must be painted before.
    say(tr("正在核对…"));
    m_ui->message->repaint();
    const BusyCursor busy;
    const Result<void> signedIn = m_workspace.office().session().signIn(name, password);
    if (!signedIn) {
        refused(signedIn.error());
        return;
    }
    say({});
    m_waiting.remove(name);
    m_countdown.stop();
    remember(m_workspace.office(), lastKey, name);
}

void SignInPage::refused(const Error &error)
{
    if (error.code == ErrorCode::PasswordDelayed) {
        m_waiting.insert(chosen(), QDeadlineTimer(error.arguments.value(1).toLongLong() * 1000));
        m_countdown.start();
        countDown();
    } else {
        m_ui->recover->setVisible(canRecover(error));
        say(error.code == ErrorCode::PasswordWrong ? tr("口令不对，没有进入；请重新输入。") : describe(error),
            Tone::Problem);
    }
    m_ui->password->setFocus();
}

void SignInPage::countDown()
{
    const auto waiting = m_waiting.constFind(chosen());
    if (waiting == m_waiting.cend())
        return;
    const qint64 seconds = (waiting->remainingTime() + 999) / 1000;
    m_ui->signIn->setEnabled(seconds <= 0);
    if (seconds > 0) {
        say(tr("口令多次输错，请等 %1 秒后再试。").arg(seconds), Tone::Problem);
        return;
    }
    m_waiting.erase(waiting);
    say(tr("现在可以再试。"));
}

void SignInPage::showUnsaved()
{
    const bool unsaved = m_workspace.openReport().saveError().has_value();
    m_ui->unsaved->setVisible(unsaved);
    if (unsaved)
        m_ui->unsaved->setText(tr("锁定前的修改尚未保存，程序仍在继续尝试；请先登录处理，不要关机。"));
}

void SignInPage::say(const QString &sentence, Tone tone)
{
    const bool problem = tone == Tone::Problem;
    m_ui->message->setText(sentence);
    m_ui->messageIcon->setVisible(problem);
    m_ui->messageIcon->setPixmap(theme::icon(QStringLiteral("alert-circle")).pixmap(theme::iconSize, theme::iconSize));
    theme::setTextTone(m_ui->message, problem ? theme::TextTone::Red : theme::TextTone::Plain);
    m_ui->password->setAccessibleDescription(sentence);
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace zhibao
