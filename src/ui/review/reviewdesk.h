// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/durablefile.h"
#include "base/result.h"
#include "base/temporaryfolder.h"
#include "ui/dialogs.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace zhibao {

class NoteBar;
class Workspace;

// What review does with files: scans taken in, sheets and differences written, what is sent, and the files that two
// machines exchange. Tells the outcome in a line in place.
class ReviewDesk : public QObject {
    Q_OBJECT
public:
    ReviewDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window);

    void attachScan();
    void showScans(); // in the system's programs for them
    void exportSheet();
    void exportChanges(qint64 since); // a version
    void writeFilesToSend();
    void writeDraft(); // the files and an e-mail with them, shown in the desktop's mail program
    void writeFile();
    void openFile(); // asks which
    void openFile(const QString &path);

Q_SIGNALS:
    void received(qint64 report); // what another office did was taken over

private:
    // Writes; where the file is there already, asks whether to replace it and writes again.
    using Write = std::function<Result<QStringList>(Existing)>;
    void write(const Write &write, Existing existing, const std::function<void(const QStringList &)> &done = {});
    Result<QStringList> writeScans();
    void tellWritten(const QStringList &files);
    void tell(const Error &error);
    QString folder(const QString &title);

    Workspace &m_workspace;
    const Dialogs &m_dialogs;
    NoteBar &m_note;
    QWidget *m_window;
    std::optional<TemporaryFolder> m_shown; // scans, as long as the window is there
};

} // namespace zhibao
