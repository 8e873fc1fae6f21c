// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace zhibao {

// A password while it is needed: UTF-8 of the Unicode untouched, in memory of its own that is left out of core dumps,
// kept from swap as far as the system lets a process lock memory, and wiped at the end.
class Secret {
public:
    // Takes the text and wipes it. Whoever else shares the text keeps it: clear an entry field before this is called.
    explicit Secret(QString &text);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;

    // One line of at most 1,024 bytes, without its line end, and nothing after it. Error: FileNotReadable (with the
    // errno; EMSGSIZE for a longer line).
    static Result<Secret> read(int descriptor);
    // A line typed at the terminal of this process without being shown, asked for by the prompt. Errors:
    // TerminalMissing, FileNotReadable, Stopped (the process was asked to end or to pause meanwhile).
    static Result<Secret> typed(const QString &prompt);

    QByteArrayView bytes() const { return {m_bytes, m_size}; }

private:
    explicit Secret(qsizetype capacity);
    char *m_bytes = nullptr;
    qsizetype m_size = 0; // bytes
};

// What a store keeps of a password: Argon2id (RFC 9106) with its salt and cost, as one line of ASCII. The cost is set
// so that a check takes 150 to 500 ms on this machine (64 MiB, two passes or more). Error: RenderFailed (no memory
// left).
Result<QByteArray> hashPassword(const Secret &secret);

// Whether the hash was made of this very password.
bool passwordFits(const Secret &secret, const QByteArray &hash);

} // namespace zhibao
