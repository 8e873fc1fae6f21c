// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "core/paste/summarysplit.h"
#include "ui/formpage.h"
#include "ui/notebar.h"
#include "ui/summary/splitplacement.h"

#include <QPointer>
#include <QTimer>

class QScrollArea;

namespace zhibao {

struct Change;
class PlaceComments;
class SplitBar;
class SummaryHeader;
class SummaryPaper;
class TextField;
class OpenReport;

// The page of an outline form (提纲): one sheet of paper with the official headings, filled in where it will be read.
class SummaryEditor : public FormPage {
    Q_OBJECT
public:
    // A report must be open, and its notice have that form.
    SummaryEditor(OpenReport &open, const QString &form, QWidget *parent = nullptr);

    QString form() const override;
    void showPlace(const Place &place, int offset, int length) override;
    Place currentPlace() const override;
    QRect currentRect() const override;
    int currentOffset() const override;
    std::pair<int, int> selection() const override;
    void commit() override;
    QByteArray viewState() const override;
    void restoreViewState(const QByteArray &state) override;
    QList<QAction *> editActions() const override { return m_actions; }

    // Offers to put a summary that was written elsewhere under the headings.
    void splitClipboard();
    void copyWhole();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectField(int index);
    void addActions();
    QAction *addEditAction(const QString &text, const QString &icon, const QKeySequence &shortcut);
    void readReport();
    void takeChange(const Change &change);
    void store(int index, const QString &text);
    void tell(NoteBar::Kind kind, const QString &sentence); // above the paper, until the next step
    void showCounts();
    void showFindings();
    void showComments();
    void followCaret();
    void caretMoved(int index);
    void showMenu(const QPoint &globalPosition);
    TextField *currentField() const;

    bool takesPaste(TextField *field, const QString &text);
    // `field` is where the text was pasted; null: the offer was asked for, and pasting it in one place is no choice.
    void offerSplit(const SummarySplit &split, TextField *field, const QString &text);
    void movePart(int part, int choice);
    QString labelOf(const Place &place) const;
    QList<bool> takenParts() const;
    QString offerSentence() const;
    QList<NoteBar::Answer> offerAnswers();
    void applySplit(WhenTaken when);

    // A pasted summary while it waits to be put under its headings.
    struct Offer {
        QList<SplitPart> parts;
        QList<Place> choices; // where a part may go
        int headings = 0;
        QPointer<TextField> field;
        QString text;
    };

    OpenReport &m_open;
    Form m_form;
    SummaryHeader *m_header;
    SplitBar *m_bar;
    QScrollArea *m_scroll;
    SummaryPaper *m_paper;
    PlaceComments *m_comments;
    QList<QAction *> m_actions;
    Offer m_offer;
    QTimer m_followTimer; // the page scrolls to the caret once the new heights are laid out
    bool m_placeWanted = false; // likewise where the keys have gone elsewhere meanwhile, to the comments on it
    int m_current = 0; // index of the part that has or last had the caret
};

} // namespace zhibao
