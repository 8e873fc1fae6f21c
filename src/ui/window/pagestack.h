// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace zhibao {

// The pages of the window. A page with wrapped lines would ask for the height it would like, and the column around it
// scroll, where the page itself has a part that scrolls: two bars side by side.
class PageStack : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
};

} // namespace zhibao
