// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/columnwidths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibao {

namespace {

// In characters. A text column of the form's making stays readable; one drawn by hand may be narrower.
constexpr int leastSerial = 3;
constexpr int leastText = 6;
constexpr int leastByHand = 4;

} // namespace

ColumnWidths::ColumnWidths(const TableForm &form)
    : m_columns(form.columns)
{
    reset();
}

QList<int> ColumnWidths::fitted(int room, int em) const
{
    const auto count = m_shares.size();
    QList<bool> atLeast(count, false);
    double free = room;
    double shares = std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
    // A column whose share is below its least width takes that, and the others share what is left; which may bring
    // the next one below its own.
    for (bool again = true; again;) {
        again = false;
        for (int column = 0; column < count; ++column) {
            const int least = leastWidth(column, em);
            if (atLeast.at(column) || (shares > 0 && m_shares.at(column) / shares * free >= least))
                continue;
            atLeast[column] = true;
            free -= least;
            shares -= m_shares.at(column);
            again = true;
        }
    }
    QList<int> widths;
    double exact = 0;
    int used = 0;
    for (int column = 0; column < count; ++column) {
        exact += atLeast.at(column) ? leastWidth(column, em) : m_shares.at(column) / shares * free;
        widths.append(static_cast<int>(std::lround(exact)) - used);
        used += widths.last();
    }
    return widths;
}

void ColumnWidths::drawEdge(const QList<int> &widths, int column, int by, int em)
{
    if (column + 1 >= widths.size())
        return;
    m_isByHand = true;
    const int most = std::max(0, widths.at(column + 1) - leastWidth(column + 1, em));
    const int least = std::min(0, leastWidth(column, em) - widths.at(column));
    const int moved = std::clamp(by, least, most);
    for (int each = 0; each < widths.size(); ++each)
        m_shares[each] = widths.at(each);
    m_shares[column] += moved;
    m_shares[column + 1] -= moved;
}

void ColumnWidths::reset()
{
    m_isByHand = false;
    m_shares.clear();
    for (const Column &column : std::as_const(m_columns))
        m_shares.append(column.width > 0 ? column.width : 1.0 / static_cast<double>(m_columns.size()));
}

void ColumnWidths::setShares(const QList<double> &shares)
{
    const bool fits = shares.size() == m_columns.size()
        && std::all_of(shares.begin(), shares.end(), [](double share) { return share > 0 && share < 1e6; });
    if (!fits || shares == m_shares)
        return;
    m_shares = shares;
    m_isByHand = true;
}

int ColumnWidths::leastWidth(int column, int em) const
{
    if (m_columns.at(column).serial)
        return leastSerial * em;
    return (m_isByHand ? leastByHand : leastText) * em;
}

} // namespace zhibao
