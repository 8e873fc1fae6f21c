// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wordcount.h"

#include <QWidget>

namespace zhibao {

// The colour that goes with how near a count is to its limit; `within` is that of an easy distance.
QColor limitColor(LimitLevel level, const QPalette &palette, const QColor &within);

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
