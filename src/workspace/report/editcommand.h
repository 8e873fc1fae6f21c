// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/report/openreport.h"

#include <QUndoCommand>

namespace zhibao {

// One undo step: the report before and after it. Reports share their data, so a step costs little.
class OpenReport::EditCommand : public QUndoCommand {
public:
    // Steps of the same burst (not 0) join.
    EditCommand(OpenReport &open, Report after, Change change, int burst)
        : m_open(open)
        , m_before(open.report())
        , m_after(std::move(after))
        , m_change(std::move(change))
        , m_burst(burst)
    {
    }

    int id() const override { return m_burst == 0 ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *const next = static_cast<const EditCommand *>(other);
        if (next->m_burst != m_burst)
            return false;
        m_after = next->m_after;
        return true;
    }

    void undo() override { goTo(m_before); }
    void redo() override { goTo(m_after); }

private:
    void goTo(const Report &report)
    {
        // What is typed after an undo is a step of its own; a step that is pushed goes on with its burst.
        if (m_done)
            m_open.endBurst();
        m_done = true;
        m_open.take(report, m_change);
    }

    OpenReport &m_open;
    Report m_before;
    Report m_after;
    Change m_change;
    int m_burst = 0;
    bool m_done = false;
};

} // namespace zhibao
