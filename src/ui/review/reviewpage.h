// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"
#include "core/review/workflow.h"
#include "ui/notebar.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;

namespace zhibao {

class ChangePane;
class CommentPane;
class ReasonPane;
class ReviewCommands;
class SendPane;
class StateLine;
class Workspace;
struct Sending;

// Review of the report in hand: where it stands, what may be done now, what changed, what was said.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    ReviewPage(Workspace &workspace, const ReviewCommands &commands, QWidget *parent = nullptr);

    void begin(); // it comes to the front: compares with what tells most
    void ask(ReviewAction action); // opens the pane in which the action is confirmed
    void stepChange(int by);
    void stepComment(int by);
    void writeComment(); // a new one
    std::optional<qint64> since() const; // what is compared with (Review::compared)

Q_SIGNALS:
    void placeWanted(const zhibao::Place &place, int offset, int length);
    void acting(); // something is about to be done: hand over what is being typed
    void acted(const QString &sentence);
    void findingsWanted();
    void scanWanted();
    void filesWanted(); // to send
    void draftWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void addButtons(QWidget *row);
    void connectParts();
    void refresh();
    void showLastStep();
    QString question(ReviewAction action) const;
    void tellErrors(ReviewAction action);
    NoteBar::Answer seeErrors();
    void act(ReviewAction action, const QString &text);
    void send(const Sending &sending);
    void finish(ReviewAction action, const Result<void> &done);

    Workspace &m_workspace;
    const ReviewCommands &m_commands;
    StateLine *m_line;
    QLabel *m_last;
    QList<QPushButton *> m_buttons;
    ReasonPane *m_reason;
    SendPane *m_send;
    QSplitter *m_panes;
    ChangePane *m_changes;
    CommentPane *m_comments;
    bool m_despiteComments = false; // it was asked, and is confirmed
};

} // namespace zhibao
