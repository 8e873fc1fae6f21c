// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingtip.h"

#include "core/checks/checks.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QAccessible>
#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace zhibao {

namespace {

constexpr int widest = 30; // lines of text

bool isEscape(const QEvent &event)
{
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_Escape && key.modifiers() == Qt::NoModifier;
}

bool composes(const QEvent &event)
{
    const auto &input = static_cast<const QInputMethodEvent &>(event);
    return !input.preeditString().isEmpty() || !input.commitString().isEmpty();
}

} // namespace

FindingTip::FindingTip(QWidget *page)
    : QLabel(page)
{
    setObjectName(QStringLiteral("findingTip"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::Box);
    setMargin(theme::space1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && !parentWidget()->isAncestorOf(now))
            hide();
    });
}

void FindingTip::tell(const Finding &finding)
{
    setText(tr("%1：%2").arg(describe(finding.level), describe(finding)));
    setAccessibleName(text());
    show();
    raise();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

// Below it, or where there is no room, above; never over it as long as there is room on either side.
void FindingTip::placeBeside(const QRect &place)
{
    const QRect room = parentWidget()->rect().adjusted(theme::space2, theme::space2, -theme::space2, -theme::space2);
    const int width = qMin(room.width(), qMin(sizeHint().width(), widest * QFontMetrics(theme::bodyFont()).height()));
    const QSize size(width, heightForWidth(width));
    const int below = place.bottom() + theme::space1;
    const int above = place.top() - theme::space1 - size.height();
    const int top = below + size.height() <= room.bottom() || above < room.top() ? below : above;
    const int left = qBound(room.left(), place.left(), room.right() - width);
    setGeometry(left, qBound(room.top(), top, qMax(room.top(), room.bottom() - size.height())), width, size.height());
}

bool FindingTip::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!isEscape(*event) || QApplication::activePopupWidget())
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        if (!isEscape(*event) || QApplication::activePopupWidget())
            return false;
        hide();
        return true;
    case QEvent::InputMethod:
        if (composes(*event))
            hide();
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        hide();
        return false;
    default:
        return false;
    }
}

void FindingTip::showEvent(QShowEvent *event)
{
    qApp->installEventFilter(this);
    QLabel::showEvent(event);
}

void FindingTip::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QLabel::hideEvent(event);
}

} // namespace zhibao
