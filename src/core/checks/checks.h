// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <utility>

namespace zhibao {

enum class FindingLevel { Error, Warning, Hint };

// The name in angle brackets is what `zhibao check` prints. Arguments in the comment.
enum class FindingCode {
    // <required-empty> error: label of the column or the contact line; the field's id for an outline's own field.
    RequiredEmpty,
    // <over-limit> error, <characters-over-limit> warning: 字数 or characters without spaces, limit.
    OverLimit,
    CharactersOverLimit,
    // <section-empty> error, <section-without-figure> warning: heading.
    SectionEmpty,
    SectionWithoutFigure,
    // <entry-incomplete> warning: label of the empty column, title of the entry.
    EntryIncomplete,
    // <title-misquoted>, <number-misquoted> warning: as written, as it should be.
    NoticeTitleMisquoted,
    NoticeNumberMisquoted,
    // <half-width-punctuation> warning: the mark or pair of marks, the full-width one, the words around it.
    HalfWidthPunctuation,
    // <unpaired-mark> warning: the mark, the words around it.
    UnpairedMark,
    // <impossible-date> error in the date field or column, warning in a text: as written, the part at fault,
    // dateFaultName, the
    // mark that is expected (core/dates.h).
    ImpossibleDate,
    // <reversed-dates> warning: as written.
    ReversedDates,
    // <mark-run> warning: the marks, the words around them.
    MarkRun,
    // <other-unit> warning: as named, the report's unit.
    OtherUnit,
    // Of a typed column, error: label, as typed; <too-many-decimals> also how many there may be, <not-choice> the
    // choices. What is no date is ImpossibleDate.
    NotNumber, // <not-number>
    NotInteger, // <not-integer>
    TooManyDecimals, // <too-many-decimals>
    NotChoice, // <not-choice>
    NotYesNo, // <not-yes-no>
    // <table-empty> form title. Error: a table without a filled row, or a form of any kind in which nothing was typed
    // yet; hint: a form the report does not have. It stands for the findings its empty fields would make.
    FormEmpty,
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

// All findings of a report, forms in the notice's order, in reading order within each; at most about 10,000.
QList<Finding> check(const Report &report, const Notice &notice);

// What each text was found to hold, so that a report of which little has changed is checked where it has. For reports
// to one notice; it keeps what the last check needed.
class CheckedTexts {
public:
    // Findings with offsets and without a place, as `find` gives them for a text that is not known.
    template <typename Find>
    QList<Finding> findings(const QString &text, const Find &find)
    {
        const auto known = m_before.constFind(text);
        const QList<Finding> found = known == m_before.cend() ? find(text) : *known;
        m_now.insert(text, found);
        return found;
    }
    void end() { m_before = std::exchange(m_now, {}); } // of a check

private:
    QHash<QString, QList<Finding>> m_before;
    QHash<QString, QList<Finding>> m_now; // what the check that is under way needs
};

// The same findings as check(), with what is known of texts.
QList<Finding> check(const Report &report, const Notice &notice, CheckedTexts &texts);

} // namespace zhibao
