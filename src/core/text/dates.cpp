// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/dates.h"

#include "core/text/datecursor.h"

#include <QRegularExpression>

namespace zhibao {

namespace {

constexpr qsizetype longestDate = 40; // characters: no date has more

// Reads a text that should be a date and nothing else, up to what is wrong first.
class DateReader {
public:
    explicit DateReader(QStringView text)
        : m_text(text)
        , m_cursor(text)
    {
    }

    DateReading run()
    {
        m_cursor.passBlanks();
        readYear();
        return m_reading;
    }

private:
    void fail(DateFault fault, qsizetype from, qsizetype to, const QString &expected = {})
    {
        m_reading = {{}, fault, from, to - from, expected};
    }

    void failWhole(DateFault fault) { fail(fault, 0, m_text.size()); }

    void readYear()
    {
        const qsizetype start = m_cursor.at();
        const Numeral year = m_cursor.passNumeral();
        if (year.length == 0 || year.value < 0)
            return year.length == 0 ? failWhole(DateFault::NotDate) : failYear(start);
        if (year.digits == 8 && !year.chinese)
            return readCompact(start, year.value);
        m_year = year.value;
        if (m_cursor.take(u"年")) {
            if (year.digits != 4 || year.value == 0)
                return failYear(start);
            return readMonth({});
        }
        if (year.digits <= 2 && m_cursor.take(u"月"))
            return failWhole(DateFault::YearMissing);
        const qsizetype end = m_cursor.at();
        if (const std::optional<QChar> separator = m_cursor.takeSeparator())
            return readSeparated(start, end, year, *separator);
        if (year.digits != 4)
            return failWhole(DateFault::NotDate);
        m_cursor.passBlanks();
        if (m_cursor.isAtEnd())
            return failWhole(DateFault::MonthMissing);
        fail(DateFault::MarkMissing, start, end, QStringLiteral("年"));
    }

    void failYear(qsizetype start)
    {
        fail(DateFault::YearNotFourDigits, start, start + numeralAt(m_text, start).length);
    }

    // 20231220
    void readCompact(qsizetype start, int number)
    {
        m_year = number / 10'000;
        m_month = number / 100 % 100;
        if (m_month < 1 || m_month > 12)
            return fail(DateFault::NoSuchMonth, start + 4, start + 6);
        finish(number % 100, start + 6, start + 8);
    }

    void readSeparated(qsizetype start, qsizetype end, const Numeral &year, QChar separator)
    {
        if (year.digits == 4 && year.value > 0)
            return readMonth(separator);
        // 3.31 lacks the year, 23.3.31 a part of it.
        m_cursor.passBlanks();
        m_cursor.passNumeral();
        if (m_cursor.takeSeparator())
            return fail(DateFault::YearNotFourDigits, start, end);
        failWhole(DateFault::YearMissing);
    }

    // With the separator that stands behind the year; with none it is written 年, 月 and 日.
    void readMonth(std::optional<QChar> separator)
    {
        m_cursor.passBlanks();
        const qsizetype start = m_cursor.at();
        const bool first = !separator && m_cursor.take(u"元"); // 元月
        const Numeral month = first ? Numeral{1, 1, 1, true} : m_cursor.passNumeral();
        const qsizetype end = m_cursor.at();
        if (month.length == 0)
            return failWhole(DateFault::MonthMissing);
        if (month.value < 1 || month.value > 12 || month.digits > 2)
            return fail(DateFault::NoSuchMonth, start, end);
        m_month = month.value;
        m_cursor.passBlanks();
        if (separator && m_cursor.isAtEnd())
            return failWhole(DateFault::DayMissing);
        const bool parted = separator ? m_cursor.takeSeparator() == separator : m_cursor.take(u"月");
        if (!parted)
            return fail(DateFault::MarkMissing, start, end, separator ? QString(*separator) : QStringLiteral("月"));
        readDay(!separator);
    }

    void readDay(bool marked)
    {
        m_cursor.passBlanks();
        const qsizetype start = m_cursor.at();
        const Numeral day = m_cursor.passNumeral();
        const qsizetype end = m_cursor.at();
        if (day.length == 0)
            return failWhole(DateFault::DayMissing);
        const bool closed = m_cursor.take(u"日号");
        if (marked && !closed)
            return fail(DateFault::MarkMissing, start, end, QStringLiteral("日"));
        finish(day.digits > 2 ? -1 : day.value, start, end);
    }

    // The part of the day stands from `start` to `end`; the cursor behind all of the date.
    void finish(int day, qsizetype start, qsizetype end)
    {
        m_cursor.passBlanks();
        const QDate date(m_year, m_month, day);
        if (!date.isValid())
            return fail(DateFault::NoSuchDay, start, end);
        if (!m_cursor.isAtEnd())
            return fail(DateFault::TextAround, m_cursor.at(), m_text.size());
        m_reading = {date, DateFault::None, 0, 0, {}};
    }

    QStringView m_text;
    DateCursor m_cursor;
    DateReading m_reading;
    int m_year = 0;
    int m_month = 0;
};

// What stands before the first numeral.
qsizetype leadingText(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && numeralAt(text, at).length == 0)
        ++at;
    return at;
}

bool firstReleasesRead(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A\\s*[0-9]{4}\\s*(?:([-./])\\s*[0-9]{1,2}\\s*\\g{1}\\s*[0-9]{1,2}"
                       "|年\\s*[0-9]{1,2}\\s*月\\s*[0-9]{1,2}\\s*日)\\s*\\z"));
    constexpr qsizetype longest = 40;
    return text.size() <= longest && pattern.match(text).hasMatch();
}

} // namespace

QString dateFaultName(DateFault fault)
{
    switch (fault) {
    case DateFault::None:
        break;
    case DateFault::NotDate:
        return QStringLiteral("not-date");
    case DateFault::YearMissing:
        return QStringLiteral("year-missing");
    case DateFault::YearNotFourDigits:
        return QStringLiteral("year-not-four-digits");
    case DateFault::MonthMissing:
        return QStringLiteral("month-missing");
    case DateFault::NoSuchMonth:
        return QStringLiteral("no-such-month");
    case DateFault::DayMissing:
        return QStringLiteral("day-missing");
    case DateFault::NoSuchDay:
        return QStringLiteral("no-such-day");
    case DateFault::MarkMissing:
        return QStringLiteral("mark-missing");
    case DateFault::TextAround:
        return QStringLiteral("text-around");
    }
    return {};
}

DateReading readDate(QStringView text)
{
    const QStringView words = text.trimmed();
    DateReading reading{{}, DateFault::NotDate, 0, words.size(), {}};
    if (words.size() > longestDate)
        return reading;
    reading = DateReader(words).run();
    const qsizetype leading = leadingText(words);
    if (reading.fault == DateFault::NotDate && leading > 0 && DateReader(words.mid(leading)).run().date.isValid())
        reading = {{}, DateFault::TextAround, 0, leading, {}};
    reading.offset += words.data() - text.data();
    return reading;
}

QStringList dateFaultFacts(const QString &text)
{
    const DateReading reading = readDate(text);
    if (reading.fault == DateFault::None)
        return {};
    return {text, text.mid(reading.offset, reading.length), dateFaultName(reading.fault), reading.expected};
}

QDate parseDate(QStringView text)
{
    return readDate(text).date;
}

QString officialDate(QDate date)
{
    if (!date.isValid())
        return {};
    return QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
}

QString printedDate(const QString &text, DatePrinting printing)
{
    const QDate date = parseDate(text);
    const bool isPrinted = date.isValid() && (printing == DatePrinting::AllDates || firstReleasesRead(text));
    return isPrinted ? officialDate(date) : text;
}

} // namespace zhibao
