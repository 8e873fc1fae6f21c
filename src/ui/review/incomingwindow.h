// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/review/correspondence.h"

#include <QDialog>

#include <memory>

namespace Ui {
class IncomingWindow;
}

namespace zhibao {

class Workspace;

// A file from another office, before anything of it is taken over: who sent it, what is new in it, what it would set
// aside here.
class IncomingWindow : public QDialog {
    Q_OBJECT
public:
    IncomingWindow(Workspace &workspace, const IncomingReview &incoming, QWidget *parent = nullptr);
    ~IncomingWindow() override;

Q_SIGNALS:
    void received(qint64 report, const QString &sentence); // it was taken over

private:
    void proposeOffice();
    void showSender();
    void showNews();
    void updateButtons();
    void trust();
    void take();

    Workspace &m_workspace;
    IncomingReview m_incoming;
    std::unique_ptr<Ui::IncomingWindow> m_ui;
};

} // namespace zhibao
