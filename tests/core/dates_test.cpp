// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/dates.h"

#include <QSet>

#include <catch2/catch.hpp>

namespace dates_test {

using namespace zhibao;

namespace {

// The fault and the part it lies in.
struct Misread {
    const char16_t *typed;
    DateFault fault;
    const char16_t *part;
    const char16_t *expected = u"";
};

} // namespace

TEST_CASE("A date is read in any digits, with any of the usual marks")
{
    for (const char16_t *typed : {u"2023-03-31", u"2023-3-31", u"2023年3月31日", u"2023年3月31号", u"2023年03月31日",
             u"2023.3.31", u"2023．3．31", u"2023/03/31", u"2023／3／31", u"2023－3－31", u"2023–3–31", u"20230331",
             u"2023.3.31日", u" 2023 年 3 月 31 日 ", u"2023　年　3　月　31　日", u"2023. 3. 31",
             u"2023\u200b年3月31日", u"２０２３年３月３１日", u"２０２３－０３－３１", u"２０２３０３３１",
             u"２０２３．３．３１", u"二〇二三年三月三十一日", u"二零二三年三月三十一日", u"二○二三年三月三十一日",
             u"二Ｏ二三年三月卅一日", u"二O二三年三月三十一号", u"二〇二三年〇三月三十一日", u"贰零贰叁年叁月叁拾壹日",
             u"2023年三月卅一日", u"二〇二三 年 三 月 三十一 日", u"２０２３年３月31日", u"2023-3-31\n"}) {
        INFO(QString::fromUtf16(typed).toStdString());
        CHECK(parseDate(QString::fromUtf16(typed)) == QDate(2023, 3, 31));
        CHECK(printedDate(QString::fromUtf16(typed)) == QStringLiteral("2023年3月31日"));
        CHECK(dateFaultFacts(QString::fromUtf16(typed)).isEmpty());
    }
    CHECK(parseDate(u"二〇二三年十二月廿日") == QDate(2023, 12, 20));
    CHECK(parseDate(u"二〇二三年十月十日") == QDate(2023, 10, 10));
    CHECK(parseDate(u"二〇二三年元月廿五日") == QDate(2023, 1, 25));
    CHECK(parseDate(u"二〇二四年二月二十九日") == QDate(2024, 2, 29));
    CHECK(parseDate(u"一九九九年十一月三十日") == QDate(1999, 11, 30));
}

TEST_CASE("What is no date is told with the part that is wrong")
{
    const Misread misread[]{
        {u"年底前", DateFault::NotDate, u"年底前"},
        {u"待定", DateFault::NotDate, u"待定"},
        {u"2303", DateFault::MonthMissing, u"2303"},
        {u"230331", DateFault::NotDate, u"230331"},
        {u"3月31日", DateFault::YearMissing, u"3月31日"},
        {u"三月三十一日", DateFault::YearMissing, u"三月三十一日"},
        {u"3.31", DateFault::YearMissing, u"3.31"},
        {u"23年3月31日", DateFault::YearNotFourDigits, u"23"},
        {u"二三年三月三十一日", DateFault::YearNotFourDigits, u"二三"},
        {u"23.3.31", DateFault::YearNotFourDigits, u"23"},
        {u"２３－３－３１", DateFault::YearNotFourDigits, u"２３"},
        {u"20233年3月31日", DateFault::YearNotFourDigits, u"20233"},
        {u"0000年3月31日", DateFault::YearNotFourDigits, u"0000"},
        {u"2023年", DateFault::MonthMissing, u"2023年"},
        {u"2023年底", DateFault::MonthMissing, u"2023年底"},
        {u"2023年13月1日", DateFault::NoSuchMonth, u"13"},
        {u"2023-0-1", DateFault::NoSuchMonth, u"0"},
        {u"二〇二三年三四月一日", DateFault::NoSuchMonth, u"三四"},
        {u"20231331", DateFault::NoSuchMonth, u"13"},
        {u"2023年3月", DateFault::DayMissing, u"2023年3月"},
        {u"2023.3", DateFault::DayMissing, u"2023.3"},
        {u"2023年3月底", DateFault::DayMissing, u"2023年3月底"},
        {u" 2023年2月30日", DateFault::NoSuchDay, u"30"},
        {u"２０２３年２月３０日", DateFault::NoSuchDay, u"３０"},
        {u"二〇二三年二月二十九日", DateFault::NoSuchDay, u"二十九"},
        {u"2023/4/31", DateFault::NoSuchDay, u"31"},
        {u"20230230", DateFault::NoSuchDay, u"30"},
        {u"2023-12-201", DateFault::NoSuchDay, u"201"},
        {u"2023年3月31", DateFault::MarkMissing, u"31", u"日"},
        {u"2023-12/20", DateFault::MarkMissing, u"12", u"-"},
        {u"2023年3-31", DateFault::MarkMissing, u"3", u"月"},
        {u"2023 3 31", DateFault::MarkMissing, u"2023", u"年"},
        {u"2023年3月31日印发", DateFault::TextAround, u"印发"},
        {u"2023-12-20\n2", DateFault::TextAround, u"\n2"},
        {u"日期：2023年3月31日", DateFault::TextAround, u"日期："},
    };
    for (const Misread &known : misread) {
        const QString typed = QString::fromUtf16(known.typed);
        INFO(typed.toStdString());
        const DateReading reading = readDate(typed);
        CHECK_FALSE(reading.date.isValid());
        CHECK(reading.fault == known.fault);
        CHECK(typed.mid(reading.offset, reading.length) == QString::fromUtf16(known.part));
        CHECK(reading.expected == QString::fromUtf16(known.expected));
        CHECK(printedDate(typed) == typed);
    }
    CHECK(readDate(QString(1'000'000, u'2')).fault == DateFault::NotDate);
    CHECK(readDate(QString(1'000'000, u' ')).fault == DateFault::NotDate);
}

TEST_CASE("Every fault of a date has its own name")
{
    QSet<QString> names;
    for (int fault = 0; fault <= static_cast<int>(DateFault::TextAround); ++fault)
        names.insert(dateFaultName(static_cast<DateFault>(fault)));
    CHECK(names.size() == static_cast<int>(DateFault::TextAround) + 1);
    CHECK(dateFaultName(DateFault::None).isEmpty());
}

TEST_CASE("Dates print without zero padding, or as typed")
{
    CHECK(officialDate(QDate(2023, 3, 1)) == QStringLiteral("2023年3月1日"));
    CHECK(officialDate(QDate()).isEmpty());
    CHECK(printedDate(QStringLiteral("2023-03-01")) == QStringLiteral("2023年3月1日"));
    CHECK(printedDate(QStringLiteral("年底前")) == QStringLiteral("年底前"));
    CHECK(printedDate(QString()).isEmpty());
}

} // namespace dates_test
