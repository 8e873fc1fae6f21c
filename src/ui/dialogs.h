// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QPrinter;
class QUrl;
class QWidget;

namespace zhibao {

// What the window asks the system to ask: the seam that tests answer. An empty path means that the person thought
// better of it.
struct Dialogs {
    std::function<QString(QWidget *parent, const QString &title, const QString &filter)> openFile;
    std::function<QStringList(QWidget *parent, const QString &title, const QString &filter)> openFiles; // or several
    // Asks before an existing file is named, so that the caller may replace it.
    std::function<QString(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter)>
        saveFile;
    std::function<QString(QWidget *parent, const QString &title, const QString &start)> folder;
    std::function<bool(QPrinter &printer, QWidget *parent, int pages)> printer; // whether to print
    std::function<bool(const QUrl &url)> open; // with the system's program for it
};

Dialogs systemDialogs();

} // namespace zhibao
