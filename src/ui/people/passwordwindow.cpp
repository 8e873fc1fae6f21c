// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/passwordwindow.h"

#include "ui/parts/busycursor.h"
#include "ui/parts/passwordedit.h"
#include "ui/people/twicetyped.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibao {

PasswordWindow::PasswordWindow(Office &office, const QString &name, Asker asker, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_name(name)
    , m_asker(asker)
    , m_message(new QLabel(this))
{
    const bool own = asker == Asker::Oneself;
    setWindowTitle(own ? tr("修改口令") : tr("设置口令"));
    auto *heading = new QLabel(own ? tr("修改我的口令") : tr("为%1设置口令").arg(name), this);
    heading->setTextFormat(Qt::PlainText);
    theme::setTextRole(heading, theme::TextRole::Section);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(heading);
    if (own && office.session().isVerified())
        m_present = addField(*layout, tr("现用口令(&C)"), QStringLiteral("present"));
    m_fresh = addField(*layout, tr("新口令(&N)"), QStringLiteral("fresh"));
    m_repeated = addField(*layout, tr("再输一遍新口令(&R)"), QStringLiteral("repeated"));
    auto *hint = new QLabel(
        tr("至少 %1 个字符。口令只以不能还原的形式保存，忘记了只能重设。").arg(Session::leastPassword), this);
    hint->setWordWrap(true);
    theme::setTextRole(hint, theme::TextRole::Caption);
    m_fresh->setAccessibleDescription(hint->text());
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumHeight(QFontMetrics(theme::bodyFont()).height());
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    setMinimumWidth(20 * QFontMetrics(theme::bodyFont()).height());
    (m_present ? m_present : m_fresh)->setFocus();
}

PasswordEdit *PasswordWindow::addField(QVBoxLayout &layout, const QString &label, const QString &name)
{
    auto *words = new QLabel(label, this);
    auto *edit = new PasswordEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(QString(label).section(u'(', 0, 0));
    words->setBuddy(edit);
    layout.addWidget(words);
    layout.addWidget(edit);
    connect(edit, &PasswordEdit::returnPressed, this, &PasswordWindow::save);
    connect(edit, &PasswordEdit::edited, this, [this] { say({}); });
    return edit;
}

QWidget *PasswordWindow::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("设定(&S)"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    if (m_asker == Asker::Administrator) {
        auto *none = buttons->addButton(tr("不设口令(&W)"), QDialogButtonBox::ResetRole);
        none->setObjectName(QStringLiteral("removePassword"));
        none->setToolTip(tr("谁都可以以%1的名义登录").arg(m_name));
        none->setAutoDefault(false);
        connect(none, &QPushButton::clicked, this, &PasswordWindow::removePassword);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &PasswordWindow::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

// A desk that was left open is no leave to take its owner's place. Wrong tries count as at signing in.
bool PasswordWindow::isPresentRight()
{
    if (!m_present)
        return true;
    const Result<void> known = m_office.session().signIn(m_name, m_present->take());
    if (!known) {
        say(describe(known.error()));
        m_present->setFocus();
    }
    return bool(known);
}

void PasswordWindow::save()
{
    if (m_fresh->isEmpty() && m_repeated->isEmpty()) {
        say(tr("还没有输入新口令。"));
        m_fresh->setFocus();
        return;
    }
    const std::optional<Secret> fresh = twiceTyped(*m_fresh, *m_repeated);
    if (!fresh) {
        say(tr("两次输入的新口令不一致，请重新输入。"));
        m_fresh->setFocus();
        return;
    }
    const BusyCursor busy;
    if (!isPresentRight())
        return;
    finish(m_office.session().setPassword(m_name, &*fresh));
}

void PasswordWindow::removePassword()
{
    finish(m_office.session().setPassword(m_name, nullptr));
}

void PasswordWindow::finish(const Result<void> &set)
{
    if (set) {
        accept();
        return;
    }
    say(describe(set.error()));
    m_fresh->setFocus();
}

void PasswordWindow::say(const QString &problem)
{
    theme::setTextTone(m_message, theme::TextTone::Red);
    m_message->setText(problem);
    m_save->setAccessibleDescription(problem);
}

} // namespace zhibao
