// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/notebar.h"
#include "ui/summary/splitplacement.h"

#include <QWidget>

class QHBoxLayout;
class QTreeWidget;

namespace zhibao {

// The line above the paper: what could not be done, or the offer to put a pasted summary under its headings, with a
// preview of the parts.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget *parent = nullptr);

    struct Line {
        QString label;
        QString text;
        bool taken = false;
    };
    void offer(const QString &sentence, const QList<Line> &lines, const QList<NoteBar::Answer> &answers);
    void tell(NoteBar::Kind kind, const QString &sentence);
    QString sentence() const;
    // How high the bar may become: where that is little, the preview of the parts gives way.
    void setRoom(int height);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAnswers(const QList<NoteBar::Answer> &answers);
    void fitLines();

    NoteBar *m_note;
    QHBoxLayout *m_answers; // in a line of their own, so that the sentence has room on a narrow page
    QTreeWidget *m_lines;
    bool m_offering = false;
    int m_room = QWIDGETSIZE_MAX;
};

} // namespace zhibao
