// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/review/reviewlog.h"

#include "base/digest.h"
#include "core/json.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

struct KindName {
    EntryKind kind;
    const char *name;
    std::optional<ReviewAction> action;
};

constexpr std::array kinds{
    KindName{EntryKind::Submit, "submit", ReviewAction::Submit},
    KindName{EntryKind::Withdraw, "withdraw", ReviewAction::Withdraw},
    KindName{EntryKind::Return, "return", ReviewAction::Return},
    KindName{EntryKind::Review, "review", ReviewAction::Review},
    KindName{EntryKind::Approve, "approve", ReviewAction::Approve},
    KindName{EntryKind::PlaceSeal, "seal", ReviewAction::PlaceSeal},
    KindName{EntryKind::AttachScan, "scan", ReviewAction::AttachScan},
    KindName{EntryKind::RemoveScan, "unscan", ReviewAction::RemoveScan},
    KindName{EntryKind::Send, "sent", ReviewAction::Send},
    KindName{EntryKind::Unlock, "unlock", ReviewAction::Unlock},
    KindName{EntryKind::Comment, "comment", ReviewAction::Comment},
    KindName{EntryKind::Reply, "reply", std::nullopt},
    KindName{EntryKind::Resolve, "resolve", std::nullopt},
    KindName{EntryKind::Reopen, "reopen", std::nullopt},
    KindName{EntryKind::Lateness, "lateness", std::nullopt},
    KindName{EntryKind::Recovered, "recovered", std::nullopt},
    KindName{EntryKind::PersonAdded, "person-added", std::nullopt},
    KindName{EntryKind::PersonChanged, "person-changed", std::nullopt},
    KindName{EntryKind::PasswordSet, "password-set", std::nullopt},
    KindName{EntryKind::SoleOffice, "sole-office", std::nullopt},
    KindName{EntryKind::SealPicture, "seal-picture", std::nullopt},
    KindName{EntryKind::KeyTrusted, "key-trusted", std::nullopt},
    KindName{EntryKind::Received, "received", std::nullopt},
    KindName{EntryKind::Conflict, "conflict", std::nullopt},
    KindName{EntryKind::SigningBegun, "signing-begun", std::nullopt},
    KindName{EntryKind::KeySealed, "key-sealed", std::nullopt},
    KindName{EntryKind::Restored, "restored", std::nullopt},
    KindName{EntryKind::Confirmed, "confirmed", std::nullopt},
    KindName{EntryKind::Exported, "exported", std::nullopt},
    KindName{EntryKind::NoticeKept, "notice-kept", std::nullopt},
    KindName{EntryKind::UnitsKept, "units-kept", std::nullopt},
    KindName{EntryKind::TakenIn, "taken-in", std::nullopt},
};

const KindName &rowOf(EntryKind kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [&](const KindName &known) { return known.kind == kind; });
}

const QString formKey = QStringLiteral("form");
const QString fieldKey = QStringLiteral("field");
const QString rowKey = QStringLiteral("row");
const QString entryKey = QStringLiteral("entry");
const QString sectionKey = QStringLiteral("section");

// Whether what the entry tells was done to a report in that state: what another office did that came when the report
// had moved on is told, and never held.
bool tookEffect(ReportState before, const LogEntry &entry)
{
    const std::optional<ReviewAction> action = actionOf(entry.kind);
    const ReviewStatus status{before, std::nullopt, true};
    return action && !refusal(status, {{}, {}, {}, allDuties}, *action) && entry.state == stateAfter(before, *action);
}

// What tells of a notice that is answered once stays as it was before there were occasions.
void addOccasion(Digest &digest, const LogEntry &entry)
{
    if (!entry.occasion.isEmpty())
        digest.add(QStringLiteral("occasion")).add(entry.occasion);
}

Comment commentFrom(const LogEntry &entry)
{
    Comment comment;
    comment.uid = entry.uid;
    comment.version = entry.version;
    comment.place = placeFromJson(entry.detail.value(QStringLiteral("place")).toObject());
    comment.offset = entry.detail.value(QStringLiteral("offset")).toInt(-1);
    comment.length = entry.detail.value(QStringLiteral("length")).toInt();
    comment.quote = entry.detail.value(QStringLiteral("quote")).toString();
    comment.text = entry.reason;
    comment.person = entry.person;
    comment.at = entry.at;
    comment.origin = entry.origin;
    return comment;
}

} // namespace

QString nameOf(EntryKind kind)
{
    return QString::fromLatin1(rowOf(kind).name);
}

std::optional<EntryKind> kindNamed(const QString &name)
{
    for (const KindName &known : kinds) {
        if (name == QLatin1StringView(known.name))
            return known.kind;
    }
    return std::nullopt;
}

EntryKind kindOf(ReviewAction action)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const KindName &known) {
        return known.action == action;
    })->kind;
}

std::optional<ReviewAction> actionOf(EntryKind kind)
{
    return rowOf(kind).action;
}

QByteArray chainOf(const LogEntry &entry)
{
    Digest digest(DigestAlgorithm::Sm3);
    digest.add(entry.number).add(entry.uid).add(entry.notice).add(entry.unit).add(entry.at.toMSecsSinceEpoch());
    digest.add(nameOf(entry.kind)).add(entry.person).add(entry.office).add(entry.post);
    digest.add(entry.verified ? qint64(1) : qint64(0)).add(entry.origin).add(entry.reason);
    digest.add(frozenJson(entry.detail)).add(nameOf(entry.state));
    digest.add(entry.content.sm3).add(entry.content.sha256).add(entry.previous);
    addOccasion(digest, entry);
    if (!entry.signature.isEmpty())
        digest.add(entry.signature);
    return digest.result();
}

QByteArray signedBytes(const LogEntry &entry, const QByteArray &office)
{
    Digest digest(DigestAlgorithm::Sm3);
    digest.add(QStringLiteral("zhibao.entry")).add(office).add(entry.uid).add(entry.notice).add(entry.unit);
    digest.add(entry.at.toMSecsSinceEpoch()).add(nameOf(entry.kind));
    digest.add(entry.person).add(entry.office).add(entry.post).add(entry.verified ? qint64(1) : qint64(0));
    digest.add(entry.reason).add(frozenJson(entry.detail));
    digest.add(entry.content.sm3).add(entry.content.sha256);
    addOccasion(digest, entry);
    return digest.result();
}

QByteArray signedHead(qint64 number, const QByteArray &chain)
{
    return Digest(DigestAlgorithm::Sm3).add(QStringLiteral("zhibao.log-head")).add(number).add(chain).result();
}

std::optional<qint64> firstBroken(const QList<LogEntry> &entries)
{
    constexpr qsizetype digestSize = 32;
    QByteArray previous(digestSize, '\0');
    qint64 number = 0;
    for (const LogEntry &entry : entries) {
        ++number;
        if (entry.number != number || entry.previous != previous || entry.chain != chainOf(entry))
            return number;
        previous = entry.chain;
    }
    return std::nullopt;
}

std::optional<LogEntry> inForce(const QList<LogEntry> &entries, EntryKind kind)
{
    std::optional<LogEntry> approval;
    std::optional<LogEntry> found;
    ReportState before = ReportState::Draft;
    for (const LogEntry &entry : entries) {
        const bool holds = tookEffect(before, entry) && (!approval || entry.content == approval->content);
        before = entry.state;
        // What was done before the report was put back to work is void.
        if (!isFrozen(entry.state)) {
            approval.reset();
            found.reset();
            continue;
        }
        if (holds && entry.kind == EntryKind::Approve)
            approval = entry;
        if (holds && entry.kind == kind)
            found = entry;
        else if (holds && entry.kind == EntryKind::RemoveScan && kind == EntryKind::AttachScan)
            found.reset();
    }
    return found;
}

QList<LogEntry> doneOf(const QList<LogEntry> &entries, EntryKind kind)
{
    QList<LogEntry> done;
    ReportState before = ReportState::Draft;
    for (const LogEntry &entry : entries) {
        if (entry.kind == kind && tookEffect(before, entry))
            done.append(entry);
        before = entry.state;
    }
    return done;
}

QMap<QString, QString> latenessReasonsIn(const QList<LogEntry> &entries)
{
    QMap<QString, QString> reasons;
    for (const LogEntry &entry : entries) {
        if (entry.kind == EntryKind::Lateness)
            reasons.insert(entry.detail.value(QStringLiteral("form")).toString(), entry.reason);
    }
    return reasons;
}

QList<Comment> commentsOf(const QList<LogEntry> &entries)
{
    QList<Comment> comments;
    QHash<QByteArray, qsizetype> places;
    for (const LogEntry &entry : entries) {
        if (entry.kind == EntryKind::Comment) {
            places.insert(entry.uid, comments.size());
            comments.append(commentFrom(entry));
            continue;
        }
        if (entry.kind != EntryKind::Reply && entry.kind != EntryKind::Resolve && entry.kind != EntryKind::Reopen)
            continue;
        const QString to = entry.detail.value(QStringLiteral("to")).toString();
        const auto found = places.constFind(QByteArray::fromHex(to.toLatin1()));
        if (found == places.cend())
            continue;
        Comment &comment = comments[*found];
        comment.answers.append({entry.kind, entry.person, entry.at, entry.reason, entry.origin});
        if (entry.kind != EntryKind::Reply)
            comment.resolved = entry.kind == EntryKind::Resolve;
    }
    return comments;
}

QList<QByteArray> filesOf(const LogEntry &entry)
{
    QList<QByteArray> digests;
    const QString picture = entry.detail.value(QStringLiteral("picture")).toString();
    if (!picture.isEmpty())
        digests.append(QByteArray::fromHex(picture.toLatin1()));
    const QJsonArray files = entry.detail.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &file : files) {
        const QString digest = file.toObject().value(QStringLiteral("digest")).toString();
        digests.append(QByteArray::fromHex(digest.toLatin1()));
    }
    if (const QByteArray definition = definitionOf(entry); !definition.isEmpty())
        digests.append(definition);
    if (const QByteArray list = unitListOf(entry); !list.isEmpty())
        digests.append(list);
    return digests;
}

QByteArray unitListOf(const LogEntry &entry)
{
    return entry.kind == EntryKind::UnitsKept
        ? QByteArray::fromHex(entry.detail.value(unitListKey).toString().toLatin1())
        : QByteArray();
}

QByteArray definitionOf(const LogEntry &entry)
{
    return QByteArray::fromHex(entry.detail.value(definitionKey).toString().toLatin1());
}

QJsonObject placeToJson(const Place &place)
{
    QJsonObject object{{formKey, place.form}};
    if (!place.field.isEmpty())
        object.insert(fieldKey, place.field);
    const std::initializer_list<std::pair<QString, int>> numbers{
        {rowKey, place.row}, {entryKey, place.entry}, {sectionKey, place.section}};
    for (const auto &[key, number] : numbers) {
        if (number >= 0)
            object.insert(key, number);
    }
    return object;
}

Place placeFromJson(const QJsonObject &object)
{
    return {object.value(formKey).toString(), object.value(fieldKey).toString(), object.value(rowKey).toInt(-1),
        object.value(entryKey).toInt(-1), object.value(sectionKey).toInt(-1)};
}

} // namespace zhibao
