// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/session.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace zhibao {

// What another office is called here, for which units it may act, and in which roles.
class OfficeForm : public QWidget {
    Q_OBJECT
public:
    explicit OfficeForm(QWidget *parent = nullptr);

    void setOffice(const OfficeKey &office);
    OfficeKey office() const; // with the key that was set

private:
    OfficeKey m_office;
    QLineEdit *m_name;
    QLineEdit *m_units;
    QCheckBox *m_handIn;
    QCheckBox *m_review;
    QCheckBox *m_approve;
};

} // namespace zhibao
