// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"
#include "store/log/logkey.h"
#include "store/log/toldpeople.h"

namespace zhibao {

// What the signatures of a log say.
struct SignedLog {
    std::optional<qint64> wrong; // the first entry that is not signed as it should be
    bool endLost = false; // no end is signed any more: what was there is told by each entry's own signature alone
    // Entries behind the end that is signed: made where nobody could sign, by a recovery or a restoration. They count
    // for nothing until an administrator confirmed them. Where the end is lost: all since signing began.
    qint64 pending = 0;
    QByteArray signer; // public key of this office; empty: nothing is signed
    Told told; // by the entries, up to the first that is wrong
};

// Whether the log is the one that this office signed: its end, and each entry that was written here since signing
// began. `entries`: all, their chain holds. Each: whether every single signature is checked; the one at the end is over
// all that the chain is over, so that without it nothing before the end could be another either.
enum class SignatureCheck { Head, Each };
SignedLog checkSignatures(
    const QList<LogEntry> &entries, const std::optional<LogHead> &head, SignatureCheck check = SignatureCheck::Each);

// The end of a log whose signed end was lost: nothing is covered by it, and the log counts for nothing until an
// administrator signed it anew. Nothing where the log is not signed.
std::optional<LogHead> lostHead(const QList<LogEntry> &entries);

} // namespace zhibao
