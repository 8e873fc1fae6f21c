// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "childrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

// Measures one process of `zhibao export` on a table of 300 rows × 7 texts × 80 characters against LibreOffice turning
// the same DOCX into PDF, and how cost grows to 3,000 rows. Arguments: zhibao, generate_report, soffice.
namespace {

using zhibao::bench::Cost;
using zhibao::bench::run;

Cost median(const QStringList &command, int times)
{
    std::vector<Cost> costs;
    for (int i = 0; i < times; ++i)
        costs.push_back(run(command));
    std::sort(costs.begin(), costs.end(), [](const Cost &a, const Cost &b) { return a.cpu < b.cpu; });
    return costs[costs.size() / 2];
}

void print(const char *what, const Cost &cost)
{
    std::printf("%-44s %8.3f s wall %8.3f s CPU %8.0f MiB\n", what, cost.wall, cost.cpu, cost.peak);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: bench_export ZHIBAO GENERATE_REPORT SOFFICE\n");
        return 2;
    }
    const QTemporaryDir folder;
    const auto file = [&folder](const QString &name) { return folder.filePath(name); };
    const auto exported = [&](const QString &rows, const QString &format) {
        return QStringList{arguments[1], QStringLiteral("export"), file(rows + QStringLiteral(".json")),
            QStringLiteral("--output"), file(rows), QStringLiteral("--form"), QStringLiteral("annex1"),
            QStringLiteral("--format"), format};
    };
    for (const QString &rows : {QStringLiteral("300"), QStringLiteral("3000"), QStringLiteral("30000")})
        run({arguments[2], QStringLiteral("--rows"), rows, QStringLiteral("--characters"), QStringLiteral("80"),
            file(rows + QStringLiteral(".json"))});

    const Cost small = median(exported(QStringLiteral("300"), QStringLiteral("pdf")), 7);
    print("zhibao export, 300 rows, PDF", small);
    print("zhibao export, 300 rows, DOCX", run(exported(QStringLiteral("300"), QStringLiteral("docx"))));
    const QStringList documents = QDir(file(QStringLiteral("300"))).entryList({QStringLiteral("*.docx")});
    if (documents.size() != 1)
        return 1;
    const Cost peer = run({arguments[3],
        QStringLiteral("-env:UserInstallation=file://") + file(QStringLiteral("profile")), QStringLiteral("--headless"),
        QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"), file(QStringLiteral("peer")),
        file(QStringLiteral("300/")) + documents.first()});
    print("LibreOffice, the same DOCX to PDF", peer);
    const Cost large = median(exported(QStringLiteral("3000"), QStringLiteral("pdf")), 3);
    print("zhibao export, 3,000 rows, PDF", large);
    print("zhibao export, 3,000 rows, DOCX", run(exported(QStringLiteral("3000"), QStringLiteral("docx"))));
    const Cost largest = run(exported(QStringLiteral("30000"), QStringLiteral("pdf")));
    print("zhibao export, 30,000 rows, PDF", largest);
    std::printf("\nfaster than LibreOffice (wall)    %6.1f times (wanted: at least 60)\n", peer.wall / small.wall);
    std::printf(
        "3,000 rows cost (CPU)             %6.1f times 300 rows (wanted: at most 10.5)\n", large.cpu / small.cpu);
    std::printf(
        "30,000 rows cost (CPU)            %6.1f times 3,000 rows (wanted: at most 10.5)\n", largest.cpu / large.cpu);
    std::printf("memory at 30,000 rows             %6.0f MiB (wanted: at most 700)\n", largest.peak);
    return 0;
}
