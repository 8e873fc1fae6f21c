// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QTextEdit>

#include <functional>

namespace zhibao {

// A plain text on the paper: as tall as its text, set as in print (line height, first-line indent), Unicode untouched.
// It keeps no undo of its own; undo and redo keys pass to the window. The text is what was committed: what the input
// method is still composing is not in it.
class TextField : public QTextEdit {
    Q_OBJECT
public:
    explicit TextField(QWidget *parent = nullptr);

    // How paragraphs stand on the paper; nothing of it is stored in the text. The indent counts characters.
    void setParagraph(Qt::Alignment alignment, int firstLineIndent);
    // Shown in grey where the text would stand, until there is one.
    void setGuidance(const QString &guidance);
    // Enter goes on to the next field instead of starting a paragraph.
    void setOneLine(bool oneLine) { m_oneLine = oneLine; }
    // Asked before a paste or drop; true: it has taken the text and nothing is inserted here.
    void setPasteTaker(std::function<bool(const QString &)> taker) { m_pasteTaker = std::move(taker); }

    const QString &text() const { return m_text; }
    // Shows a text that was changed elsewhere; caret, selection and what has not changed stay. Does not signal. Gives
    // the offset where the change ends; -1: there was none.
    int showText(const QString &text);

    int caret() const; // offset in text(), UTF-16 units
    void select(int offset, int length);

    // An underlined stretch of the text, with what there is to say about it.
    struct Mark {
        int offset = 0;
        int length = 0;
        bool wavy = false;
        QColor color;
        QString words;
    };
    void setMarks(const QList<Mark> &marks);
    const QList<Mark> &marks() const { return m_marks; }

    // Inserts at the caret in place of the selection, as given, without asking the paste taker.
    void insertAsGiven(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void edited(const QString &text); // by typing, input method, paste or drop
    void left(int direction); // the caret went over the upper (-1) or lower (1) edge
    void entered(); // took the focus
    void inserting(); // before and after a paste or drop: a step of undo of its own
    void menuRequested(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void readDocument();
    void setBlocks();
    void fitHeight();
    QRect guidanceRect() const;
    QString markWords(const QPoint &position) const;

    QString m_text; // what stands in the report
    QString m_shown; // the same as the document holds it, unit for unit
    QString m_guidance;
    QList<Mark> m_marks;
    std::function<bool(const QString &)> m_pasteTaker;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    int m_firstLineIndent = 0;
    bool m_oneLine = false;
    bool m_showing = false; // the document is being changed by showText
    bool m_composing = false; // the input method shows a preedit
};

} // namespace zhibao
