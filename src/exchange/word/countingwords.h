// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// How word processors write the running number of a paragraph: the values of ST_NumberFormat (ECMA-376 part 1,
// 17.18.59) that offices use.
enum class CountingFormat {
    Decimal,
    DecimalZero, // 01
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    ChineseCounting, // 一, 十一, 一百二十
    ChineseLegal, // 壹
    ChineseDigits, // 一〇
    HeavenlyStems, // 甲
    EarthlyBranches, // 子
    Circled, // ①
    Bracketed, // ⑴
    Stopped, // ⒈
    FullWidth, // １
    None, // bullets are no numbers
};

// By the name in a DOCX; Decimal where it is one that nobody uses here.
CountingFormat countingFormat(const QString &name);

// By nfc in a binary document ([MS-OSHARED] 2.2.1.3).
CountingFormat countingFormat(int nfc);

// The number written so; digits where it is beyond what the format can write.
QString countingWord(CountingFormat format, int number);

} // namespace zhibao
