// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"

#include <QWidget>

namespace zhibao {

// The way of a report from the first word to the office that asked for it, on one line: what is behind it, where it
// is, what is to come.
class StateLine : public QWidget {
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);

    void setState(ReportState state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Pace { Behind, Here, Ahead };
    void paintStep(QPainter &painter, const QRect &room, const QString &word, Pace pace) const;
    QList<ReportState> steps() const;

    ReportState m_state = ReportState::Draft;
};

} // namespace zhibao
