// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QWidget>

class QLabel;
class QListView;
class QStandardItem;
class QStandardItemModel;
class QToolButton;

namespace zhibao {

// Where I am: the unit, its forms, the findings, the review, the export. One line a page.
class Navigation : public QWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    // Pages in order: the notice's forms, then the findings, the history, the review, the export.
    void setReport(const QString &unit, const Notice &notice);
    void setFindings(int count);
    void setReview(const QString &state, int openComments);
    void setCurrent(int page); // -1: none of them
    int count() const;
    QString label(int page) const;
    QAction *backAction() const { return m_back; }

Q_SIGNALS:
    void pageWanted(int page);

private:
    QStandardItem *addPage(const QString &label, const QString &icon, const QString &toolTip);

    QAction *m_back;
    QLabel *m_unit;
    QListView *m_list;
    QStandardItemModel *m_pages;
    QStandardItem *m_findings = nullptr;
    QStandardItem *m_review = nullptr;
};

} // namespace zhibao
