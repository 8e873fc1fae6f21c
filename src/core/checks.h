// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <QList>
#include <QStringList>

namespace zhibao {

enum class FindingLevel { Error, Warning, Hint };

// The name in angle brackets is what `zhibao check` prints. Arguments in the comment.
enum class FindingCode {
    RequiredEmpty, // <required-empty> label of the field or column
    OverLimit, // <over-limit> 字数, limit
    CharactersOverLimit, // <characters-over-limit> characters without spaces, limit
    SectionEmpty, // <section-empty> heading
    SectionWithoutFigure, // <section-without-figure> heading
    EntryWithoutIssuer, // <entry-incomplete> label of the empty column, title of the entry
    NoticeTitleMisquoted, // <title-misquoted> as written, as it should be
    NoticeNumberMisquoted, // <number-misquoted> as written, as it should be
    HalfWidthPunctuation, // <half-width-punctuation> the mark, the full-width mark, the words around it
    UnpairedMark, // <unpaired-mark> the mark, the words around it
    ImpossibleDate, // <impossible-date> as written
    TableEmpty, // <table-empty> form title
};

struct Finding {
    FindingLevel level = FindingLevel::Hint;
    FindingCode code{};
    Place place;
    int offset = -1; // into the place's text, UTF-16 units; -1: the whole place
    int length = 0;
    QStringList arguments;
    friend bool operator==(const Finding &, const Finding &) = default;
};

QString findingName(FindingCode code); // "required-empty"

// All findings of a report, forms in the notice's order, in reading order within each.
QList<Finding> check(const Report &report, const Notice &notice);

} // namespace zhibao
