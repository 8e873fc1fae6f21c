// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace zhibao {

// What stands one above the other in the window: bars, the page, panes below it. On a low screen that has no room for
// all that is open it scrolls, to the part that has the focus; the window never outgrows the screen.
class LowColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit LowColumn(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void follow();

    QWidget *m_content;
};

} // namespace zhibao
