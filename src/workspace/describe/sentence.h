// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace zhibao {

QString translated(const char *text); // in the context "Describe"

// One line of a table that says what a value is called.
template <typename Key>
struct Wording {
    Key key;
    const char *text;
};
template <typename Key>
Wording(Key, const char *) -> Wording<Key>; // clang 14, and so clang-tidy, does not deduce it from the members

// What the table calls the key, translated; empty where it does not know it.
template <typename Table, typename Key>
QString wordingOf(const Table &table, const Key &key)
{
    const auto known
        = std::find_if(std::begin(table), std::end(table), [&](const auto &wording) { return wording.key == key; });
    return known == std::end(table) ? QString() : translated(known->text);
}

// The sentence with %1, %2, … replaced by the arguments and %c by the cause, in one pass: an argument may itself hold
// a percent sign.
QString filled(const QString &sentence, const QStringList &arguments, const QString &cause = {});

} // namespace zhibao
