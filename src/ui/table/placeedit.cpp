// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/placeedit.h"

#include "exchange/clipboard/tabletext.h"
#include "ui/composing.h"
#include "ui/parts/celltypesetter.h"
#include "ui/parts/droppedfile.h"
#include "ui/table/tablemodel.h"
#include "ui/theme.h"
#include "workspace/report/openreport.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int focusRing = 2; // pixels

// What differs between two texts: [from, from + removed) of the one became `added`.
struct TextChange {
    int from = 0;
    int removed = 0;
    QString added;
};

TextChange difference(const QString &before, const QString &after)
{
    const auto shorter = std::min(before.size(), after.size());
    qsizetype from = 0;
    while (from < shorter && before.at(from) == after.at(from))
        ++from;
    qsizetype same = 0;
    while (same < shorter - from && before.at(before.size() - 1 - same) == after.at(after.size() - 1 - same))
        ++same;
    return {static_cast<int>(from), static_cast<int>(before.size() - same - from),
        after.mid(from, after.size() - same - from)};
}

// A text document has paragraphs where the text has these; one unit each, so offsets are the same in both.
QString asShown(QString text)
{
    for (QChar &unit : text) {
        if (unit == QChar::ParagraphSeparator || unit == QChar(0xfdd0) || unit == QChar(0xfdd1) || unit == u'\r')
            unit = u'\n';
    }
    return text;
}

} // namespace

PlaceEdit::PlaceEdit(OpenReport &open, QWidget *parent)
    : QTextEdit(parent)
    , m_open(open)
{
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    connect(document(), &QTextDocument::contentsChanged, this, &PlaceEdit::takeTyped);
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (!m_showing)
            Q_EMIT caretMoved(caret());
    });
    connect(&open, &OpenReport::changed, this, &PlaceEdit::refresh);
}

void PlaceEdit::setPlace(const Place &place)
{
    m_place = place;
    show(textAt(m_open.report(), place));
}

int PlaceEdit::caret() const
{
    return textCursor().position();
}

void PlaceEdit::setCaret(int offset, int length)
{
    const int end = document()->characterCount() - 1;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(offset, 0, end));
    cursor.setPosition(std::clamp(offset + length, 0, end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void PlaceEdit::setLocked(bool locked)
{
    setTextInteractionFlags(
        locked ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::TextEditorInteraction);
    setAttribute(Qt::WA_InputMethodEnabled, !locked);
}

int PlaceEdit::contentHeight() const
{
    return static_cast<int>(std::ceil(document()->size().height()));
}

void PlaceEdit::remember()
{
    m_open.endBurst();
    m_before = m_text;
    m_born = !m_place.field.isEmpty() && !hasPlace(m_open.report(), m_open.notice(), m_place);
}

bool PlaceEdit::giveUp()
{
    if (m_text == m_before)
        return true;
    m_open.endBurst();
    const Result<void> restored
        = m_born ? m_open.removeEntry(m_place.form, m_place.row, m_place.entry) : m_open.setText(m_place, m_before);
    m_open.endBurst();
    if (!restored)
        return false;
    Q_EMIT givenUp();
    return true;
}

bool PlaceEdit::takesKey(const QKeyEvent &event) const
{
    if (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo))
        return false;
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut) || event.matches(QKeySequence::Paste)
        || event.matches(QKeySequence::SelectAll))
        return true;
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return true;
    default:
        return !(event.modifiers() & Qt::ControlModifier) && !event.text().isEmpty();
    }
}

QVariant PlaceEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const QVariant answer = QTextEdit::inputMethodQuery(query);
    return query == Qt::ImCursorRectangle ? QVariant(composingRect(*this, answer.toRectF().toRect())) : answer;
}

bool PlaceEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        event->setAccepted(takesKey(*key));
        return true;
    }
    return QTextEdit::event(event);
}

void PlaceEdit::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(*event)) {
        event->ignore();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (textInteractionFlags() & Qt::TextEditable)) {
        textCursor().insertText(QStringLiteral("\n")); // with Shift the text editor's own is U+2028, no line end here
        ensureCursorVisible();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

// The ring that tells where the focus is; an editor without a frame has one around it already.
void PlaceEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    if (!hasFocus() || frameShape() == QFrame::NoFrame)
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(theme::accent(palette()), focusRing, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(viewport()->rect().adjusted(focusRing / 2, focusRing / 2, -focusRing / 2, -focusRing / 2));
}

void PlaceEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void PlaceEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    viewport()->update();
}

void PlaceEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyLineHeight();
}

bool PlaceEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return (source->hasText() || source->hasHtml()) && !isForWindow(*source);
}

void PlaceEdit::insertFromMimeData(const QMimeData *source)
{
    if (!(textInteractionFlags() & Qt::TextEditable) || (m_pasteTaker && m_pasteTaker(*source)))
        return;
    QString text = pastedText(*source);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (text.isEmpty())
        return;
    m_open.endBurst(); // a step of undo of its own
    insertPlainText(text);
    m_open.endBurst();
    ensureCursorVisible();
}

QMimeData *PlaceEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *selected = new QMimeData; // owned by the clipboard
    selected->setText(m_text.mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()));
    return selected;
}

void PlaceEdit::show(const QString &text)
{
    const bool wasShowing = std::exchange(m_showing, true);
    m_text = text;
    setPlainText(text);
    applyLineHeight();
    moveCursor(QTextCursor::End);
    m_showing = wasShowing;
}

// The document's own text loses what it cannot hold (a no-break space becomes a space); so only what differs from the
// text that was shown is taken over.
void PlaceEdit::takeTyped()
{
    if (m_showing)
        return;
    QString typed = asShown(document()->toRawText());
    const TextChange change = difference(asShown(m_text), typed);
    if (change.removed == 0 && change.added.isEmpty())
        return;
    const QString before = m_text;
    m_text = m_text.replace(change.from, change.removed, change.added);
    if (!storeText(m_open, m_place, m_text)) {
        show(before); // refused: what is shown stays what is stored
        return;
    }
    Q_EMIT caretMoved(caret());
}

void PlaceEdit::refresh()
{
    const QString stored = textAt(m_open.report(), m_place);
    if (stored == m_text)
        return;
    const TextChange change = difference(asShown(m_text), asShown(stored));
    m_text = stored;
    replaceShown(change.from, change.removed, change.added);
}

void PlaceEdit::applyLineHeight()
{
    const bool wasShowing = std::exchange(m_showing, true);
    QTextBlockFormat format;
    format.setLineHeight(lineHeightOf(font()), QTextBlockFormat::FixedHeight);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
    m_showing = wasShowing;
}

// Only the part that changed is replaced, so that the caret stays where it was.
void PlaceEdit::replaceShown(int from, int removed, const QString &added)
{
    const bool wasShowing = std::exchange(m_showing, true);
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(from + removed, QTextCursor::KeepAnchor);
    cursor.insertText(added);
    m_showing = wasShowing;
}

} // namespace zhibao
