// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/personform.h"

#include "ui/parts/busycursor.h"
#include "ui/people/twicetyped.h"
#include "ui/theme.h"
#include "ui_personform.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QKeyEvent>

namespace zhibao {

PersonForm::PersonForm(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_ui(std::make_unique<Ui::PersonForm>())
{
    m_ui->setupUi(this);
    connect(m_ui->save, &QPushButton::clicked, this, &PersonForm::save);
    connect(m_ui->cancel, &QPushButton::clicked, this, &PersonForm::cancelled);
    for (const PasswordEdit *edit : {m_ui->password, m_ui->repeated})
        connect(edit, &PasswordEdit::returnPressed, this, &PersonForm::save);
}

PersonForm::~PersonForm() = default;

void PersonForm::beginNew()
{
    const bool first = !m_office.session().hasPeople();
    m_isNew = true;
    m_active = true;
    begin(first ? tr("添加管理员") : tr("添加人员"), {{}, {}, {}, first ? allDuties : Duties(Duty::Reporter)});
    m_ui->administrator->setEnabled(!first);
    m_ui->passwordHint->setText(
        tr("至少 %1 个字符。可以不设；不设口令的人员，谁都可以其名义登录。").arg(Session::leastPassword));
    showPasswords(true);
    m_ui->name->setFocus();
}

void PersonForm::beginChange(const Account &account)
{
    m_isNew = false;
    m_active = account.active;
    begin(tr("修改人员"), account.person);
    m_ui->administrator->setEnabled(true);
    showPasswords(false);
    m_ui->office->setFocus();
}

void PersonForm::begin(const QString &heading, const Person &person)
{
    m_ui->heading->setText(heading);
    m_ui->name->setText(person.name);
    m_ui->name->setReadOnly(!m_isNew);
    m_ui->name->setToolTip(m_isNew ? QString() : tr("姓名用来区分人员，添加后不能更改"));
    m_ui->office->setText(person.office);
    m_ui->post->setText(person.post);
    m_ui->reporter->setChecked(person.duties.testFlag(Duty::Reporter));
    m_ui->supervisor->setChecked(person.duties.testFlag(Duty::Supervisor));
    m_ui->administrator->setChecked(person.duties.testFlag(Duty::Administrator));
    m_ui->password->clear();
    m_ui->repeated->clear();
    say({});
    show();
    m_ui->save->setDefault(true); // Enter in a line saves once
}

void PersonForm::showPasswords(bool shown)
{
    for (QWidget *part :
        QList<QWidget *>{m_ui->passwordLabel, m_ui->password, m_ui->repeatedLabel, m_ui->repeated, m_ui->passwordHint})
        part->setVisible(shown);
}

Person PersonForm::entered() const
{
    Duties duties;
    duties.setFlag(Duty::Reporter, m_ui->reporter->isChecked());
    duties.setFlag(Duty::Supervisor, m_ui->supervisor->isChecked());
    duties.setFlag(Duty::Administrator, m_ui->administrator->isChecked());
    return {m_ui->name->text(), m_ui->office->text(), m_ui->post->text(), duties};
}

void PersonForm::save()
{
    const Person person = entered();
    if (isBlank(person.name)) {
        say(tr("还没有填写姓名。"));
        m_ui->name->setFocus();
    } else if (person.duties == Duties()) {
        say(tr("请至少选一项职责。"));
        m_ui->reporter->setFocus();
    } else if (m_isNew) {
        add(person);
    } else {
        finish(m_office.session().changePerson(person, m_active));
    }
}

void PersonForm::add(const Person &person)
{
    if (m_ui->password->isEmpty() && m_ui->repeated->isEmpty()) {
        finish(m_office.session().addPerson(person, nullptr));
        return;
    }
    const std::optional<Secret> password = twiceTyped(*m_ui->password, *m_ui->repeated);
    if (!password) {
        say(tr("两次输入的口令不一致，请重新输入。"));
        m_ui->password->setFocus();
        return;
    }
    const BusyCursor busy;
    finish(m_office.session().addPerson(person, &*password));
}

void PersonForm::finish(const Result<void> &done)
{
    if (!done) {
        say(describe(done.error()));
        return;
    }
    hide();
    Q_EMIT saved(m_ui->name->text());
}

void PersonForm::say(const QString &problem)
{
    theme::setTextTone(m_ui->message, theme::TextTone::Red);
    m_ui->message->setText(problem);
    m_ui->save->setAccessibleDescription(problem);
}

void PersonForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zhibao
