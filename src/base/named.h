// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <algorithm>
#include <iterator>
#include <optional>

namespace zhibao {

// One line of a table that says what a value is called in files and on the command line.
template <typename Key>
struct Named {
    Key key;
    const char *name;
};
template <typename Key>
Named(Key, const char *) -> Named<Key>; // clang 14, and so clang-tidy, does not deduce it from the members

// What the table calls the key; "" where it does not know it.
template <typename Table, typename Key>
QString nameIn(const Table &table, const Key &key)
{
    const auto known
        = std::find_if(std::begin(table), std::end(table), [&](const auto &named) { return named.key == key; });
    return known == std::end(table) ? QString() : QString::fromLatin1(known->name);
}

// What the table calls by that name.
template <typename Table>
auto keyNamed(const Table &table, const QString &name) -> std::optional<decltype(std::begin(table)->key)>
{
    const auto known = std::find_if(
        std::begin(table), std::end(table), [&](const auto &named) { return name == QLatin1StringView(named.name); });
    if (known == std::end(table))
        return std::nullopt;
    return known->key;
}

} // namespace zhibao
