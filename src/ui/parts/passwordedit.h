// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/typedsecret.h"

#include <QWidget>

namespace zhibao {

// Takes a password. No QLineEdit, since that keeps what was typed in its text, its layout and its undo history, and
// tells its length to whoever listens in: here a key goes straight into memory that is wiped. One types at the end and
// deletes from the end; input methods are off.
class PasswordEdit : public QWidget {
    Q_OBJECT
public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    bool isEmpty() const { return m_typed.size() == 0; }
    Secret take(); // what was typed; the field is empty then
    void clear();

    QSize sizeHint() const override;

Q_SIGNALS:
    void edited();
    void returnPressed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void append(QStringView text);
    void paste();

    TypedSecret m_typed;
    bool m_allSelected = false; // the next key replaces what was typed
};

} // namespace zhibao
