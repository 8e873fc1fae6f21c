// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"

#include <QStringView>

namespace zhibao {

// A password while it is being typed: UTF-8 in memory that is kept from core dumps and swap, and wiped as it shrinks.
class TypedSecret {
public:
    static constexpr qsizetype capacity = 1024; // bytes

    TypedSecret();
    ~TypedSecret();
    TypedSecret(const TypedSecret &) = delete;
    TypedSecret &operator=(const TypedSecret &) = delete;

    // False, and nothing is taken, where there is no more room or the text is no Unicode.
    bool append(QStringView text);
    void removeLast(); // a character, also one of two UTF-16 units
    void clear();
    int size() const { return m_characters; } // characters
    Secret take(); // nothing is left here

private:
    char *m_bytes;
    qsizetype m_size = 0; // bytes
    int m_characters = 0;
};

} // namespace zhibao
