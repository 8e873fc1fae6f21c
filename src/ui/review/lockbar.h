// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"
#include "ui/notebar.h"

namespace zhibao {

class Workspace;

// Above the editors: why they cannot be written in and what can be done about it, or why the report came back.
class LockBar : public NoteBar {
    Q_OBJECT
public:
    explicit LockBar(Workspace &workspace, QWidget *parent = nullptr);

    // Whether it has something to say, it says so only while the editors are in front.
    void setInFront(bool inFront);

Q_SIGNALS:
    void actionWanted(zhibao::ReviewAction action);
    void reviewWanted(); // the page

private:
    void refresh();
    void tellLocked();
    void tellReturned();

    Workspace &m_workspace;
    bool m_inFront = false;
};

} // namespace zhibao
