// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

namespace zhibao {

MainWindow::MainWindow(Workspace &, QWidget *parent)
    : QMainWindow(parent)
{
}

} // namespace zhibao
