// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

#include <QDialog>

namespace zhibao {

class Office;

// What an administrator looks after: people and passwords, the seal picture, the keys of offices.
class PeopleWindow : public QDialog {
    Q_OBJECT
public:
    PeopleWindow(Office &office, const Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void followSession();

    Office &m_office;
};

} // namespace zhibao
