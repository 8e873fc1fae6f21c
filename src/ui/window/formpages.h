// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"
#include "ui/findings/findingorder.h"
#include "ui/memory.h"

#include <QStackedWidget>
#include <QUndoStack>

namespace zhibao {

class FindingTip;
class FormPage;
class OpenReport;

// The editors of the report in hand, one a form, each made when it is first needed.
class FormPages : public QStackedWidget {
    Q_OBJECT
public:
    explicit FormPages(OpenReport &open, QWidget *parent = nullptr);

    void open(const ReportMemory &memory); // the report in hand
    void close();
    QMap<QString, QByteArray> viewStates() const;

    void showForm(const QString &form);
    QString form() const { return m_form; } // in front, or last in front
    FormPage *page() const; // of that form; nothing where no report is open
    void showPlace(const Place &place, int offset, int length);
    void setWindowActions(const QList<QAction *> &actions); // for the context menus
    void commit(); // hands what is being typed to the open

    // Takes back the last change, or does it again, and leads to where that shows.
    void undo() { step(&QUndoStack::undo); }
    void redo() { step(&QUndoStack::redo); }

    // Leads to the next (or previous) finding after the caret; false where there is none.
    bool showFinding(Direction direction);
    void showFinding(const Finding &finding);

Q_SIGNALS:
    void placeChanged(const zhibao::Place &place, int offset);
    void commentsWanted(); // of the page in front, at its current place
    void pageShown(); // page() is in front, perhaps another one than before

private:
    FormPage *make(const Form &form);
    void tell(const Finding &finding);
    bool stayedAtShown() const;
    void step(void (QUndoStack::*direction)());

    OpenReport &m_open;
    QMap<QString, FormPage *> m_pages; // by form
    QMap<QString, QByteArray> m_states; // of the pages that are still to be made
    QList<QAction *> m_windowActions;
    QString m_form;
    FindingTip *m_tip; // what is wrong at the place below
    Finding m_shown; // the finding the caret was last led to,
    Place m_shownPlace; // and where that put it
    int m_shownOffset = -1;
};

} // namespace zhibao
