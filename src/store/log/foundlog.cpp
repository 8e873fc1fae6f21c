// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The log as it lies in the store, also where it does not hold.
#include "store/data.h"
#include "store/log/entries.h"

#include <algorithm>

namespace zhibao {

namespace {

// Which entries hold of a log whose chain or signatures are broken somewhere: those that carry a signature of their
// own, up to the first that is not as it was written. Of the others nothing tells: whoever changes one makes its chain
// anew.
struct Holding {
    qint64 first = 1; // numbers
    qint64 last = 0;
};

Holding holdingOf(const QList<LogEntry> &asWritten)
{
    const QList<LogEntry> chained = asWritten.first(firstBroken(asWritten).value_or(asWritten.size() + 1) - 1);
    const auto begin = std::find_if(chained.cbegin(), chained.cend(), beginsSigning);
    if (begin == chained.cend())
        return {};
    const SignedLog log = checkSignatures(chained, lostHead(chained));
    return {begin->number, log.wrong.value_or(chained.size() + 1) - 1};
}

FoundEntry::Standing standingOf(const LogEntry &entry, const Holding &holding)
{
    const bool holds = entry.number >= holding.first && entry.number <= holding.last;
    return holds ? FoundEntry::Standing::Holds : FoundEntry::Standing::Broken;
}

Result<QList<FoundEntry>> brokenLog(const Connection &connection)
{
    qsizetype asWritten = 0;
    const Result<QList<LogEntry>> entries = entriesAsFound(connection, asWritten);
    if (!entries)
        return entries.error();
    const Holding holding = holdingOf(entries->first(asWritten));
    QList<FoundEntry> found;
    for (const LogEntry &entry : *entries)
        found.append({entry, standingOf(entry, holding)});
    return found;
}

} // namespace

Result<QList<FoundEntry>> Store::foundLog() const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error().code == ErrorCode::LogBroken ? brokenLog(*m_data->connection)
                                                          : Result<QList<FoundEntry>>(whole.error());
    const Result<QList<LogEntry>> entries = entriesWhere(*m_data->connection, QStringLiteral("number > ?"), 0);
    if (!entries)
        return entries.error();
    QList<FoundEntry> found;
    for (const LogEntry &entry : *entries) {
        const bool isSigned = entry.number <= m_data->known->signedUpTo;
        found.append({entry, isSigned ? FoundEntry::Standing::Holds : FoundEntry::Standing::Waits});
    }
    return found;
}

} // namespace zhibao
