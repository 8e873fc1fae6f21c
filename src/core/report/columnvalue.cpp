// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/columnvalue.h"

#include "core/text/dates.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace zhibao {

namespace {

constexpr qsizetype longestNumber = 100; // UTF-16 units
constexpr qint64 numberBase = 10;

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

// A number as it is written, to the digit.
struct WrittenNumber {
    bool isNegative = false;
    QString whole; // digits
    QString decimals; // digits
};

std::optional<WrittenNumber> readNumber(const Column &column, const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A([+\\-\u2212]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.([0-9]+))?\\z"));
    if (text.size() > longestNumber)
        return std::nullopt;
    // Most are nothing but digits, and a sum reads thousands of them at every key.
    if (!text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return WrittenNumber{false, text, {}};
    QString number = folded(text);
    const QString unit = folded(column.unit);
    if (!unit.isEmpty() && number.endsWith(unit))
        number = number.chopped(unit.size()).trimmed();
    const QRegularExpressionMatch match = pattern.match(number);
    if (!match.hasMatch())
        return std::nullopt;
    const QString sign = match.captured(1);
    return WrittenNumber{
        !sign.isEmpty() && sign != QStringLiteral("+"), match.captured(2).remove(u','), match.captured(3)};
}

// 是 or 否 for what says it, else "".
QString readYesNo(const QString &text)
{
    const QString said = folded(text).toLower();
    if (QStringList{yesText, QStringLiteral("√"), QStringLiteral("y"), QStringLiteral("yes")}.contains(said))
        return yesText;
    if (QStringList{noText, QStringLiteral("×"), QStringLiteral("n"), QStringLiteral("no")}.contains(said))
        return noText;
    return {};
}

// The choice that a text says, or "".
QString readChoice(const Column &column, const QString &text)
{
    const auto found = std::find_if(column.choices.cbegin(), column.choices.cend(),
        [said = folded(text)](const QString &choice) { return folded(choice) == said; });
    return found == column.choices.cend() ? QString() : *found;
}

// A sum to the digit, whatever its length: of each power of ten how many there are, brought to one digit at the end.
class ExactSum {
public:
    void add(const WrittenNumber &number)
    {
        m_places = std::max(m_places, number.decimals.size());
        addDigits(m_whole, number.whole, true, number.isNegative);
        addDigits(m_decimals, number.decimals, false, number.isNegative);
    }

    QString text() const
    {
        std::vector<qint64> digits(m_decimals.rbegin(), m_decimals.rend()); // from the last on
        digits.insert(digits.end(), m_whole.begin(), m_whole.end());
        bool isNegative = !carry(digits);
        if (isNegative) {
            for (qint64 &digit : digits)
                digit = -digit;
            carry(digits);
        }
        QString written;
        for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
            written += QChar(u'0' + static_cast<char16_t>(*digit));
        while (written.size() > m_places + 1 && written.startsWith(u'0'))
            written.remove(0, 1);
        isNegative = isNegative && std::any_of(digits.begin(), digits.end(), [](qint64 digit) { return digit != 0; });
        if (m_places > 0)
            written.insert(written.size() - m_places, u'.');
        return isNegative ? u'-' + written : written;
    }

private:
    static void addDigits(std::vector<qint64> &powers, const QString &digits, bool isWhole, bool isNegative)
    {
        powers.resize(std::max(powers.size(), static_cast<std::size_t>(digits.size())));
        for (qsizetype i = 0; i < digits.size(); ++i) {
            const qsizetype power = isWhole ? digits.size() - 1 - i : i;
            const int digit = digits[i].digitValue();
            powers[static_cast<std::size_t>(power)] += isNegative ? -digit : digit;
        }
    }

    // Whether the sum is not below zero; only then the digits are its own.
    static bool carry(std::vector<qint64> &digits)
    {
        qint64 carried = 0;
        for (std::size_t i = 0; i < digits.size() || carried > 0; ++i) {
            if (i == digits.size())
                digits.push_back(0);
            const qint64 sum = digits[i] + carried;
            const qint64 digit = ((sum % numberBase) + numberBase) % numberBase;
            digits[i] = digit;
            carried = (sum - digit) / numberBase;
        }
        // Below zero: what was carried last stays as the highest power, and turned round gives the digits.
        if (carried < 0)
            digits.push_back(carried);
        return carried >= 0;
    }

    std::vector<qint64> m_whole{0}; // ones, tens, …
    std::vector<qint64> m_decimals; // tenths, hundredths, …
    qsizetype m_places = 0;
};

} // namespace

ValueFault valueFault(const Column &column, const QString &text)
{
    const auto number = column.isNumber() ? readNumber(column, text) : std::nullopt;
    switch (column.type) {
    case ColumnType::Text:
        return ValueFault::None;
    case ColumnType::Date:
        return readDate(text).fault == DateFault::None ? ValueFault::None : ValueFault::NotDate;
    case ColumnType::Integer:
        if (!number)
            return ValueFault::NotNumber;
        return number->decimals.isEmpty() ? ValueFault::None : ValueFault::NotInteger;
    case ColumnType::Decimal:
        if (!number)
            return ValueFault::NotNumber;
        return column.decimals >= 0 && number->decimals.size() > column.decimals ? ValueFault::TooManyDecimals
                                                                                 : ValueFault::None;
    case ColumnType::Choice:
        return readChoice(column, text).isEmpty() ? ValueFault::NotChoice : ValueFault::None;
    case ColumnType::YesNo:
        return readYesNo(text).isEmpty() ? ValueFault::NotYesNo : ValueFault::None;
    }
    return ValueFault::None;
}

QString printedValue(const Column &column, const QString &text)
{
    if (isBlank(text) || valueFault(column, text) != ValueFault::None)
        return text;
    switch (column.type) {
    case ColumnType::Text:
        break;
    case ColumnType::Date:
        return printedDate(text);
    case ColumnType::Integer:
    case ColumnType::Decimal: {
        const QString unit = folded(column.unit);
        const QString number = folded(text);
        const bool hasUnit = !unit.isEmpty() && number.endsWith(unit);
        return hasUnit ? number.chopped(unit.size()).trimmed() : number;
    }
    case ColumnType::Choice:
        return readChoice(column, text);
    case ColumnType::YesNo:
        return readYesNo(text);
    }
    return text;
}

Texts columnTotals(const TableForm &form, const QList<Row> &rows)
{
    Texts totals;
    for (const Column &column : form.columns) {
        if (!column.total)
            continue;
        ExactSum sum;
        bool isWhole = true;
        const auto add = [&](const QString &text) {
            if (isBlank(text) || !isWhole)
                return;
            const std::optional<WrittenNumber> number = readNumber(column, text);
            isWhole = number && valueFault(column, text) == ValueFault::None;
            if (isWhole)
                sum.add(*number);
        };
        for (const Row &row : rows) {
            if (!column.repeating)
                add(row.cells.value(column.id));
            for (const Entry &entry : row.entries) {
                if (column.repeating)
                    add(entry.value(column.id));
            }
        }
        if (isWhole)
            totals.insert(column.id, sum.text());
    }
    return totals;
}

bool hasTotals(const TableForm &form)
{
    return std::any_of(form.columns.cbegin(), form.columns.cend(), [](const Column &column) { return column.total; });
}

} // namespace zhibao
