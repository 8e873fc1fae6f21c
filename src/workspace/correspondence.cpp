// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/correspondence.h"

#include "base/log.h"
#include "workspace/export.h"
#include "workspace/workspace.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

// The attachments that an entry's detail names, by their digests in hexadecimal.
QStringList attachmentsOf(const LogEntry &entry)
{
    QStringList digests;
    const QString picture = entry.detail.value(QStringLiteral("picture")).toString();
    if (!picture.isEmpty())
        digests.append(picture);
    const QJsonArray files = entry.detail.value(QStringLiteral("files")).toArray();
    for (const QJsonValue &file : files)
        digests.append(file.toObject().value(QStringLiteral("digest")).toString());
    return digests;
}

QSet<QByteArray> uidsOf(const QList<LogEntry> &entries)
{
    QSet<QByteArray> uids;
    for (const LogEntry &entry : entries)
        uids.insert(entry.uid);
    return uids;
}

bool isInHand(ReportState state)
{
    return state == ReportState::Draft || state == ReportState::Returned;
}

} // namespace

Correspondence::Correspondence(Workspace &workspace)
    : m_workspace(workspace)
{
}

QString Correspondence::fileName() const
{
    const QString date = m_workspace.m_clock().date().toString(Qt::ISODate);
    return zhibao::fileName(tr("送审 %1").arg(date), m_workspace.m_report.unit, u'.' + reviewFileSuffix);
}

Result<ReviewFile> Correspondence::collect() const
{
    const Store &store = *m_workspace.m_store;
    const qint64 id = *m_workspace.m_id;
    const Result<QList<LogEntry>> entries = store.log(id);
    if (!entries)
        return entries.error();
    ReviewFile file{m_workspace.m_report.notice, m_workspace.m_report.unit, m_workspace.m_report.unit, {}, {}, {}, {}};
    QHash<qint64, int> contents; // by version
    QSet<QString> attachments;
    for (const LogEntry &entry : *entries) {
        ReviewItem item{entry, -1};
        if (entry.version > 0) {
            auto known = contents.constFind(entry.version);
            if (known == contents.cend()) {
                const Result<Report> content = store.loadVersion(id, entry.version);
                if (!content)
                    return content.error();
                known = contents.insert(entry.version, static_cast<int>(file.contents.size()));
                file.contents.append(*content);
            }
            item.content = *known;
        }
        file.items.append(item);
        for (const QString &digest : attachmentsOf(entry))
            attachments.insert(digest);
    }
    for (const QString &digest : std::as_const(attachments)) {
        const Result<QByteArray> bytes = store.attachment(QByteArray::fromHex(digest.toLatin1()));
        // It was lost to damage, or never came with what another office wrote.
        if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
            continue;
        if (!bytes)
            return bytes.error();
        file.attachments.append(*bytes);
    }
    return file;
}

Result<void> Correspondence::write(const QString &path, Existing existing)
{
    if (!m_workspace.m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!m_workspace.m_session.isSignedIn())
        return Error{ErrorCode::SignInNeeded, {m_workspace.m_report.unit}};
    const Result<OfficeKey> key = m_workspace.m_session.ownKey();
    if (!key)
        return key.error();
    const Result<ReviewFile> file = collect();
    if (!file)
        return file.error();
    const bool handedIn = std::any_of(file->items.cbegin(), file->items.cend(),
        [](const ReviewItem &item) { return item.entry.kind == EntryKind::Submit; });
    if (!handedIn)
        return Error{ErrorCode::ActionRefused, {tr("生成送审文件"), nameOf(m_workspace.m_review.state())}};
    const Result<QByteArray> bytes
        = writeReviewFile(*file, *m_workspace.m_notice, {key->publicKey, key->secretKey}, path);
    return bytes ? writeDurably(path, *bytes, existing) : Result<void>(bytes.error());
}

Result<IncomingReview> Correspondence::read(const QString &path) const
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    const Result<ReviewFile> file = readReviewFile(path, m_workspace.m_catalogue.notices);
    if (!file)
        return file.error();
    IncomingReview incoming{path, *file, fingerprint(file->sender), false, 0, {}, false};
    const Result<QList<OfficeKey>> keys = m_workspace.m_store->keys();
    const Result<std::optional<qint64>> found = m_workspace.m_store->find(file->notice, file->unit);
    if (!keys || !found)
        return keys ? found.error() : keys.error();
    incoming.trusted = std::any_of(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &key) { return key.publicKey == file->sender; });
    incoming.report = found->value_or(0);
    const Result<QList<LogEntry>> here
        = *found ? m_workspace.m_store->log(**found) : Result<QList<LogEntry>>(QList<LogEntry>());
    if (!here)
        return here.error();
    const QSet<QByteArray> known = uidsOf(*here);
    bool handsIn = false;
    for (const ReviewItem &item : file->items) {
        if (known.contains(item.entry.uid))
            continue;
        incoming.news.append(item.entry);
        handsIn = handsIn || item.entry.kind == EntryKind::Submit;
    }
    if (*found && handsIn) {
        const Result<bool> sets = setsAside(**found, *file, *here);
        if (!sets)
            return sets.error();
        incoming.setsAside = *sets;
    }
    return incoming;
}

// Whether what stands here was typed here, and is known neither to the file nor to the log.
Result<bool> Correspondence::setsAside(qint64 report, const ReviewFile &file, const QList<LogEntry> &here) const
{
    const Result<ReviewStatus> status = m_workspace.m_store->reviewStatus(report);
    const Result<Report> current
        = m_workspace.m_id == report ? Result<Report>(m_workspace.m_report) : m_workspace.m_store->load(report);
    if (!status || !current)
        return status ? current.error() : status.error();
    if (!isInHand(status->state))
        return false;
    const ContentDigest digest = contentDigest(*current);
    const bool inFile = std::any_of(file.contents.cbegin(), file.contents.cend(),
        [&](const Report &content) { return contentDigest(content) == digest; });
    const bool inLog
        = std::any_of(here.cbegin(), here.cend(), [&](const LogEntry &entry) { return entry.content == digest; });
    return !inFile && !inLog;
}

Result<ReceivedEntries> Correspondence::accept(const IncomingReview &incoming)
{
    if (!m_workspace.m_session.isSignedIn())
        return Error{ErrorCode::SignInNeeded, {incoming.file.unit}};
    const Result<QList<OfficeKey>> keys = m_workspace.m_store->keys();
    if (!keys)
        return keys.error();
    const bool trusted = std::any_of(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &key) { return key.publicKey == incoming.file.sender; });
    if (!trusted)
        return Error{ErrorCode::KeyUnknown, {incoming.path, incoming.fingerprint}};
    // What is on the screen is read anew afterwards.
    const std::optional<qint64> before = m_workspace.m_id;
    if (!m_workspace.closeReport())
        return *m_workspace.m_saveError;
    if (const Result<void> kept = m_workspace.m_backups.makeIfChanged(); !kept)
        log::warning(
            QStringLiteral("no backup before a review file: code %1").arg(static_cast<int>(kept.error().code)));
    Result<ReceivedEntries> received = take(incoming);
    if (!received) {
        if (const Result<void> reopened = before ? m_workspace.openReport(*before) : Result<void>(); !reopened)
            return reopened.error();
        if (received.error().code == ErrorCode::ArchiveMalformed)
            return Error{ErrorCode::ArchiveMalformed, {incoming.path, received.error().arguments.value(1)}};
        return received;
    }
    m_workspace.m_backups.noteChange();
    Q_EMIT m_workspace.reportsChanged();
    const Result<void> opened = m_workspace.openReport(received->report);
    return opened ? received : Result<ReceivedEntries>(opened.error());
}

Result<ReceivedEntries> Correspondence::take(const IncomingReview &incoming)
{
    const ReviewFile &file = incoming.file;
    QList<IncomingEntry> entries;
    for (const ReviewItem &item : file.items) {
        IncomingEntry entry{item.entry, {}};
        if (item.content >= 0)
            entry.content = file.contents.at(item.content);
        entries.append(entry);
    }
    NewEntry told = m_workspace.m_session.told(EntryKind::Received);
    told.detail = {{QStringLiteral("unit"), file.unit}, {QStringLiteral("entries"), incoming.news.size()}};
    const Notice *const notice = m_workspace.m_catalogue.notice(file.notice);
    const Report latest = file.contents.isEmpty() ? Report{file.notice, file.unit, {}} : file.contents.constLast();
    return m_workspace.m_store->receive(latest, m_workspace.facts(latest, *notice), entries, file.attachments, told);
}

} // namespace zhibao
