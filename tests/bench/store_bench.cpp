// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/reports.h"
#include "store/store.h"
#include "workspace/catalogue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

// Measures how the list of the start page grows from 1,000 to 10,000 reports, and what saving one typing burst in a
// full report costs. Argument: a folder for the store (a memory file system keeps the filling short).
namespace {

using namespace zhibao;

template<typename T>
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

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_store FOLDER\n");
        return 2;
    }
    const QTemporaryDir folder(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/zhibao-bench-XXXXXX"));
    const Catalogue catalogue = sure(readCatalogue());
    const Report full = generateReport(catalogue.notices.first(), 1, GeneratorSize{12, 80, 3000});
    const auto store = sure(Store::open(folder.filePath(QStringLiteral("zhibao.db")), systemClock()));

    fill(*store, full, 0, 1000);
    const double small = listed(*store, 1000);
    fill(*store, full, 1000, 10000);
    const double large = listed(*store, 10000);
    std::printf("list of 1,000 reports  %8.1f ms\nlist of 10,000 reports %8.1f ms (wanted: at most 200)\n", small, large);

    Report edited = full;
    edited.unit = QStringLiteral("第0号填报单位");
    const auto id = sure(store->find(edited.notice, edited.unit)).value();
    double worst = 0;
    for (int burst = 0; burst < 20; ++burst) {
        edited.forms[catalogue.notices.first().forms.last().id].sections[0] += QStringLiteral("字");
        QElapsedTimer timer;
        timer.start();
        sure(store->save(id, edited, {2900, 90}));
        worst = qMax(worst, milliseconds(timer));
    }
    std::printf("saving one burst       %8.1f ms at worst\n", worst);
    return 0;
}
