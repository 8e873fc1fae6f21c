// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace zhibao {

class PageLayout;
class PageView;
class Workspace;
struct Change;

// What the form in hand becomes: its exact official pages, refreshed as one types.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(Workspace &workspace, QWidget *parent = nullptr);

    void showForm(const QString &form);
    void showCaret(const Place &place, int offset);
    PageView *view() const { return m_view; }

Q_SIGNALS:
    void placeWanted(const zhibao::Place &place, int offset);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &name);
    QWidget *makeBar();
    void take(const Change &change);
    void refresh();
    void showNumbers();

    Workspace &m_workspace;
    PageLayout *m_layout;
    PageView *m_view;
    QLabel *m_number;
    QLabel *m_zoom;
    QToolButton *m_back;
    QToolButton *m_forward;
    QTimer m_refresh; // joins the changes of one keystroke
    QString m_form;
    bool m_stale = true;
};

} // namespace zhibao
