// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notebar.h"
#include "ui/summary/splitplacement.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTreeWidget;

namespace zhibao {

// The line above the paper: what could not be done, or the offer to put a pasted summary under its headings, with a
// preview of the parts.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget *parent = nullptr);

    struct Line {
        QString label; // of its place
        QString text;
        bool taken = false; // another text stands there already
        int choice = -1; // which of the choices its place is; -1: it stays where it is
    };
    // `numbered`: how many lines begin with a number and are no headings. `choices`: the places that a line may be
    // given to instead.
    void offer(const QString &sentence, int numbered, const QList<Line> &lines, const QStringList &choices,
        const QList<NoteBar::Answer> &answers);
    // The offer as it is once a line was given to another place.
    void follow(const QString &sentence, const QList<bool> &taken, const QList<NoteBar::Answer> &answers);
    void tell(NoteBar::Kind kind, const QString &sentence);
    void endWithNextStep(const QUndoStack &steps) { m_note->endWithNextStep(steps); } // what is told now
    QString sentence() const;
    // How high the bar may become: where that is little, the preview of the parts gives way.
    void setRoom(int height);

Q_SIGNALS:
    void moved(int line, int choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *chooser(int line, const Line &shown, const QStringList &choices);
    void ask(const QString &sentence, const QList<NoteBar::Answer> &answers);
    void showTaken(const QList<bool> &taken);
    void showAnswers(const QList<NoteBar::Answer> &answers);
    void clearAnswers();
    void fitLines();

    NoteBar *m_note;
    QHBoxLayout *m_answers; // in a line of their own, so that the sentence has room on a narrow page
    QLabel *m_hint; // on the lines, and in sight with them
    QTreeWidget *m_lines;
    bool m_offering = false;
    bool m_isHintNeeded = false;
    int m_room = QWIDGETSIZE_MAX;
};

} // namespace zhibao
