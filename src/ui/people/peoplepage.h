// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/session.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace zhibao {

class NoteBar;
class PersonForm;
class Office;

// The people of the office: list, add, change, deactivate, set a password; and the rule for an office of one.
class PeoplePage : public QWidget {
    Q_OBJECT
public:
    PeoplePage(Office &office, NoteBar &note, QWidget *parent = nullptr);

    void begin(); // takes the focus

private:
    void buildList();
    QWidget *makeButtons();
    QWidget *makeSoleOffice();
    void fill();
    void showFirstUse();
    void updateButtons();
    void add();
    void change();
    void setPassword();
    void toggleActive();
    void setSoleOffice(bool allowed);
    void endForm();
    void select(const QString &name);
    std::optional<Account> selected() const;

    Office &m_office;
    NoteBar &m_note;
    QLabel *m_firstUse;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_password;
    QPushButton *m_active;
    PersonForm *m_form;
    QCheckBox *m_soleOffice;
    QWidget *m_soleOfficePart;
    QList<Account> m_accounts;
};

} // namespace zhibao
