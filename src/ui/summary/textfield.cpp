// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/textfield.h"

#include "exchange/clipboard/tabletext.h"
#include "ui/composing.h"
#include "ui/parts/droppedfile.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

constexpr double lineSpacing = 1.5; // of the font's size, for Chinese text
constexpr int focusBar = 2;

// What QTextDocument makes of the text: a paragraph at each of these characters. Every unit stays one unit, so that
// offsets are the same in both.
QString shownText(const QString &text)
{
    QString shown = text;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const char16_t unit = shown.at(i).unicode();
        if (unit == u'\r' && i + 1 < shown.size() && shown.at(i + 1) == u'\n')
            shown[i] = QChar(0x200b); // the pair is one line end: its first half takes no room
        else if (unit == u'\r' || unit == 0x2029 || unit == 0xfdd0 || unit == 0xfdd1)
            shown[i] = u'\n';
    }
    return shown;
}

// What changed between two texts: `removed` units at `offset` of the one gave way to `added` units of the other.
struct Replacement {
    qsizetype offset = 0;
    qsizetype removed = 0;
    qsizetype added = 0;
};

Replacement replacementOf(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto mismatch = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin());
    qsizetype same = mismatch.first - before.cbegin();
    if (same > 0 && before.at(same - 1).isHighSurrogate())
        --same; // a character outside the BMP is replaced whole
    qsizetype end = 0;
    while (end < shorter - same && before.at(before.size() - 1 - end) == after.at(after.size() - 1 - end))
        ++end;
    if (end > 0 && before.at(before.size() - end).isLowSurrogate())
        --end;
    return {same, before.size() - same - end, after.size() - same - end};
}

} // namespace

TextField::TextField(QWidget *parent)
    : QTextEdit(parent)
{
    document()->setUndoRedoEnabled(false); // undo belongs to the open
    document()->setDocumentMargin(theme::space1);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setBlocks();
    connect(this, &QTextEdit::textChanged, this, &TextField::readDocument);
    connect(
        document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextField::fitHeight);
    fitHeight();
}

void TextField::setParagraph(Qt::Alignment alignment, int firstLineIndent)
{
    m_alignment = alignment;
    m_firstLineIndent = firstLineIndent;
    setBlocks();
}

void TextField::setGuidance(const QString &guidance)
{
    m_guidance = guidance;
    setAccessibleDescription(guidance);
    fitHeight();
    viewport()->update();
}

void TextField::setBlocks()
{
    QTextBlockFormat format;
    format.setAlignment(m_alignment);
    format.setTextIndent(m_firstLineIndent * fontMetrics().horizontalAdvance(QChar(0x3000)));
    const double size = QFontInfo(font()).pixelSize();
    format.setLineHeight(std::round(size * lineSpacing), QTextBlockFormat::MinimumHeight);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

int TextField::showText(const QString &text)
{
    if (text == m_text)
        return -1;
    const QString shown = shownText(text);
    const Replacement change = replacementOf(m_shown, shown);
    m_text = text;
    m_shown = shown;
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(change.offset));
    cursor.setPosition(static_cast<int>(change.offset + change.removed), QTextCursor::KeepAnchor);
    cursor.insertText(shown.mid(change.offset, change.added));
    m_showing = false;
    return cursor.position();
}

void TextField::readDocument()
{
    if (m_showing)
        return;
    // Not toPlainText(): it makes spaces of U+00A0.
    QString shown = document()->toRawText();
    shown.replace(QChar::ParagraphSeparator, u'\n');
    if (shown == m_shown)
        return;
    const Replacement change = replacementOf(m_shown, shown);
    m_text.replace(change.offset, change.removed, shown.mid(change.offset, change.added));
    m_shown = shown;
    Q_EMIT edited(m_text);
}

int TextField::caret() const
{
    return textCursor().position();
}

void TextField::select(int offset, int length)
{
    const int end = static_cast<int>(m_shown.size());
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(offset, 0, end));
    cursor.setPosition(std::clamp(offset + std::max(length, 0), 0, end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void TextField::setMarks(const QList<Mark> &marks)
{
    if (marks.isEmpty() && m_marks.isEmpty())
        return;
    m_marks = marks;
    QList<ExtraSelection> selections;
    for (const Mark &mark : marks) {
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        const int end = static_cast<int>(m_shown.size());
        selection.cursor.setPosition(std::clamp(mark.offset, 0, end));
        selection.cursor.setPosition(std::clamp(mark.offset + mark.length, 0, end), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(mark.wavy ? QTextCharFormat::WaveUnderline : QTextCharFormat::DotLine);
        selection.format.setUnderlineColor(mark.color);
        selections.append(selection);
    }
    setExtraSelections(selections);
}

void TextField::insertAsGiven(const QString &text)
{
    Q_EMIT inserting();
    textCursor().insertText(text);
    ensureCursorVisible();
    Q_EMIT inserting();
}

QSize TextField::sizeHint() const
{
    return minimumSizeHint();
}

QSize TextField::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QChar(0x3000)) * 4, minimumHeight()};
}

void TextField::fitHeight()
{
    double height = document()->size().height();
    if (!m_guidance.isEmpty() && m_text.isEmpty())
        height = std::max(height, guidanceRect().height() + 2 * document()->documentMargin());
    setFixedHeight(static_cast<int>(std::ceil(height)));
}

QRect TextField::guidanceRect() const
{
    const int margin = static_cast<int>(document()->documentMargin());
    const QRect room(margin, margin, viewport()->width() - 2 * margin, QWIDGETSIZE_MAX);
    return fontMetrics().boundingRect(room, static_cast<int>(Qt::AlignTop | m_alignment) | Qt::TextWordWrap,
        QString(m_firstLineIndent, QChar(0x3000)) + m_guidance);
}

QString TextField::markWords(const QPoint &position) const
{
    const QTextCursor under = cursorForPosition(position);
    const QList<ExtraSelection> selections = extraSelections();
    for (qsizetype i = 0; i < selections.size() && i < m_marks.size(); ++i) {
        const QTextCursor &marked = selections.at(i).cursor;
        if (under.position() >= marked.selectionStart() && under.position() <= marked.selectionEnd())
            return m_marks.at(i).words;
    }
    return {};
}

bool TextField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // so that the window's actions get them
            return false;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString words = markWords(viewport()->mapFrom(this, help->pos()));
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    return QTextEdit::event(event);
}

void TextField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const bool up = event->key() == Qt::Key_Up;
        if (!textCursor().movePosition(up ? QTextCursor::Up : QTextCursor::Down)) {
            Q_EMIT left(up ? -1 : 1);
            return;
        }
    }
    if (enter && m_oneLine) {
        Q_EMIT left(1);
        return;
    }
    if (enter && event->modifiers() == Qt::ShiftModifier && !isReadOnly()) {
        textCursor().insertText(QStringLiteral("\n")); // Qt's own would be U+2028, which no form knows
        ensureCursorVisible();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

QVariant TextField::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const QVariant answer = QTextEdit::inputMethodQuery(query);
    return query == Qt::ImCursorRectangle ? QVariant(composingRect(*this, answer.toRectF().toRect())) : answer;
}

void TextField::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
    viewport()->update();
}

void TextField::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setBlocks();
        fitHeight();
    }
}

void TextField::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void TextField::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    if (m_text.isEmpty() && !m_composing && !m_guidance.isEmpty()) {
        painter.setPen(theme::quietText(palette()));
        painter.drawText(guidanceRect(), static_cast<int>(Qt::AlignTop | m_alignment) | Qt::TextWordWrap,
            QString(m_firstLineIndent, QChar(0x3000)) + m_guidance);
    }
    if (hasFocus())
        painter.fillRect(0, 0, focusBar, viewport()->height(), theme::accent(palette()));
}

void TextField::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
    Q_EMIT entered();
}

void TextField::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    m_composing = false;
    viewport()->update();
}

void TextField::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, not the field
}

void TextField::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

bool TextField::canInsertFromMimeData(const QMimeData *source) const
{
    return (source->hasText() || source->hasHtml()) && !isForWindow(*source);
}

void TextField::insertFromMimeData(const QMimeData *source)
{
    const QString text = pastedText(*source);
    if (isReadOnly() || text.isEmpty())
        return;
    if (!m_pasteTaker || !m_pasteTaker(text))
        insertAsGiven(text);
}

QMimeData *TextField::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *copied = new QMimeData;
    copied->setText(m_text.mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()));
    return copied;
}

} // namespace zhibao
