// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/export/export.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace zhibao {

// One export in a thread of its own: it works on copies, so that editing goes on meanwhile.
class ExportTask : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~ExportTask() override; // stops and waits

    void start(const Report &report, const Notice &notice, const ExportRequest &request, const Clock &clock);
    void stop() { m_stopped = true; }
    bool isRunning() const { return m_thread != nullptr; }
    const Result<ExportOutcome> &result() const { return *m_result; } // after finished()

Q_SIGNALS:
    void progressed(int percent);
    void finished();

private:
    void finish();

    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_stopped = false;
    std::optional<Result<ExportOutcome>> m_result; // the thread's until it has ended
};

} // namespace zhibao
