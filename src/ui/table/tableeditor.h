// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "ui/formpage.h"

#include <memory>

class QVBoxLayout;

namespace Ui {
class TableEditor;
}

namespace zhibao {

class ContactEdit;
class NoteBar;
class PlaceEdit;
class TableActions;
class TableModel;
class TableView;
class WidePane;
class OpenReport;
struct Change;

// The page of a table form of any notice: the printed table to write in.
class TableEditor : public FormPage {
    Q_OBJECT
public:
    // `form`: the id of a table form of the notice of the report in hand.
    TableEditor(OpenReport &open, const QString &form, QWidget *parent = nullptr);
    ~TableEditor() override;

    QString form() const override { return m_form.id; }
    void showPlace(const Place &place, int offset, int length) override;
    Place currentPlace() const override;
    QRect currentRect() const override;
    int currentOffset() const override;
    std::pair<int, int> selection() const override;
    void commit() override;
    QByteArray viewState() const override;
    void restoreViewState(const QByteArray &state) override;
    QList<QAction *> editActions() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void showHead();
    void showTotals();
    void showCell();
    void openWide();
    void reread();
    void lock(); // or unlock, as the rule of review says
    const PlaceEdit &editInHand() const;
    void follow(const Change &change);
    void tellPlace();
    void tellGivenUp();
    void showMenu(const QPoint &globalPosition);

    OpenReport &m_open;
    const Form m_form;
    std::unique_ptr<Ui::TableEditor> m_ui;
    TableModel *m_model;
    TableView *m_view;
    NoteBar *m_notes;
    ContactEdit *m_contact;
    WidePane *m_wide;
    TableActions *m_actions;
};

} // namespace zhibao
