// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/confirmwindow.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibao {

namespace {

QList<LogEntry> entriesOf(Office &office)
{
    const Result<QList<LogEntry>> entries = office.session().unconfirmed();
    return entries ? *entries : QList<LogEntry>();
}

} // namespace

ConfirmWindow::ConfirmWindow(Office &office, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_entries(entriesOf(office))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("确认未签名的记录"));
    auto *introduction = new QLabel(describeUnconfirmed(m_entries), this);
    introduction->setTextFormat(Qt::PlainText);
    introduction->setWordWrap(true);
    auto *list = new QListWidget(this);
    list->setObjectName(QStringLiteral("unconfirmed"));
    list->setAccessibleName(windowTitle());
    list->setWordWrap(true);
    for (const LogEntry &entry : m_entries)
        list->addItem(describeUnconfirmed(entry));
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(QFontMetrics(theme::bodyFont()).height());
    auto *buttons = new QDialogButtonBox(this);
    auto *confirm = buttons->addButton(tr("以上各条，确认(&C)"), QDialogButtonBox::ActionRole);
    confirm->setObjectName(QStringLiteral("confirm"));
    confirm->setAutoDefault(false);
    confirm->setEnabled(!m_entries.isEmpty());
    auto *leave = buttons->addButton(tr("不确认"), QDialogButtonBox::RejectRole);
    leave->setDefault(true);
    connect(confirm, &QPushButton::clicked, this, &ConfirmWindow::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space2);
    for (QWidget *part : {static_cast<QWidget *>(introduction), static_cast<QWidget *>(list),
             static_cast<QWidget *>(m_message), static_cast<QWidget *>(buttons)})
        layout->addWidget(part);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(36 * line, 20 * line);
    leave->setFocus();
}

void ConfirmWindow::confirm()
{
    if (const Result<void> confirmed = m_office.session().confirm(m_entries.constLast()); !confirmed) {
        m_message->setText(describe(confirmed.error()));
        return;
    }
    accept();
}

} // namespace zhibao
