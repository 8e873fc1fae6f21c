// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "store/backup/backup.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace zhibao {

// Keeps copies of the store that is open for writing: hourly while it changes, before an import, and when it is closed.
// At the end nobody waits for a look through all of it: where that was done since the start, only what came since then
// is looked through. The copy that was made so is looked through whole behind the work of the next start. Where the
// folder that was chosen is missing they go beside the store meanwhile; that is told once.
class Backups : public QObject {
    Q_OBJECT
public:
    explicit Backups(Clock clock, QObject *parent = nullptr);
    ~Backups() override;

    // The store was opened; a copy is made at once, behind the work, where it changed since the last one.
    void begin(const QString &store, const QDateTime &lastChange);
    void end(); // copies what changed since the last copy
    void stop(); // without that
    void noteChange() { m_changed = true; }

    // Makes a copy now, and waits for it.
    Result<Backup> make();
    Result<void> makeIfChanged();

    QList<Backup> list() const; // of both folders, latest first
    QString folder() const; // where the next one goes if it can
    Result<void> setFolder(const QString &folder); // "": beside the store
    // Why the last copy was not made, or did not go where it should.
    const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void made();
    void problemChanged();

private:
    struct Outcome;
    static Outcome copy(
        const QString &store, const QString &folder, const Clock &clock, const std::optional<LookedThrough> &since);
    void makeLater();
    void lookLater(const QString &backup);
    void later(const std::function<Outcome()> &work);
    void takePending();
    void wait();
    Result<Backup> take(const Outcome &outcome);

    Clock m_clock;
    QString m_store; // "" while none is open
    QString m_folder;
    bool m_changed = false; // since the last copy began
    std::optional<LookedThrough> m_lookedThrough; // whole, since the start
    QTimer m_hourly;
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<Outcome> m_pending; // what the thread finds
    std::optional<Error> m_problem;
};

} // namespace zhibao
