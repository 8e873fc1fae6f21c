// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/review/approvedreading.h"
#include "workspace/verify/verification.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>

namespace zhibao {

// The verifying of some files. The store is read here, a version between two events of the window; the files are read
// and compared in a thread of its own: first those that their bytes alone decide, so that these wait for nothing.
class VerifyTask : public QObject {
    Q_OBJECT
public:
    explicit VerifyTask(const Office &office, QObject *parent = nullptr);
    ~VerifyTask() override; // stops and waits

    void start(const QStringList &paths);
    void stop(); // what has no outcome then keeps none
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int percent);
    void begun(int file); // by its place among the paths; it is being compared
    void verified(int file, const zhibao::Result<zhibao::Verification> &outcome);
    void finished();

private:
    enum class Stage { Bytes, Pages };

    void run(Stage stage);
    void work(Stage stage, const QList<int> &files, const ApprovedVersions &approved);
    void take(int file, const Result<Verification> &outcome);
    void threadEnded();
    void read();
    void fail(const Error &error); // of all that is left
    void finish();

    ApprovedReading m_reading;
    QStringList m_paths;
    QList<int> m_left; // places of the paths that have no outcome
    std::optional<ApprovedVersions> m_approved;
    QTimer m_readTimer; // between two versions that are read
    std::unique_ptr<QThread> m_thread;
    Stage m_stage = Stage::Bytes;
    bool m_running = false;
    bool m_stopped = false;
};

} // namespace zhibao
