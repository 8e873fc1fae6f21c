// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/reviewflows.h"

#include "base/digest.h"
#include "calls/calls.h"
#include "durability/storeflows.h"
#include "store/backup/inspection.h"

namespace zhibao::durability {

namespace {

const Person onlyUser{{}, {}, {}, allDuties};

QByteArray scan()
{
    return QByteArray(100'000, 's');
}

QByteArray otherOffice()
{
    return QByteArray(32, 'o');
}

NewEntry entryOf(EntryKind kind, qint64 report)
{
    NewEntry entry;
    entry.kind = kind;
    entry.report = report;
    entry.person = onlyUser;
    entry.reason = QStringLiteral("理由");
    return entry;
}

Result<qint64> reportIn(const Store &store)
{
    const Report report = numberedReport(0);
    const Result<std::optional<qint64>> found = store.find(keyOf(report));
    if (!found)
        return found.error();
    return *found ? Result<qint64>(**found) : Result<qint64>(Error{ErrorCode::ReportNotFound, {}});
}

bool record(const QString &folder, EntryKind kind, const QList<QByteArray> &attachments = {})
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    const Result<qint64> report = store ? reportIn(**store) : Result<qint64>(store.error());
    if (!report)
        return false;
    NewEntry entry = entryOf(kind, *report);
    entry.attachments = attachments;
    return static_cast<bool>((*store)->record(entry));
}

void prepare(const QString &folder, const QList<EntryKind> &steps)
{
    for (const EntryKind step : steps) {
        if (!record(folder, step))
            qFatal("no report to start from");
    }
}

int recordAcknowledged(const QString &folder, EntryKind kind, const QList<QByteArray> &attachments = {})
{
    if (!record(folder, kind, attachments))
        return 1;
    calls::acknowledge("1");
    return 0;
}

// What one step makes of the store.
struct Step {
    ReportState before;
    ReportState after;
    EntryKind next; // can be done from either state
    bool hasScan = false; // comes with it
    int stateAfter = 0; // of the numbered report
};

QString problemIn(const Store &store, qint64 report, const Step &step, const Told &told)
{
    const Result<ReviewStatus> status = store.reviewStatus(report);
    const Result<Report> content = store.load(report);
    const Result<QList<LogEntry>> entries = store.log();
    if (!status || !content || !entries)
        return QStringLiteral("cannot be read");
    const bool isDone = status->state == step.after;
    if (!isDone && status->state != step.before)
        return QStringLiteral("a state between");
    if (!isDone && !told.acknowledged.isEmpty())
        return QStringLiteral("what was acknowledged is not there");
    if (*content != numberedReport(isDone ? step.stateAfter : 0))
        return QStringLiteral("another content than that of the state");
    const QByteArray digest = digestOfBytes(scan(), DigestAlgorithm::Sha256);
    if (static_cast<bool>(store.attachment(digest)) != (isDone && step.hasScan))
        return QStringLiteral("the scan without its entry, or the entry without its scan");
    return {};
}

Finding check(const QString &folder, const Told &told, const Step &step)
{
    {
        const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
        const Result<qint64> report = store ? reportIn(**store) : Result<qint64>(store.error());
        if (!report)
            return {Damage::Corrupt, QStringLiteral("does not open")};
        if (const QString problem = problemIn(**store, *report, step, told); !problem.isEmpty())
            return {told.acknowledged.isEmpty() ? Damage::Corrupt : Damage::Lost, problem};
    }
    if (!record(folder, step.next))
        return {Damage::Corrupt, QStringLiteral("cannot go on")};
    const Result<Inspection> inspection = inspect(storeIn(folder));
    return inspection && inspection->damages.isEmpty() ? Finding()
                                                       : Finding{Damage::Corrupt, QStringLiteral("damaged")};
}

} // namespace

void prepareReviewing(const QString &folder)
{
    prepareStore(folder);
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    NewEntry allowed = entryOf(EntryKind::SoleOffice, 0);
    allowed.detail = {{QStringLiteral("allowed"), true}};
    if (!store || !(*store)->record(allowed))
        qFatal("no office to start from");
}

int submitReport(const QString &folder)
{
    return recordAcknowledged(folder, EntryKind::Submit);
}

Finding checkSubmitting(const QString &folder, const Told &told)
{
    return check(folder, told, {ReportState::Draft, ReportState::Submitted, EntryKind::Comment});
}

void prepareReviewed(const QString &folder)
{
    prepareReviewing(folder);
    prepare(folder, {EntryKind::Submit, EntryKind::Review});
}

int approveReport(const QString &folder)
{
    return recordAcknowledged(folder, EntryKind::Approve);
}

Finding checkApproving(const QString &folder, const Told &told)
{
    return check(folder, told, {ReportState::Reviewed, ReportState::Approved, EntryKind::Lateness});
}

void prepareApproved(const QString &folder)
{
    prepareReviewed(folder);
    prepare(folder, {EntryKind::Approve});
}

int attachScan(const QString &folder)
{
    return recordAcknowledged(folder, EntryKind::AttachScan, {scan()});
}

Finding checkAttaching(const QString &folder, const Told &told)
{
    return check(folder, told, {ReportState::Approved, ReportState::Sealed, EntryKind::Unlock, true});
}

void prepareReceiving(const QString &folder)
{
    prepareReviewing(folder);
    const QString unit = numberedReport(1).unit;
    NewEntry trusted = entryOf(EntryKind::KeyTrusted, 0);
    trusted.key = OfficeKey{otherOffice(), {}, unit, someDay(), {unit}, allRoles};
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    if (!store || !(*store)->record(trusted))
        qFatal("no office to receive from");
}

int receiveReport(const QString &folder)
{
    const Report content = numberedReport(1);
    LogEntry submitted;
    submitted.kind = EntryKind::Submit;
    submitted.uid = QByteArray(16, 'u');
    submitted.notice = content.notice;
    submitted.unit = content.unit;
    submitted.at = someDay();
    submitted.origin = otherOffice();
    submitted.content = contentDigest(content);
    const QByteArray digest = digestOfBytes(scan(), DigestAlgorithm::Sha256);
    submitted.detail = {{QStringLiteral("picture"), QString::fromLatin1(digest.toHex())}};
    const IncomingFile file{
        content.notice, content.unit, submitted.origin, {content}, {{submitted, 0, true}}, {scan()}};
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    if (!store || !(*store)->receive(file, {}, entryOf(EntryKind::Received, 0)))
        return 1;
    calls::acknowledge("1");
    return 0;
}

Finding checkReceiving(const QString &folder, const Told &told)
{
    return check(folder, told, {ReportState::Draft, ReportState::Submitted, EntryKind::Comment, true, 1});
}

} // namespace zhibao::durability
