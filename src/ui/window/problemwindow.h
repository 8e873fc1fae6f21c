// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace zhibao {

struct Recovery;

// All there is to show where the program can not begin: why, and what can be done.
class ProblemWindow : public QDialog {
    Q_OBJECT
public:
    enum Answer { Leave = QDialog::Rejected, TryAgain = QDialog::Accepted, Recover };

    // `recovery`: what would be recovered from, where that can be offered. exec() gives the answer.
    explicit ProblemWindow(const QString &sentence, const QString &recovery = {}, QWidget *parent = nullptr);
};

// What became of a damaged store, one line a report.
class RecoveryWindow : public QDialog {
    Q_OBJECT
public:
    explicit RecoveryWindow(const Recovery &recovery, QWidget *parent = nullptr);
};

} // namespace zhibao
