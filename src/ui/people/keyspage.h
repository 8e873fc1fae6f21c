// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace zhibao {

class Workspace;

// What offices know one another by: the fingerprint of this one's key, and those of the offices it trusts.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    explicit KeysPage(Workspace &workspace, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    Workspace &m_workspace;
    QLabel *m_fingerprint;
    QTreeWidget *m_trusted;
};

} // namespace zhibao
