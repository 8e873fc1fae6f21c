// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/office.h"

#include "base/digest.h"
#include "base/log.h"
#include "base/path.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"
#include "store/database/lock.h"
#include "store/store.h"
#include "workspace/export/exportrecord.h"
#include "workspace/office/storesettings.h"
#include "workspace/review/exchangelimits.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <exception>

namespace zhibao {

Office::Office(Catalogue catalogue, Clock clock, QObject *parent, std::function<qint64()> elapsed, QString boot)
    : QObject(parent)
    , m_shipped(std::move(catalogue))
    , m_catalogue(m_shipped)
    , m_clock(std::move(clock))
    , m_elapsed(std::move(elapsed))
    , m_boot(std::move(boot))
    , m_clockWatch(m_clock, m_elapsed)
    , m_backups(m_clock)
    , m_session(*this)
    , m_askedStore(defaultStorePath())
{
}

Office::~Office()
{
    // Who still listens while the members go would reach into what is half gone.
    blockSignals(true);
    try {
        closeStore();
    } catch (const std::exception &) {
        // Memory is full, which the window tells; what is lost is the backup at the end.
    }
}

Result<void> Office::openStore(const QString &path, StoreAccess access)
{
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
    readNotices();
    m_session.begin();
    return store ? Result<void>() : Result<void>(store.error());
}

// What changed is copied while the store is still locked.
void Office::closeStore()
{
    noteOwnKey(false);
    m_backups.end();
    m_store.reset();
}

void Office::readNotices()
{
    m_catalogue = m_store ? withKept(m_shipped, *m_store) : m_shipped;
    m_directory.reset();
    Q_EMIT noticesChanged();
}

Result<void> Office::recordNotice(const Notice &notice, bool brought)
{
    NewEntry told = m_session.told(EntryKind::NoticeKept);
    told.detail = {{QStringLiteral("notice"), notice.number}, {definitionKey, hexadecimal(notice.digest)}};
    if (brought)
        told.detail.insert(broughtKey, true);
    told.attachments = {notice.json};
    if (const Result<LogEntry> recorded = m_store->record(told); !recorded)
        return recorded.error();
    m_backups.noteChange();
    return {};
}

Result<void> Office::addNotice(const Notice &notice)
{
    if (Result<void> may = m_session.administer(); !may)
        return may;
    const Notice *const followed = m_catalogue.notice(notice.number);
    if (followed && followed->digest == notice.digest)
        return {};
    Result<void> recorded = recordNotice(notice, false);
    readNotices();
    return recorded;
}

Result<void> Office::keepNotices(const QList<Notice> &notices, const std::function<Result<void>()> &rest)
{
    if (!m_store)
        return noStore();
    if (notices.isEmpty())
        return rest();
    Result<void> kept = m_store->together([&]() -> Result<void> {
        for (const Notice &notice : notices) {
            if (Result<void> recorded = recordNotice(notice, true); !recorded)
                return recorded;
        }
        return rest();
    });
    readNotices();
    return kept;
}

QByteArray Office::ownKey() const
{
    const Result<QList<OfficeKey>> keys = m_store ? m_store->keys() : Result<QList<OfficeKey>>(QList<OfficeKey>());
    return keys && !keys->isEmpty() && keys->constFirst().own ? keys->constFirst().publicKey : QByteArray();
}

// Beside the store, so that a log that was written anew under another key is told. What was noted before is replaced
// only where an administrator put a backup back: another store in the same place is not the same office's.
void Office::noteOwnKey(bool replaces)
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

// It takes the log back too.
Result<void> Office::mayRestore() const
{
    if (!m_store)
        return noStore();
    if (const std::optional<Error> reason = readOnlyReason())
        return *reason;
    return m_session.administer();
}

Result<void> Office::restoreBackup(const QString &path)
{
    if (Result<void> may = mayRestore(); !may)
        return may;
    const QString store = m_store->path();
    const QString folder = m_backups.folder();
    m_backups.stop(); // what is there now is backed up by the restoring itself
    const std::optional<Secret> secretKey = m_store->secretKey();
    const Restoring by{m_session.person(), m_session.isVerified(), secretKey ? &*secretKey : nullptr};
    m_store.reset();
    const Result<void> restored = zhibao::restoreBackup(path, store, folder, m_clock, by);
    const Result<void> opened = openStore(store);
    if (restored && opened)
        noteOwnKey(true);
    return restored ? opened : restored;
}

Result<Recovery> Office::recoverStore(const QString &path)
{
    m_backups.stop(); // a copy of what is damaged is none
    m_store.reset();
    const QString chosen = readStoreSettings(path).backupFolder;
    return recover(path, chosen.isEmpty() ? backupFolderOf(path) : chosen, m_clock);
}

Result<void> Office::noStore() const
{
    return Error{ErrorCode::FileNotFound, {m_askedStore}};
}

QString Office::storePath() const
{
    return m_store ? m_store->path() : QString();
}

std::optional<Error> Office::readOnlyReason() const
{
    return m_store ? m_store->readOnlyReason() : std::nullopt;
}

void Office::lookAtClock()
{
    doubtClock(m_clockWatch.look());
}

void Office::doubtClock(const std::optional<ClockDoubt> &doubt)
{
    if (!doubt)
        return;
    log::warning(QStringLiteral("the clock jumped to ") + doubt->told.toString(Qt::ISODate));
    m_clockDoubt = doubt;
    Q_EMIT clockDoubted();
}

QList<Unit> Office::units() const
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

Result<void> Office::addUnit(const Unit &unit)
{
    if (!m_store)
        return noStore();
    const Unit let{wellFormed(unit.code), wellFormed(unit.name), wellFormed(unit.commonName)};
    if (foldedName(let.name).isEmpty())
        return Error{ErrorCode::UnitUnknown, {QString()}};
    if (Result<void> fits = checkNames({let.name, let.commonName}); !fits)
        return fits;
    if (knownUnit(let.name) != let.name)
        return {};
    m_directory.reset();
    return m_store->addUnit(let);
}

QString Office::knownUnit(const QString &name) const
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

Result<QString> Office::remembered(const QString &key) const
{
    return m_store ? m_store->remembered(key) : Result<QString>(QString());
}

Result<void> Office::remember(const QString &key, const QString &value)
{
    return m_store ? m_store->remember(key, wellFormed(value)) : noStore();
}

QHash<QByteArray, QString> Office::offices() const
{
    QHash<QByteArray, QString> names;
    const Result<QList<OfficeKey>> keys = m_session.trustedKeys();
    for (const OfficeKey &key : keys ? *keys : QList<OfficeKey>())
        names.insert(key.publicKey, key.name);
    return names;
}

Result<LogEntry> Office::logHead() const
{
    if (!m_store)
        return noStore().error();
    const Result<std::optional<LogEntry>> last = m_store->lastEntry();
    if (!last)
        return last.error();
    return *last ? Result<LogEntry>(**last) : Result<LogEntry>(Error{ErrorCode::FileNotFound, {m_store->path()}});
}

Result<QList<FoundEntry>> Office::foundLog() const
{
    return m_store ? m_store->foundLog() : Result<QList<FoundEntry>>(noStore().error());
}

bool isOpenElsewhere(const QString &store)
{
    struct stat status { };
    return ::stat(bytesOfPath(lockOf(store)).constData(), &status) == 0 && status.st_uid != ::getuid();
}

} // namespace zhibao
