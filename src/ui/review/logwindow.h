// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace zhibao {

class LogModel;
class NoteBar;
class Workspace;

// 办理记录: who did what when, of one report or of all. It is only looked at, and copied as text.
class LogWindow : public QDialog {
    Q_OBJECT
public:
    explicit LogWindow(Workspace &workspace, QWidget *parent = nullptr);

    // `report`, of the unit: the one in hand; 0: all.
    void showFront(qint64 report, const QString &unit);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTable();
    QWidget *makeButtons();
    void refresh();
    void showStanding();
    void copy();

    Workspace &m_workspace;
    qint64 m_report = 0;
    LogModel *m_model;
    QComboBox *m_scope; // that report, or all
    NoteBar *m_note;
    QStackedWidget *m_middle; // the table, or why there is none
    QTableView *m_view;
    QLabel *m_nothing;
    QPushButton *m_copy;
    QTimer m_rowsTimer; // rows get their heights once all columns have their widths
};

} // namespace zhibao
