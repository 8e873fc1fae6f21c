// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/reports.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/store.h"
#include "workspace/office/catalogue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>

// Measures how the list of the start page grows from 1,000 to 10,000 reports, and what saving one typing burst in a
// full report costs; what checking, copying and restoring 10,000 reports costs, and closing their store; what files
// beside a store cost. Arguments: a folder for the store (a memory file system keeps the filling short), and how many
// files of 1 MB there are (2,000 unless told).
namespace {

using namespace zhibao;

template <typename T>
T sure(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "failed: %s\n", qPrintable(result.error().arguments.join(u' ')));
        std::exit(1);
    }
    return std::move(result).value();
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void fill(Store &store, const Report &like, int from, int to)
{
    for (int i = from; i < to; ++i) {
        Report report = like;
        report.unit = QStringLiteral("第%1号填报单位").arg(i);
        sure(store.add(report, {2900, 90}));
    }
}

double listed(const Store &store, int expected)
{
    QElapsedTimer timer;
    timer.start();
    const auto count = sure(store.reports()).size();
    const double spent = milliseconds(timer);
    if (count != expected) {
        std::fprintf(stderr, "%lld reports listed, %d expected\n", static_cast<long long>(count), expected);
        std::exit(1);
    }
    return spent;
}

// What keeps a store of 10,000 reports safe: the check at each start, a backup that is looked through, the way back.
void measureSafety(const QString &path, const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    sure(Store::open(path, systemClock()));
    std::printf("start-up check         %8.1f ms (wanted: at most 1,000)\n", milliseconds(timer));
    timer.start();
    const Inspection inspection = sure(inspect(path));
    std::printf("full inspection        %8.1f ms, %lld texts, %lld MiB\n", milliseconds(timer),
        static_cast<long long>(inspection.texts), static_cast<long long>(QFileInfo(path).size() / (1024 * 1024)));
    timer.start();
    const Backup backup = sure(backUp(path, folder, systemClock()));
    const double copied = milliseconds(timer);
    timer.start();
    sure(backUp(path, folder, systemClock(), backup.lookedThrough));
    std::printf("backup at the end      %8.1f ms (wanted: at most 1,000)\n", milliseconds(timer));
    timer.start();
    if (const Result<void> restored = restoreBackup(backup.path, path, folder, systemClock()); !restored) {
        std::fprintf(stderr, "restoring failed\n");
        std::exit(1);
    }
    std::printf(
        "backup                 %8.1f ms\nrestore                %8.1f ms (wanted, with the backup: at most 60,000)\n",
        copied, milliseconds(timer));
}

// Files beside a store: the start, a backup with nothing new, the way back.
void measureFiles(const QString &folder, int count)
{
    const QString path = folder + QStringLiteral("/files.db");
    const QString backups = folder + QStringLiteral("/backups");
    constexpr int size = 1'000'000;
    QByteArray content(size, 'f');
    {
        const auto store = sure(Store::open(path, systemClock()));
        for (int number = 0; number < count; ++number) {
            std::memcpy(content.data(), &number, sizeof number);
            if (!store->keepAttachments({content}))
                std::exit(1);
        }
    }
    QElapsedTimer timer;
    timer.start();
    sure(Store::open(path, systemClock()));
    std::printf(
        "%d files of 1 MB\nstart-up check         %8.1f ms (wanted: at most 1,000)\n", count, milliseconds(timer));
    timer.start();
    const Backup first = sure(backUp(path, backups, systemClock()));
    std::printf("first backup           %8.1f ms\n", milliseconds(timer));
    timer.start();
    const Backup second = sure(backUp(path, backups, systemClock()));
    std::printf("backup, nothing new    %8.1f ms (wanted: at most 2,000)\n", milliseconds(timer));
    const QString other = folder + QStringLiteral("/restored.db");
    timer.start();
    if (!restoreBackup(second.path, other, backupFolderOf(other), systemClock()))
        std::exit(1);
    std::printf("restore                %8.1f ms\n", milliseconds(timer));
    timer.start();
    const Inspection restored = sure(inspect(other));
    std::printf("full inspection        %8.1f ms, %lld files, %s\n", milliseconds(timer),
        static_cast<long long>(restored.files), isSound(restored) && restored.files == count ? "equal" : "NOT EQUAL");
    if (first.newFiles != count || second.newFiles != 0 || !isSound(restored) || restored.files != count)
        std::exit(1);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int files = argc == 3 ? QByteArray(argv[2]).toInt() : 2000;
    if (argc < 2 || argc > 3 || files < 1) {
        std::fprintf(stderr, "usage: bench_store FOLDER [FILES]\n");
        return 2;
    }
    const QTemporaryDir folder(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/zhibao-bench-XXXXXX"));
    const Catalogue catalogue = sure(readCatalogue());
    const Report full = generateReport(catalogue.notices.first(), 1, GeneratorSize{12, 80, 3000});
    const QString path = folder.filePath(QStringLiteral("zhibao.db"));
    auto store = sure(Store::open(path, systemClock()));

    fill(*store, full, 0, 1000);
    const double small = listed(*store, 1000);
    fill(*store, full, 1000, 10000);
    const double large = listed(*store, 10000);
    std::printf(
        "list of 1,000 reports  %8.1f ms\nlist of 10,000 reports %8.1f ms (wanted: at most 200)\n", small, large);

    Report edited = full;
    edited.unit = QStringLiteral("第0号填报单位");
    const auto id = sure(store->find(keyOf(edited))).value();
    double worst = 0;
    for (int burst = 0; burst < 20; ++burst) {
        edited.forms[catalogue.notices.first().forms.last().id].sections[0] += QStringLiteral("字");
        QElapsedTimer timer;
        timer.start();
        sure(store->save(id, edited, {2900, 90}));
        worst = qMax(worst, milliseconds(timer));
    }
    std::printf("saving one burst       %8.1f ms at worst\n", worst);
    store.reset();
    measureSafety(path, folder.filePath(QStringLiteral("backups")));
    const QTemporaryDir apart(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/zhibao-bench-XXXXXX"));
    measureFiles(apart.path(), files);
    return 0;
}
