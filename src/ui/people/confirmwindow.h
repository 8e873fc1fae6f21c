// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QDialog>

class QLabel;

namespace zhibao {

class Office;

// The entries of the log that a recovery or a restoration wrote where nobody could sign: the administrator reads each,
// and confirms them, or does not.
class ConfirmWindow : public QDialog {
    Q_OBJECT
public:
    ConfirmWindow(Office &office, QWidget *parent);

private:
    void confirm();

    Office &m_office;
    QList<LogEntry> m_entries; // as they are shown
    QLabel *m_message;
};

} // namespace zhibao
