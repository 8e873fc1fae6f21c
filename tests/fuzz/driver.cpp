// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/driver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <optional>

namespace zhibao::fuzz {

namespace {

#ifdef ZHIBAO_SANITIZED
constexpr qint64 slowness = 5; // what is checked at each step takes longer
constexpr qint64 fatness = 4; // and holds shadows of what is held
#else
constexpr qint64 slowness = 1;
constexpr qint64 fatness = 1;
#endif
constexpr qint64 processorLimit = slowness * 2'000; // milliseconds an input
constexpr qint64 waitingLimit = 180'000; // milliseconds an input, also of what is waited for
constexpr qint64 memoryLimit = fatness * 256 * 1024; // KiB an input
constexpr qsizetype sizeLimit = 8 * 1024 * 1024; // bytes of an input; larger ones are passed over
constexpr useconds_t look = 10'000; // microseconds

struct Options {
    qint64 milliseconds = 0;
    quint64 seed = 0;
    QString keep; // a folder
    QString replay; // a file, or ""
    QList<QByteArray> corpus;
};

// What the process that reads inputs tells the one that watches it.
struct Present {
    std::atomic<quint64> number; // of the input
    std::atomic<qint64> began; // processor time of the process then, milliseconds
    std::atomic<quint64> accepted; // so far, seeds apart
    std::atomic<quint64> refused;
    std::atomic<qsizetype> size; // of the input
    char bytes[sizeLimit];
};

qint64 processorTime(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return time.tv_sec * 1'000 + time.tv_nsec / 1'000'000;
}

// A line of the process's status, KiB: "VmRSS:" is the memory that it holds, "VmHWM:" the most since peaks were reset.
qint64 memoryOf(const QByteArray &line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    const auto found
        = std::find_if(lines.cbegin(), lines.cend(), [&](const QByteArray &told) { return told.startsWith(line); });
    return found == lines.cend() ? 0 : found->mid(line.size()).chopped(2).trimmed().toLongLong();
}

void resetPeak()
{
    // Where the kernel does not do it, the peak is that of all inputs, which are small: then only the largest is told.
    if (QFile peak(QStringLiteral("/proc/self/clear_refs")); peak.open(QIODevice::WriteOnly))
        peak.write("5");
}

Outcome readWatched(const Target &target, const QByteArray &input, Present &present)
{
    std::copy(input.cbegin(), input.cend(), present.bytes);
    present.size = input.size();
    present.began = processorTime(CLOCK_PROCESS_CPUTIME_ID);
    ++present.number;
    resetPeak();
    const qint64 before = memoryOf("VmRSS:");
    const Outcome outcome = target.read(input);
    if (memoryOf("VmHWM:") - before > memoryLimit)
        fail("it takes too much memory");
    return outcome;
}

// The process that reads. Its exit code counts too: the sanitizers look for leaks at its end.
int readInputs(const Target &target, const Options &options, Present &present)
{
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    for (const QByteArray &seed : target.seeds) {
        if (readWatched(target, seed, present) != Outcome::Accepted)
            fail("it is a seed, and refused");
    }
    const QList<QByteArray> seeds = target.seeds + options.corpus;
    const int count = static_cast<int>(seeds.size());
    const QDeadlineTimer deadline(options.milliseconds);
    for (quint64 round = 0; !deadline.hasExpired(); ++round) {
        generate::Random random(options.seed + round * 0x10001);
        const QByteArray &seed = seeds[random.below(count)];
        const QByteArray input = target.mutated(seed, seeds[random.below(count)], random);
        if (input.size() > sizeLimit)
            continue;
        ++(readWatched(target, input, present) == Outcome::Accepted ? present.accepted : present.refused);
    }
    return EXIT_SUCCESS;
}

// Waits for the end of the process that reads; what is wrong with its present input, or nothing.
std::optional<QByteArray> watch(pid_t reader, const Present &present)
{
    clockid_t clock{};
    ::clock_getcpuclockid(reader, &clock);
    quint64 number = 0;
    QDeadlineTimer waiting(waitingLimit);
    int status = 0;
    while (::waitpid(reader, &status, WNOHANG) == 0) {
        ::usleep(look);
        if (number != present.number) {
            number = present.number;
            waiting.setRemainingTime(waitingLimit);
        } else if (processorTime(clock) - present.began > processorLimit || waiting.hasExpired()) {
            ::kill(reader, SIGKILL);
            ::waitpid(reader, &status, 0);
            return "it takes too long";
        }
    }
    if (WIFSIGNALED(status))
        return "it ended the reader by signal " + QByteArray::number(WTERMSIG(status));
    if (WEXITSTATUS(status) != EXIT_SUCCESS)
        return "the reader ended with " + QByteArray::number(WEXITSTATUS(status));
    return std::nullopt;
}

QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

Options givenOptions()
{
    QCommandLineParser parser;
    const QCommandLineOption seconds(QStringLiteral("seconds"), QString(), QStringLiteral("N"), QStringLiteral("60"));
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption corpus(QStringLiteral("corpus"), QString(), QStringLiteral("DIR"));
    const QCommandLineOption keep(QStringLiteral("keep"), QString(), QStringLiteral("DIR"), QStringLiteral("."));
    const QCommandLineOption replay(QStringLiteral("replay"), QString(), QStringLiteral("FILE"));
    parser.addOptions({seconds, seed, corpus, keep, replay});
    parser.addHelpOption();
    parser.process(*QCoreApplication::instance());
    Options options{parser.value(seconds).toLongLong() * 1'000, parser.value(seed).toULongLong(), parser.value(keep),
        parser.value(replay), {}};
    if (parser.value(seed) == QStringLiteral("random"))
        options.seed = QRandomGenerator::system()->generate();
    if (options.milliseconds <= 0)
        parser.showHelp(2);
    if (parser.isSet(corpus)) {
        const QDir folder(parser.value(corpus));
        for (const QString &name : folder.entryList(QDir::Files))
            options.corpus.append(wholeFile(folder.filePath(name)));
    }
    return options;
}

// Puts the present input where it can be replayed.
QString kept(const Present &present, const Options &options)
{
    const QString name = QStringLiteral("%1-%2-%3")
                             .arg(QCoreApplication::applicationName())
                             .arg(options.seed)
                             .arg(present.number.load());
    QFile file(QDir(options.keep).filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(present.bytes, present.size) != present.size)
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

void fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

int run(const Target &target)
{
    const Options options = givenOptions();
    if (!options.replay.isEmpty()) {
        std::puts(target.read(wholeFile(options.replay)) == Outcome::Accepted ? "accepted" : "refused");
        return EXIT_SUCCESS;
    }
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    std::fprintf(stderr, "%s: seed %llu, %lld s\n", name.constData(), options.seed, options.milliseconds / 1'000);
    void *const shared = ::mmap(nullptr, sizeof(Present), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        qFatal("no memory for the input");
    Present &present = *new (shared) Present{};
    const pid_t reader = ::fork();
    if (reader == 0)
        return readInputs(target, options, present);
    if (const std::optional<QByteArray> wrong = watch(reader, present)) {
        std::fprintf(stderr, "input %llu: %s; kept as %s\n", present.number.load(), wrong->constData(),
            qPrintable(kept(present, options)));
        return EXIT_FAILURE;
    }
    std::fprintf(stderr, "%llu inputs accepted, %llu refused\n", present.accepted.load(), present.refused.load());
    return EXIT_SUCCESS;
}

} // namespace zhibao::fuzz
