// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/verify/verifytask.h"

#include <QDeadlineTimer>

#include <new>

namespace zhibao {

namespace {

constexpr int readingTime = 20; // ms at a time, so that the window still answers
// Per cent of the whole by which each stage has ended.
constexpr int bytesDone = 5;
constexpr int readingDone = 25;
constexpr int allDone = 100;

// Nothing where the file is to be compared; with the memory used up, that file alone has no answer.
std::optional<Result<Verification>> decide(const QString &path, const ApprovedVersions &approved)
{
    try {
        const Result<std::optional<Verification>> decided = verifyBytes(path, approved);
        if (!decided)
            return Result<Verification>(decided.error());
        return *decided ? std::optional(Result<Verification>(**decided)) : std::nullopt;
    } catch (const std::bad_alloc &) {
        return Result<Verification>(Error{ErrorCode::MemoryFull, {}});
    }
}

Result<Verification> compare(const QString &path, const ApprovedVersions &approved, const Progress &progress)
{
    try {
        return verifyDocument(path, approved, progress);
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::MemoryFull, {}};
    }
}

} // namespace

VerifyTask::VerifyTask(const Office &office, QObject *parent)
    : QObject(parent)
    , m_reading(office)
{
    connect(&m_readTimer, &QTimer::timeout, this, &VerifyTask::read);
}

VerifyTask::~VerifyTask()
{
    if (m_thread) {
        m_thread->requestInterruption();
        m_thread->wait();
    }
}

void VerifyTask::start(const QStringList &paths)
{
    Q_ASSERT(!isRunning());
    m_running = true;
    m_stopped = false;
    m_paths = paths;
    m_left.clear();
    for (int file = 0; file < paths.size(); ++file)
        m_left.append(file);
    const Result<ApprovedVersions> approved = m_reading.begin();
    if (!approved) {
        fail(approved.error());
        return;
    }
    m_approved = *approved;
    run(Stage::Bytes);
}

void VerifyTask::stop()
{
    m_stopped = true;
    if (m_thread)
        m_thread->requestInterruption();
    else if (m_running)
        finish();
}

// The thread works on copies.
void VerifyTask::run(Stage stage)
{
    m_stage = stage;
    m_thread.reset(
        QThread::create([this, stage, files = m_left, approved = *m_approved] { work(stage, files, approved); }));
    connect(m_thread.get(), &QThread::finished, this, &VerifyTask::threadEnded);
    m_thread->start();
}

// In the thread: of this object, only what is set before it starts is read, and the window's thread does the rest.
void VerifyTask::work(Stage stage, const QList<int> &files, const ApprovedVersions &approved)
{
    const bool isFirst = stage == Stage::Bytes;
    const int from = isFirst ? 0 : readingDone;
    const int to = isFirst ? bytesDone : allDone;
    double done = 0;
    const Progress progress = [&](double share) {
        const double all = (done + share) / static_cast<double>(files.size());
        Q_EMIT progressed(from + static_cast<int>((to - from) * all)); // queued
        return !QThread::currentThread()->isInterruptionRequested();
    };
    for (const int file : files) {
        if (!progress(0))
            return;
        if (!isFirst)
            Q_EMIT begun(file);
        const QString &path = m_paths.at(file);
        const std::optional<Result<Verification>> outcome
            = isFirst ? decide(path, approved) : std::optional(compare(path, approved, progress));
        if (QThread::currentThread()->isInterruptionRequested())
            return;
        if (outcome)
            QMetaObject::invokeMethod(
                this, [this, file, outcome] { take(file, *outcome); }, Qt::QueuedConnection);
        done += 1;
    }
}

void VerifyTask::take(int file, const Result<Verification> &outcome)
{
    m_left.removeOne(file);
    Q_EMIT verified(file, outcome);
}

// Its outcomes were posted before its end, and so were taken.
void VerifyTask::threadEnded()
{
    m_thread->wait();
    m_thread.release()->deleteLater();
    if (m_stopped || m_left.isEmpty() || m_stage == Stage::Pages)
        finish();
    else
        m_readTimer.start(0);
}

void VerifyTask::read()
{
    const QDeadlineTimer pause(readingTime);
    Result<bool> more = true;
    while (more && *more && !pause.hasExpired())
        more = m_reading.readNext(*m_approved);
    if (more && *more) {
        Q_EMIT progressed(bytesDone + static_cast<int>((readingDone - bytesDone) * m_approved->shareRead()));
        return;
    }
    m_readTimer.stop();
    if (more)
        run(Stage::Pages);
    else
        fail(more.error());
}

void VerifyTask::fail(const Error &error)
{
    const QList<int> left = m_left;
    for (const int file : left)
        take(file, error);
    finish();
}

void VerifyTask::finish()
{
    m_readTimer.stop();
    m_approved.reset();
    m_running = false;
    Q_EMIT finished();
}

} // namespace zhibao
