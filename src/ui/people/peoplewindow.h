// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

#include <QDialog>

namespace zhibao {

class Workspace;

// What an administrator looks after: people and passwords, the seal picture, the keys of offices.
class PeopleWindow : public QDialog {
    Q_OBJECT
public:
    PeopleWindow(Workspace &workspace, const Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void followSession();

    Workspace &m_workspace;
};

} // namespace zhibao
