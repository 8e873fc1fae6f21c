// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/reportcomparison.h"

#include <QListView>

namespace zhibao {

class DifferenceDelegate;
class DifferenceList;

// The differences of two versions, one below the other, both sides of each. The arrows go from difference to
// difference, and through one that is taller than the view.
class ComparisonView : public QListView {
    Q_OBJECT
public:
    explicit ComparisonView(QWidget *parent = nullptr);

    // The differences that lead to `after`.
    void setDifferences(const QList<Difference> &differences, const Report &after, const Notice &notice);
    int count() const;
    const Difference *current() const; // null: there is none
    void step(int by); // to the next or one before, round at the ends

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void stepped(); // another difference is in hand, or none

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool scrollsWithin(int by);
    void go(int row);
    void goByPage(int by);

    DifferenceList *m_list;
    DifferenceDelegate *m_delegate;
};

} // namespace zhibao
