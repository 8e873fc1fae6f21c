// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/review/reviewlog.h"

#include <QSet>

#include <array>
#include <functional>

namespace reviewlog_test {

using namespace zhibao;

namespace {

LogEntry entryOf(EntryKind kind, const QString &reason = {}, const QJsonObject &detail = {})
{
    LogEntry entry;
    entry.kind = kind;
    entry.reason = reason;
    entry.detail = detail;
    return entry;
}

// Numbered and chained, as the store does.
QList<LogEntry> chained(QList<LogEntry> entries)
{
    QByteArray previous(32, '\0');
    qint64 number = 0;
    for (LogEntry &entry : entries) {
        entry.number = ++number;
        entry.uid = QByteArray(15, 'u') + static_cast<char>('0' + number);
        entry.at = QDateTime(QDate(2023, 3, 1), QTime(8, 0)).addSecs(number);
        entry.person = QStringLiteral("第%1人").arg(number);
        entry.previous = previous;
        entry.chain = chainOf(entry);
        previous = entry.chain;
    }
    return entries;
}

QList<LogEntry> example()
{
    QList<LogEntry> entries = chained({entryOf(EntryKind::Submit), entryOf(EntryKind::Comment, QStringLiteral("意见")),
        entryOf(EntryKind::Return, QStringLiteral("理由")), entryOf(EntryKind::Submit)});
    REQUIRE_FALSE(firstBroken(entries));
    return entries;
}

QJsonObject to(const LogEntry &comment)
{
    return {{QStringLiteral("to"), QString::fromLatin1(comment.uid.toHex())}};
}

} // namespace

TEST_CASE("A log as it was written is whole, and so is every part from its beginning")
{
    const QList<LogEntry> entries = example();
    CHECK_FALSE(firstBroken({}));
    for (qsizetype count = 0; count <= entries.size(); ++count)
        CHECK_FALSE(firstBroken(entries.mid(0, count)));
}

TEST_CASE("An entry in which anything was changed is told by its number")
{
    const std::array<std::function<void(LogEntry &)>, 18> changes{
        [](LogEntry &entry) { ++entry.number; },
        [](LogEntry &entry) { entry.uid[3] = 'x'; },
        [](LogEntry &entry) { entry.notice += u'x'; },
        [](LogEntry &entry) { entry.unit += u'x'; },
        [](LogEntry &entry) { entry.at = entry.at.addMSecs(1); },
        [](LogEntry &entry) { entry.kind = EntryKind::Approve; },
        [](LogEntry &entry) { entry.person += u'x'; },
        [](LogEntry &entry) { entry.office += u'x'; },
        [](LogEntry &entry) { entry.post += u'x'; },
        [](LogEntry &entry) { entry.verified = !entry.verified; },
        [](LogEntry &entry) { entry.origin += 'x'; },
        [](LogEntry &entry) { entry.reason += u'x'; },
        [](LogEntry &entry) { entry.detail.insert(QStringLiteral("x"), 1); },
        [](LogEntry &entry) { entry.state = ReportState::Sent; },
        [](LogEntry &entry) { entry.content.sm3 += 'x'; },
        [](LogEntry &entry) { entry.content.sha256 += 'x'; },
        [](LogEntry &entry) { entry.previous[0] = static_cast<char>(entry.previous[0] ^ 1); },
        [](LogEntry &entry) { entry.chain[0] = static_cast<char>(entry.chain[0] ^ 1); },
    };
    const QList<LogEntry> entries = example();
    for (qsizetype index = 0; index < entries.size(); ++index) {
        for (const auto &change : changes) {
            QList<LogEntry> changed = entries;
            change(changed[index]);
            CHECK(firstBroken(changed) == index + 1);
            // With its own digest made anew the next one tells; behind the last there is none.
            changed[index].chain = chainOf(changed[index]);
            if (changed[index].chain != entries[index].chain && index + 1 < entries.size())
                CHECK(firstBroken(changed).value_or(0) > index);
        }
    }
}

TEST_CASE("What was taken out, put in or exchanged is told")
{
    QList<LogEntry> entries = example();
    SECTION("the first is missing")
    {
        entries.removeFirst();
        CHECK(firstBroken(entries) == 1);
    }
    SECTION("one in the middle is missing")
    {
        entries.removeAt(1);
        CHECK(firstBroken(entries) == 2);
    }
    SECTION("two have changed places")
    {
        entries.swapItemsAt(1, 2);
        CHECK(firstBroken(entries) == 2);
    }
    SECTION("one is there twice")
    {
        entries.insert(2, entries[1]);
        CHECK(firstBroken(entries) == 3);
    }
    SECTION("texts that read alike together are told apart")
    {
        entries[1].notice = QStringLiteral("ab");
        LogEntry other = entries[1];
        other.notice = QStringLiteral("a");
        other.unit = QStringLiteral("b");
        CHECK(chainOf(entries[1]) != chainOf(other));
    }
}

TEST_CASE("The store's own numbers are not part of the chain")
{
    QList<LogEntry> entries = example();
    entries[1].report = 7;
    entries[1].version = 8;
    CHECK_FALSE(firstBroken(entries));
}

TEST_CASE("Comments are threads that are resolved and reopened with a trace")
{
    const Place place{QStringLiteral("annex1"), QStringLiteral("issuer"), 2, 1};
    QList<LogEntry> entries
        = chained({entryOf(EntryKind::Comment, QStringLiteral("甲"),
                       {{QStringLiteral("place"), placeToJson(place)}, {QStringLiteral("offset"), 3},
                           {QStringLiteral("length"), 2}, {QStringLiteral("quote"), QStringLiteral("原文")}}),
            entryOf(EntryKind::Comment, QStringLiteral("乙"))});
    entries[0].version = 5;
    const auto say = [&](EntryKind kind, const LogEntry &comment, const QString &text) {
        entries.append(entryOf(kind, text, to(comment)));
        entries.last().person = text;
    };
    const auto comments = [&] { return commentsOf(entries); };
    REQUIRE(comments().size() == 2);
    const Comment first = comments().at(0);
    CHECK(first.uid == entries[0].uid);
    CHECK(first.version == 5);
    CHECK(first.place == place);
    CHECK(first.offset == 3);
    CHECK(first.length == 2);
    CHECK(first.quote == QStringLiteral("原文"));
    CHECK(first.text == QStringLiteral("甲"));
    CHECK(first.person == entries[0].person);
    CHECK(first.at == entries[0].at);
    CHECK_FALSE(first.resolved);
    CHECK(comments().at(1).place == Place());
    CHECK(comments().at(1).offset == -1);

    say(EntryKind::Reply, entries[0], QStringLiteral("已改"));
    CHECK_FALSE(comments().at(0).resolved);
    say(EntryKind::Resolve, entries[0], {});
    CHECK(comments().at(0).resolved);
    CHECK_FALSE(comments().at(1).resolved);
    say(EntryKind::Reply, entries[0], QStringLiteral("谢谢"));
    CHECK(comments().at(0).resolved); // a word more opens nothing
    say(EntryKind::Reopen, entries[0], QStringLiteral("又错了"));
    CHECK_FALSE(comments().at(0).resolved);
    const QList<CommentAnswer> answers = comments().at(0).answers;
    REQUIRE(answers.size() == 4);
    CHECK(answers[1].kind == EntryKind::Resolve);
    CHECK(answers[3].kind == EntryKind::Reopen);
    CHECK(answers[3].text == QStringLiteral("又错了"));
    CHECK(answers[3].person == QStringLiteral("又错了"));
    CHECK(comments().at(1).answers.isEmpty());
}

TEST_CASE("An answer to nothing, and one to what is no comment, is passed over")
{
    QList<LogEntry> entries = chained({entryOf(EntryKind::Comment), entryOf(EntryKind::Submit)});
    LogEntry stranger;
    stranger.uid = QByteArrayLiteral("nobody knows me!");
    for (const QJsonObject &detail : {to(stranger), to(entries[1]), QJsonObject(),
             QJsonObject{{QStringLiteral("to"), QStringLiteral("没有")}}, QJsonObject{{QStringLiteral("to"), 7}}}) {
        entries.append(entryOf(EntryKind::Resolve, {}, detail));
        entries.append(entryOf(EntryKind::Reply, {}, detail));
    }
    REQUIRE(commentsOf(entries).size() == 1);
    CHECK(commentsOf(entries)[0].answers.isEmpty());
    CHECK_FALSE(commentsOf(entries)[0].resolved);
}

TEST_CASE("What holds of an approval is what was done to it, not what came too late")
{
    const ContentDigest approved{QByteArray(32, 'a'), QByteArray(32, 'b')};
    const ContentDigest older{QByteArray(32, 'c'), QByteArray(32, 'd')};
    QList<LogEntry> entries;
    const auto add = [&](EntryKind kind, ReportState state, const ContentDigest &content) {
        LogEntry entry = entryOf(kind);
        entry.state = state;
        entry.content = content;
        entry.number = entries.size() + 1;
        entries.append(entry);
    };
    const auto numberOf = [&](EntryKind kind) {
        const std::optional<LogEntry> found = inForce(entries, kind);
        return found ? found->number : 0;
    };
    add(EntryKind::Submit, ReportState::Submitted, approved);
    add(EntryKind::Approve, ReportState::Submitted, approved); // not reviewed yet
    CHECK(numberOf(EntryKind::Approve) == 0);
    add(EntryKind::Review, ReportState::Reviewed, approved);
    add(EntryKind::Approve, ReportState::Approved, approved);
    CHECK(numberOf(EntryKind::Approve) == 4);
    add(EntryKind::Approve, ReportState::Approved, older); // of another office, late
    add(EntryKind::PlaceSeal, ReportState::Approved, older);
    add(EntryKind::Comment, ReportState::Approved, older);
    add(EntryKind::Lateness, ReportState::Approved, {});
    CHECK(numberOf(EntryKind::Approve) == 4);
    CHECK(numberOf(EntryKind::PlaceSeal) == 0);
    add(EntryKind::AttachScan, ReportState::Sealed, approved);
    add(EntryKind::AttachScan, ReportState::Sealed, older);
    CHECK(numberOf(EntryKind::AttachScan) == 9);
    add(EntryKind::AttachScan, ReportState::Sealed, approved);
    CHECK(numberOf(EntryKind::AttachScan) == 11);
    add(EntryKind::RemoveScan, ReportState::Sealed, older); // of another office, late
    CHECK(numberOf(EntryKind::AttachScan) == 11);
    add(EntryKind::RemoveScan, ReportState::Approved, approved);
    CHECK(numberOf(EntryKind::AttachScan) == 0);
    CHECK(numberOf(EntryKind::Approve) == 4);
    add(EntryKind::PlaceSeal, ReportState::Sealed, approved);
    add(EntryKind::AttachScan, ReportState::Sealed, approved);
    add(EntryKind::RemoveScan, ReportState::Approved, approved);
    CHECK(numberOf(EntryKind::PlaceSeal) == 14); // stays on the pages
    add(EntryKind::AttachScan, ReportState::Sealed, approved);
    add(EntryKind::Unlock, ReportState::Sealed, older);
    CHECK(numberOf(EntryKind::Approve) == 4);
    add(EntryKind::Unlock, ReportState::Draft, approved);
    CHECK(numberOf(EntryKind::Approve) == 0);
    CHECK(numberOf(EntryKind::AttachScan) == 0);
    add(EntryKind::Submit, ReportState::Submitted, older);
    add(EntryKind::Review, ReportState::Reviewed, older);
    add(EntryKind::Approve, ReportState::Approved, older);
    CHECK(numberOf(EntryKind::Approve) == 22);
    CHECK(numberOf(EntryKind::AttachScan) == 0);
}

TEST_CASE("Places go into a detail and come back")
{
    const QList<Place> places{{}, {QStringLiteral("annex1"), {}}, {QStringLiteral("annex1"), QStringLiteral("contact")},
        {QStringLiteral("annex1"), QStringLiteral("study"), 0},
        {QStringLiteral("annex1"), QStringLiteral("title"), 3, 0}, {QStringLiteral("annex2"), {}, -1, -1, 4}};
    for (const Place &place : places)
        CHECK(placeFromJson(placeToJson(place)) == place);
    CHECK(placeFromJson({{QStringLiteral("row"), QStringLiteral("x")}}) == Place());
}

TEST_CASE("Kinds have names of their own; those of actions are the actions' names")
{
    QSet<QString> names;
    for (int kind = 0; kind <= static_cast<int>(EntryKind::Conflict); ++kind) {
        const QString name = nameOf(static_cast<EntryKind>(kind));
        CHECK(kindNamed(name) == static_cast<EntryKind>(kind));
        names.insert(name);
        if (const std::optional<ReviewAction> action = actionOf(static_cast<EntryKind>(kind))) {
            CHECK(name == nameOf(*action));
            CHECK(kindOf(*action) == static_cast<EntryKind>(kind));
        }
    }
    CHECK(names.size() == static_cast<int>(EntryKind::Conflict) + 1);
    CHECK(kindNamed(QStringLiteral("Submit")) == std::nullopt);
}

} // namespace reviewlog_test
