// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"
#include "core/foldedname.h"
#include "core/lineids.h"
#include "workspace/changedplaces.h"
#include "workspace/exchangelimits.h"
#include "workspace/workspace.h"

namespace zhibao {

namespace {

constexpr int saveRetry = 5000; // milliseconds

} // namespace

bool Workspace::flush()
{
    return save(VersionCause::Edited);
}

bool Workspace::save(VersionCause cause)
{
    m_autosave.stop();
    if (m_saved)
        return true;
    const Result<QDateTime> saved = m_store->save(*m_id, m_report, facts(m_report, *m_notice), cause);
    if (!saved) {
        log::error(QStringLiteral("saving failed with code %1").arg(static_cast<int>(saved.error().code)));
        m_autosave.start(saveRetry);
        changeSaved(false, saved.error());
        return false;
    }
    m_savedAt = *saved;
    m_backups.noteChange();
    doubtClock(m_clockWatch.look());
    changeSaved(true, std::nullopt);
    return true;
}

void Workspace::doubtClock(const std::optional<ClockDoubt> &doubt)
{
    if (!doubt)
        return;
    log::warning(QStringLiteral("the clock jumped to ") + doubt->told.toString(Qt::ISODate));
    m_clockDoubt = doubt;
    Q_EMIT clockDoubted();
}

void Workspace::changeSaved(bool saved, std::optional<Error> error)
{
    // A save is always told, since its time is shown.
    const bool told = !saved && !m_saved && error == m_saveError;
    m_saved = saved;
    m_saveError = std::move(error);
    if (!told)
        Q_EMIT savedChanged();
}

Result<Workspace::Imported> Workspace::importReport(const Report &given)
{
    Report report = given;
    report.unit = knownUnit(report.unit);
    const Notice *const asked = m_catalogue.notice(report.notice);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), report.notice}};
    if (foldedName(report.unit).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (const Result<void> fits = checkNames({report.unit}); !fits)
        return fits.error();
    if (!m_store)
        return noStore().error();
    // An import can be undone; a backup that fails is told, and does not stand in its way.
    if (const Result<void> kept = m_backups.makeIfChanged(); !kept)
        log::warning(QStringLiteral("no backup before an import: code %1").arg(static_cast<int>(kept.error().code)));
    const Result<std::optional<qint64>> found = m_store->find(report.notice, report.unit);
    if (!found)
        return found.error();
    if (*found)
        return update(**found, report, *asked);
    if (const Result<void> may = mayEdit(ReviewStatus()); !may)
        return may.error();
    const Result<qint64> added = m_store->add(withLineIds(report, {}), facts(report, *asked));
    if (!added)
        return added.error();
    m_backups.noteChange();
    return Imported{*added, true, {}};
}

Result<Workspace::Imported> Workspace::update(qint64 id, const Report &report, const Notice &notice)
{
    const bool inHand = m_id == id;
    const Result<Report> before = inHand ? Result<Report>(m_report) : m_store->load(id);
    if (!before)
        return before.error();
    Report after = *before;
    for (auto form = report.forms.cbegin(); form != report.forms.cend(); ++form)
        after.forms.insert(form.key(), form.value());
    after = withLineIds(after, *before);
    const Imported imported{id, false, changedPlaces(completed(*before, notice), completed(after, notice), notice)};
    if (completed(after, notice) == completed(*before, notice))
        return imported;
    const Result<ReviewStatus> status = m_store->reviewStatus(id);
    if (!status)
        return status.error();
    if (const Result<void> may = mayEdit(*status); !may)
        return may.error();
    if (inHand) {
        // What is on the screen changes as one step that can be undone.
        if (const Result<void> applied = apply(completed(after, notice), {{}, true}, tr("导入")); !applied)
            return applied.error();
        return save(VersionCause::Imported) ? Result<Imported>(imported) : Result<Imported>(*m_saveError);
    }
    if (const Result<QDateTime> saved = m_store->save(id, after, facts(after, notice), VersionCause::Imported); !saved)
        return saved.error();
    m_backups.noteChange();
    return imported;
}

Result<void> Workspace::removeReport(qint64 id)
{
    if (!m_store)
        return noStore();
    // What was typed last belongs to what may be put back.
    if (m_id == id && !flush())
        return *m_saveError;
    const Result<ReviewStatus> status = m_store->reviewStatus(id);
    if (!status)
        return status.error();
    if (const std::optional<Error> refused = refusal(*status, m_session.person(), ReviewAction::Remove))
        return *refused;
    if (Result<void> removed = m_store->remove(id); !removed)
        return removed;
    if (m_id == id)
        forget();
    m_backups.noteChange();
    return {};
}

Result<void> Workspace::putBackReport(qint64 id)
{
    if (!m_store)
        return noStore();
    if (Result<void> may = mayEdit(ReviewStatus()); !may)
        return may;
    if (Result<void> back = m_store->putBack(id); !back)
        return back;
    m_backups.noteChange();
    return {};
}

Result<QList<ReportSummary>> Workspace::removedReports() const
{
    return m_store ? m_store->removedReports() : Result<QList<ReportSummary>>(QList<ReportSummary>());
}

} // namespace zhibao
