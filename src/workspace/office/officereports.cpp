// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The reports of the open store: read, added, updated, taken off the list.
#include "base/log.h"
#include "core/compare/noticecomparison.h"
#include "core/report/lineids.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"
#include "store/store.h"
#include "workspace/describe/describe.h"
#include "workspace/export/exportrecord.h"
#include "workspace/office/office.h"
#include "workspace/report/changedplaces.h"
#include "workspace/report/savefacts.h"
#include "workspace/review/exchangelimits.h"

#include <algorithm>

namespace zhibao {

Result<QList<ReportSummary>> Office::reports() const
{
    return m_store ? m_store->reports() : Result<QList<ReportSummary>>(QList<ReportSummary>());
}

Result<QList<ReportSummary>> Office::removedReports() const
{
    return m_store ? m_store->removedReports() : Result<QList<ReportSummary>>(QList<ReportSummary>());
}

Result<std::optional<qint64>> Office::find(const ReportKey &key) const
{
    return m_store ? m_store->find(key) : Result<std::optional<qint64>>(noStore().error());
}

Result<StoredReport> Office::read(qint64 id) const
{
    if (!m_store)
        return noStore().error();
    const Result<Report> report = m_store->load(id);
    if (!report)
        return report.error();
    const Notice *const notice = m_catalogue.noticeOf(*report);
    if (!notice)
        return Error{ErrorCode::NoticeUnknown, {QString(), report->notice}};
    const Result<QDateTime> changed = m_store->changedAt(id);
    const Result<ReviewStatus> status = m_store->reviewStatus(id);
    const Result<QList<LogEntry>> entries = m_store->log(id);
    if (!changed)
        return changed.error();
    if (!status || !entries)
        return status ? entries.error() : status.error();
    return StoredReport{id, *report, *notice, *changed, *status, *entries};
}

Result<OfficialMarks> Office::marks(const StoredReport &report) const
{
    return m_store ? marksOf(*m_store, report.status.state, report.entries) : Result<OfficialMarks>(noStore().error());
}

Result<void> Office::mayEdit(const ReviewStatus &status) const
{
    const std::optional<Error> refused = zhibao::refusal(status, m_session.person(), ReviewAction::Edit);
    return refused ? Result<void>(*refused) : Result<void>();
}

std::optional<Error> Office::refusal(
    const ReviewStatus &status, const QList<LogEntry> &entries, const QString &unit, ReviewAction action) const
{
    if (const std::optional<Error> reason = readOnlyReason())
        return reason;
    std::optional<Error> refused = zhibao::refusal(status, m_session.person(), action);
    if (!refused && action == ReviewAction::RemoveScan && !inForce(entries, EntryKind::AttachScan))
        refused = Error{ErrorCode::ScanMissing, {unit}};
    return refused;
}

// The list asks for many: the log is read only of what may have a scan.
QMap<ReviewAction, Error> Office::refusals(qint64 report) const
{
    const Result<ReviewStatus> status
        = m_store ? m_store->reviewStatus(report) : Result<ReviewStatus>(noStore().error());
    const Result<QList<LogEntry>> entries = !status ? Result<QList<LogEntry>>(status.error())
        : isFrozen(status->state)                   ? m_store->log(report)
                                                    : Result<QList<LogEntry>>(QList<LogEntry>());
    QMap<ReviewAction, Error> refusals;
    for (const ReviewAction action : allActions()) {
        const std::optional<Error> refused = entries
            ? refusal(*status, *entries, entries->isEmpty() ? QString() : entries->constFirst().unit, action)
            : entries.error();
        if (refused)
            refusals.insert(action, *refused);
    }
    return refusals;
}

Result<QMap<QString, QString>> Office::latenessReasons(qint64 report) const
{
    if (!m_store)
        return QMap<QString, QString>();
    const Result<QList<LogEntry>> entries = m_store->log(report);
    return entries ? latenessReasonsIn(*entries) : Result<QMap<QString, QString>>(entries.error());
}

Result<void> Office::noteExport(qint64 report, qint64 version, const QList<ExportedFile> &files)
{
    if (!m_store)
        return noStore();
    const Result<void> recorded = recordExport(*m_store, m_session.told(EntryKind::Exported, report), version, files);
    if (recorded)
        m_backups.noteChange();
    return recorded;
}

Result<qint64> Office::findOrAdd(const ReportKey &key)
{
    const QString unit = knownUnit(wellFormed(key.unit));
    const Notice *const asked = m_catalogue.notice(key.notice);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), key.notice}};
    if (foldedName(unit).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (const Result<void> fits = checkNames({unit}); !fits)
        return fits.error();
    const Result<std::optional<qint64>> found = find({key.notice, unit, key.occasion});
    if (!found)
        return found.error();
    if (*found)
        return **found;
    if (const Result<void> fits = checkOccasion(*asked, key.occasion); !fits)
        return fits.error();
    if (const Result<void> may = mayEdit(ReviewStatus()); !may)
        return may.error();
    const Report report = newReport(*asked, unit, key.occasion);
    const Result<qint64> added = m_store->add(report, saveFacts(report, *asked));
    if (added)
        m_backups.noteChange();
    return added;
}

Result<QString> Office::nextOccasion(const Notice &notice, const QString &unit) const
{
    const Result<QList<ReportSummary>> all = reports();
    if (!all)
        return all.error();
    const QString known = knownUnit(unit);
    QStringList there;
    for (const ReportSummary &report : *all) {
        if (report.notice == notice.number && report.unit == known)
            there.append(report.occasion);
    }
    return proposedOccasion(notice.occasion, there, m_clock().date());
}

void Office::backUpFirst()
{
    if (const Result<void> kept = m_backups.makeIfChanged(); !kept)
        log::warning(QStringLiteral("no backup before what came in: code %1").arg(static_cast<int>(kept.error().code)));
}

Result<QList<ImportedReport>> Office::importReports(const QList<Report> &reports)
{
    if (!m_store)
        return noStore().error();
    backUpFirst();
    QList<ImportedReport> all;
    const Result<void> done = m_store->together([&]() -> Result<void> {
        for (const Report &report : reports) {
            const Result<ImportedReport> imported = import(report);
            if (!imported)
                return imported.error();
            all.append(*imported);
        }
        return {};
    });
    if (!done)
        return done.error();
    const bool anyChanged = std::any_of(all.cbegin(), all.cend(),
        [](const ImportedReport &imported) { return imported.added || !imported.changed.isEmpty(); });
    if (anyChanged)
        m_backups.noteChange();
    return all;
}

Result<ImportedReport> Office::import(const Report &given)
{
    Report report = given;
    report.unit = knownUnit(report.unit);
    const Notice *const asked = m_catalogue.noticeOf(report);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), report.notice}};
    if (const Result<void> fits = checkOccasion(*asked, report.occasion); !fits)
        return fits.error();
    if (foldedName(report.unit).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (const Result<void> fits = checkNames({report.unit}); !fits)
        return fits.error();
    const Result<std::optional<qint64>> found = find(keyOf(report));
    if (!found)
        return found.error();
    if (*found)
        return update(**found, report);
    if (const Result<void> may = mayEdit(ReviewStatus()); !may)
        return may.error();
    const Result<qint64> added = m_store->add(withLineIds(report, {}), saveFacts(report, *asked));
    return added ? Result<ImportedReport>(ImportedReport{*added, true, {}}) : Result<ImportedReport>(added.error());
}

Report Office::updated(const Report &before, const Report &by)
{
    Report after = before;
    for (auto form = by.forms.cbegin(); form != by.forms.cend(); ++form)
        after.forms.insert(form.key(), form.value());
    return withLineIds(after, before);
}

Result<Report> Office::asFollowing(const Report &report, const Notice &notice) const
{
    const Notice *const own = m_catalogue.noticeOf(report);
    if (!own)
        return Error{ErrorCode::NoticeUnknown, {QString(), report.notice}};
    if (own->digest == notice.digest)
        return report;
    if (const Result<void> fits = checkOccasion(notice, report.occasion); !fits)
        return fits.error();
    CarriedReport carried = carriedOver(report, *own, notice);
    if (!carried.left.isEmpty())
        return Error{ErrorCode::TextsLeft,
            {report.unit, QString::number(carried.left.size()), describePlace(*own, carried.left.constFirst())}};
    return carried.report;
}

Result<ImportedReport> Office::update(qint64 id, const Report &given)
{
    const Result<Report> before = m_store->load(id);
    if (!before)
        return before.error();
    const Notice *const followed = m_catalogue.noticeOf(*before);
    if (!followed)
        return Error{ErrorCode::NoticeUnknown, {QString(), before->notice}};
    const Notice &notice = *followed;
    const Result<Report> report = asFollowing(given, notice);
    if (!report)
        return report.error();
    const Report after = updated(*before, *report);
    const ImportedReport imported{
        id, false, changedPlaces(completed(*before, notice), completed(after, notice), notice)};
    if (completed(after, notice) == completed(*before, notice))
        return imported;
    const Result<ReviewStatus> status = m_store->reviewStatus(id);
    if (!status)
        return status.error();
    if (const Result<void> may = mayEdit(*status); !may)
        return may.error();
    const Result<QDateTime> saved = m_store->save(id, after, saveFacts(after, notice), VersionCause::Imported);
    return saved ? Result<ImportedReport>(imported) : Result<ImportedReport>(saved.error());
}

Result<void> Office::removeReport(qint64 id)
{
    if (!m_store)
        return noStore();
    const Result<ReviewStatus> status = m_store->reviewStatus(id);
    if (!status)
        return status.error();
    if (const std::optional<Error> refused = zhibao::refusal(*status, m_session.person(), ReviewAction::Remove))
        return *refused;
    Result<void> removed = m_store->remove(id);
    if (removed)
        m_backups.noteChange();
    return removed;
}

Result<void> Office::putBackReport(qint64 id)
{
    if (!m_store)
        return noStore();
    if (Result<void> may = mayEdit(ReviewStatus()); !may)
        return may;
    Result<void> back = m_store->putBack(id);
    if (back)
        m_backups.noteChange();
    return back;
}

} // namespace zhibao
