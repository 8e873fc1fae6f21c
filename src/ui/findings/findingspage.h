// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace zhibao {

class FindingList;
class OpenReport;

// What must be mended or looked at. Enter or a click leads to the place.
class FindingsPage : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPage(OpenReport &open, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void wanted(const zhibao::Finding &finding);
    void correctionsWanted(); // to mend at once what can be

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showCorrections(qsizetype count);
    QString summary(const QList<Finding> &findings) const;

    OpenReport &m_open;
    QLabel *m_summary;
    QPushButton *m_correct;
    QListView *m_view;
    QLabel *m_nothing;
    FindingList *m_list;
};

} // namespace zhibao
