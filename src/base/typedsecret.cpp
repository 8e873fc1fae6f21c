// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/typedsecret.h"

#include "base/sodium.h"

#include <QStringEncoder>

#include <sodium.h>

#include <algorithm>
#include <new>

namespace zhibao {

namespace {

// Of a character's bytes in UTF-8 all but the first look like this.
bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

} // namespace

TypedSecret::TypedSecret()
{
    startSodium();
    m_bytes = static_cast<char *>(sodium_malloc(capacity));
    if (!m_bytes)
        throw std::bad_alloc();
}

TypedSecret::~TypedSecret()
{
    sodium_free(m_bytes);
}

bool TypedSecret::append(QStringView text)
{
    if (text.size() * 3 > capacity - m_size) // UTF-8 takes at most three bytes a UTF-16 unit
        return false;
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    char *const end = encoder.appendToBuffer(m_bytes + m_size, text);
    if (encoder.hasError()) {
        sodium_memzero(m_bytes + m_size, static_cast<size_t>(end - (m_bytes + m_size)));
        return false;
    }
    m_characters += static_cast<int>(std::count_if(m_bytes + m_size, end, [](char byte) { return !continues(byte); }));
    m_size = end - m_bytes;
    return true;
}

void TypedSecret::removeLast()
{
    while (m_size > 0) {
        --m_size;
        const bool isFirst = !continues(m_bytes[m_size]);
        m_bytes[m_size] = 0;
        if (isFirst) {
            --m_characters;
            return;
        }
    }
}

void TypedSecret::clear()
{
    sodium_memzero(m_bytes, capacity);
    m_size = 0;
    m_characters = 0;
}

Secret TypedSecret::take()
{
    QString text = QString::fromUtf8(m_bytes, m_size); // one allocation, which Secret wipes
    clear();
    return Secret(text);
}

} // namespace zhibao
