// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tablepage.h"

#include <QAction>
#include <QTest>

#include <catch2/catch.hpp>

namespace zhibao {

TablePage::TablePage(ReportOnDesk &opened, const QString &form)
    : report(opened)
    , editor(opened.workspace.openReport(), form)
    , view(editor.findChild<TableView *>())
{
    REQUIRE(view);
    editor.resize(1180, 640);
    editor.show();
    editor.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&editor));
    editor.setFocus();
    REQUIRE(view->editor().hasFocus());
}

Place TablePage::cellPlace(const QString &field, int row, int entry) const
{
    return {editor.form(), field, row, entry, -1};
}

QString TablePage::text(const QString &field, int row, int entry) const
{
    return textAt(report.workspace.openReport().report(), cellPlace(field, row, entry));
}

const QList<Row> &TablePage::rows() const
{
    return report.workspace.openReport().report().forms.find(editor.form())->rows;
}

void TablePage::take(const QString &field, int row, int entry)
{
    const auto *model = qobject_cast<TableModel *>(view->model());
    const QModelIndex cell = model->indexOf(cellPlace(field, row, entry));
    REQUIRE(cell.isValid());
    view->takeCell(cell);
    view->setFocus();
}

bool TablePage::isAt(const QString &field, int row, int entry) const
{
    return editor.currentPlace() == cellPlace(field, row, entry);
}

QPoint TablePage::centre(const QString &field, int row, int entry) const
{
    const auto *model = qobject_cast<TableModel *>(view->model());
    return view->visualRect(model->indexOf(cellPlace(field, row, entry))).center();
}

QAction *TablePage::action(const QString &startOfText) const
{
    const QList<QAction *> actions = editor.editActions();
    for (QAction *action : actions) {
        if (action != nullptr && action->text().startsWith(startOfText))
            return action;
    }
    FAIL("no action " << startOfText.toStdString());
    return nullptr;
}

} // namespace zhibao
