// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace zhibao {

// Draws list items with a quiet caption at their end: a code, a count.
class CaptionDelegate : public QStyledItemDelegate {
public:
    static constexpr int CaptionRole = Qt::UserRole + 100; // QString

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace zhibao
