// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/review.h"

#include "base/digest.h"
#include "base/log.h"
#include "store/store.h"

#include <algorithm>

namespace zhibao {

namespace {

const QString formKey = QStringLiteral("form");
const QString toKey = QStringLiteral("to");

// With its bytes, where another office may not have it.
void nameDefinition(NewEntry &entry, const Notice &notice)
{
    entry.detail.insert(definitionKey, hexadecimal(notice.digest));
    if (!notice.isImplied)
        entry.attachments.append(notice.json);
}

} // namespace

Review::Review(OpenReport &open)
    : m_open(open)
{
    connect(&open, &OpenReport::toldChanged, this, &Review::refresh);
}

void Review::refresh()
{
    if (m_seenOf != m_open.id()) {
        m_seenOf = m_open.id();
        readSeen();
    }
    Q_EMIT changed();
}

ReportState Review::state() const
{
    return m_open.told().status.state;
}

std::optional<Error> Review::refusal(ReviewAction action) const
{
    return m_open.refusal(action);
}

ReviewActions Review::allowed() const
{
    if (!m_open.id() || m_open.told().failure || m_open.office().readOnlyReason())
        return {};
    return allowedActions(m_open.told().status, m_open.office().session().person());
}

Result<QList<LogEntry>> Review::entries() const
{
    return m_open.told().failure ? Result<QList<LogEntry>>(*m_open.told().failure) : m_open.told().entries;
}

Result<QList<Comment>> Review::comments() const
{
    return m_open.told().failure ? Result<QList<Comment>>(*m_open.told().failure) : commentsOf(m_open.told().entries);
}

int Review::openComments() const
{
    const QList<Comment> all = commentsOf(m_open.told().entries);
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [](const Comment &comment) { return !comment.resolved; }));
}

Result<void> Review::act(
    ReviewAction action, const QString &reason, const QJsonObject &detail, const QList<QByteArray> &attachments)
{
    if (const std::optional<Error> refused = refusal(action))
        return *refused;
    if (needsReason(action) && isBlank(reason))
        return Error{ErrorCode::ReasonMissing, {nameOf(action)}};
    if (Result<void> fits = attachable(attachments); !fits)
        return fits;
    NewEntry entry = m_open.office().session().told(kindOf(action), 0, reason);
    entry.detail = detail;
    entry.attachments = attachments;
    if (action == ReviewAction::Submit || action == ReviewAction::Approve)
        nameDefinition(entry, m_open.notice());
    Result<void> recorded = m_open.record(entry);
    // What was handed in can no more be undone than a letter that was sent.
    if (recorded && stateAfter(m_open.told().status.state, action) != ReportState::Draft)
        m_open.undoStack()->clear();
    return recorded;
}

Result<void> Review::perform(ReviewAction action, const QString &remark)
{
    if (const std::optional<Error> refused = refusal(action))
        return *refused;
    if (Result<void> sound = action == ReviewAction::Review ? withoutErrors() : Result<void>(); !sound)
        return sound;
    return act(action, remark);
}

int Review::errors() const
{
    const QList<Finding> &findings = m_open.findings();
    return static_cast<int>(std::count_if(findings.cbegin(), findings.cend(),
        [](const Finding &finding) { return finding.level == FindingLevel::Error; }));
}

Result<void> Review::withoutErrors() const
{
    const int count = errors();
    if (count > 0)
        return Error{ErrorCode::ErrorsRemain, {m_open.report().unit, QString::number(count)}};
    return {};
}

Result<void> Review::approvable(bool despiteComments) const
{
    if (Result<void> sound = withoutErrors(); !sound)
        return sound;
    const int open = openComments();
    if (open > 0 && !despiteComments)
        return Error{ErrorCode::CommentsOpen, {m_open.report().unit, QString::number(open)}};
    return {};
}

Result<void> Review::approve(bool despiteComments, const QString &remark)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Approve))
        return *refused;
    if (Result<void> may = approvable(despiteComments); !may)
        return may;
    const QJsonObject counts{
        {QStringLiteral("total"), commentsOf(m_open.told().entries).size()}, {QStringLiteral("open"), openComments()}};
    return act(ReviewAction::Approve, remark, {{QStringLiteral("comments"), counts}});
}

Result<void> Review::passAndApprove(bool despiteComments, const QString &remark)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Review))
        return *refused;
    if (Result<void> may = approvable(despiteComments); !may)
        return may;
    if (Result<void> passed = perform(ReviewAction::Review); !passed)
        return passed;
    return approve(despiteComments, remark);
}

Result<void> Review::placeSeal()
{
    if (const std::optional<Error> refused = refusal(ReviewAction::PlaceSeal))
        return *refused;
    const Result<std::optional<Session::SealPicture>> picture = m_open.office().session().sealPicture();
    if (!picture)
        return picture.error();
    if (!*picture)
        return Error{ErrorCode::SealMissing, {m_open.report().unit}};
    const QByteArray digest = digestOfBytes((*picture)->png, DigestAlgorithm::Sha256);
    return act(ReviewAction::PlaceSeal, {},
        {{QStringLiteral("picture"), hexadecimal(digest)}, {QStringLiteral("width"), (*picture)->width}},
        {(*picture)->png});
}

Result<void> Review::comment(const Place &place, int offset, int length, const QString &text)
{
    if (isBlank(text))
        return Error{ErrorCode::ReasonMissing, {nameOf(ReviewAction::Comment)}};
    QJsonObject detail{{QStringLiteral("place"), placeToJson(place)}};
    if (offset >= 0 && length > 0) {
        detail.insert(QStringLiteral("offset"), offset);
        detail.insert(QStringLiteral("length"), length);
        detail.insert(QStringLiteral("quote"), textAt(m_open.report(), place).mid(offset, length));
    }
    return act(ReviewAction::Comment, text, detail);
}

Result<void> Review::answer(EntryKind kind, const QByteArray &comment, const QString &text)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Comment))
        return *refused;
    const QList<Comment> all = commentsOf(m_open.told().entries);
    const bool known = std::any_of(all.cbegin(), all.cend(), [&](const Comment &each) { return each.uid == comment; });
    if (!known)
        return Error{ErrorCode::CommentUnknown, {hexadecimal(comment)}};
    NewEntry entry = m_open.office().session().told(kind, 0, text);
    entry.detail = {{toKey, hexadecimal(comment)}};
    return m_open.record(entry);
}

Result<void> Review::reply(const QByteArray &comment, const QString &text)
{
    if (isBlank(text))
        return Error{ErrorCode::ReasonMissing, {nameOf(ReviewAction::Comment)}};
    return answer(EntryKind::Reply, comment, text);
}

Result<void> Review::resolve(const QByteArray &comment, const QString &text)
{
    return answer(EntryKind::Resolve, comment, text);
}

Result<void> Review::reopen(const QByteArray &comment, const QString &text)
{
    return answer(EntryKind::Reopen, comment, text);
}

QString Review::latenessReason(const QString &form) const
{
    return latenessReasonsIn(m_open.told().entries).value(form);
}

Result<void> Review::explainLateness(const QString &form, const QString &reason)
{
    if (isBlank(reason))
        return Error{ErrorCode::ReasonMissing, {nameOf(EntryKind::Lateness)}};
    NewEntry entry = m_open.office().session().told(EntryKind::Lateness, 0, reason);
    entry.detail = {{formKey, form}};
    return m_open.record(entry);
}

std::optional<LogEntry> Review::approval() const
{
    return inForce(m_open.told().entries, EntryKind::Approve);
}

OfficialMarks Review::marks() const
{
    if (!m_open.id())
        return {};
    const Result<OfficialMarks> marks
        = marksOf(*m_open.office().store(), m_open.told().status.state, m_open.told().entries);
    if (marks)
        return *marks;
    log::error(QStringLiteral("the seal could not be read: code %1").arg(static_cast<int>(marks.error().code)));
    return {};
}

} // namespace zhibao
