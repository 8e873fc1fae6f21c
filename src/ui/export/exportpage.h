// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"
#include "ui/export/exporttask.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;

namespace Ui {
class ExportPage;
}

namespace zhibao {

class Workspace;

// Which forms, which formats, where to; and what came of it, in place.
class ExportPage : public QWidget {
    Q_OBJECT
public:
    ExportPage(Workspace &workspace, const Dialogs &dialogs, QWidget *parent = nullptr);
    ~ExportPage() override;

    void prepareReport(); // of the report in hand
    void prepareBlank(const Notice &notice); // its empty official forms
    bool isBlank() const { return m_blank; }
    void refreshFindings();

Q_SIGNALS:
    void left(); // the blank forms: back to where one came from
    void beginning(); // the report is about to be read: hand over what is being typed
    void findingsWanted();
    void sheetWanted(); // 签批单

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void prepare(const Notice &notice, bool blank);
    void connectControls();
    void connectFiles();
    QString chosenFile() const;
    void updateBegin();
    void chooseFolder();
    void begin(Existing existing);
    ExportRequest request(Existing existing) const;
    void setRunning(bool running);
    void finish();
    void showOutcome(const ExportOutcome &outcome);
    void showError(const Error &error);
    QString findingsSentence() const;
    QString markSentence() const;
    void showMark();

    Workspace &m_workspace;
    const Dialogs &m_dialogs;
    std::unique_ptr<Ui::ExportPage> m_ui;
    ExportTask m_task;
    Notice m_notice;
    bool m_blank = false;
    std::optional<qint64> m_report; // what was last exported here was of that one
    qint64 m_version = 0; // of the report that is being exported; 0: none that could be marked
    QList<QCheckBox *> m_forms; // in the notice's order
};

} // namespace zhibao
