// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QFrame>

class QLabel;

namespace zhibao {

class PlaceEdit;
class OpenReport;

// The pane below the table with room for a long text: the cell in hand once more.
class WidePane : public QFrame {
    Q_OBJECT
public:
    WidePane(OpenReport &open, QWidget *parent);

    PlaceEdit &edit() { return *m_edit; }
    void setCell(const Place &place, const QString &label);
    void leave(); // closes it
    QSize sizeHint() const override;

Q_SIGNALS:
    void closed(); // the focus belongs to the table again

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    OpenReport &m_open;
    QLabel *m_place;
    PlaceEdit *m_edit;
};

} // namespace zhibao
