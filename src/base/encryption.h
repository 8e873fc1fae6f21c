// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"

namespace zhibao {

// The bytes encrypted and authenticated under a key of 32 bytes (crypto_secretbox: XSalsa20 and Poly1305), behind a
// nonce of their own.
QByteArray encrypt(QByteArrayView bytes, const Secret &key);

// What was encrypted; nothing where it was under another key, or a byte of it is another.
std::optional<Secret> decrypt(const QByteArray &encrypted, const Secret &key);

} // namespace zhibao
