// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/numbers.h"

#include <QCoreApplication>

namespace zhibao {

QString grouped(int number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(at, QChar(0x202f)); // narrow no-break space
    return digits;
}

QString whatIsCounted()
{
    return QCoreApplication::translate("Numbers", "字数含标题、称谓、各部分的标题和正文、结尾和落款");
}

} // namespace zhibao
