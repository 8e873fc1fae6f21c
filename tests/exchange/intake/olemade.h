// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace zhibao::test {

// Little-endian numbers.
QByteArray u8(int number);
QByteArray u16(int number);
QByteArray u32(quint32 number);

// A compound file of the streams, in sectors of 512 bytes; each is filled up to 4,096 bytes with zeros.
QByteArray oleOf(const QList<std::pair<QString, QByteArray>> &streams);

} // namespace zhibao::test
