// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/review/receipt.h"
#include "core/text/foldedname.h"
#include "generate/entries.h"

#include <array>
#include <catch2/catch.hpp>

namespace receipt_test {

using namespace zhibao;

namespace {

const QByteArray ownKey(32, 'o');
const QByteArray strangerKey(32, 's');
const QString here = QStringLiteral("甲市市场监督管理局");
const QString elsewhere = QStringLiteral("乙市市场监督管理局");

// Which roles allow a kind, written out: h hand in, r review, a approve; any of them will do.
struct Line {
    EntryKind kind;
    const char *roles;
};

constexpr std::array lines{
    Line{EntryKind::Submit, "h"},
    Line{EntryKind::Withdraw, "h"},
    Line{EntryKind::Return, "r"},
    Line{EntryKind::Review, "r"},
    Line{EntryKind::Approve, "a"},
    Line{EntryKind::PlaceSeal, "a"},
    Line{EntryKind::AttachScan, "ha"},
    Line{EntryKind::RemoveScan, "ha"},
    Line{EntryKind::Send, "ha"},
    Line{EntryKind::Unlock, "a"},
    Line{EntryKind::Comment, "hra"},
    Line{EntryKind::Reply, "hra"},
    Line{EntryKind::Resolve, "hra"},
    Line{EntryKind::Reopen, "hra"},
    Line{EntryKind::Lateness, "h"},
    Line{EntryKind::Recovered, ""},
};

QByteArray keyOf(int roles, bool isForBoth)
{
    return QByteArray(32, static_cast<char>('A' + roles * 2 + (isForBoth ? 1 : 0)));
}

// An office for each set of roles, for one unit and for two.
Receiving receiving()
{
    Receiving known;
    known.own = ownKey;
    for (int roles = 0; roles <= allRoles.toInt(); ++roles) {
        for (const bool isForBoth : {false, true}) {
            const QString name = QStringLiteral("单位%1").arg(roles);
            known.offices.append({keyOf(roles, isForBoth), name,
                isForBoth ? QStringList{elsewhere, here} : QStringList{here}, OfficeRoles::fromInt(roles)});
        }
    }
    known.reserved = {foldedName(QStringLiteral("李处长"))};
    return known;
}

LogEntry entryOf(EntryKind kind, const QString &unit, const QByteArray &origin)
{
    LogEntry entry;
    entry.kind = kind;
    entry.unit = unit;
    entry.origin = origin;
    entry.person = QStringLiteral("王局长");
    return entry;
}

// Whether one of the letters stands for one of the roles.
bool allows(const char *letters, int roles)
{
    const QString text = QString::fromLatin1(letters);
    return (text.contains(u'h') && (roles & 1) != 0) || (text.contains(u'r') && (roles & 2) != 0)
        || (text.contains(u'a') && (roles & 4) != 0);
}

std::optional<ErrorCode> codeOf(const std::optional<Error> &refused)
{
    return refused ? std::optional(refused->code) : std::nullopt;
}

} // namespace

TEST_CASE("every kind of entry that a report has stands in the table of receipt")
{
    const QList<EntryKind> kinds = kindsOfReports();
    REQUIRE(static_cast<std::size_t>(kinds.size()) == lines.size());
    for (const Line &line : lines)
        CHECK(kinds.contains(line.kind));
}

TEST_CASE("who may do what by file: office, role, unit, action and origin")
{
    Receiving known = receiving();
    int allowed = 0;
    int refused = 0;
    for (const Line &line : lines) {
        for (int roles = 0; roles <= allRoles.toInt(); ++roles) {
            for (const bool isForBoth : {false, true}) {
                for (const QString &unit : {here, elsewhere}) {
                    for (const bool isProven : {false, true}) {
                        known.sender = keyOf(roles, isForBoth);
                        const LogEntry entry = entryOf(line.kind, unit, known.sender);
                        const bool isUnit = unit == here || isForBoth;
                        const bool may = isProven && isUnit && allows(line.roles, roles);
                        const std::optional<ErrorCode> expected = may ? std::nullopt
                            : isProven                                ? std::optional(ErrorCode::OfficeRefused)
                                                                      : std::optional(ErrorCode::OriginUnproven);
                        INFO(nameOf(line.kind).toStdString() << " roles " << roles << " both " << isForBoth << " here "
                                                             << (unit == here) << " proven " << isProven);
                        CHECK(codeOf(receiptRefusal(entry, isProven, known)) == expected);
                        ++(may ? allowed : refused);
                    }
                }
            }
        }
    }
    CHECK(allowed > 100);
    CHECK(refused > allowed);
}

TEST_CASE("an office brings what another did only where both have a say in the report")
{
    Receiving known = receiving();
    const QByteArray reporters = keyOf(1, false);
    const QByteArray approvers = keyOf(4, true);
    const LogEntry approved = entryOf(EntryKind::Approve, here, approvers);
    known.sender = reporters;
    CHECK_FALSE(receiptRefusal(approved, true, known));
    // Its word for it is not enough, and what the sender may do does not count for another's entry.
    CHECK(codeOf(receiptRefusal(approved, false, known)) == ErrorCode::OriginUnproven);
    known.sender = approvers;
    CHECK(receiptRefusal(entryOf(EntryKind::Approve, here, reporters), true, known)
        == Error{ErrorCode::OfficeRefused, {QStringLiteral("单位1"), QStringLiteral("approve"), here}});
    // A sender for another unit, without any role, or unknown.
    const LogEntry other = entryOf(EntryKind::Approve, elsewhere, approvers);
    for (const QByteArray &sender : {reporters, keyOf(0, true), strangerKey}) {
        known.sender = sender;
        CHECK(codeOf(receiptRefusal(other, true, known)) == ErrorCode::OfficeRefused);
    }
}

TEST_CASE("what an unknown office made is refused, whoever brings it")
{
    Receiving known = receiving();
    for (const QByteArray &sender : {strangerKey, keyOf(7, true), ownKey}) {
        known.sender = sender;
        for (const Line &line : lines) {
            const std::optional<Error> refused = receiptRefusal(entryOf(line.kind, here, strangerKey), true, known);
            CHECK(codeOf(refused) == ErrorCode::OriginUnproven);
        }
    }
}

TEST_CASE("what claims to have been done here is taken by an administrator only, and only where this office signed it")
{
    Receiving known = receiving();
    for (const QByteArray &sender : {ownKey, keyOf(7, true)}) {
        known.sender = sender;
        for (const Line &line : lines) {
            LogEntry entry = entryOf(line.kind, here, ownKey);
            entry.person = QStringLiteral("李处长"); // of this office
            for (const bool byAdministrator : {false, true}) {
                known.byAdministrator = byAdministrator;
                CHECK(codeOf(receiptRefusal(entry, false, known)) == ErrorCode::OriginUnproven);
                const std::optional<ErrorCode> expected = QLatin1StringView(line.roles).isEmpty()
                    ? std::optional(ErrorCode::OfficeRefused) // by no file
                    : byAdministrator ? std::nullopt
                                      : std::optional(ErrorCode::OwnEntryUnknown);
                CHECK(codeOf(receiptRefusal(entry, true, known)) == expected);
            }
        }
    }
    // Without a key nothing is this office's.
    known.own.clear();
    known.sender = keyOf(7, true);
    CHECK(codeOf(receiptRefusal(entryOf(EntryKind::Approve, here, {}), true, known)) == ErrorCode::OriginUnproven);
}

TEST_CASE("nobody of another office acts under the name of somebody who works here")
{
    Receiving known = receiving();
    known.sender = keyOf(7, true);
    for (const Line &line : lines) {
        if (QLatin1StringView(line.roles).isEmpty()) // refused in any case
            continue;
        LogEntry entry = entryOf(line.kind, here, known.sender);
        for (const char *name : {"李处长", " 李 处长", "李处长\u200B", "李处\uFE0F长"}) {
            entry.person = QString::fromUtf8(name);
            CHECK(receiptRefusal(entry, true, known)
                == Error{ErrorCode::NameReserved, {entry.person, QStringLiteral("单位7")}});
        }
        for (const char *name : {"李副处长", "王局长", ""}) {
            entry.person = QString::fromUtf8(name);
            CHECK_FALSE(receiptRefusal(entry, true, known));
        }
    }
}

TEST_CASE("what differs between two entries of one number is named")
{
    const LogEntry one = generateEntry(EntryKind::Comment, std::nullopt, 7);
    CHECK(differencesOf(one, one).isEmpty());
    LogEntry other = one;
    other.reason += u'x';
    other.origin = QByteArray(32, 'x');
    other.verified = !other.verified;
    CHECK(differencesOf(one, other)
        == QStringList{QStringLiteral("origin"), QStringLiteral("person"), QStringLiteral("reason")});
    LogEntry earlier = one; // before the door was there
    LogEntry told = one;
    earlier.reason = QStringLiteral("一\u0001");
    told.reason = QStringLiteral("一\uFFFD");
    CHECK(differencesOf(earlier, told).isEmpty());
    told.reason = QStringLiteral("二\uFFFD");
    CHECK(differencesOf(earlier, told) == QStringList{QStringLiteral("reason")});
    LogEntry placed = one; // what is each store's own
    placed.number = 9;
    placed.version = 3;
    placed.state = ReportState::Sent;
    placed.chain = QByteArray(32, 'c');
    CHECK(differencesOf(one, placed).isEmpty());
    for (const auto &change : std::initializer_list<std::pair<const char *, void (*)(LogEntry &)>>{
             {"report", [](LogEntry &entry) { entry.unit += u'x'; }},
             {"kind", [](LogEntry &entry) { entry.kind = EntryKind::Reply; }},
             {"at", [](LogEntry &entry) { entry.at = entry.at.addMSecs(1); }},
             {"detail", [](LogEntry &entry) { entry.detail.insert(QStringLiteral("sole"), true); }},
             {"content", [](LogEntry &entry) { entry.content.sm3 = QByteArray(32, 'x'); }}}) {
        LogEntry changed = one;
        change.second(changed);
        CHECK(differencesOf(one, changed) == QStringList{QString::fromLatin1(change.first)});
    }
}

TEST_CASE("an office is known by the name that was said last")
{
    LogEntry trusted;
    trusted.kind = EntryKind::KeyTrusted;
    trusted.detail
        = {{QStringLiteral("key"), QString::fromLatin1(strangerKey.toHex())}, {QStringLiteral("unit"), here}};
    LogEntry renamed = trusted;
    renamed.detail.insert(QStringLiteral("unit"), elsewhere);
    CHECK(officeNames({trusted}).value(strangerKey) == here);
    CHECK(officeNames({trusted, renamed}).value(strangerKey) == elsewhere);
    renamed.origin = strangerKey; // nothing that another office says of itself
    CHECK(officeNames({trusted, renamed}).value(strangerKey) == here);
    CHECK(officeNames({}).isEmpty());
}

} // namespace receipt_test
