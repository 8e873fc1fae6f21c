// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace zhibao {

// Why a text is no date.
enum class DateFault {
    None,
    NotDate, // nothing that looks like one
    YearMissing, // 3月31日
    YearNotFourDigits, // 23年3月31日
    MonthMissing, // 2023年
    NoSuchMonth, // 2023年13月1日
    DayMissing, // 2023年3月
    NoSuchDay, // 2023年2月30日
    MarkMissing, // 2023年3月31: `expected` does not stand behind the part
    TextAround, // 2023年3月31日印发
};

// Facts about a fault as one word for a finding's arguments: "no-such-day".
QString dateFaultName(DateFault fault);

// What a text that should be a date turned out to be.
struct DateReading {
    QDate date; // valid where there is no fault
    DateFault fault = DateFault::None;
    qsizetype offset = 0; // of the part at fault
    qsizetype length = 0;
    QString expected; // the mark that should stand behind it
};

// A date as people type it: 2023-12-20 (or with . or /), 20231220, 2023年12月20日 (or 号), in ASCII, full-width or
// Chinese digits (二〇二三年十二月廿日), with white space in it.
DateReading readDate(QStringView text);
// What to tell of a fault: the text, the part at fault, dateFaultName, what is expected. Empty where there is none.
QStringList dateFaultFacts(const QString &text);
QDate parseDate(QStringView text); // invalid where there is a fault

// "2023年3月31日": no zero padding (GB/T 9704-2012 7.3.5.4).
QString officialDate(QDate date);

// Which texts of the date field are printed officially: all that are dates, or only those that the releases read which
// knew no more than 2023-12-20 and 2023年12月20日. What was approved and exported by these is compared with what they
// printed.
enum class DatePrinting { AllDates, DatesOfFirstReleases };

// The date as printed: officialDate where the text is such a date, else as typed.
QString printedDate(const QString &text, DatePrinting printing = DatePrinting::AllDates);

} // namespace zhibao
