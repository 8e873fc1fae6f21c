// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/hand.h"
#include "ui/window/mainwindow.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>
#include <memory>

namespace zhibao {

// The real window on a store of its own, on a day that stands still. The dialogs of the system are answered with what
// the members say.
class OpenWindow {
public:
    OpenWindow();

    void open(); // shows the window, as a start of the program does
    void close(); // and ends it, with the store
    void restart() { close(), open(); }

    // Creates a report of the unit; with `example`, filled as resources/examples has it.
    qint64 create(const QString &unit = QStringLiteral("贵州省市场监督管理局"), bool example = false);

    // By name; where several pages have one of that name, the one in sight is meant.
    template <typename T>
    T *child(const QString &name = {}) const
    {
        const QList<T *> named = window->findChildren<T *>(name);
        REQUIRE_FALSE(named.isEmpty());
        for (T *const each : named) {
            const auto *const widget = qobject_cast<QWidget *>(each);
            if (widget && widget->isVisible())
                return each;
        }
        return named.first();
    }
    bool isShown(const char *className) const; // the page in front
    QAction *action(const QString &text) const; // of a menu

    QTemporaryDir folder;
    QDateTime now{QDate(2023, 12, 19), QTime(9, 30)};
    QString file; // what the file dialogs answer
    bool opens = true; // whether the system has a program for what is opened
    QString outside; // what was to be opened with the system's program
    std::function<bool(QPrinter &)> printer = [](QPrinter &) { return false; };
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

} // namespace zhibao
