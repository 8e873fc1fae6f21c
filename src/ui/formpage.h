// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

#include <utility>

class QAction;

namespace zhibao {

// A page on which one form of the report in hand is edited.
class FormPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString form() const = 0; // id
    // Puts the caret into the place (and selects `length` UTF-16 units from `offset`; offset -1: the whole place is
    // meant, the caret goes to its start), scrolls it into view and takes the focus.
    virtual void showPlace(const Place &place, int offset, int length) = 0;
    virtual Place currentPlace() const = 0;
    // Where that is: its cell, or the line of it with the caret, as far as it is in sight.
    virtual QRect currentRect() const = 0;
    virtual int currentOffset() const = 0; // of the caret in the current place's text
    // What is selected of that text: offset and length, UTF-16 units; length 0: nothing.
    virtual std::pair<int, int> selection() const = 0;
    // Hands an open in-place editor's text to the workspace.
    virtual void commit() = 0;
    // Caret and scroll position, to come back at the next start.
    virtual QByteArray viewState() const = 0;
    virtual void restoreViewState(const QByteArray &state) = 0;
    // What the edit menu shows while this page is in front; each with text, shortcut and icon. Owned by the page and
    // added to it with Qt::WidgetWithChildrenShortcut. A null pointer stands for a separator.
    virtual QList<QAction *> editActions() const = 0;
    // What the context menu shows besides: commands of the window.
    void setWindowActions(const QList<QAction *> &actions) { m_windowActions = actions; }

Q_SIGNALS:
    void placeChanged(const zhibao::Place &place, int offset); // the caret moved
    void commentsWanted(); // the mark of the comments at the current place was pressed

protected:
    const QList<QAction *> &windowActions() const { return m_windowActions; }

private:
    QList<QAction *> m_windowActions;
};

} // namespace zhibao
