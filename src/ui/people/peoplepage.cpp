// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/peoplepage.h"

#include "ui/notebar.h"
#include "ui/people/passwordwindow.h"
#include "ui/people/personform.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhibao {

PeoplePage::PeoplePage(Office &office, NoteBar &note, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_note(note)
    , m_firstUse(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_form(new PersonForm(office, this))
{
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_firstUse);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeButtons());
    layout->addWidget(m_form);
    layout->addWidget(makeSoleOffice());
    layout->addStretch(0);
    connect(m_form, &PersonForm::saved, this, [this](const QString &name) {
        endForm();
        select(name);
    });
    connect(m_form, &PersonForm::cancelled, this, &PeoplePage::endForm);
    connect(&office.session(), &Session::changed, this, &PeoplePage::fill);
    m_form->hide();
    fill();
}

void PeoplePage::begin()
{
    QWidget *first = m_office.session().hasPeople() ? static_cast<QWidget *>(m_list) : m_add;
    first->setFocus();
}

void PeoplePage::buildList()
{
    m_firstUse->setObjectName(QStringLiteral("firstUse"));
    m_firstUse->setWordWrap(true);
    m_firstUse->setText(tr("设立人员后，打开质报先要登录，所办的事记在各人名下；先添加管理员，再由其添加其他人员。\n"
                           "只有一个人使用的单位不必设立；要自行审批，选中下面一项即可。"));
    m_list->setObjectName(QStringLiteral("people"));
    m_list->setAccessibleName(tr("人员"));
    m_list->setHeaderLabels({tr("姓名"), tr("处室"), tr("职务"), tr("职责"), tr("口令"), tr("状态")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PeoplePage::updateButtons);
    // Later, since the Enter that activates would go on to the form's button.
    connect(m_list, &QTreeWidget::itemActivated, this, &PeoplePage::change, Qt::QueuedConnection);
}

QWidget *PeoplePage::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_add = new QPushButton(tr("添加人员(&A)…"), buttons);
    m_change = new QPushButton(tr("修改(&E)…"), buttons);
    m_password = new QPushButton(tr("设置口令(&P)…"), buttons);
    m_active = new QPushButton(tr("停用(&D)"), buttons);
    m_add->setObjectName(QStringLiteral("addPerson"));
    m_change->setObjectName(QStringLiteral("changePerson"));
    m_password->setObjectName(QStringLiteral("setPassword"));
    m_active->setObjectName(QStringLiteral("toggleActive"));
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    for (QPushButton *button : {m_add, m_change, m_password, m_active}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &PeoplePage::add);
    connect(m_change, &QPushButton::clicked, this, &PeoplePage::change);
    connect(m_password, &QPushButton::clicked, this, &PeoplePage::setPassword);
    connect(m_active, &QPushButton::clicked, this, &PeoplePage::toggleActive);
    return buttons;
}

QWidget *PeoplePage::makeSoleOffice()
{
    m_soleOfficePart = new QWidget(this);
    m_soleOffice = new QCheckBox(tr("本单位只有一名工作人员，允许送审人本人审批(&O)"), m_soleOfficePart);
    m_soleOffice->setObjectName(QStringLiteral("soleOffice"));
    auto *explanation = new QLabel(
        tr("通常送审的人不能审批自己送审的报表。选中后可以，每次审批都在办理记录中注明。"), m_soleOfficePart);
    explanation->setWordWrap(true);
    theme::setTextRole(explanation, theme::TextRole::Caption);
    m_soleOffice->setAccessibleDescription(explanation->text());
    auto *layout = new QVBoxLayout(m_soleOfficePart);
    layout->setContentsMargins(0, theme::space2, 0, 0);
    layout->setSpacing(theme::space1);
    layout->addWidget(m_soleOffice);
    layout->addWidget(explanation);
    connect(m_soleOffice, &QCheckBox::clicked, this, &PeoplePage::setSoleOffice);
    return m_soleOfficePart;
}

void PeoplePage::fill()
{
    const std::optional<Account> before = selected();
    const Result<QList<Account>> accounts = m_office.session().accounts();
    m_accounts = accounts ? *accounts : QList<Account>();
    m_list->clear();
    for (const Account &account : m_accounts) {
        const Person &person = account.person;
        new QTreeWidgetItem(m_list,
            {person.name, person.office, person.post, describe(person.duties),
                account.password.isEmpty() ? tr("未设") : tr("已设"), account.active ? tr("在用") : tr("停用")});
    }
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    select(before ? before->person.name : m_office.session().person().name);
    m_soleOffice->setChecked(m_office.session().isSoleOffice());
    showFirstUse();
    updateButtons();
    if (!accounts)
        m_note.tell(NoteBar::Kind::Problem, describe(accounts.error()));
}

// Before there are people there is nothing to list.
void PeoplePage::showFirstUse()
{
    const bool first = !m_office.session().hasPeople();
    m_firstUse->setVisible(first);
    m_list->setVisible(!first);
    m_change->setVisible(!first);
    m_password->setVisible(!first);
    m_active->setVisible(!first);
    m_add->setText(first ? tr("添加管理员(&A)…") : tr("添加人员(&A)…"));
}

std::optional<Account> PeoplePage::selected() const
{
    QTreeWidgetItem *item = m_list->currentItem();
    const int row = item ? m_list->indexOfTopLevelItem(item) : -1;
    return row >= 0 && row < m_accounts.size() ? std::optional(m_accounts.at(row)) : std::nullopt;
}

void PeoplePage::select(const QString &name)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_accounts.at(row).person.name == name)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
}

void PeoplePage::updateButtons()
{
    const std::optional<Account> account = selected();
    const bool idle = m_form->isHidden();
    const bool may = m_office.session().person().duties.testFlag(Duty::Administrator) && !m_office.readOnlyReason();
    m_list->setEnabled(idle);
    m_add->setEnabled(idle && may);
    m_add->setVisible(idle || m_office.session().hasPeople());
    for (QPushButton *button : {m_change, m_password, m_active})
        button->setEnabled(idle && may && account);
    m_soleOffice->setEnabled(may);
    m_soleOfficePart->setVisible(idle); // room for the form
    m_active->setText(account && !account->active ? tr("重新启用(&D)") : tr("停用(&D)"));
}

void PeoplePage::add()
{
    m_form->beginNew();
    updateButtons();
}

void PeoplePage::change()
{
    if (const std::optional<Account> account = selected(); account && m_change->isEnabled()) {
        m_form->beginChange(*account);
        updateButtons();
    }
}

void PeoplePage::endForm()
{
    m_form->hide();
    m_note.hide();
    updateButtons();
    QWidget *next = m_list->isHidden() ? static_cast<QWidget *>(m_add) : m_list;
    next->setFocus();
}

void PeoplePage::setPassword()
{
    const std::optional<Account> account = selected();
    if (!account)
        return;
    auto *window = new PasswordWindow(m_office, account->person.name, PasswordWindow::Asker::Administrator, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

void PeoplePage::toggleActive()
{
    const std::optional<Account> account = selected();
    if (!account)
        return;
    const Result<void> changed = m_office.session().changePerson(account->person, !account->active);
    if (changed)
        m_note.hide();
    else
        m_note.tell(NoteBar::Kind::Problem, describe(changed.error()));
}

void PeoplePage::setSoleOffice(bool allowed)
{
    if (const Result<void> set = m_office.session().setSoleOffice(allowed); !set) {
        m_note.tell(NoteBar::Kind::Problem, describe(set.error()));
        m_soleOffice->setChecked(!allowed);
    }
}

} // namespace zhibao
