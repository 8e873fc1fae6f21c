// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/hand.h"
#include "ui/reportondesk.h"
#include "ui/table/celleditor.h"
#include "ui/table/tableeditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"

namespace zhibao {

// The page of a table form, shown and in front, with the keys and hands that work on it.
struct TablePage {
    explicit TablePage(ReportOnDesk &opened, const QString &form = QStringLiteral("annex1"));

    Place cellPlace(const QString &field, int row, int entry = -1) const;
    QString text(const QString &field, int row, int entry = -1) const;
    const QList<Row> &rows() const;
    void take(const QString &field, int row, int entry = -1); // without editing
    bool isAt(const QString &field, int row, int entry = -1) const;
    QPoint centre(const QString &field, int row, int entry = -1) const; // in the view's viewport
    QAction *action(const QString &startOfText) const;

    ReportOnDesk &report;
    TableEditor editor;
    TableView *view;
};

} // namespace zhibao
