// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/wordcount.h"
#include "ui/theme.h"

#include <QWidget>

namespace zhibao {

// What the words warn of that say how near a count is to its limit.
theme::TextTone toneOf(LimitLevel level);

// How much of a limit is used, as a thin bar: amber from 80 %, red over the limit. The words stand beside it.
class LimitBar : public QWidget {
    Q_OBJECT
public:
    explicit LimitBar(QWidget *parent = nullptr);

    void setCount(int words, int limit);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_words = 0;
    int m_limit = 0;
};

} // namespace zhibao
