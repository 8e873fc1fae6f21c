// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace zhibao {

// All there is to show where the program can not begin: why, and another try (accepted) or leaving (rejected).
class ProblemWindow : public QDialog {
    Q_OBJECT
public:
    explicit ProblemWindow(const QString &sentence, QWidget *parent = nullptr);
};

} // namespace zhibao
