// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/cellformat.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

// Without texts in quotes, escaped characters and what stands in brackets; [h] and the like stay.
QString bareCode(const QString &code)
{
    QString bare;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u'"' || c == u'[') {
            const qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            const QString inner = code.mid(i + 1, end < 0 ? -1 : end - i - 1).toLower();
            const bool isElapsed = c == u'[' && !inner.isEmpty()
                && std::all_of(inner.cbegin(), inner.cend(),
                    [](QChar unit) { return unit == u'h' || unit == u'm' || unit == u's'; });
            if (isElapsed)
                bare += inner;
            i = end < 0 ? code.size() : end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u';') {
            break; // what follows is for other numbers
        } else {
            bare += c.toLower();
        }
    }
    return bare;
}

// All digits that tell numbers apart, none of those that computing adds.
QString plainNumber(double number)
{
    constexpr int digits = 15;
    if (std::abs(number) >= 1e21)
        return QString::number(number, 'g', digits);
    const int whole = number == 0 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(number)))) + 1;
    QString text = QString::number(number, 'f', std::clamp(digits - whole, 0, 30));
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text == u"-0" ? QStringLiteral("0") : text;
}

QString dayText(double number, const NumberFormat &format, bool isFrom1904)
{
    // The last day that Excel knows, 9999-12-31.
    constexpr double lastDay = 2'958'466;
    if (number < 0 || number >= lastDay)
        return {};
    qint64 day = static_cast<qint64>(std::floor(number));
    qint64 seconds = std::llround((number - std::floor(number)) * 86'400);
    if (seconds == 86'400) {
        seconds = 0;
        ++day;
    }
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds));
    const QString timeText = time.toString(time.second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    if (format.kind == NumberKind::Time || (day == 0 && !isFrom1904))
        return number < 1 ? timeText : QString();
    // Excel takes 1900 for a leap year: its days up to that February are counted from another one.
    const QDate first = isFrom1904 ? QDate(1904, 1, 1) : day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QString date = first.addDays(day).toString(Qt::ISODate);
    return format.kind == NumberKind::DateTime && seconds > 0 ? date + u' ' + timeText : date;
}

} // namespace

NumberFormat numberFormat(const QString &code)
{
    const QString bare = bareCode(code);
    if (bare.contains(QStringLiteral("general")))
        return {};
    const bool hasDay = bare.contains(u'y') || bare.contains(u'd') || bare.contains(QStringLiteral("aaa"))
        || (bare.contains(u'e') && !bare.contains(u'0'))
        || (bare.contains(u'm') && !bare.contains(u'h') && !bare.contains(u's'));
    const bool hasTime = bare.contains(u'h') || bare.contains(u's');
    if (hasDay || hasTime)
        return {hasDay && hasTime ? NumberKind::DateTime : hasDay ? NumberKind::Date : NumberKind::Time, 0};
    if (bare.contains(u'%'))
        return {NumberKind::Percent, 0};
    const bool isZeros = bare.size() > 1 && bare.count(u'0') == bare.size();
    return isZeros ? NumberFormat{NumberKind::Padded, static_cast<int>(std::min<qsizetype>(bare.size(), 30))}
                   : NumberFormat();
}

NumberFormat builtInFormat(int id)
{
    if (id == 9 || id == 10)
        return {NumberKind::Percent, 0};
    if (id == 22)
        return {NumberKind::DateTime, 0};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return {NumberKind::Time, 0};
    const bool isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54)
        || id == 57 || id == 58;
    return {isDate ? NumberKind::Date : NumberKind::Plain, 0};
}

QString numberText(double number, const NumberFormat &format, bool isFrom1904)
{
    if (!std::isfinite(number))
        return {};
    const QString plain = plainNumber(number);
    switch (format.kind) {
    case NumberKind::Date:
    case NumberKind::Time:
    case NumberKind::DateTime: {
        const QString day = dayText(number, format, isFrom1904);
        return day.isEmpty() ? plain : day;
    }
    case NumberKind::Percent:
        return plainNumber(number * 100) + u'%';
    case NumberKind::Padded:
        return plain.contains(u'.') || plain.startsWith(u'-') ? plain : plain.rightJustified(format.digits, u'0');
    case NumberKind::Plain:
        break;
    }
    return plain;
}

} // namespace zhibao
