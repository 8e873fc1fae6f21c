// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report.h"

#include <QTextEdit>

namespace zhibao {

class Workspace;

// A plain text editor of one text of the report. What is typed goes to the workspace at once, what changes there
// (undo, another view of the same text) comes in at once, and undo is the workspace's alone. Text that an input method
// is still composing is no text yet.
class PlaceEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit PlaceEdit(Workspace &workspace, QWidget *parent = nullptr);

    const Place &place() const { return m_place; }
    void setPlace(const Place &place); // the caret goes to the text's end
    const QString &text() const { return m_text; }
    int caret() const; // UTF-16 units from the text's start
    // Selects `length` UTF-16 units from `offset`; the caret is at their end.
    void setCaret(int offset, int length = 0);
    void setLocked(bool locked); // the text can be read and copied, not changed
    int contentHeight() const; // of all lines, pixels

Q_SIGNALS:
    void caretMoved(int offset);

protected:
    Workspace &workspace() { return m_workspace; }
    // Whether a key belongs to the text; all others are left to the window's actions.
    virtual bool takesKey(const QKeyEvent &event) const;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void show(const QString &text);
    void takeTyped();
    void refresh();
    void applyLineHeight();
    void replaceShown(int from, int removed, const QString &added);

    Workspace &m_workspace;
    Place m_place;
    QString m_text; // as the workspace has it
    bool m_showing = false;
};

} // namespace zhibao
