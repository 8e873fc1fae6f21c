// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/application.h"

#include <cstdlib>
#include <new>

namespace zhibao {

namespace {

// Qt's handler of messages takes nothing with it.
int (*tellMissing)(const Error &) = nullptr;
QByteArray givenDisplay; // as the person's environment names it

// Of X11: "[HOST]:NUMBER"; a HOST other than "unix" is reached by a socket of the internet.
bool isByNetwork(const QByteArray &display)
{
    const qsizetype colon = display.lastIndexOf(':');
    return colon > 0 && !display.startsWith('/') && display.left(colon) != "unix";
}

void handleMessage(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return; // what leads to it, and says the same
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString display = wayland.isEmpty() ? QString::fromLocal8Bit(givenDisplay) : wayland;
    const bool byNetwork = wayland.isEmpty() && isByNetwork(givenDisplay);
    std::_Exit(tellMissing({byNetwork ? ErrorCode::DisplayByNetwork : ErrorCode::DisplayMissing, {display}}));
}

} // namespace

std::unique_ptr<Application> Application::connect(int &argc, char *argv[], int (*tell)(const Error &))
{
    tellMissing = tell;
    givenDisplay = qgetenv("DISPLAY");
    // Where the socket of a display of this machine is not there, libxcb would try the internet's; not so with "unix".
    const bool isLocal = givenDisplay.startsWith(':');
    if (isLocal)
        qputenv("DISPLAY", "unix" + givenDisplay);
    else if (isByNetwork(givenDisplay))
        qunsetenv("DISPLAY");
    const QtMessageHandler usual = qInstallMessageHandler(handleMessage);
    std::unique_ptr<Application> application(new Application(argc, argv));
    qInstallMessageHandler(usual);
    if (!givenDisplay.isEmpty())
        qputenv("DISPLAY", givenDisplay); // for the programs that the window starts
    return application;
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::bad_alloc &) {
        m_memoryFull = true;
        exit(EXIT_FAILURE);
        return true;
    }
}

} // namespace zhibao
