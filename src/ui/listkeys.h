// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>

namespace zhibao {

// The arrows and page keys move the list's selection while one types in the field beside it.
class ListKeys : public QObject {
    Q_OBJECT
public:
    ListKeys(QWidget *field, QAbstractItemView *list); // owned by the field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_list;
};

} // namespace zhibao
