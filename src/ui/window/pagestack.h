// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace zhibao {

// The pages of the window. A page with wrapped lines would ask for the height it would like, and the column around it
// scroll, where the page itself has a part that scrolls: two bars side by side. Only the page in front says how small
// the window may be.
class PageStack : public QStackedWidget {
public:
    explicit PageStack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }

    bool hasHeightForWidth() const override { return false; }
    QSize minimumSizeHint() const override
    {
        const QWidget *front = currentWidget();
        return front ? front->minimumSizeHint().expandedTo(front->minimumSize()) : QStackedWidget::minimumSizeHint();
    }
};

} // namespace zhibao
