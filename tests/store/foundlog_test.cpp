// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What is shown of a log: all that lies there, and which of it holds.
#include "store/forging.h"
#include "store/office.h"
#include "store/tampering.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace foundlog_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

using Standing = FoundEntry::Standing;

const QString why = QStringLiteral("理由");

// An office with passwords that handed in, commented and returned a report; the store is closed. Gives the comment's
// number.
qint64 workOn(Office &office)
{
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const Result<LogEntry> comment = office.record(EntryKind::Comment, office.supervisor, why);
    REQUIRE(comment);
    REQUIRE(office.record(EntryKind::Return, office.supervisor, why));
    office.store.reset();
    return comment->number;
}

// H, W or B an entry, first to last.
QString standings(const Office &office)
{
    const Result<QList<FoundEntry>> found = office.store->foundLog();
    REQUIRE(found);
    QString letters;
    for (const FoundEntry &each : *found)
        letters += u"HWB"[static_cast<int>(each.standing)];
    return letters;
}

QString changedComment()
{
    return QStringLiteral("UPDATE entry SET reason = '另一个理由' WHERE kind = 'comment'");
}

} // namespace

TEST_CASE("Of a log as it was written every entry holds")
{
    Office office(Office::People::WithPasswords);
    workOn(office);
    office.reopen();
    const qsizetype count = office.store->log()->size();
    CHECK(standings(office) == QString(count, u'H'));
    CHECK(office.store->foundLog()->constLast().entry.chain == office.store->log()->constLast().chain);
}

TEST_CASE("From an entry that was changed on nothing holds, and what was signed before it does")
{
    Office office(Office::People::WithPasswords);
    const qint64 comment = workOn(office);
    REQUIRE(tamper(office.path, {changedComment()}) == QString());
    const bool isForged = GENERATE(false, true); // with all digests and the chain made to fit
    if (isForged)
        forge(office.path);
    office.reopen();
    REQUIRE(office.store->log().error().code == ErrorCode::LogBroken);
    const QString found = standings(office);
    CHECK(found.mid(comment - 1) == QString(found.size() - comment + 1, u'B'));
    CHECK(found.left(comment - 1).endsWith(QStringLiteral("HH"))); // since signing began
    CHECK(office.store->foundLog()->at(comment - 1).entry.reason == QStringLiteral("另一个理由"));
}

TEST_CASE("Where the log tells of no signing any more nothing of it holds")
{
    Office office(Office::People::WithPasswords);
    workOn(office);
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE entry SET kind = 'comment'")}) == QString());
    forge(office.path);
    office.reopen();
    REQUIRE(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK(standings(office).count(u'H') == 0);
}

TEST_CASE("What nobody could sign waits, and the rest holds")
{
    Office office(Office::People::WithPasswords);
    workOn(office);
    office.reopen();
    const LogEntry last = office.store->log()->constLast();
    const qsizetype count = office.store->log()->size();
    office.store.reset();
    LogEntry recovered;
    recovered.kind = EntryKind::Recovered;
    recovered.at = last.at;
    recovered.notice = last.notice;
    recovered.unit = last.unit;
    recovered.report = last.report;
    recovered.version = last.version;
    recovered.content = last.content;
    append(office.path, recovered);
    office.reopen();
    REQUIRE(office.store->unconfirmed()->size() == 1);
    CHECK(standings(office) == QString(count, u'H') + u'W');
}

} // namespace foundlog_test
