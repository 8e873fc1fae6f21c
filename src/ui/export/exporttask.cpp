// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/export/exporttask.h"

#include <new>

namespace zhibao {

ExportTask::~ExportTask()
{
    if (m_thread) {
        stop();
        m_thread->wait();
    }
}

void ExportTask::start(const Report &report, const Notice &notice, const ExportRequest &request, const Clock &clock)
{
    Q_ASSERT(!isRunning());
    m_stopped = false;
    m_result.reset();
    const Progress progress = [this](double share) {
        Q_EMIT progressed(static_cast<int>(share * 100)); // queued: the receivers live in the window's thread
        return !m_stopped;
    };
    m_thread.reset(QThread::create([this, report, notice, request, clock, progress] {
        try {
            m_result = exportReport(report, notice, request, clock, progress);
        } catch (const std::bad_alloc &) {
            m_result = Error{ErrorCode::MemoryFull, {}};
        }
    }));
    connect(m_thread.get(), &QThread::finished, this, &ExportTask::finish);
    m_thread->start();
}

void ExportTask::finish()
{
    m_thread->wait();
    m_thread.release()->deleteLater();
    Q_EMIT finished();
}

} // namespace zhibao
