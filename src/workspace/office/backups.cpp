// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/backups.h"

#include "base/log.h"
#include "workspace/office/storesettings.h"

#include <QThread>

#include <new>

namespace zhibao {

namespace {

constexpr int hour = 60 * 60 * 1000; // milliseconds

bool lacksFolder(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FolderMissing:
    case ErrorCode::MediumGone:
    case ErrorCode::ReadOnlyMedium:
    case ErrorCode::PermissionDenied:
    case ErrorCode::DiskFull:
    case ErrorCode::FileSizeLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

struct Backups::Outcome {
    std::optional<Result<Backup>> backup; // nothing where one was only looked through
    std::optional<Error> problem;
    std::optional<LookedThrough> lookedThrough = std::nullopt;
};

Backups::Backups(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    m_hourly.setInterval(hour);
    connect(&m_hourly, &QTimer::timeout, this, [this] {
        if (m_changed)
            makeLater();
    });
}

Backups::~Backups()
{
    blockSignals(true);
    end();
}

void Backups::begin(const QString &store, const QDateTime &lastChange)
{
    m_store = store;
    m_folder = readStoreSettings(store).backupFolder;
    m_hourly.start();
    const QList<Backup> made = list();
    // The name of a backup tells whole seconds.
    m_changed = lastChange.isValid() && (made.isEmpty() || made.constFirst().at.addSecs(1) <= lastChange);
    if (m_changed)
        makeLater();
    else if (!made.isEmpty()) // once there is nothing else to do
        QTimer::singleShot(0, this, [this, store, backup = made.constFirst().path] {
            if (m_store == store && !m_thread && !m_lookedThrough)
                lookLater(backup);
        });
}

void Backups::end()
{
    wait();
    if (!m_store.isEmpty() && m_changed) {
        m_changed = false;
        if (const Result<Backup> made = take(copy(m_store, folder(), m_clock, m_lookedThrough)); !made)
            log::warning(QStringLiteral("no backup at the end: code %1").arg(static_cast<int>(made.error().code)));
    }
    stop();
}

void Backups::stop()
{
    wait();
    m_hourly.stop();
    m_store.clear();
    m_lookedThrough.reset();
}

// Into the chosen folder, or, where that can not be had, beside the store.
Backups::Outcome Backups::copy(
    const QString &store, const QString &folder, const Clock &clock, const std::optional<LookedThrough> &since)
{
    const QString beside = backupFolderOf(store);
    const Result<Backup> asked = backUp(store, folder, clock, since);
    if (asked)
        return {asked, std::nullopt};
    if (folder == beside || !lacksFolder(asked.error()))
        return {asked, asked.error()};
    return {backUp(store, beside, clock, since), asked.error()};
}

void Backups::makeLater()
{
    wait();
    m_changed = false;
    later([store = m_store, folder = folder(), clock = m_clock] { return copy(store, folder, clock, std::nullopt); });
}

void Backups::lookLater(const QString &backup)
{
    later([backup]() -> Outcome {
        const Result<std::optional<LookedThrough>> looked = lookThrough(backup);
        return looked ? Outcome{std::nullopt, std::nullopt, *looked} : Outcome{std::nullopt, looked.error()};
    });
}

void Backups::later(const std::function<Outcome()> &work)
{
    wait();
    m_pending = std::make_shared<Outcome>();
    // What the thread touches is its own, or waited for.
    m_thread.reset(QThread::create([pending = m_pending, work] {
        try {
            *pending = work();
        } catch (const std::bad_alloc &) {
            const Error full{ErrorCode::MemoryFull, {}};
            *pending = {full, full};
        }
    }));
    connect(m_thread.get(), &QThread::finished, this, &Backups::wait);
    m_thread->start(QThread::LowPriority);
}

void Backups::wait()
{
    if (!m_thread)
        return;
    m_thread->wait();
    m_thread->disconnect(this);
    m_thread.reset();
    takePending();
    m_pending.reset();
}

void Backups::takePending()
{
    if (m_pending->backup) {
        if (const Result<Backup> taken = take(*m_pending); !taken)
            log::warning(QStringLiteral("no backup: code %1").arg(static_cast<int>(taken.error().code)));
        return;
    }
    m_lookedThrough = m_pending->lookedThrough;
    if (!m_pending->problem)
        return;
    // Another is made, and looked through whole: within the hour, or at the end.
    log::warning(QStringLiteral("the last backup is damaged"));
    m_changed = true;
}

Result<Backup> Backups::take(const Outcome &outcome)
{
    if (!*outcome.backup)
        m_changed = true;
    if (m_problem != outcome.problem) {
        m_problem = outcome.problem;
        Q_EMIT problemChanged();
    }
    if (*outcome.backup) {
        m_lookedThrough = (*outcome.backup)->lookedThrough;
        Q_EMIT made();
    }
    return *outcome.backup;
}

Result<Backup> Backups::make()
{
    wait();
    m_changed = false;
    return take(copy(m_store, folder(), m_clock, std::nullopt));
}

Result<void> Backups::makeIfChanged()
{
    wait();
    if (m_store.isEmpty() || !m_changed)
        return {};
    const Result<Backup> made = make();
    return made ? Result<void>() : Result<void>(made.error());
}

QList<Backup> Backups::list() const
{
    return allBackups(folder(), m_store);
}

QString Backups::folder() const
{
    return m_folder.isEmpty() ? backupFolderOf(m_store) : m_folder;
}

Result<void> Backups::setFolder(const QString &folder)
{
    StoreSettings settings = readStoreSettings(m_store);
    settings.backupFolder = folder;
    if (Result<void> written = writeStoreSettings(m_store, settings); !written)
        return written;
    m_folder = folder;
    m_changed = true;
    return {};
}

} // namespace zhibao
