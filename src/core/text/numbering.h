// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace zhibao {

bool isIn(QChar c, QStringView characters); // no null character is in any

// How a line is numbered: 一、 （一） 1. （1） 第一部分.
enum class Numbering { None, Chinese, ChineseBracketed, Arabic, ArabicBracketed, Part };

struct LineNumber {
    Numbering numbering = Numbering::None;
    int ordinal = 0;
    qsizetype wordingStart = 0; // where the words behind the number and blanks start
};

// The number that a line starts with, blanks before it passed over.
LineNumber readNumber(QStringView line);

// The numeral 1 to 99 that the text is, in Chinese or Arabic digits; 0 where it is none.
int ordinalOf(QStringView numeral);

} // namespace zhibao
