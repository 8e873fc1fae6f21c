// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"
#include "core/review/receipt.h"
#include "generate/reports.h"
#include "workspace/review/correspondence.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <ctime>

// Measures what it takes to receive as many comments as a file for the other office may have: half of them, and then
// all, of which half are known. Argument: a folder for the store.
namespace {

using namespace zhibao;

template <typename T>
T sure(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "failed: code %d %s\n", static_cast<int>(result.error().code),
            qPrintable(result.error().arguments.join(u' ')));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

LogEntry entryOf(const QString &form, const ContentDigest &content, EntryKind kind, int number)
{
    LogEntry entry;
    entry.kind = kind;
    entry.uid = randomBytes(16);
    entry.at = QDateTime(QDate(2023, 3, 1), QTime(9, 0)).addSecs(number);
    entry.person = kind == EntryKind::Submit ? QStringLiteral("填报人") : QStringLiteral("审核人");
    entry.content = content;
    if (kind == EntryKind::Comment) {
        entry.reason = QStringLiteral("第%1条意见：请核对这里的数字与附件1是否一致。").arg(number);
        entry.detail = {{QStringLiteral("place"), placeToJson({form, {}, -1, -1, 0})}, {QStringLiteral("offset"), 0},
            {QStringLiteral("length"), 2}, {QStringLiteral("quote"), QStringLiteral("开头")}};
    }
    return entry;
}

void receive(Workspace &workspace, const QString &path, qsizetype entries)
{
    Correspondence correspondence(workspace.openReport());
    QElapsedTimer timer;
    timer.start();
    const std::clock_t start = std::clock();
    const IncomingReview incoming = sure(correspondence.read(path));
    const double read = milliseconds(timer);
    const ReceivedEntries received = sure(correspondence.accept(incoming));
    const double together = milliseconds(timer);
    const double busy = 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%5lld entries, %5d of them new %8.1f ms (wanted: at most 2,000), of which reading the file %8.1f ms; "
                "%8.1f ms of the processor\n",
        static_cast<long long>(entries), received.added, together, read, busy);
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_receive FOLDER\n");
        return 2;
    }
    const QTemporaryDir folder(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/zhibao-bench-XXXXXX"));
    const Catalogue catalogue = sure(readCatalogue());
    const Notice &notice = catalogue.notices.first();
    const Report report = generateReport(notice, 1, GeneratorSize{12, 80, 3000});
    const QString form = notice.forms.last().id;
    const ContentDigest content = contentDigest(report);
    const SigningKey key = newSigningKey();
    ReviewFile file{notice.number, report.unit, report.unit, {}, {report}, {}, {}};
    file.items.append({entryOf(form, content, EntryKind::Submit, 0), 0});
    const auto write = [&](const QString &name, qsizetype entries) {
        while (file.items.size() < entries)
            file.items.append({entryOf(form, content, EntryKind::Comment, static_cast<int>(file.items.size())), 0});
        const QString path = folder.filePath(name);
        sure(writeDurably(path, sure(writeReviewFile(file, notice, key, path)), Existing::Keep));
        return path;
    };
    const QString half = write(QStringLiteral("half.zbsh"), reviewEntryLimit / 2);
    const QString whole = write(QStringLiteral("whole.zbsh"), reviewEntryLimit);
    for (const bool atOnce : {true, false}) {
        Workspace workspace(catalogue, systemClock());
        sure(workspace.openStore(folder.filePath(atOnce ? QStringLiteral("a.db") : QStringLiteral("b.db"))));
        sure(workspace.office().session().trustKey({key.publicKey, {}, report.unit, {}, {report.unit}, allRoles}));
        if (!atOnce)
            receive(workspace, half, reviewEntryLimit / 2);
        receive(workspace, whole, reviewEntryLimit);
    }
    return 0;
}
