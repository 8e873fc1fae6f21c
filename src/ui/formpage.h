// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

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
    virtual int currentOffset() const = 0; // of the caret in the current place's text
    // Hands an open in-place editor's text to the workspace.
    virtual void commit() = 0;
    // Caret and scroll position, to come back at the next start.
    virtual QByteArray viewState() const = 0;
    virtual void restoreViewState(const QByteArray &state) = 0;
    // What the edit menu shows while this page is in front; each with text, shortcut and icon. Owned by the page and
    // added to it with Qt::WidgetWithChildrenShortcut. A null pointer stands for a separator.
    virtual QList<QAction *> editActions() const = 0;

Q_SIGNALS:
    void placeChanged(const zhibao::Place &place, int offset); // the caret moved
};

} // namespace zhibao
