// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/reports.h"
#include "ui/formpage.h"
#include "ui/preview/pagelayout.h"
#include "ui/preview/pageview.h"
#include "ui/theme.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

// Measures what editing feels like. Without arguments: typing in a full report (12 rows, 3000 字), from a key to the
// repainted preview page, for both annexes, and the CPU time from the start of the process to an editable window. With
// a number of rows: typing in the middle of a table of so many, adding, moving and deleting a row and undoing that,
// opening it a second time, and the memory that a thousand keys and the closing leave.
namespace {

using namespace zhibao;

template <typename T>
T sure(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "failed: %s\n", qPrintable(result.error().arguments.join(u' ')));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

// Notes when the preview has painted pages newer than the key.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(MainWindow &window)
    {
        const auto *layout = window.findChild<PageLayout *>();
        connect(layout, &PageLayout::laidOut, this, [this] { m_laidOut = true; });
        window.findChild<PageView *>()->viewport()->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_laidOut)
            m_painting = true;
        return false;
    }
    void reset() { m_laidOut = m_painting = false; }
    bool painted() const { return m_painting; }

private:
    bool m_laidOut = false;
    bool m_painting = false;
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(const QString &name, std::vector<double> times, const char *wanted)
{
    std::sort(times.begin(), times.end());
    std::printf("%-30s p50 %7.1f ms   p95 %7.1f ms   most %7.1f ms   (wanted: %s)\n", qPrintable(name),
        times[times.size() / 2], times[times.size() * 95 / 100], times.back(), wanted);
}

// From what `act` does to the repainted preview.
template <typename Act>
double untilPainted(MainWindow &window, const Act &act)
{
    PaintWatch watch(window);
    QElapsedTimer timer;
    timer.start();
    act();
    while (!watch.painted() && timer.elapsed() < 20000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    return milliseconds(timer);
}

void measureKeys(MainWindow &window, const QString &name, const Place &place, int keys, const char *wanted)
{
    window.findChild<FormPages *>()->showPlace(place, 0, 0);
    QTest::qWait(2000);
    std::vector<double> times;
    for (int key = 0; key < keys; ++key) {
        times.push_back(untilPainted(window, [] {
            QTest::sendKeyEvent(
                QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QStringLiteral("字"), Qt::NoModifier);
        }));
        QTest::qWait(10);
    }
    print(name, times, wanted);
}

void measureRows(MainWindow &window, OpenReport &open, const QString &form, int rows)
{
    constexpr int times = 10;
    std::vector<double> inserted, moved, removed, undone;
    for (int time = 0; time < times; ++time) {
        const int at = rows / 2 + time;
        const auto pause = [] { QTest::qWait(100); };
        inserted.push_back(untilPainted(window, [&] { sure(open.insertRow(form, at)); }));
        pause();
        moved.push_back(untilPainted(window, [&] { sure(open.moveRow(form, at + 1, rows / 3)); }));
        pause();
        removed.push_back(untilPainted(window, [&] { sure(open.removeRow(form, rows / 4)); }));
        pause();
        undone.push_back(untilPainted(window, [&] { open.undoStack()->undo(); }));
        pause();
    }
    print(QStringLiteral("a row inserted"), inserted, "30");
    print(QStringLiteral("a row moved"), moved, "30");
    print(QStringLiteral("a row deleted"), removed, "30");
    print(QStringLiteral("that undone"), undone, "30");
}

double residentMebibytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

// From the opening until nothing is left to do for a tenth of a second.
double untilQuiet(Workspace &workspace, MainWindow &window, qint64 report)
{
    QElapsedTimer timer;
    timer.start();
    sure(workspace.openReport().open(report));
    window.showPage(0);
    double busyUntil = milliseconds(timer);
    while (milliseconds(timer) < busyUntil + 100) {
        const double before = milliseconds(timer);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        const double after = milliseconds(timer);
        if (after - before > 2)
            busyUntil = after;
        QTest::qSleep(1);
    }
    return busyUntil;
}

} // namespace

int main(int argc, char *argv[])
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 0;
    theme::apply(application);
    const QTemporaryDir folder;
    {
        Workspace filled(sure(readCatalogue()), systemClock());
        sure(filled.openStore(folder.filePath(QStringLiteral("zhibao.db"))));
        const Notice notice = filled.office().catalogue().notices.first();
        const auto size = rows == 0 ? GeneratorSize{12, 80, 2900} : GeneratorSize{rows, 0, 2900};
        for (quint32 seed = 7; seed < (rows == 0 ? 8 : 9); ++seed)
            sure(filled.importReport(generateReport(notice, seed, size)));
    }
    const double before = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    Workspace workspace(sure(readCatalogue()), systemClock());
    sure(workspace.openStore(folder.filePath(QStringLiteral("zhibao.db"))));
    MainWindow window(workspace);
    window.resize(1920, 1040);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    const double resident = residentMebibytes();
    const QList<ReportSummary> reports = sure(workspace.office().reports());
    sure(workspace.openReport().open(reports.first().id));
    window.showPage(0);
    QCoreApplication::processEvents();
    const double spent = static_cast<double>(std::clock()) / CLOCKS_PER_SEC - before;
    std::printf(
        "window with a report           %6.0f ms of CPU time, after %.0f ms for Qt's own start and the filling\n",
        spent * 1000, before * 1000);
    if (window.findChild<PageLayout *>() == nullptr) // folded, as on a small screen
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QTest::qWait(1000 + rows / 5);
    const Notice &notice = workspace.openReport().notice();
    const Form &table = notice.forms.first();
    if (rows == 0) {
        measureKeys(window, QStringLiteral("a key in annex 1"), {table.id, table.table()->columns[1].id, 0}, 200, "16");
        measureKeys(window, QStringLiteral("a key in annex 2"), {notice.forms.last().id, {}, -1, -1, 2}, 200, "16");
        return 0;
    }
    const double opened = residentMebibytes();
    measureKeys(window, QStringLiteral("a key among %1 rows").arg(rows),
        {table.id, table.table()->columns[1].id, rows / 2}, 100,
        rows > 3000      ? "33"
            : rows > 300 ? "20"
                         : "16");
    measureRows(window, workspace.openReport(), table.id, rows);
    measureKeys(window, QStringLiteral("a key after that"), {table.id, table.table()->columns[1].id, rows / 2}, 900,
        "as before");
    const double typed = residentMebibytes();
    workspace.openReport().close();
    window.showReports();
    QTest::qWait(2500);
    const double closed = residentMebibytes();
    std::printf(
        "memory, MiB: %.0f before, %.0f with the report, %.0f after 1,000 keys (wanted: 250), %.0f after closing "
        "(wanted: %.0f)\n",
        resident, opened, typed, closed, resident + 20);
    std::printf(
        "a second report: quiet after %.0f ms (wanted: 300)\n", untilQuiet(workspace, window, reports.last().id));
    return 0;
}
