// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "store/backup.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QThread;

namespace zhibao {

// Keeps copies of the store that is open for writing: hourly while it changes, before an import, and when it is closed.
// Where the folder that was chosen is missing they go beside the store meanwhile; that is told once.
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
    static Outcome copy(const QString &store, const QString &folder, const Clock &clock);
    void makeLater();
    void wait();
    Result<Backup> take(const Outcome &outcome);

    Clock m_clock;
    QString m_store; // "" while none is open
    QString m_folder;
    bool m_changed = false; // since the last copy began
    QTimer m_hourly;
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<Outcome> m_pending; // what the thread finds
    std::optional<Error> m_problem;
};

} // namespace zhibao
