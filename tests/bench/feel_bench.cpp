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
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

// Measures what typing feels like in a full report (12 rows, 3000 字): from a key to the repainted preview page, for
// both annexes; and the CPU time from the start of the process to an editable window.
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

void measureKeys(MainWindow &window, const char *name, const Place &place)
{
    auto *pages = window.findChild<FormPages *>();
    pages->showPlace(place, 0, 0);
    QTest::qWait(500);
    PaintWatch watch(window);
    std::vector<double> times;
    for (int key = 0; key < 200; ++key) {
        watch.reset();
        QElapsedTimer timer;
        timer.start();
        QTest::sendKeyEvent(
            QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QStringLiteral("字"), Qt::NoModifier);
        while (!watch.painted() && timer.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(20);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-28s p50 %6.1f ms   p95 %6.1f ms (wanted: at most 16)\n", name, times[100], times[190]);
}

} // namespace

int main(int argc, char *argv[])
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    theme::apply(application);
    const QTemporaryDir folder;
    {
        Workspace filled(sure(readCatalogue()), systemClock());
        sure(filled.openStore(folder.filePath(QStringLiteral("zhibao.db"))));
        const Notice notice = filled.office().catalogue().notices.first();
        sure(filled.importReport(generateReport(notice, 7, GeneratorSize{12, 80, 2900})));
    }
    const double before = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    Workspace workspace(sure(readCatalogue()), systemClock());
    sure(workspace.openStore(folder.filePath(QStringLiteral("zhibao.db"))));
    MainWindow window(workspace);
    window.resize(1920, 1040);
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    sure(workspace.openReport().open(sure(workspace.office().reports()).first().id));
    window.showPage(0);
    QCoreApplication::processEvents();
    const double spent = static_cast<double>(std::clock()) / CLOCKS_PER_SEC - before;
    std::printf("window with a full report    %6.0f ms of CPU time, after %.0f ms for Qt's own start and the filling\n",
        spent * 1000, before * 1000);
    if (window.findChild<PageLayout *>() == nullptr) // folded, as on a small screen
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QTest::qWait(1000);
    const Notice &notice = workspace.openReport().notice();
    measureKeys(window, "a key in annex 1", {notice.forms.first().id, notice.forms.first().columns[1].id, 0});
    measureKeys(window, "a key in annex 2", {notice.forms.last().id, {}, -1, -1, 2});
    return 0;
}
