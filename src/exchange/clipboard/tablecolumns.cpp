// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/tablecolumns.h"

#include <algorithm>

namespace zhibao {

namespace {

double centreOf(const TextWord &word)
{
    return (word.left + word.right) / 2;
}

} // namespace

void TableColumns::widen(QMap<int, Room> &rooms, int column, const TextWord &word)
{
    const auto known = rooms.find(column);
    if (known == rooms.end())
        rooms.insert(column, {word.left, word.right});
    else
        *known = {std::min(known->left, word.left), std::max(known->right, word.right)};
}

void TableColumns::addLabel(int column, const TextWord &word)
{
    widen(m_labels, column, word);
    widen(m_rooms, column, word);
}

// A changed word may be one that another column has; the labels on either side bound its own column.
bool TableColumns::mayStandIn(int column, const TextWord &word) const
{
    const auto next = m_labels.upperBound(column);
    if (next != m_labels.end() && centreOf(word) > next->left)
        return false;
    const auto own = m_labels.lowerBound(column);
    return own == m_labels.begin() || centreOf(word) > std::prev(own)->right;
}

void TableColumns::addText(const QMap<int, QString> &texts, const QString &shown, const TextWord &word)
{
    constexpr qsizetype telling = 2; // code units
    if (shown.size() < telling)
        return;
    int column = -1;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!text->contains(shown))
            continue;
        if (column >= 0)
            return;
        column = text.key();
    }
    if (column < 0 || !mayStandIn(column, word))
        return;
    m_withText.insert(column);
    widen(m_rooms, column, word);
}

// Text reaches from one side of its column to the other, a label stands in the middle: where one of two columns has
// text, that tells more.
double TableColumns::boundary(int column, int next) const
{
    constexpr double padding = 5; // points, at least, between a column's edge and its text
    const bool hasText = m_withText.contains(column);
    if (hasText == m_withText.contains(next))
        return (m_rooms[column].right + m_rooms[next].left) / 2;
    return hasText ? m_rooms[column].right + padding : m_rooms[next].left - padding;
}

int TableColumns::columnOf(const TextWord &word) const
{
    int column = m_rooms.isEmpty() ? 0 : m_rooms.firstKey();
    for (auto room = m_rooms.cbegin(); room != m_rooms.cend(); ++room) {
        const auto next = std::next(room);
        column = room.key();
        if (next == m_rooms.cend() || centreOf(word) < boundary(room.key(), next.key()))
            break;
    }
    return column;
}

} // namespace zhibao
