// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace zhibao {

// Draws a file that is verified: the sign of its answer, its name, and below that the answer in words.
class FileDelegate : public QStyledItemDelegate {
public:
    static constexpr int AnswerRole = Qt::UserRole; // QString
    static constexpr int KindRole = Qt::UserRole + 1; // NoteBar::Kind of the answer, as int

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace zhibao
