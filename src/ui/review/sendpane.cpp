// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/sendpane.h"

#include "core/notice/notice.h"
#include "core/report/report.h"
#include "ui/notebar.h"
#include "ui/theme.h"
#include "ui_sendpane.h"
#include "workspace/review/review.h"

#include <QKeyEvent>

namespace zhibao {

SendPane::SendPane(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::SendPane>())
{
    m_ui->setupUi(this);
    m_ui->files->setIcon(theme::icon(QStringLiteral("folder-open")));
    m_ui->draft->setIcon(theme::icon(QStringLiteral("mail")));
    // Qt leaves no room for the last digit beside the arrow.
    m_ui->at->setMinimumWidth(m_ui->at->sizeHint().width() + theme::space4);
    m_ui->by->addItems({tr("电子邮件"), tr("机要交换"), tr("邮寄"), tr("当面")});
    connect(m_ui->files, &QPushButton::clicked, this, &SendPane::filesWanted);
    connect(m_ui->draft, &QPushButton::clicked, this, &SendPane::draftWanted);
    connect(m_ui->confirm, &QPushButton::clicked, this, &SendPane::confirm);
    connect(m_ui->cancel, &QPushButton::clicked, this, &SendPane::leave);
    for (QLineEdit *line : {m_ui->remark, m_ui->to->lineEdit(), m_ui->by->lineEdit()})
        connect(line, &QLineEdit::returnPressed, this, &SendPane::confirm);
    hide();
}

SendPane::~SendPane() = default;

NoteBar &SendPane::note()
{
    return *m_ui->note;
}

// What was typed stays while the pane is open.
void SendPane::ask(const Notice &notice, const QDateTime &now)
{
    if (isHidden()) {
        m_ui->at->setDateTime(now);
        m_ui->to->clear();
        for (const QString &offered : {notice.recipientMail,
                 tr("%1%2　%3").arg(notice.issuer, notice.recipient, notice.recipientPerson).trimmed()}) {
            if (!isBlank(offered))
                m_ui->to->addItem(offered);
        }
        m_ui->to->setCurrentIndex(0);
        m_ui->by->setCurrentIndex(0);
        m_ui->remark->clear();
    }
    m_ui->note->hide();
    show();
    m_ui->at->setFocus(Qt::OtherFocusReason);
}

void SendPane::confirm()
{
    const Sending sending{m_ui->to->currentText(), m_ui->by->currentText(), m_ui->at->dateTime(), m_ui->remark->text()};
    if (isBlank(sending.to) || isBlank(sending.by)) {
        m_ui->note->tell(NoteBar::Kind::Problem, tr("还没有写明送给谁、怎样送，没有登记；请补上后再试。"));
        return;
    }
    Q_EMIT confirmed(sending);
}

void SendPane::leave()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    if (focused)
        Q_EMIT left();
}

void SendPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace zhibao
