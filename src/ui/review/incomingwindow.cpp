// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/incomingwindow.h"

#include "core/review/receipt.h"
#include "ui/notebar.h"
#include "ui/parts/commentwords.h"
#include "ui/review/commentlist.h"
#include "ui/theme.h"
#include "ui_incomingwindow.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QFileInfo>
#include <QPushButton>

namespace zhibao {

namespace {

// An entry in words: when and who, what, and what they said. `office`: where another one than the sender did it.
QString lineOf(const LogEntry &entry, const QString &office)
{
    const QString who = office.isEmpty() ? entry.person : IncomingWindow::tr("%1（%2）").arg(entry.person, office);
    const QString words = IncomingWindow::tr("%1　%2").arg(signature(who, entry.at), describe(entry.kind));
    return entry.reason.isEmpty() ? words : IncomingWindow::tr("%1：%2").arg(words, entry.reason.simplified());
}

// What the sender does in the file is what it will want to do.
OfficeRoles rolesUsed(const IncomingReview &incoming)
{
    OfficeRoles roles;
    for (const LogEntry &entry : incoming.news) {
        const bool isAct = actionOf(entry.kind) && entry.kind != EntryKind::Comment;
        if (entry.origin != incoming.file.sender || !isAct)
            continue;
        const bool handsIn = rolesFor(entry.kind).testFlag(OfficeRole::HandIn);
        roles |= handsIn ? OfficeRoles(OfficeRole::HandIn) : OfficeRoles(OfficeRole::Review) | OfficeRole::Approve;
    }
    return roles == OfficeRoles() ? OfficeRoles(OfficeRole::Review) : roles;
}

} // namespace

IncomingWindow::IncomingWindow(Workspace &workspace, const IncomingReview &incoming, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_incoming(incoming)
    , m_ui(std::make_unique<Ui::IncomingWindow>())
{
    m_ui->setupUi(this);
    m_ui->note->setClosable(false);
    m_ui->path->setText(QFileInfo(incoming.path).fileName());
    const QString report = tr("%1的报表").arg(describeReport(incoming.file.unit, incoming.file.occasion));
    m_ui->unit->setText(incoming.file.definitions.isEmpty()
            ? report
            : tr("%1；文件带来通知“%2”，读入时一并加入").arg(report, incoming.file.notice));
    proposeOffice();
    showSender();
    showNews();
    updateButtons();
    connect(m_ui->trust, &QPushButton::clicked, this, &IncomingWindow::trust);
    connect(m_ui->take, &QPushButton::clicked, this, &IncomingWindow::take);
    connect(m_ui->leave, &QPushButton::clicked, this, &QDialog::reject);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(36 * line, 24 * line);
    (m_ui->take->isEnabled() ? m_ui->take : m_ui->leave)->setFocus();
}

IncomingWindow::~IncomingWindow() = default;

void IncomingWindow::showSender()
{
    const bool mayTrust = m_workspace.office().session().person().duties.testFlag(Duty::Administrator);
    const QString claim = tr("文件自称由“%1”发出，但其密钥尚未认可。").arg(m_incoming.file.office);
    m_ui->sender->setText(m_incoming.trusted ? tr("由“%1”发出，签名与已认可的密钥相符。").arg(m_incoming.sender)
            : mayTrust                       ? claim + tr("请打电话或当面与对方核对下面的指纹，一字不差再认可，并写明它可以办理什么。")
                       : claim + tr("须由管理员与对方核对下面的指纹后认可，才能采用。"));
    m_ui->fingerprint->setText(m_incoming.fingerprint);
    m_ui->fingerprint->setAccessibleName(tr("对方密钥的指纹：%1").arg(m_incoming.fingerprint));
    m_ui->fingerprint->setVisible(!m_incoming.trusted);
    m_ui->unknown->setVisible(!m_incoming.trusted && mayTrust);
}

void IncomingWindow::proposeOffice()
{
    OfficeKey office;
    office.publicKey = m_incoming.file.sender;
    office.name = m_incoming.file.unit;
    office.units = {m_incoming.file.unit};
    office.roles = rolesUsed(m_incoming);
    m_ui->office->setOffice(office);
}

void IncomingWindow::showNews()
{
    m_ui->news->clear();
    const QHash<QByteArray, QString> offices = m_workspace.office().offices();
    for (const LogEntry &entry : m_incoming.news) {
        const bool isSender = entry.origin == m_incoming.file.sender;
        m_ui->news->addItem(lineOf(entry, isSender ? QString() : officeOf(entry.origin, offices)));
    }
    m_ui->news->setVisible(!m_incoming.isEmpty());
    m_ui->newsTitle->setText(m_incoming.isEmpty()
            ? tr("文件里没有新的内容：其中的办理和意见这里都已有，不会再改动什么。")
            : tr("新的办理和意见 %1 条").arg(m_incoming.news.size()));
    if (m_incoming.report == 0)
        m_ui->note->tell(NoteBar::Kind::Calm, tr("这里还没有这份报表，采用后添入列表。"));
    else if (m_incoming.setsAside)
        m_ui->note->tell(NoteBar::Kind::Warning,
            tr("这里在对方见到的版本之后又改过。采用后，报表以送来的为准；这里改过的内容留在“历史”中，可随时取回。"));
}

void IncomingWindow::updateButtons()
{
    m_ui->take->setEnabled(m_incoming.trusted && !m_incoming.isEmpty());
    m_ui->take->setToolTip(m_incoming.trusted ? QString() : tr("先核对并认可对方的密钥"));
    m_ui->leave->setText(m_incoming.isEmpty() ? tr("关闭") : tr("不采用"));
}

void IncomingWindow::trust()
{
    const OfficeKey office = m_ui->office->office();
    // A file that would be refused all the same is told so first, and leaves no trust behind.
    IncomingReview asked = m_incoming;
    asked.trusting = office;
    const Result<void> may = Correspondence(m_workspace.openReport()).check(asked);
    const Result<void> done = may ? m_workspace.office().session().trustKey(office) : may;
    if (!done) {
        m_ui->note->tell(NoteBar::Kind::Problem, describe(done.error()));
        return;
    }
    m_incoming.trusted = true;
    m_incoming.sender = office.name;
    m_ui->note->tell(NoteBar::Kind::Calm, describeGrant(office));
    showSender();
    updateButtons();
    (m_ui->take->isEnabled() ? m_ui->take : m_ui->leave)->setFocus();
}

void IncomingWindow::take()
{
    const Result<ReceivedEntries> taken = Correspondence(m_workspace.openReport()).accept(m_incoming);
    if (!taken) {
        m_ui->note->tell(NoteBar::Kind::Problem, describe(taken.error()));
        return;
    }
    QString sentence = tr("已采用送审文件：新的办理和意见 %1 条。").arg(taken->added);
    if (taken->late > 0)
        sentence += tr("其中 %1 条到得晚，报表状态没有随之改变。").arg(taken->late);
    accept();
    Q_EMIT received(taken->report, sentence);
}

} // namespace zhibao
