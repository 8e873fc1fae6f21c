// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"

#include <QString>

namespace zhibao {

// Checks of one text by itself. Each gives its findings, with offsets and without a place, in no particular order, and
// stops at `textFindingsLimit` of them: a text with more was not written by people.
inline constexpr qsizetype textFindingsLimit = 100;

QList<Finding> halfWidthMarks(const QString &text);
QList<Finding> unpairedMarks(const QString &text);

// The full-width mark that a half-width one of , ; : ? ! stands for; any other character as it is.
QChar fullWidthMark(QChar mark);

// Dates that no calendar has, and days that end before they begin: 2月30日, 2023.2.30, 3月5日至1日.
QList<Finding> wrongDates(const QString &text);

// Marks that never follow each other: ，， 。， ；。 ，。
QList<Finding> markRuns(const QString &text);

// Other units than the report's that the title of an outline names.
QList<Finding> otherUnits(const QString &title, const QString &unit, const OutlineForm &form);

// Whether the text has a figure: a digit that is not part of an enumerator, or a number in Chinese with what it counts
// (三百人次, 两项).
bool hasFigure(const QString &text);

// Finds where a text quotes the notice's title, number, or the paper it is about, but not to the letter.
class NoticeQuotations {
public:
    explicit NoticeQuotations(const Notice &notice);
    QList<Finding> misquotations(const QString &text) const;

private:
    void checkTitle(const QString &text, qsizetype from, qsizetype to, QList<Finding> &findings) const;
    void checkNumber(const QString &text, qsizetype end, QList<Finding> &findings) const;

    QString m_title; // as it stands inside 《》
    QString m_subject; // the paper's title
    QString m_plainTitle;
    QString m_number;
    QString m_stem; // of the number: the issuer's letters
    QString m_year; // of the number
    QString m_serial; // of the number
};

} // namespace zhibao
