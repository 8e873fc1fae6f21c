// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/entries.h"

#include "generate/phrases.h"

#include <QJsonArray>

namespace zhibao {

namespace {

using generate::Phrases;
using generate::Random;

QByteArray bytes(Random &random, int count)
{
    QByteArray drawn;
    for (int i = 0; i < count; ++i)
        drawn.append(static_cast<char>(random.below(256)));
    return drawn;
}

QString digits(Random &random, int count)
{
    return QString::fromLatin1(bytes(random, count).toHex());
}

// What people type, and what nobody should.
QString text(Phrases &phrases)
{
    static const QStringList awkward{QString(), QStringLiteral(" \u3000 "), QStringLiteral("第一段\n\n第二段\t"),
        QStringLiteral("\u007f\u0080\u009b"), QStringLiteral("\ufeff𠮷林路、莫𡐓村\u200b"),
        QStringLiteral("\"\\u0041\\\"<>&"), QStringLiteral("\ufdd0\ufffd"), QStringLiteral("葛\U000E0100")};
    return phrases.random.chance(400) ? phrases.random.pick(awkward) : phrases.odd();
}

QJsonArray files(Phrases &phrases)
{
    QJsonArray array;
    for (int count = phrases.random.between(1, 3); count > 0; --count) {
        const QString name = phrases.aspect() + QStringLiteral(".pdf");
        array.append(
            QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("digest"), digits(phrases.random, 32)}});
    }
    return array;
}

QJsonObject commentDetail(Phrases &phrases)
{
    const Place place{QStringLiteral("annex1"), QStringLiteral("study"), phrases.random.below(9)};
    return {{QStringLiteral("place"), placeToJson(place)}, {QStringLiteral("offset"), phrases.random.between(-1, 30)},
        {QStringLiteral("length"), phrases.random.below(20)}, {QStringLiteral("quote"), text(phrases)}};
}

QJsonObject detailOf(EntryKind kind, Phrases &phrases)
{
    switch (kind) {
    case EntryKind::Approve:
        return {{QStringLiteral("sole"), phrases.random.chance(500)},
            {QStringLiteral("comments"),
                QJsonObject{{QStringLiteral("total"), phrases.random.below(40)}, {QStringLiteral("open"), 0}}}};
    case EntryKind::PlaceSeal:
        return {{QStringLiteral("picture"), digits(phrases.random, 32)},
            {QStringLiteral("width"), phrases.random.between(380, 450)}};
    case EntryKind::AttachScan:
        return {{QStringLiteral("files"), files(phrases)}};
    case EntryKind::Send:
        return {{QStringLiteral("to"), QStringLiteral("zlfz@example.com")}, {QStringLiteral("by"), text(phrases)},
            {QStringLiteral("files"), files(phrases)}};
    case EntryKind::Comment:
        return commentDetail(phrases);
    case EntryKind::Reply:
    case EntryKind::Resolve:
    case EntryKind::Reopen:
        return {{QStringLiteral("to"), digits(phrases.random, 16)}};
    case EntryKind::Lateness:
        return {{QStringLiteral("form"), QStringLiteral("annex2")}};
    default:
        return {};
    }
}

QList<EntryKind> kindsBetween(EntryKind first, EntryKind last)
{
    QList<EntryKind> kinds;
    for (int kind = static_cast<int>(first); kind <= static_cast<int>(last); ++kind)
        kinds.append(static_cast<EntryKind>(kind));
    return kinds;
}

} // namespace

QList<EntryKind> kindsOfReports()
{
    return kindsBetween(EntryKind::Submit, EntryKind::Recovered);
}

QList<EntryKind> kindsOfStores()
{
    return kindsBetween(EntryKind::PersonAdded, EntryKind::Exported);
}

LogEntry generateEntry(EntryKind kind, const std::optional<Report> &content, quint32 seed)
{
    Random random(seed);
    Phrases phrases{random, QStringLiteral("质量强国建设纲要")};
    LogEntry entry;
    entry.uid = bytes(random, 16);
    entry.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + random.below(1'000'000'000));
    entry.kind = kind;
    entry.person = random.chance(100) ? QString() : phrases.person();
    entry.office = random.chance(100) ? text(phrases) : QStringLiteral("质量发展处");
    entry.post = random.chance(100) ? text(phrases) : QStringLiteral("科员");
    entry.verified = random.chance(500);
    if (random.chance(500))
        entry.origin = bytes(random, 32);
    entry.reason = text(phrases);
    entry.detail = detailOf(kind, phrases);
    if (content) {
        entry.notice = content->notice;
        entry.unit = content->unit;
        entry.content = contentDigest(*content);
    }
    return entry;
}

} // namespace zhibao
