// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/corrections.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace zhibao {

class OpenReport;

// 全部改正: what can be mended in one way alone, by kinds, before and after. What is ticked is corrected as one step.
class CorrectionsWindow : public QDialog {
    Q_OBJECT
public:
    explicit CorrectionsWindow(OpenReport &open, QWidget *parent = nullptr);

Q_SIGNALS:
    void corrected(const QString &sentence);

private:
    QWidget *makeTree();
    QWidget *makeButtons();
    void addKinds();
    QTreeWidgetItem *itemOf(int correction) const;
    QList<Correction> ticked() const;
    void showCount();
    void apply();

    OpenReport &m_open;
    const QList<Correction> m_corrections;
    QTreeWidget *m_tree;
    QLabel *m_message;
    QPushButton *m_apply;
};

} // namespace zhibao
