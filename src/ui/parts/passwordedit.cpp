// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/passwordedit.h"

#include "ui/theme.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFrame>

namespace zhibao {

namespace {

// A field for text that says of itself only what it is for.
class AccessiblePasswordEdit : public QAccessibleWidget {
public:
    explicit AccessiblePasswordEdit(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *edit = qobject_cast<PasswordEdit *>(object);
    return edit ? new AccessiblePasswordEdit(edit) : nullptr; // owned by Qt's cache
}

} // namespace

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(makeAccessible); // once, however often it is called
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

Secret PasswordEdit::take()
{
    Secret taken = m_typed.take();
    clear();
    return taken;
}

void PasswordEdit::clear()
{
    m_typed.clear();
    m_allSelected = false;
    update();
}

QSize PasswordEdit::sizeHint() const
{
    QStyleOptionFrame option;
    option.initFrom(this);
    option.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this);
    const QSize text(fontMetrics().horizontalAdvance(u'x') * 17,
        std::max(fontMetrics().height(), theme::iconSize - 2) + 2); // as QLineEdit has it
    return style()->sizeFromContents(QStyle::CT_LineEdit, &option, text, this);
}

// A key that would type is not a shortcut of the window.
bool PasswordEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool types = !key->text().isEmpty() && key->text().at(0).isPrint()
            && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (types || key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll)
            || key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete)
            key->accept();
    }
    return QWidget::event(event);
}

void PasswordEdit::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT returnPressed();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_allSelected = !isEmpty();
    } else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        if (m_allSelected || withControl)
            clear();
        else if (event->key() == Qt::Key_Backspace)
            m_typed.removeLast();
        Q_EMIT edited();
    } else if (!event->text().isEmpty() && event->text().at(0).isPrint() && !withControl
        && !event->modifiers().testFlag(Qt::MetaModifier)) {
        append(event->text());
    } else {
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void PasswordEdit::append(QStringView text)
{
    if (m_allSelected)
        clear();
    if (m_typed.append(text))
        Q_EMIT edited();
    update();
}

// One line, as a field of one line takes it.
void PasswordEdit::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    const qsizetype end = text.indexOf(u'\n');
    append(QStringView(text).first(end < 0 ? text.size() : end));
}

void PasswordEdit::mousePressEvent(QMouseEvent *)
{
    m_allSelected = false;
    update();
}

void PasswordEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("粘贴(&P)")), &QAction::triggered, this, &PasswordEdit::paste);
    connect(menu->addAction(tr("清除(&D)")), &QAction::triggered, this, [this] {
        clear();
        Q_EMIT edited();
    });
    menu->popup(event->globalPos());
}

void PasswordEdit::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PasswordEdit::focusOutEvent(QFocusEvent *event)
{
    m_allSelected = false;
    QWidget::focusOutEvent(event);
    update();
}

void PasswordEdit::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame option;
    option.initFrom(this);
    option.rect = rect();
    option.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this);
    option.state |= QStyle::State_Sunken;
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);

    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int step = std::max(fontMetrics().horizontalAdvance(u'●'), theme::space2);
    const int fitting = std::max(1, room.width() / step - 1);
    const int shown = std::min(m_typed.size(), fitting); // the last ones, where the caret is
    const QRect text(room.left(), room.top(), shown * step, room.height());
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    if (m_allSelected && shown > 0)
        painter.fillRect(text.adjusted(0, theme::space1, 0, -theme::space1), palette().color(QPalette::Highlight));
    painter.setPen(palette().color(group, m_allSelected ? QPalette::HighlightedText : QPalette::Text));
    for (int i = 0; i < shown; ++i)
        painter.drawText(
            QRect(text.left() + i * step, text.top(), step, text.height()), Qt::AlignCenter, QString(u'●'));
    if (hasFocus()) {
        const int height = fontMetrics().height();
        painter.fillRect(QRect(text.left() + text.width(), room.center().y() - height / 2, 1, height),
            palette().color(QPalette::Text));
    }
}

} // namespace zhibao
