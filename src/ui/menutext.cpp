// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/menutext.h"

#include <QAction>
#include <QRegularExpression>

namespace zhibao {

QString withoutMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral(R"(\(&.\))"));
    return QString(text).remove(mnemonic);
}

void setMenuText(QAction *action, const QString &text)
{
    const QString plain = withoutMnemonic(text);
    action->setText(text);
    action->setIconText(plain);
    action->setToolTip(plain);
}

} // namespace zhibao
