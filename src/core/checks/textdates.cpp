// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/textchecks.h"
#include "core/text/datecursor.h"
#include "core/text/dates.h"
#include "core/text/script.h"

#include <algorithm>
#include <initializer_list>

namespace zhibao {

namespace {

bool isLatinLetter(QChar c)
{
    return isAsciiLetter(c) || (c >= u'Ａ' && c <= u'Ｚ') || (c >= u'ａ' && c <= u'ｚ');
}

// A date that stands in a text.
struct WrittenDate {
    qsizetype start = 0;
    int year = 0; // 0: not told, so that 29 February may be
    int month = 0;
    int day = -1; // -1: not told
    bool hasYear = true; // false: its year is that of the date before

    QDate date() const
    {
        const int leapYear = 2000;
        return QDate(year == 0 ? leapYear : year, month, day < 0 ? 1 : day);
    }
};

// What stands between two dates or days.
enum class Joint { None, List, Range };

// Reads the dates of a text from left to right.
class DateScan {
public:
    explicit DateScan(const QString &text)
        : m_text(text)
        , m_cursor(text)
    {
    }

    QList<Finding> run()
    {
        while (!m_cursor.isAtEnd() && m_findings.size() < textFindingsLimit) {
            const qsizetype start = m_cursor.at();
            const Numeral first = m_cursor.passNumeral();
            if (first.length == 0)
                m_cursor.pass();
            else if (first.value >= 0 && !isPartOfNumber(start))
                readDate(start, first);
        }
        return m_findings;
    }

private:
    // What stands before the position, without blanks and a colon.
    QStringView wordsBefore(qsizetype at) const
    {
        QStringView words = QStringView(m_text).left(at);
        while (!words.isEmpty() && (words.back().isSpace() || QStringView(u"：:").contains(words.back())))
            words.chop(1);
        return words;
    }

    // 1.13, A13, 第13
    bool isPartOfNumber(qsizetype start) const
    {
        if (start == 0)
            return false;
        const QChar last = m_text[start - 1];
        const QChar earlier = start > 1 ? m_text[start - 2] : QChar();
        const bool joins
            = QStringView(u".,-/_．－／").contains(last) && (digitOf(earlier) >= 0 || isLatinLetter(earlier));
        return joins || isLatinLetter(last) || digitOf(last) >= 0 || isChineseNumeral(last) || last == u'第';
    }

    void readDate(qsizetype start, const Numeral &first)
    {
        if (first.digits == 4 && m_cursor.take(u"年")) {
            if (const int month = takePart(u"月", true); month >= 0)
                readDays({start, first.value, month});
        } else if (first.digits <= 2 && m_cursor.take(u"月")) {
            if (!tellsAge())
                readDays({start, 0, first.value, -1, false});
        } else if (first.digits == 4 && !first.chinese && !isCode(start)) {
            readPlainDates(start, first.value);
        }
    }

    // 13月龄, 13月薪
    bool tellsAge() const
    {
        return !m_cursor.isAtEnd() && QStringView(u"龄饼薪租嫂票均供息季").contains(m_cursor.here());
    }

    // Numbers of standards, versions and papers look like dates: GB/T 2023.13.1, 版本2023.13.1.
    bool isCode(qsizetype start) const
    {
        const QStringView words = wordsBefore(start);
        if (!words.isEmpty() && isLatinLetter(words.back()))
            return true;
        const std::initializer_list<QStringView> names{u"版", u"版本", u"版本号", u"编号", u"文号", u"型号", u"标准",
            u"标准号", u"备案号", u"批号", u"电话", u"单号"};
        return std::any_of(names.begin(), names.end(), [&](QStringView name) { return words.endsWith(name); });
    }

    // A number of one or two digits with the mark behind it; -1 and nothing passed where there is none.
    int takePart(QStringView marks, bool isMonth = false)
    {
        const qsizetype start = m_cursor.at();
        m_cursor.passBlanks();
        if (isMonth && m_cursor.take(u"元") && m_cursor.take(marks)) // 元月
            return 1;
        const Numeral part = m_cursor.passNumeral();
        if (part.length > 0 && part.digits <= 2 && part.value >= 0 && m_cursor.take(marks))
            return part.value;
        m_cursor.setAt(start);
        return -1;
    }

    Joint takeJoint()
    {
        const qsizetype start = m_cursor.at();
        if (m_cursor.take(u"、"))
            return Joint::List;
        m_cursor.take(u"起"); // 5日起至8日
        if (m_cursor.take(u"至到~～〜")) {
            m_cursor.passBlanks();
            return Joint::Range;
        }
        if (m_cursor.take(u"-－‐‑–—―─−")) {
            m_cursor.take(u"—―─");
            m_cursor.passBlanks();
            return Joint::Range;
        }
        m_cursor.setAt(start);
        return Joint::None;
    }

    // A day with its mark, or one of several with a mark behind the last: 15—30日, 5、6、7日. Only the number is passed
    // then.
    int takeDay()
    {
        if (const int day = takePart(u"日号"); day >= 0)
            return day;
        constexpr int longest = 31; // days of a list
        const qsizetype start = m_cursor.at();
        m_cursor.passBlanks();
        const Numeral first = m_cursor.passNumeral();
        const qsizetype end = m_cursor.at();
        bool leads = false;
        if (first.length > 0 && first.digits <= 2 && first.value >= 0) {
            for (int days = 0; days < longest && !leads && takeJoint() != Joint::None; ++days) {
                leads = takePart(u"日号") >= 0;
                if (!leads && m_cursor.passNumeral().length == 0)
                    break;
            }
        }
        m_cursor.setAt(leads ? end : start);
        return leads ? first.value : -1;
    }

    // The rest of a date whose month was read, and the dates and days that follow it.
    void readDays(WrittenDate date)
    {
        date.day = takeDay();
        if (!judge(date))
            return;
        while (date.day >= 0) {
            const qsizetype end = m_cursor.at();
            const Joint joint = takeJoint();
            const WrittenDate next = joint == Joint::None ? WrittenDate{} : takeNext(date);
            if (next.day < 0) {
                m_cursor.setAt(end);
                return;
            }
            compare(date, next, joint);
            date = next;
        }
    }

    // A date that follows another and leaves out what is the same. Day -1: none.
    WrittenDate takeNext(const WrittenDate &last)
    {
        WrittenDate next = last;
        next.hasYear = false;
        const qsizetype start = m_cursor.at();
        const Numeral first = m_cursor.passNumeral();
        int month = -1;
        if (first.digits == 4 && first.value > 0 && m_cursor.take(u"年")) {
            next.year = first.value;
            next.hasYear = true;
            month = takePart(u"月", true);
            if (month < 0)
                return {};
        } else {
            m_cursor.setAt(start);
            month = takePart(u"月");
        }
        if (month >= 0) {
            next.start = start;
            next.month = month;
        }
        next.day = takeDay();
        return next;
    }

    // 2023-12-20, 2023/12/20, 2023.12.20, also up to 2023.12.25 or 12.25.
    void readPlainDates(qsizetype start, int year)
    {
        const qsizetype yearEnd = m_cursor.at();
        const std::optional<QChar> separator = m_cursor.takeSeparator();
        WrittenDate date{start, year};
        if (year < 1900 || year >= 2100 || !separator || !takeMonthAndDay(date, *separator)) {
            m_cursor.setAt(yearEnd);
            return;
        }
        const qsizetype end = m_cursor.at();
        if (!judge(date))
            return;
        WrittenDate next = date;
        if (takeJoint() == Joint::Range && takePlainEnd(next, *separator))
            compare(date, next, Joint::Range);
        else
            m_cursor.setAt(end);
    }

    bool takePlainEnd(WrittenDate &date, QChar separator)
    {
        date.start = m_cursor.at();
        const Numeral first = m_cursor.passNumeral();
        if (first.digits == 4) {
            date.year = first.value;
            date.hasYear = true;
            return m_cursor.takeSeparator() == separator && takeMonthAndDay(date, separator);
        }
        m_cursor.setAt(date.start);
        date.hasYear = false;
        return takeMonthAndDay(date, separator);
    }

    bool takeMonthAndDay(WrittenDate &date, QChar separator)
    {
        m_cursor.passBlanks();
        const Numeral month = m_cursor.passNumeral();
        const bool parted = month.length > 0 && m_cursor.takeSeparator() == separator;
        m_cursor.passBlanks();
        const Numeral day = parted ? m_cursor.passNumeral() : Numeral{};
        if (day.length == 0 || month.chinese || day.chinese || month.digits > 2 || day.digits > 2)
            return false;
        date.month = month.value;
        date.day = day.value;
        return !isFollowedByCode(separator);
    }

    // 2023.6.31.1, 2023-6-31A, 2023.6.31版
    bool isFollowedByCode(QChar separator) const
    {
        DateCursor rest = m_cursor;
        const QChar next = rest.here();
        return rest.takeSeparator() == separator || isLatinLetter(next)
            || (!next.isNull() && QStringView(u"号版型").contains(next));
    }

    void compare(const WrittenDate &last, const WrittenDate &next, Joint joint)
    {
        if (!judge(next) || joint != Joint::Range || next.date() >= last.date())
            return;
        // 12月28日至1月3日 and 2023年10月8日至3月31日 lead over the new year.
        const int monthsOn = (next.month + 12 - last.month) % 12;
        const bool overNewYear = !next.hasYear && monthsOn > 0 && monthsOn <= 6;
        const bool comparable = last.year > 0 || !next.hasYear;
        if (comparable && !overNewYear)
            add(FindingCode::ReversedDates, last.start, {});
    }

    // Whether there is such a date; a finding where there is none.
    bool judge(const WrittenDate &date)
    {
        if (date.date().isValid() || isLunar(date))
            return true;
        const bool monthWrong = date.month < 1 || date.month > 12;
        const DateFault fault = monthWrong ? DateFault::NoSuchMonth : DateFault::NoSuchDay;
        add(FindingCode::ImpossibleDate, date.start,
            {QString::number(monthWrong ? date.month : date.day), dateFaultName(fault), {}});
        return false;
    }

    // 农历二月三十日: every month of the old calendar may have 30 days.
    bool isLunar(const WrittenDate &date) const
    {
        const std::initializer_list<QStringView> names{u"农历", u"阴历", u"旧历", u"夏历", u"闰"};
        const QStringView words = wordsBefore(date.start);
        return date.month >= 1 && date.month <= 12 && date.day == 30
            && std::any_of(names.begin(), names.end(), [&](QStringView name) { return words.endsWith(name); });
    }

    void add(FindingCode code, qsizetype start, const QStringList &facts)
    {
        const qsizetype length = m_cursor.at() - start;
        m_findings.append({FindingLevel::Warning, code, {}, static_cast<int>(start), static_cast<int>(length),
            QStringList{m_text.mid(start, length)} + facts});
    }

    const QString &m_text;
    DateCursor m_cursor;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> wrongDates(const QString &text)
{
    return DateScan(text).run();
}

} // namespace zhibao
