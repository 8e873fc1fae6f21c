// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/search.h"

#include "core/report/reportedit.h"

namespace zhibao {

namespace {

// A letter or digit of a script that parts words by spaces.
bool joinsWord(QChar c)
{
    return c.isLetterOrNumber() && c.unicode() < 0x2E80;
}

bool isWholeWord(const QString &text, qsizetype at, qsizetype length)
{
    const auto cuts = [&](qsizetype boundary) {
        return boundary > 0 && boundary < text.size() && joinsWord(text[boundary - 1]) && joinsWord(text[boundary]);
    };
    return !cuts(at) && !cuts(at + length);
}

// Whether a match would cut a character outside the BMP in two.
bool cutsSurrogates(const QString &text, qsizetype boundary)
{
    return boundary > 0 && boundary < text.size() && text[boundary - 1].isHighSurrogate()
        && text[boundary].isLowSurrogate();
}

} // namespace

QList<Match> findAll(const Report &report, const Notice &notice, const QString &sought, SearchOptions options)
{
    QList<Match> matches;
    if (sought.isEmpty())
        return matches;
    const Qt::CaseSensitivity sensitivity = options.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (const Form &form : notice.forms) {
        const QList<Place> places = textPlaces(report, notice, form.id);
        for (const Place &place : places) {
            const QString text = textAt(report, place);
            qsizetype at = text.indexOf(sought, 0, sensitivity);
            while (at >= 0) {
                const bool fits = !cutsSurrogates(text, at) && !cutsSurrogates(text, at + sought.size())
                    && (!options.wholeWords || isWholeWord(text, at, sought.size()));
                if (fits)
                    matches.append({place, static_cast<int>(at), static_cast<int>(sought.size())});
                at = text.indexOf(sought, at + (fits ? sought.size() : 1), sensitivity);
            }
        }
    }
    return matches;
}

Report replaceAll(Report report, const Notice &notice, const QList<Match> &matches, const QString &replacement)
{
    for (qsizetype i = 0; i < matches.size();) {
        const Place place = matches[i].place;
        const QString text = textAt(report, place);
        QString replaced;
        qsizetype done = 0;
        for (; i < matches.size() && matches[i].place == place; ++i) {
            replaced += QStringView(text).mid(done, matches[i].offset - done);
            replaced += replacement;
            done = matches[i].offset + matches[i].length;
        }
        replaced += QStringView(text).mid(done);
        // A place that is not there holds no match: there is nothing to replace then.
        if (const Result<Report> changed = setText(report, notice, place, replaced))
            report = *changed;
    }
    return report;
}

} // namespace zhibao
