// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/occasion.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

struct OccasionForm {
    OccasionKind kind;
    const char *name;
    const char *pattern; // of the whole text
};

constexpr std::array occasionForms{
    OccasionForm{OccasionKind::Once, "once", ""},
    OccasionForm{OccasionKind::Month, "month", "[12][0-9]{3}-(?:0[1-9]|1[0-2])"},
    OccasionForm{OccasionKind::Quarter, "quarter", "[12][0-9]{3}Q[1-4]"},
    OccasionForm{OccasionKind::Year, "year", "[12][0-9]{3}"},
    OccasionForm{OccasionKind::Number, "number", "[1-9][0-9]{0,5}"},
};

constexpr qsizetype yearDigits = 4;
constexpr int monthsOfYear = 12;
constexpr int monthsOfQuarter = 3;

} // namespace

QString nameOf(OccasionKind kind)
{
    return QString::fromLatin1(occasionForms.at(static_cast<std::size_t>(kind)).name);
}

std::optional<OccasionKind> occasionKindNamed(const QString &name)
{
    for (const OccasionForm &form : occasionForms) {
        if (name == QLatin1StringView(form.name))
            return form.kind;
    }
    return std::nullopt;
}

bool isOccasion(const QString &text, OccasionKind kind)
{
    const QString pattern = QString::fromLatin1(occasionForms.at(static_cast<std::size_t>(kind)).pattern);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString printedOccasion(const QString &occasion, OccasionKind kind)
{
    if (!isOccasion(occasion, kind))
        return occasion;
    const QString year = occasion.first(std::min(yearDigits, occasion.size()));
    switch (kind) {
    case OccasionKind::Once:
        break;
    case OccasionKind::Month:
        return QStringLiteral("%1年%2月").arg(year).arg(occasion.sliced(yearDigits + 1).toInt());
    case OccasionKind::Quarter:
        return QStringLiteral("%1年第%2季度")
            .arg(year)
            .arg(QStringLiteral("一二三四").at(occasion.back().digitValue() - 1));
    case OccasionKind::Year:
        return QStringLiteral("%1年").arg(year);
    case OccasionKind::Number:
        return QStringLiteral("第%1期").arg(occasion);
    }
    return occasion;
}

QDate lastDayOf(const QString &occasion, OccasionKind kind)
{
    if (occasion.isEmpty() || kind == OccasionKind::Number || !isOccasion(occasion, kind))
        return {};
    int month = monthsOfYear;
    if (kind == OccasionKind::Month)
        month = occasion.sliced(yearDigits + 1).toInt();
    else if (kind == OccasionKind::Quarter)
        month = occasion.back().digitValue() * monthsOfQuarter;
    const QDate first(occasion.first(yearDigits).toInt(), month, 1);
    return first.addDays(first.daysInMonth() - 1);
}

// Periods are ordered as their texts are; a number of fewer digits is a smaller one.
bool isEarlierOccasion(const QString &one, const QString &other)
{
    const auto isNumber = [](const QString &text) { return isOccasion(text, OccasionKind::Number); };
    if (isNumber(one) && isNumber(other))
        return one.toInt() < other.toInt();
    return one < other;
}

QString proposedOccasion(OccasionKind kind, const QStringList &there, const QDate &today)
{
    switch (kind) {
    case OccasionKind::Once:
        break;
    case OccasionKind::Month:
        return today.toString(QStringLiteral("yyyy-MM"));
    case OccasionKind::Quarter:
        return QStringLiteral("%1Q%2")
            .arg(today.year(), yearDigits, 10, QLatin1Char('0'))
            .arg((today.month() - 1) / monthsOfQuarter + 1);
    case OccasionKind::Year:
        return today.toString(QStringLiteral("yyyy"));
    case OccasionKind::Number: {
        int last = 0;
        for (const QString &number : there)
            last = isOccasion(number, kind) ? std::max(last, number.toInt()) : last;
        return QString::number(last + 1);
    }
    }
    return {};
}

} // namespace zhibao
