// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace zhibao {

class NoteBar;
class OfficeForm;

// What offices know one another by: what this one calls itself and the fingerprint of its key, and the offices that it
// trusts, with what they may do here.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    KeysPage(Session &session, NoteBar &note, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void fill();
    void fillOffices();
    void showOffice();
    void rename();
    void change(const OfficeKey &office);

    Session &m_session;
    NoteBar &m_note;
    QLineEdit *m_name;
    QLabel *m_fingerprint;
    QTreeWidget *m_trusted;
    OfficeForm *m_office;
    QPushButton *m_save;
    QPushButton *m_revoke;
    QList<OfficeKey> m_offices; // a row each
};

} // namespace zhibao
