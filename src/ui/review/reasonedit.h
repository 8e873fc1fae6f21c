// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace zhibao {

// A few lines to say why, or to comment: Enter confirms, Shift+Enter begins a line, Esc leaves.
class ReasonEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ReasonEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void confirmed();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace zhibao
