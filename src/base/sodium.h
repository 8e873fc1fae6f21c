// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace zhibao {

// Makes libsodium ready; to be called before any of its functions, from any thread, as often as wanted. Ends the
// program where there are no random numbers to be had: no secret could be kept.
void startSodium();

// Bytes as libsodium takes them.
inline unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}
inline const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace zhibao
