// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/logsignatures.h"

#include "base/signature.h"
#include "store/log/belongings.h"

#include <algorithm>

namespace zhibao {

namespace {

QByteArray keyIn(const LogEntry &entry)
{
    return QByteArray::fromHex(entry.detail.value(belonging::key).toString().toLatin1());
}

bool isSigned(const LogEntry &entry, const QByteArray &signer)
{
    return isSignedBy(signedBytes(entry, signer), entry.signature, signer);
}

bool holds(const LogHead &head, const QList<LogEntry> &entries)
{
    if (head.number == 0)
        return true;
    return head.number <= entries.size() && entries.at(head.number - 1).chain == head.chain
        && isSignedBy(signedHead(head.number, head.chain), head.signature, head.signer);
}

// Whether an entry since signing began is signed as it should be. Where no end is signed any more each entry has
// nothing but its own signature, and one of another office counts only where this office's log told its key before.
bool isAsItShouldBe(const LogEntry &entry, const LogHead &head, const SignedLog &log, SignatureCheck check)
{
    if (mayLackSignature(entry, log.told))
        return true;
    const bool isOwn = entry.origin.isEmpty();
    if (entry.number <= head.number)
        // What came from another office carries that office's signature, or is from before there were any.
        return !isOwn || check == SignatureCheck::Head || isSigned(entry, log.signer);
    if (!log.endLost)
        // Whoever could sign would have signed the end with it.
        return false;
    return isOwn
        ? isSigned(entry, log.signer)
        : entry.origin != log.signer && log.told.keys().contains(entry.origin) && isSigned(entry, entry.origin);
}

} // namespace

std::optional<LogHead> lostHead(const QList<LogEntry> &entries)
{
    const auto begin = std::find_if(entries.cbegin(), entries.cend(), beginsSigning);
    if (begin == entries.cend())
        return std::nullopt;
    return LogHead{0, QByteArray(32, 0), keyIn(*begin), QByteArray(64, 0)};
}

SignedLog checkSignatures(const QList<LogEntry> &entries, const std::optional<LogHead> &head, SignatureCheck check)
{
    const auto begin = std::find_if(entries.cbegin(), entries.cend(), beginsSigning);
    const auto stray = std::find_if(entries.cbegin(), begin,
        [](const LogEntry &entry) { return entry.origin.isEmpty() && !entry.signature.isEmpty(); });
    if (stray != begin)
        return {stray->number, false, 0, {}, {}};
    if (!head)
        return {begin == entries.cend() ? std::optional<qint64>() : begin->number, false, 0, {}, toldBy(entries)};
    if (begin == entries.cend())
        return {1, false, 0, {}, {}};
    SignedLog log{{}, head->number == 0, 0, keyIn(*begin), {}};
    if (head->signer != log.signer || !holds(*head, entries)) {
        log.wrong = std::clamp<qint64>(head->number, begin->number, entries.size());
        return log;
    }
    for (const LogEntry &entry : entries) {
        if (entry.number >= begin->number && !isAsItShouldBe(entry, *head, log, check)) {
            log.wrong = entry.number;
            return log;
        }
        log.told.take(entry);
    }
    log.pending = entries.size() - std::max(head->number, begin->number - 1);
    return log;
}

} // namespace zhibao
