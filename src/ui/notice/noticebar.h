// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notebar.h"

namespace zhibao {

class Workspace;

// Offers the report in hand another definition of its notice, which was added since it was begun. One may put it off
// for the day.
class NoticeBar : public NoteBar {
    Q_OBJECT
public:
    explicit NoticeBar(Workspace &workspace, QWidget *parent = nullptr);

    void setInFront(bool inFront); // whether a page of the report is

Q_SIGNALS:
    void followWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void postpone();
    QString postponedKey() const;

    Workspace &m_workspace;
    bool m_inFront = false;
};

} // namespace zhibao
