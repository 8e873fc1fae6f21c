// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace zhibao {

struct HashedPassword;
struct PasswordCheck;
struct PasswordCost;

// A password or a key while it is needed: of a password the UTF-8 of the Unicode untouched, in memory of its own that
// is left out of core dumps, kept from swap as far as the system lets a process lock memory, and wiped at the end.
class Secret {
public:
    // Takes the text and wipes it. Whoever else shares the text keeps it: clear an entry field before this is called.
    explicit Secret(QString &text);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;

    // Takes bytes that are a key; wipes them where nobody else shares them.
    explicit Secret(QByteArray &bytes);

    // One line of at most 1,024 bytes, without its line end, and nothing after it. Error: FileNotReadable (with the
    // errno; EMSGSIZE for a longer line).
    static Result<Secret> read(int descriptor);
    // A line typed at the terminal of this process without being shown, asked for by the prompt. Errors:
    // TerminalMissing, FileNotReadable, Stopped (the process was asked to end or to pause meanwhile).
    static Result<Secret> typed(const QString &prompt);

    QByteArrayView bytes() const { return {m_bytes, m_size}; }
    Secret copy() const;
    // In NFKC: however a keyboard or an input method writes it (é, full-width letters), it is the same. What is no
    // UTF-8 stays as it is.
    Secret normalised() const;

private:
    friend Result<HashedPassword> hashPassword(const Secret &secret, const PasswordCost &cost);
    friend class PasswordTrial;
    explicit Secret(qsizetype capacity);
    char *m_bytes = nullptr;
    qsizetype m_size = 0; // bytes
};

// What a check of a password costs.
struct PasswordCost {
    unsigned long long passes = 0;
    size_t memory = 0; // bytes
};

// So that a check takes 150 to 500 ms on this machine (64 MiB, two passes or more). Error: MemoryFull.
Result<PasswordCost> usualCost();

// What a store keeps of a password, and what the password itself opens: both of one run of Argon2id (RFC 9106), of
// which the one half says nothing about the other.
struct HashedPassword {
    QByteArray record; // salt, cost and the first half, as one line of ASCII
    Secret key; // the second half, 32 bytes: to encrypt with
};

// Of the normalised password. Error: MemoryFull.
Result<HashedPassword> hashPassword(const Secret &secret, const PasswordCost &cost);

// What a password turned out to be.
struct PasswordCheck {
    bool fits = false; // the record was made of this very password
    std::optional<Secret> key; // that it opens; nothing where the record is of the form without one
};

// The password fits normalised, or as typed: records were made of what was typed before passwords were normalised.
// Records in the form of crypto_pwhash_str, as they were made before there was a key, are checked too. Error:
// MemoryFull, which says nothing about the password.
Result<PasswordCheck> checkPassword(const Secret &secret, const QByteArray &record);

// Whether the record is of a password that opens a key.
bool opensKey(const QByteArray &record);

} // namespace zhibao
