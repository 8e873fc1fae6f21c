// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/report/openreport.h"

#include "base/log.h"
#include "core/report/lineids.h"
#include "store/store.h"
#include "workspace/describe/describe.h"
#include "workspace/review/exchangelimits.h"

#include <exception>

namespace zhibao {

namespace {

constexpr int findingsPause = 200; // milliseconds

} // namespace

OpenReport::OpenReport(Office &office, QObject *parent)
    : QObject(parent)
    , m_office(office)
{
    connect(&office.session(), &Session::changed, this, &OpenReport::readTold);
    m_autosave.setSingleShot(true);
    connect(&m_autosave, &QTimer::timeout, this, &OpenReport::flush);
    m_pause.setSingleShot(true);
    m_pause.setInterval(findingsPause);
    connect(&m_pause, &QTimer::timeout, this, &OpenReport::findingsChanged);
}

OpenReport::~OpenReport()
{
    // Who still listens while the members go would reach into what is half gone.
    blockSignals(true);
    try {
        flush();
    } catch (const std::exception &) {
        // Memory is full, which the window tells; what could not be written any more is at most what was typed last.
    }
}

Result<qint64> OpenReport::create(const QString &notice, const QString &unit, const QString &occasion)
{
    const Result<qint64> id = m_office.findOrAdd({notice, unit, occasion});
    const Result<void> opened = id ? open(*id) : Result<void>(id.error());
    return opened ? id : Result<qint64>(opened.error());
}

Result<void> OpenReport::open(qint64 id)
{
    if (!m_office.hasStore())
        return m_office.noStore();
    if (m_id == id)
        return {};
    Store &store = *m_office.store();
    const Result<Report> report = store.load(id);
    if (!report)
        return report.error();
    const Notice *const asked = m_office.catalogue().noticeOf(*report);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), report->notice}};
    const Result<QDateTime> changed = store.changedAt(id);
    if (!changed)
        return changed.error();
    if (!close())
        return *m_saveError;
    if (!m_office.readOnlyReason()) {
        if (const Result<void> thinned = store.thin(id); !thinned)
            log::warning(
                QStringLiteral("history not thinned out: code %1").arg(static_cast<int>(thinned.error().code)));
    }
    m_id = id;
    m_notice = *asked;
    m_report = withLineIds(completed(*report, *asked), {});
    m_savedAt = *changed;
    readTold();
    Q_EMIT opened();
    return {};
}

bool OpenReport::close()
{
    if (!m_id)
        return true;
    if (!flush())
        return false;
    forget();
    return true;
}

void OpenReport::forget()
{
    m_autosave.stop();
    m_pause.stop();
    m_undo.clear();
    endBurst();
    m_id.reset();
    m_notice = {};
    m_report = {};
    m_findings.reset();
    m_checked = {};
    m_words.clear();
    m_saved = true;
    m_savedAt = {};
    m_saveError.reset();
    readTold();
    Q_EMIT closed();
}

QString OpenReport::name() const
{
    return describeReport(m_report.unit, m_report.occasion, &m_notice);
}

const Notice &OpenReport::notice() const
{
    Q_ASSERT(m_id);
    return m_notice;
}

QString OpenReport::entryNoun(const QString &form) const
{
    const Form *const found = m_notice.form(form);
    return found && found->table() ? found->table()->entryNoun : QString();
}

const QList<Finding> &OpenReport::findings()
{
    if (!m_findings)
        m_findings = m_id ? check(m_report, m_notice, m_checked) : QList<Finding>();
    return *m_findings;
}

WordCount OpenReport::words(const QString &form)
{
    if (!m_id)
        return {};
    const auto known = m_words.constFind(form);
    if (known != m_words.cend())
        return *known;
    return *m_words.insert(form, countForm(m_report, m_notice, form));
}

int OpenReport::progress()
{
    return m_id ? progressOf(m_report, m_notice) : 0;
}

void OpenReport::readTold()
{
    m_told = {};
    if (m_id) {
        const Result<ReviewStatus> status = m_office.store()->reviewStatus(*m_id);
        const Result<QList<LogEntry>> entries = m_office.store()->log(*m_id);
        if (status && entries) {
            m_told.status = *status;
            m_told.entries = *entries;
        } else {
            m_told.failure = status ? entries.error() : status.error();
            log::error(
                QStringLiteral("the log could not be read: code %1").arg(static_cast<int>(m_told.failure->code)));
        }
    }
    Q_EMIT toldChanged();
}

std::optional<Error> OpenReport::refusal(ReviewAction action) const
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (m_told.failure)
        return m_told.failure;
    return m_office.refusal(m_told.status, m_told.entries, m_report.unit, action);
}

Result<void> OpenReport::record(NewEntry entry)
{
    if (!m_id)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    if (!m_office.session().isSignedIn())
        return Error{ErrorCode::SignInNeeded, {m_report.unit}};
    if (!flush())
        return *m_saveError;
    entry.report = *m_id;
    Store &store = *m_office.store();
    if (Result<void> fits = checkExchangeable(store, m_told.entries, entry, m_report, m_notice); !fits)
        return fits;
    if (const Result<LogEntry> recorded = store.record(entry); !recorded)
        return recorded.error();
    m_office.backups().noteChange();
    readTold();
    return {};
}

} // namespace zhibao
