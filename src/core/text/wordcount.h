// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QStringView>

namespace zhibao {

// 字数 (what Word and WPS show as the length of a Chinese text) and the two character counts shown beside it.
struct WordCount {
    int words = 0; // 字数
    int characters = 0; // 字符数（不计空格）
    int charactersSpaced = 0; // 字符数（计空格）
    WordCount &operator+=(const WordCount &other);
    friend bool operator==(const WordCount &, const WordCount &) = default;
};

WordCount countWords(QStringView text);

// The whole outline form as it is exported: title, addressee, opening, headings, texts, closing, 落款 and contact, each
// a paragraph of its own. Nothing for a table form, and for a form the report does not have.
WordCount countForm(const Report &report, const Notice &notice, const QString &form);

// The part of it that stands in the sections, without their headings.
WordCount countSections(const Report &report, const Notice &notice, const QString &form);

// How near a count is to its limit: amber from 80 %, red over the limit.
enum class LimitLevel { Within, Near, Over };
LimitLevel limitLevel(int words, int limit);

} // namespace zhibao
