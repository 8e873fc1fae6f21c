// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/workspace.h"

#include "base/log.h"
#include "core/encoding.h"
#include "core/foldedname.h"
#include "core/lineids.h"
#include "workspace/exchangelimits.h"
#include "workspace/storesettings.h"

#include <algorithm>
#include <exception>

namespace zhibao {

Workspace::Workspace(Catalogue catalogue, Clock clock, QObject *parent, std::function<qint64()> elapsed, QString boot)
    : QObject(parent)
    , m_catalogue(std::move(catalogue))
    , m_clock(std::move(clock))
    , m_elapsed(std::move(elapsed))
    , m_boot(std::move(boot))
    , m_clockWatch(m_clock, m_elapsed)
    , m_backups(m_clock)
    , m_session(*this)
    , m_review(*this)
{
    connect(&m_session, &Session::changed, &m_review, &Review::refresh);
    m_autosave.setSingleShot(true);
    connect(&m_autosave, &QTimer::timeout, this, &Workspace::flush);
}

Workspace::~Workspace()
{
    // Who still listens while the members go would reach into what is half gone.
    blockSignals(true);
    try {
        flush();
        closeStore();
    } catch (const std::exception &) {
        // Memory is full, which the window tells; what could not be written any more is at most what was typed last.
    }
}

Result<void> Workspace::openStore(const QString &path, Store::Access access)
{
    if (!closeReport())
        return *m_saveError;
    m_askedStore = path;
    // The old store is let go first: its lock would stand in the way of opening it anew.
    closeStore();
    Result<std::unique_ptr<Store>> store = Store::open(path, m_clock, access, readStoreSettings(path).backupFolder);
    if (store) {
        m_store = std::move(*store);
        const Result<QDateTime> lastChange = m_store->lastChange();
        if (lastChange)
            doubtClock(m_clockWatch.compare(*lastChange));
        if (lastChange && !m_store->readOnlyReason())
            m_backups.begin(m_store->path(), *lastChange);
        noteOwnKey(false);
    }
    m_session.begin();
    return store ? Result<void>() : Result<void>(store.error());
}

// What changed is copied while the store is still locked.
void Workspace::closeStore()
{
    noteOwnKey(false);
    m_backups.end();
    m_store.reset();
}

QByteArray Workspace::ownKey() const
{
    const Result<QList<OfficeKey>> keys = m_store ? m_store->keys() : Result<QList<OfficeKey>>(QList<OfficeKey>());
    return keys && !keys->isEmpty() && keys->constFirst().own ? keys->constFirst().publicKey : QByteArray();
}

// Beside the store, so that a log that was written anew under another key is told. What was noted before is replaced
// only where an administrator put a backup back: another store in the same place is not the same office's.
void Workspace::noteOwnKey(bool replaces)
{
    const QByteArray own = ownKey();
    if (own.isEmpty() || m_store->readOnlyReason())
        return;
    StoreSettings settings = readStoreSettings(m_store->path());
    if (settings.ownKey == own || (!settings.ownKey.isEmpty() && !replaces))
        return;
    settings.ownKey = own;
    if (const Result<void> written = writeStoreSettings(m_store->path(), settings); !written)
        log::warning(QStringLiteral("the office's key was not noted beside the store"));
}

Result<void> Workspace::noStore() const
{
    return Error{ErrorCode::FileNotFound, {m_askedStore}};
}

// Whether who is signed in may change a report of that status.
Result<void> Workspace::mayEdit(const ReviewStatus &status) const
{
    const std::optional<Error> refused = refusal(status, m_session.person(), ReviewAction::Edit);
    return refused ? Result<void>(*refused) : Result<void>();
}

QString Workspace::storePath() const
{
    return m_store ? m_store->path() : QString();
}

std::optional<Error> Workspace::readOnlyReason() const
{
    return m_store ? m_store->readOnlyReason() : std::nullopt;
}

Result<QList<ReportSummary>> Workspace::reports() const
{
    return m_store ? m_store->reports() : Result<QList<ReportSummary>>(QList<ReportSummary>());
}

QList<Unit> Workspace::units() const
{
    QList<Unit> units = m_catalogue.units;
    const Result<QList<Unit>> own = m_store ? m_store->ownUnits() : Result<QList<Unit>>(QList<Unit>());
    if (!own) {
        log::warning(QStringLiteral("own units could not be read"));
        return units;
    }
    for (const Unit &unit : *own) {
        const bool shipped
            = std::any_of(units.cbegin(), units.cend(), [&](const Unit &other) { return other.name == unit.name; });
        if (!shipped)
            units.append(unit);
    }
    return units;
}

Result<void> Workspace::addUnit(const Unit &unit)
{
    if (!m_store)
        return noStore();
    const Unit let{wellFormed(unit.code), wellFormed(unit.name), wellFormed(unit.commonName)};
    if (foldedName(let.name).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (Result<void> fits = checkNames({let.name, let.commonName}); !fits)
        return fits;
    return knownUnit(let.name) == let.name ? m_store->addUnit(let) : Result<void>();
}

QString Workspace::knownUnit(const QString &name) const
{
    QStringList names;
    const Result<QList<ReportSummary>> known = reports();
    for (const ReportSummary &report : known ? *known : QList<ReportSummary>())
        names.append(report.unit);
    const QList<Unit> listed = units();
    for (const Unit &unit : listed)
        names.append(unit.name);
    if (names.contains(name))
        return name;
    const QString folded = foldedName(name);
    const auto alike
        = std::find_if(names.cbegin(), names.cend(), [&](const QString &other) { return foldedName(other) == folded; });
    return alike == names.cend() ? name : *alike;
}

Result<QString> Workspace::remembered(const QString &key) const
{
    return m_store ? m_store->remembered(key) : Result<QString>(QString());
}

Result<void> Workspace::remember(const QString &key, const QString &value)
{
    return m_store ? m_store->remember(key, wellFormed(value)) : noStore();
}

Result<qint64> Workspace::createReport(const QString &number, const QString &unitGiven)
{
    const QString unit = knownUnit(wellFormed(unitGiven));
    const Notice *const asked = m_catalogue.notice(number);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), number}};
    if (foldedName(unit).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (const Result<void> fits = checkNames({unit}); !fits)
        return fits.error();
    if (!m_store)
        return noStore().error();
    const Result<std::optional<qint64>> found = m_store->find(number, unit);
    if (!found)
        return found.error();
    qint64 id = found->value_or(0);
    if (!*found) {
        if (const Result<void> may = mayEdit(ReviewStatus()); !may)
            return may.error();
        const Report report = newReport(*asked, unit);
        const Result<qint64> added = m_store->add(report, facts(report, *asked));
        if (!added)
            return added;
        id = *added;
        m_backups.noteChange();
    }
    if (const Result<void> opened = openReport(id); !opened)
        return opened.error();
    return id;
}

Result<void> Workspace::openReport(qint64 id)
{
    if (!m_store)
        return noStore();
    if (m_id == id)
        return {};
    const Result<Report> report = m_store->load(id);
    if (!report)
        return report.error();
    const Notice *const asked = m_catalogue.notice(report->notice);
    if (!asked)
        return Error{ErrorCode::NoticeUnknown, {QString(), report->notice}};
    const Result<QDateTime> changed = m_store->changedAt(id);
    if (!changed)
        return changed.error();
    if (!closeReport())
        return *m_saveError;
    if (!readOnlyReason()) {
        if (const Result<void> thinned = m_store->thin(id); !thinned)
            log::warning(
                QStringLiteral("history not thinned out: code %1").arg(static_cast<int>(thinned.error().code)));
    }
    m_id = id;
    m_notice = asked;
    m_report = withLineIds(completed(*report, *asked), {});
    m_savedAt = *changed;
    m_review.begin();
    Q_EMIT opened();
    return {};
}

bool Workspace::closeReport()
{
    if (!m_id)
        return true;
    if (!flush())
        return false;
    forget();
    return true;
}

// Lets the report in hand go as it is.
void Workspace::forget()
{
    m_autosave.stop();
    m_undo.clear();
    endBurst();
    m_id.reset();
    m_notice = nullptr;
    m_report = {};
    m_findings.reset();
    m_words.clear();
    m_saved = true;
    m_savedAt = {};
    m_saveError.reset();
    m_review.begin();
    Q_EMIT closed();
}

const Notice &Workspace::notice() const
{
    Q_ASSERT(m_notice);
    return *m_notice;
}

QString Workspace::entryNoun(const QString &form) const
{
    const Form *const found = m_notice ? m_notice->form(form) : nullptr;
    return found ? found->entryNoun : QString();
}

const QList<Finding> &Workspace::findings()
{
    if (!m_findings)
        m_findings = m_id ? check(m_report, *m_notice) : QList<Finding>();
    return *m_findings;
}

WordCount Workspace::words(const QString &form)
{
    if (!m_id)
        return {};
    const auto known = m_words.constFind(form);
    if (known != m_words.cend())
        return *known;
    return *m_words.insert(form, countForm(m_report, *m_notice, form));
}

int Workspace::progress()
{
    return m_id ? progressOf(m_report, *m_notice) : 0;
}

SaveFacts Workspace::facts(const Report &report, const Notice &notice) const
{
    SaveFacts facts;
    for (const Form &form : notice.forms) {
        if (form.kind == FormKind::Outline)
            facts.words += countForm(report, notice, form.id).words;
    }
    facts.progress = progressOf(report, notice);
    facts.due = dueOf(report, notice);
    return facts;
}

} // namespace zhibao
