// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace zhibao {

// SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016); both give 32 bytes.
enum class DigestAlgorithm { Sha256, Sm3 };

struct DigestContextFree {
    void operator()(evp_md_ctx_st *context) const;
};

// The digest (32 bytes) of a list of values. Each value enters with its kind and length, so that two lists that differ
// in any way have different digests. A cryptographic library that cannot digest ends the program: nothing that rests on
// a digest could be trusted any more.
class Digest {
public:
    explicit Digest(DigestAlgorithm algorithm = DigestAlgorithm::Sha256);
    Digest &add(const QString &text);
    Digest &add(const QByteArray &bytes);
    Digest &add(qint64 number);
    QByteArray result() const;

private:
    void begin(char kind, qint64 length);
    std::unique_ptr<evp_md_ctx_st, DigestContextFree> m_context;
};

// The digest (32 bytes) of the bytes alone, as other programs compute it of a file.
QByteArray digestOfBytes(QByteArrayView bytes, DigestAlgorithm algorithm);

// The same of what comes block by block.
class BytesDigest {
public:
    explicit BytesDigest(DigestAlgorithm algorithm = DigestAlgorithm::Sha256);
    void add(QByteArrayView block);
    QByteArray result() const;

private:
    std::unique_ptr<evp_md_ctx_st, DigestContextFree> m_context;
};

QString hexadecimal(const QByteArray &bytes); // in lower case, as digests and keys are told

} // namespace zhibao
