// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/correspondence.h"

#include "base/digest.h"
#include "core/review/receipt.h"
#include "exchange/document/filekind.h"
#include "workspace/export/export.h"
#include "workspace/report/savefacts.h"
#include "workspace/task.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

QHash<QByteArray, LogEntry> byUid(const QList<LogEntry> &entries)
{
    QHash<QByteArray, LogEntry> sorted;
    for (const LogEntry &entry : entries)
        sorted.insert(entry.uid, entry);
    return sorted;
}

// Whether both are one entry; which office wrote it is for the store to compare.
bool isSame(LogEntry one, const LogEntry &other)
{
    one.origin = other.origin;
    return differencesOf(one, other).isEmpty();
}

IncomingFile toStore(const IncomingReview &review)
{
    const ReviewFile &file = review.file;
    IncomingFile incoming{
        file.notice, file.unit, file.sender, file.contents, {}, file.attachments, review.trusting, file.occasion};
    for (const ReviewItem &item : file.items)
        incoming.entries.append({item.entry, item.content, isProven(item.entry, file.sender)});
    return incoming;
}

// Without its picture no page with the seal could be printed.
Result<void> checkSeal(const LogEntry &entry, const Result<QByteArray> &picture, const QString &path)
{
    if (!picture)
        return Error{ErrorCode::PictureUnreadable, {path}};
    return Session::checkSeal(*picture, entry.detail.value(QStringLiteral("width")).toInt(), path);
}

// One that got lost on the way is told as lost.
Result<void> checkScan(const Result<QByteArray> &scan, const QString &path)
{
    return !scan || isScan(*scan) ? Result<void>() : Result<void>(Error{ErrorCode::PictureUnreadable, {path}});
}

// The store does not know what the file is called.
Error namedIn(const IncomingReview &incoming, Error error)
{
    if (error.code == ErrorCode::ArchiveMalformed)
        error.arguments[0] = incoming.path;
    return error;
}

bool isInHand(ReportState state)
{
    return state == ReportState::Draft || state == ReportState::Returned;
}

} // namespace

Correspondence::Correspondence(OpenReport &open)
    : m_open(open)
    , m_office(open.office())
{
}

QString Correspondence::fileName() const
{
    const QString date = m_office.clock()().date().toString(Qt::ISODate);
    const QString occasion = printedOccasion(m_open.report().occasion, m_open.notice().occasion);
    return zhibao::fileName(titleOn(occasion, tr("送审 %1").arg(date)), m_open.report().unit, u'.' + reviewFileSuffix);
}

Result<ReviewFile> Correspondence::collect(int &leftOut) const
{
    const Store &store = *m_office.store();
    const qint64 id = *m_open.id();
    const Result<QList<LogEntry>> entries = store.log(id);
    if (!entries)
        return entries.error();
    ReviewFile file{m_open.report().notice, m_open.report().unit, {}, {}, {}, {}, {}, m_office.catalogue().all(),
        m_open.report().occasion};
    QHash<qint64, int> contents; // by version
    QSet<QByteArray> attachments;
    for (const LogEntry &entry : *entries) {
        if (rolesFor(entry.kind) == OfficeRoles()) // of this store alone
            continue;
        if (!entry.origin.isEmpty() && entry.signature.isEmpty()) {
            ++leftOut;
            continue;
        }
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
        for (const QByteArray &digest : filesOf(entry))
            attachments.insert(digest);
    }
    for (const QByteArray &digest : std::as_const(attachments)) {
        const Result<QByteArray> bytes = store.attachment(digest);
        // It was lost to damage, or never came with what another office wrote.
        if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
            continue;
        if (!bytes)
            return bytes.error();
        file.attachments.append(*bytes);
    }
    return file;
}

Result<int> Correspondence::write(const QString &path, Existing existing)
{
    if (!m_open.id())
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!m_office.session().isSignedIn())
        return Error{ErrorCode::SignInNeeded, {m_open.report().unit}};
    const Result<OfficeKey> own = m_office.session().ownKey();
    const Result<SigningKey> key = own ? m_office.session().signingKey() : Result<SigningKey>(own.error());
    if (!key)
        return key.error();
    if (m_open.told().failure)
        return *m_open.told().failure;
    const QList<LogEntry> &entries = m_open.told().entries;
    const bool handedIn = std::any_of(
        entries.cbegin(), entries.cend(), [](const LogEntry &entry) { return entry.kind == EntryKind::Submit; });
    if (!handedIn)
        return Error{ErrorCode::ActionRefused, {task::writeReviewFile, nameOf(m_open.told().status.state)}};
    int leftOut = 0;
    Result<ReviewFile> file = collect(leftOut);
    if (!file)
        return file.error();
    file->office = own->name.isEmpty() ? file->unit : own->name;
    const Result<QByteArray> bytes = writeReviewFile(*file, m_open.notice(), *key, path);
    const Result<void> written = bytes ? writeDurably(path, *bytes, existing) : Result<void>(bytes.error());
    return written ? Result<int>(leftOut) : Result<int>(written.error());
}

Result<IncomingReview> Correspondence::read(const QString &path) const
{
    if (!m_office.store())
        return m_office.noStore().error();
    const Result<QByteArray> bytes = readWhole(path, reviewFileLimit);
    if (!bytes)
        return bytes.error();
    const Result<ReviewFile> file = parseReviewFile(*bytes, path, m_office.catalogue().all());
    if (!file)
        return orOtherKind(file.error(), path, *bytes, FileKind::Review);
    if (const QString known = m_office.knownUnit(file->unit); known != file->unit)
        return Error{ErrorCode::UnitAlike, {path, file->unit, known}};
    IncomingReview incoming{path, *bytes, *file, fingerprint(file->sender), false, {}, 0, {}, false, {}};
    const Result<QList<OfficeKey>> keys = m_office.store()->keys();
    const Result<std::optional<qint64>> found = m_office.store()->find(keyOf(*file));
    if (!keys || !found)
        return keys ? found.error() : keys.error();
    const auto sender = std::find_if(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &key) { return key.publicKey == file->sender; });
    incoming.trusted = sender != keys->cend();
    incoming.sender = incoming.trusted ? sender->name : QString();
    incoming.report = found->value_or(0);
    const Result<QList<LogEntry>> here
        = *found ? m_office.store()->log(**found) : Result<QList<LogEntry>>(QList<LogEntry>());
    if (!here)
        return here.error();
    const QHash<QByteArray, LogEntry> known = byUid(*here);
    bool handsIn = false;
    for (const ReviewItem &item : file->items) {
        const auto same = known.constFind(item.entry.uid);
        if (same != known.cend() && isSame(*same, item.entry))
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
    const Result<ReviewStatus> status = m_office.store()->reviewStatus(report);
    const Result<Report> current
        = m_open.id() == report ? Result<Report>(m_open.report()) : m_office.store()->load(report);
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

Result<void> Correspondence::mayTake(const IncomingReview &incoming) const
{
    if (!m_office.session().isSignedIn())
        return Error{ErrorCode::SignInNeeded, {incoming.file.unit}};
    const Result<QList<OfficeKey>> keys = m_office.store()->keys();
    if (!keys)
        return keys.error();
    const bool trusted = std::any_of(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &key) { return key.publicKey == incoming.file.sender; });
    if (!trusted && !incoming.trusting)
        return Error{ErrorCode::KeyUnknown, {incoming.path, incoming.fingerprint}};
    const Result<ReceivedEntries> checked = m_office.store()->checkReceipt(toStore(incoming), toldOf(incoming));
    return checked ? checkPictures(incoming) : Result<void>(checked.error());
}

// A seal that comes is one that could be stored here, and a scan is one.
Result<void> Correspondence::checkPictures(const IncomingReview &incoming) const
{
    QHash<QByteArray, QByteArray> files;
    for (const QByteArray &attachment : incoming.file.attachments)
        files.insert(digestOfBytes(attachment, DigestAlgorithm::Sha256), attachment);
    for (const LogEntry &entry : incoming.news) {
        const bool isSeal = entry.kind == EntryKind::PlaceSeal;
        const QList<QByteArray> named
            = isSeal || entry.kind == EntryKind::AttachScan ? filesOf(entry) : QList<QByteArray>();
        for (const QByteArray &digest : named) {
            const Result<QByteArray> bytes
                = files.contains(digest) ? files.value(digest) : m_office.store()->attachment(digest);
            const Result<void> fits = isSeal ? checkSeal(entry, bytes, incoming.path) : checkScan(bytes, incoming.path);
            if (!fits)
                return fits;
        }
        if (isSeal && named.isEmpty())
            return Error{ErrorCode::PictureUnreadable, {incoming.path}};
    }
    return {};
}

// The file is kept whole, and once: both offices may want to see what it said.
Result<void> Correspondence::keepConflict(const IncomingReview &incoming, const Error &conflict)
{
    NewEntry told = m_office.session().told(EntryKind::Conflict);
    told.detail = {{QStringLiteral("unit"), incoming.file.unit},
        {QStringLiteral("office"), conflict.arguments.value(0)},
        {QStringLiteral("differs"), conflict.arguments.value(3)}, {QStringLiteral("uid"), conflict.arguments.value(4)},
        {QStringLiteral("entry"), conflict.arguments.value(5).toLongLong()}};
    told.attachments = {incoming.bytes};
    if (m_office.store()->attachment(digestOfBytes(incoming.bytes, DigestAlgorithm::Sha256)))
        return {};
    if (const Result<LogEntry> recorded = m_office.store()->record(told); !recorded)
        return recorded.error();
    m_office.backups().noteChange();
    return {};
}

Result<void> Correspondence::check(const IncomingReview &incoming) const
{
    const Result<void> may = mayTake(incoming);
    return may ? may : Result<void>(namedIn(incoming, may.error()));
}

Result<ReceivedEntries> Correspondence::accept(const IncomingReview &given)
{
    IncomingReview incoming = given;
    if (incoming.trusting) {
        Result<OfficeKey> office = m_office.session().mayTrust(*incoming.trusting);
        if (!office)
            return office.error();
        incoming.trusting = *office;
    }
    if (const Result<void> may = mayTake(incoming); !may) {
        const Result<void> kept
            = may.error().code == ErrorCode::EntryConflict ? keepConflict(incoming, may.error()) : Result<void>();
        return kept ? namedIn(incoming, may.error()) : kept.error();
    }
    // What is on the screen is read anew afterwards.
    const std::optional<qint64> before = m_open.id();
    if (!m_open.close())
        return *m_open.saveError();
    m_office.backUpFirst();
    Result<ReceivedEntries> received = take(incoming);
    if (!received) {
        if (const Result<void> reopened = before ? m_open.open(*before) : Result<void>(); !reopened)
            return reopened.error();
        return namedIn(incoming, received.error());
    }
    m_office.backups().noteChange();
    const Result<void> opened = m_open.open(received->report);
    return opened ? received : Result<ReceivedEntries>(opened.error());
}

NewEntry Correspondence::toldOf(const IncomingReview &incoming) const
{
    NewEntry told = m_office.session().told(EntryKind::Received);
    told.detail = {{QStringLiteral("unit"), incoming.file.unit}, {QStringLiteral("entries"), incoming.news.size()}};
    return told;
}

Result<ReceivedEntries> Correspondence::take(const IncomingReview &incoming)
{
    const ReviewFile &file = incoming.file;
    const Report latest = file.contents.isEmpty() ? emptyReport(keyOf(file)) : file.contents.constLast();
    const QList<Notice> notices = m_office.catalogue().all() + file.definitions;
    const Notice *const notice = findNotice(notices, latest.notice, latest.definition);
    Result<ReceivedEntries> received = Error{ErrorCode::NoticeUnknown, {incoming.path, file.notice}};
    const Result<void> done = m_office.keepNotices(file.definitions, [&]() -> Result<void> {
        if (notice)
            received = m_office.store()->receive(toStore(incoming), saveFacts(latest, *notice), toldOf(incoming));
        return received ? Result<void>() : Result<void>(received.error());
    });
    return done ? received : Result<ReceivedEntries>(done.error());
}

} // namespace zhibao
