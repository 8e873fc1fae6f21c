// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/comparison/showndifference.h"

#include <QCache>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace zhibao {

// Draws a difference: its place and what happened, and below that both sides, what was removed struck through and
// what was added underlined, with a minus and a plus at their left.
class DifferenceDelegate : public QStyledItemDelegate {
public:
    explicit DifferenceDelegate(QObject *parent = nullptr);

    void forget(); // what was laid out: texts, fonts or colours changed
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Side {
        QTextLayout layout;
        QString sign; // "−", "＋", or ""
        int height = 0;
    };
    struct Laid {
        ShownDifference difference;
        Side before;
        Side after;
    };

    const Laid &laid(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
    static void layOut(Side &side, const QList<ShownSpan> &spans, const QStyleOptionViewItem &option, int width);
    static void drawSide(QPainter *painter, const Side &side, const QColor &sign, QPoint at);

    mutable QCache<QPair<int, int>, Laid> m_laid; // by row and width, of what is in sight and near it
};

} // namespace zhibao
