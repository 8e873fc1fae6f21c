// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"

#include <QTextEdit>

#include <functional>

namespace zhibao {

class OpenReport;

// A plain text editor of one text of the report. What is typed goes to the open at once, what changes there
// (undo, another view of the same text) comes in at once, and undo is the open's alone. Text that an input method
// is still composing is no text yet.
class PlaceEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit PlaceEdit(OpenReport &open, QWidget *parent = nullptr);

    const Place &place() const { return m_place; }
    void setPlace(const Place &place); // the caret goes to the text's end
    const QString &text() const { return m_text; }
    int caret() const; // UTF-16 units from the text's start
    // Selects `length` UTF-16 units from `offset`; the caret is at their end.
    void setCaret(int offset, int length = 0);
    void setLocked(bool locked); // the text can be read and copied, not changed
    int contentHeight() const; // of all lines, pixels
    // From here on what is typed can be given up: the place gets back the text that it has now.
    void remember();
    bool giveUp(); // false where that was refused: the text stays in the editor
    // Asked before a paste or drop; true: it was taken elsewhere and nothing is inserted here.
    void setPasteTaker(std::function<bool(const QMimeData &)> taker) { m_pasteTaker = std::move(taker); }
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void caretMoved(int offset);
    void givenUp(); // a text was taken back; one step of undo brings it again

protected:
    OpenReport &open() { return m_open; }
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

    OpenReport &m_open;
    Place m_place;
    QString m_text; // as the open has it
    QString m_before; // the text to go back to
    bool m_born = false; // the row's first entry came since
    bool m_showing = false;
    std::function<bool(const QMimeData &)> m_pasteTaker;
};

} // namespace zhibao
