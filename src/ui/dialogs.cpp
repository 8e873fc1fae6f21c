// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs.h"

#include "ui/parts/printwindow.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

namespace zhibao {

Dialogs systemDialogs()
{
    return {
        .openFile = [](QWidget *parent, const QString &title,
                        const QString &filter) { return QFileDialog::getOpenFileName(parent, title, {}, filter); },
        .openFiles = [](QWidget *parent, const QString &title,
                         const QString &filter) { return QFileDialog::getOpenFileNames(parent, title, {}, filter); },
        .saveFile
        = [](QWidget *parent, const QString &title, const QString &suggestion,
              const QString &filter) { return QFileDialog::getSaveFileName(parent, title, suggestion, filter); },
        .folder = [](QWidget *parent, const QString &title,
                      const QString &start) { return QFileDialog::getExistingDirectory(parent, title, start); },
        .printer =
            [](QPrinter &printer, QWidget *parent, int pages) {
                PrintWindow window(printersOfMachine(), pages, parent);
                if (window.exec() != QDialog::Accepted)
                    return false;
                window.applyTo(printer);
                return true;
            },
        .open = [](const QUrl &url) { return QDesktopServices::openUrl(url); },
    };
}

} // namespace zhibao
