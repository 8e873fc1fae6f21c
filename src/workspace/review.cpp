// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review.h"

#include "base/digest.h"
#include "base/log.h"
#include "workspace/exchangelimits.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace zhibao {

namespace {

const QString formKey = QStringLiteral("form");
const QString toKey = QStringLiteral("to");

// Why forms are late, by form, as it was last told.
QMap<QString, QString> reasonsIn(const QList<LogEntry> &entries)
{
    QMap<QString, QString> reasons;
    for (const LogEntry &entry : entries) {
        if (entry.kind == EntryKind::Lateness)
            reasons.insert(entry.detail.value(formKey).toString(), entry.reason);
    }
    return reasons;
}

} // namespace

Review::Review(Workspace &workspace)
    : m_workspace(workspace)
{
}

void Review::begin()
{
    readSeen();
    refresh();
}

void Review::refresh()
{
    m_status = {};
    m_entries.clear();
    m_failure.reset();
    if (m_workspace.m_id) {
        const Result<ReviewStatus> status = m_workspace.m_store->reviewStatus(*m_workspace.m_id);
        const Result<QList<LogEntry>> entries = m_workspace.m_store->log(*m_workspace.m_id);
        if (status && entries) {
            m_status = *status;
            m_entries = *entries;
        } else {
            m_failure = status ? entries.error() : status.error();
            log::error(QStringLiteral("the log could not be read: code %1").arg(static_cast<int>(m_failure->code)));
        }
    }
    Q_EMIT changed();
}

ReportState Review::state() const
{
    return m_status.state;
}

std::optional<Error> Review::refusal(ReviewAction action) const
{
    if (!m_workspace.m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (m_failure)
        return m_failure;
    if (const std::optional<Error> reason = m_workspace.readOnlyReason())
        return reason;
    std::optional<Error> refused = zhibao::refusal(m_status, m_workspace.m_session.person(), action);
    if (!refused && action == ReviewAction::RemoveScan && !inForce(m_entries, EntryKind::AttachScan))
        refused = Error{ErrorCode::ScanMissing, {m_workspace.m_report.unit}};
    return refused;
}

QMap<ReviewAction, Error> Review::refusals(qint64 report) const
{
    const bool inHand = m_workspace.m_id == report;
    const Result<ReviewStatus> status
        = inHand || !m_workspace.m_store ? Result<ReviewStatus>(m_status) : m_workspace.m_store->reviewStatus(report);
    const std::optional<Error> readOnly = m_workspace.readOnlyReason();
    QMap<ReviewAction, Error> refusals;
    for (const ReviewAction action : allActions()) {
        std::optional<Error> refused = inHand ? refusal(action) : readOnly;
        if (!inHand && !refused)
            refused = status ? zhibao::refusal(*status, m_workspace.m_session.person(), action) : status.error();
        if (refused)
            refusals.insert(action, *refused);
    }
    return refusals;
}

ReviewActions Review::allowed() const
{
    if (!m_workspace.m_id || m_failure || m_workspace.readOnlyReason())
        return {};
    return allowedActions(m_status, m_workspace.m_session.person());
}

Result<QList<LogEntry>> Review::entries() const
{
    return m_failure ? Result<QList<LogEntry>>(*m_failure) : m_entries;
}

Result<QList<Comment>> Review::comments() const
{
    return m_failure ? Result<QList<Comment>>(*m_failure) : commentsOf(m_entries);
}

int Review::openComments() const
{
    const QList<Comment> all = commentsOf(m_entries);
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [](const Comment &comment) { return !comment.resolved; }));
}

Result<void> Review::record(NewEntry entry)
{
    if (!m_workspace.m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!m_workspace.m_session.isSignedIn())
        return Error{ErrorCode::SignInNeeded, {m_workspace.m_report.unit}};
    if (!m_workspace.flush())
        return *m_workspace.m_saveError;
    entry.report = *m_workspace.m_id;
    if (Result<void> fits
        = checkExchangeable(*m_workspace.m_store, m_entries, entry, m_workspace.m_report, *m_workspace.m_notice);
        !fits)
        return fits;
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
    m_workspace.m_backups.noteChange();
    refresh();
    return {};
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
    NewEntry entry = m_workspace.m_session.told(kindOf(action), 0, reason);
    entry.detail = detail;
    entry.attachments = attachments;
    Result<void> recorded = record(entry);
    // What was handed in can no more be undone than a letter that was sent.
    if (recorded && stateAfter(m_status.state, action) != ReportState::Draft)
        m_workspace.m_undo.clear();
    return recorded;
}

Result<void> Review::submit(const QString &remark)
{
    return act(ReviewAction::Submit, remark);
}

Result<void> Review::withdraw(const QString &reason)
{
    return act(ReviewAction::Withdraw, reason);
}

Result<void> Review::returnForRevision(const QString &comment)
{
    return act(ReviewAction::Return, comment);
}

Result<void> Review::pass(const QString &remark)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Review))
        return *refused;
    if (Result<void> sound = withoutErrors(); !sound)
        return sound;
    return act(ReviewAction::Review, remark);
}

int Review::errors() const
{
    const QList<Finding> &findings = m_workspace.findings();
    return static_cast<int>(std::count_if(findings.cbegin(), findings.cend(),
        [](const Finding &finding) { return finding.level == FindingLevel::Error; }));
}

Result<void> Review::withoutErrors() const
{
    const int count = errors();
    if (count > 0)
        return Error{ErrorCode::ErrorsRemain, {m_workspace.m_report.unit, QString::number(count)}};
    return {};
}

Result<void> Review::approvable(bool despiteComments) const
{
    if (Result<void> sound = withoutErrors(); !sound)
        return sound;
    const int open = openComments();
    if (open > 0 && !despiteComments)
        return Error{ErrorCode::CommentsOpen, {m_workspace.m_report.unit, QString::number(open)}};
    return {};
}

Result<void> Review::approve(bool despiteComments, const QString &remark)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Approve))
        return *refused;
    if (Result<void> may = approvable(despiteComments); !may)
        return may;
    const QJsonObject counts{
        {QStringLiteral("total"), commentsOf(m_entries).size()}, {QStringLiteral("open"), openComments()}};
    return act(ReviewAction::Approve, remark, {{QStringLiteral("comments"), counts}});
}

Result<void> Review::passAndApprove(bool despiteComments, const QString &remark)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Review))
        return *refused;
    if (Result<void> may = approvable(despiteComments); !may)
        return may;
    if (Result<void> passed = pass(); !passed)
        return passed;
    return approve(despiteComments, remark);
}

Result<void> Review::unlock(const QString &reason)
{
    return act(ReviewAction::Unlock, reason);
}

Result<void> Review::placeSeal()
{
    if (const std::optional<Error> refused = refusal(ReviewAction::PlaceSeal))
        return *refused;
    const Result<std::optional<Session::SealPicture>> picture = m_workspace.m_session.sealPicture();
    if (!picture)
        return picture.error();
    if (!*picture)
        return Error{ErrorCode::SealMissing, {m_workspace.m_report.unit}};
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
        detail.insert(QStringLiteral("quote"), textAt(m_workspace.m_report, place).mid(offset, length));
    }
    return act(ReviewAction::Comment, text, detail);
}

Result<void> Review::answer(EntryKind kind, const QByteArray &comment, const QString &text)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Comment))
        return *refused;
    const QList<Comment> all = commentsOf(m_entries);
    const bool known = std::any_of(all.cbegin(), all.cend(), [&](const Comment &each) { return each.uid == comment; });
    if (!known)
        return Error{ErrorCode::CommentUnknown, {hexadecimal(comment)}};
    NewEntry entry = m_workspace.m_session.told(kind, 0, text);
    entry.detail = {{toKey, hexadecimal(comment)}};
    return record(entry);
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
    return reasonsIn(m_entries).value(form);
}

Result<QMap<QString, QString>> Review::latenessReasons(qint64 report) const
{
    if (!m_workspace.m_store)
        return QMap<QString, QString>();
    const Result<QList<LogEntry>> entries = m_workspace.m_store->log(report);
    return entries ? reasonsIn(*entries) : Result<QMap<QString, QString>>(entries.error());
}

Result<void> Review::explainLateness(const QString &form, const QString &reason)
{
    if (isBlank(reason))
        return Error{ErrorCode::ReasonMissing, {nameOf(EntryKind::Lateness)}};
    NewEntry entry = m_workspace.m_session.told(EntryKind::Lateness, 0, reason);
    entry.detail = {{formKey, form}};
    return record(entry);
}

std::optional<LogEntry> Review::approval() const
{
    return inForce(m_entries, EntryKind::Approve);
}

QHash<QByteArray, QString> Review::offices() const
{
    QHash<QByteArray, QString> names;
    const Result<QList<OfficeKey>> keys = m_workspace.m_session.trustedKeys();
    for (const OfficeKey &key : keys ? *keys : QList<OfficeKey>())
        names.insert(key.publicKey, key.name);
    return names;
}

Result<LogEntry> Review::logHead() const
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {m_workspace.askedStore()}};
    const Result<std::optional<LogEntry>> last = m_workspace.m_store->lastEntry();
    if (!last)
        return last.error();
    return *last ? Result<LogEntry>(**last)
                 : Result<LogEntry>(Error{ErrorCode::FileNotFound, {m_workspace.m_store->path()}});
}

Result<QList<FoundEntry>> Review::foundLog() const
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {m_workspace.askedStore()}};
    return m_workspace.m_store->foundLog();
}

OfficialMarks Review::marks() const
{
    if (!m_workspace.m_id)
        return {};
    const Result<OfficialMarks> marks = marksOf(*m_workspace.m_store, m_status.state, m_entries);
    if (marks)
        return *marks;
    log::error(QStringLiteral("the seal could not be read: code %1").arg(static_cast<int>(marks.error().code)));
    return {};
}

} // namespace zhibao
