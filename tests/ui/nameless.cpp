// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/nameless.h"

#include <QAbstractItemView>
#include <QAccessible>

namespace zhibao {

namespace {

bool isInside(const QWidget *widget) // of a control that speaks for it
{
    return widget->objectName().startsWith(u"qt_") || qobject_cast<const QAbstractItemView *>(widget->parent())
        || widget->parent()->inherits("QComboBox") || widget->parent()->inherits("QAbstractSpinBox");
}

} // namespace

QStringList nameless(const QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || isInside(widget))
            continue;
        QAccessibleInterface *said = QAccessible::queryAccessibleInterface(widget);
        if (!said || said->text(QAccessible::Name).isEmpty())
            found.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return found;
}

} // namespace zhibao
