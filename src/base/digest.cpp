// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <QtEndian>

#include <array>

namespace zhibao {

namespace {

QByteArrayView bytesOf(const std::array<char, sizeof(qint64)> &bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::array<char, sizeof(qint64)> littleEndian(qint64 number)
{
    std::array<char, sizeof(qint64)> bytes{};
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

void Digest::begin(char kind, qint64 length)
{
    m_hash.addData(QByteArrayView(&kind, 1));
    m_hash.addData(bytesOf(littleEndian(length)));
}

Digest &Digest::add(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    begin('t', bytes.size());
    m_hash.addData(bytes);
    return *this;
}

Digest &Digest::add(const QByteArray &bytes)
{
    begin('b', bytes.size());
    m_hash.addData(bytes);
    return *this;
}

Digest &Digest::add(qint64 number)
{
    begin('n', sizeof number);
    m_hash.addData(bytesOf(littleEndian(number)));
    return *this;
}

} // namespace zhibao
