// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace zhibao {

// The SHA-256 digest (32 bytes) of a list of values. Each value enters with its kind and length, so that two lists
// that differ in any way have different digests.
class Digest {
public:
    Digest &add(const QString &text);
    Digest &add(const QByteArray &bytes);
    Digest &add(qint64 number);
    QByteArray result() const { return m_hash.result(); }

private:
    void begin(char kind, qint64 length);
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace zhibao
