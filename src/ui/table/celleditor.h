// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/table/placeedit.h"

#include <QElapsedTimer>

namespace zhibao {

// The editor over the cell in hand. It is always there and has the table's focus: at rest it is invisible and lets
// keys and clicks through to the table, so that an input method that begins to compose finds the very widget in which
// the text will stand, and loses nothing to a change of focus.
class CellEditor : public PlaceEdit {
    Q_OBJECT
public:
    static constexpr int ring = 2; // pixels; that of the cell in hand, painted around the editor

    CellEditor(OpenReport &open, QWidget *parent);

    void setCell(const Place &place); // at rest, the caret at the end of its text
    bool isEditing() const { return m_editing; }
    void begin(); // the caret stays
    // What is selected stays to be seen where one goes on looking from elsewhere, until the keys come back or another
    // cell is in hand.
    void keepShown();
    void rest();
    void cancel(); // gives the cell the text it had when the editing began

    // Whether the caret can go no further that way.
    bool isAtEdge(Qt::Key arrow) const;

Q_SIGNALS:
    void editingChanged();
    void wideEditorRequested();

protected:
    bool takesKey(const QKeyEvent &event) const override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void showState();
    void paintShade(const QRect &strip, int y);

    bool m_editing = false;
    bool m_keptShown = false;
    QElapsedTimer m_began;
};

} // namespace zhibao
