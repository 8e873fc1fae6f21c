// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report.h"

#include <QRegularExpression>

namespace zhibao {

QDate parseDate(const QString &text)
{
    // White space inside is tolerated, as in 2023 年 12 月 20 日; the separators must agree.
    static const QRegularExpression pattern(
        QStringLiteral("\\A\\s*([0-9]{4})\\s*(?:([-./])\\s*([0-9]{1,2})\\s*\\g{2}\\s*([0-9]{1,2})"
                       "|年\\s*([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*日)\\s*\\z"));
    if (text.size() > 40)
        return {};
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(2).isEmpty() ? 5 : 3;
    return QDate(match.captured(1).toInt(), match.captured(first).toInt(), match.captured(first + 1).toInt());
}

QString officialDate(QDate date)
{
    if (!date.isValid())
        return {};
    return QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
}

QString printedDate(const QString &text)
{
    const QDate date = parseDate(text);
    return date.isValid() ? officialDate(date) : text;
}

} // namespace zhibao
