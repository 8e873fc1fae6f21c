// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace zhibao {

struct Finding;

// The sentence of a finding beside the place that one was led to. It goes with Esc, a click or a turn of the wheel,
// when the keys go elsewhere, and when something begins to be composed; the rest its owner knows.
class FindingTip : public QLabel {
    Q_OBJECT
public:
    explicit FindingTip(QWidget *page);

    void tell(const Finding &finding); // read out too
    void placeBeside(const QRect &place); // in the page's coordinates

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
};

} // namespace zhibao
