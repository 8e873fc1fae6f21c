// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"
#include "ui/verify/verifiedfile.h"
#include "ui/verify/verifytask.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace zhibao {

class NoteBar;
class VerdictView;

// 核验: what a file is, measured by what was approved here. Files are chosen or dropped; each has its answer in a list,
// and the one in hand has it in full.
class VerifyWindow : public QDialog {
    Q_OBJECT
public:
    VerifyWindow(Office &office, const Dialogs &dialogs, ApprovedTexts texts, QWidget *parent = nullptr);
    ~VerifyWindow() override;

    void showFront();
    void verify(const QStringList &files); // in the place of those before; not while isRunning()
    bool isRunning() const { return m_task.isRunning(); }
    void reject() override; // stops

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeAnswers();
    QWidget *makeRun();
    QWidget *makeButtons();
    void connectTask();
    void choose();
    void copy() const;
    void take(int file, const Result<Verification> &outcome);
    void finish();
    void setRunning(bool running);
    void showFile(int file);
    void showCurrent();
    void say(const QString &sentence) const;

    Office &m_office;
    const Dialogs &m_dialogs;
    const ApprovedTexts m_texts;
    QList<VerifiedFile> m_files;
    QStackedWidget *m_middle; // how to begin, or the answers
    QListWidget *m_list;
    NoteBar *m_answer; // of the file in hand
    VerdictView *m_view; // the rest of it
    QLabel *m_said;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_choose;
    QPushButton *m_copy;
    VerifyTask m_task;
};

} // namespace zhibao
