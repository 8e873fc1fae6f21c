// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace zhibao {

class CellTypesetter;
class TableModel;

// Where in a cell the mark of its open comments is; empty where there are none.
QRect commentMark(const QRect &cell, int comments);

// Paints the cells of a table form: text, rules, the hint of an empty required cell, the marks of a finding and of
// comments.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CellDelegate(const TableModel &model, CellTypesetter &text, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QColor &ground) const;
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintComments(QPainter *painter, const QStyleOptionViewItem &option, int comments) const;

    const TableModel &m_model;
    CellTypesetter &m_text;
};

} // namespace zhibao
