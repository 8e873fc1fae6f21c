// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// `typist STORE PLACE`: the program's window, with somebody at the keyboard who goes on where the text at the place
// ends, until the process is killed or some seconds have passed. Notes in the trace when each character was typed, and
// when the window said that all is saved. The keys come from a thread of their own, as they do from a person: they do
// not wait for the window.
#include "calls/calls.h"
#include "durability/child.h"
#include "durability/typing.h"
#include "ui/theme.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QKeyEvent>

#include <atomic>
#include <chrono>
#include <thread>

using namespace zhibao;
using namespace zhibao::durability;

namespace {

constexpr std::chrono::milliseconds betweenKeys{40}; // a fast typist's
constexpr std::chrono::seconds session{4};

void press(const QString &character)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent key(type, Qt::Key_unknown, Qt::NoModifier, character);
        if (QWidget *const focus = QApplication::focusWidget())
            QCoreApplication::sendEvent(focus, &key);
    }
}

void typeKeys(QObject *window, int length, const std::atomic<bool> &goesOn)
{
    while (goesOn) {
        std::this_thread::sleep_for(betweenKeys);
        ++length;
        calls::acknowledge(typedNote(length, monotonicNow()).constData());
        QMetaObject::invokeMethod(window, [character = typedText(length).last(1)] { press(character); });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    theme::apply(application);
    Result<Catalogue> catalogue = readCatalogue();
    if (!catalogue || arguments.size() != 3)
        return EXIT_FAILURE;
    const Notice notice = catalogue->notices.first();
    const Place place = typedPlace(arguments[2]);
    Workspace workspace(std::move(*catalogue), systemClock());
    if (!workspace.openStore(arguments[1]) || !workspace.openReport().create(notice.number, typedUnit()))
        return EXIT_FAILURE;
    MainWindow window(workspace);
    window.show();
    while (!window.isActiveWindow())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);

    const int length = static_cast<int>(textAt(workspace.openReport().report(), place).size());
    window.findChild<FormPages *>()->showPlace(place, length, 0);
    QObject::connect(&workspace.openReport(), &OpenReport::savedChanged, &window, [&] {
        if (workspace.openReport().isSaved())
            calls::acknowledge(
                savedNote(static_cast<int>(textAt(workspace.openReport().report(), place).size())).constData());
    });
    std::atomic<bool> goesOn = true;
    std::thread keyboard(typeKeys, &window, length, std::cref(goesOn));
    QTimer::singleShot(session, &window, [&] {
        goesOn = false;
        keyboard.join();
        QCoreApplication::processEvents();
        window.close();
    });
    return QApplication::exec();
}
