// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/gridrules.h"

namespace zhibao {

GridRules::GridRules(const QList<int> &edges)
    : m_edges(edges)
    , m_since(edges.size(), -1)
{
}

void GridRules::beginRow(PageFlow &flow, int top, const QList<bool> &beginsAbove, const QList<bool> &beginsLeft)
{
    drawAcross(flow, top, beginsAbove);
    for (qsizetype edge = 0; edge < m_edges.size(); ++edge) {
        const bool drawn = edge == beginsLeft.size() || beginsLeft[edge];
        if (drawn && m_since[edge] < 0) {
            m_since[edge] = top;
        } else if (!drawn && m_since[edge] >= 0) {
            flow.addRule(m_edges[edge], m_since[edge], m_edges[edge], top);
            m_since[edge] = -1;
        }
    }
}

void GridRules::end(PageFlow &flow, int bottom)
{
    drawAcross(flow, bottom, QList<bool>(m_edges.size() - 1, true));
    for (qsizetype edge = 0; edge < m_edges.size(); ++edge) {
        if (m_since[edge] >= 0)
            flow.addRule(m_edges[edge], m_since[edge], m_edges[edge], bottom);
        m_since[edge] = -1;
    }
}

void GridRules::drawAcross(PageFlow &flow, int y, const QList<bool> &drawn) const
{
    qsizetype column = 0;
    while (column < drawn.size()) {
        const qsizetype first = column;
        while (column < drawn.size() && drawn[column])
            ++column;
        if (column > first)
            flow.addRule(m_edges[first], y, m_edges[column], y);
        else
            ++column;
    }
}

} // namespace zhibao
