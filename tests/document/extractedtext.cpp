// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/extractedtext.h"

namespace zhibao::test {

namespace {

qsizetype skipSpace(const QString &text, qsizetype position)
{
    while (position < text.size() && text.at(position).isSpace())
        ++position;
    return position;
}

// The text from `at` on, from `position` of a page on.
bool goesOn(const QStringList &pages, qsizetype page, qsizetype position, const QString &text, qsizetype at);

bool goesOnNextPage(const QStringList &pages, qsizetype page, const QString &text, qsizetype at)
{
    if (page + 1 == pages.size())
        return false;
    at = skipSpace(text, at);
    const QString &next = pages.at(page + 1);
    for (qsizetype start = next.indexOf(text.at(at)); start >= 0; start = next.indexOf(text.at(at), start + 1)) {
        if ((start == 0 || next.at(start - 1).isSpace()) && goesOn(pages, page + 1, start, text, at))
            return true;
    }
    return false;
}

bool goesOn(const QStringList &pages, qsizetype page, qsizetype position, const QString &text, qsizetype at)
{
    const QString &here = pages.at(page);
    while (at < text.size() && position < here.size() && here.at(position) == text.at(at)) {
        ++position;
        ++at;
    }
    if (skipSpace(text, at) == text.size())
        return true;
    const qsizetype next = skipSpace(here, position);
    const bool lineEnds = here.mid(position, next - position).contains(u'\n');
    if (lineEnds && next < here.size() && here.at(next) == text.at(skipSpace(text, at))
        && goesOn(pages, page, next, text, skipSpace(text, at)))
        return true;
    return (next > position || next == here.size()) && goesOnNextPage(pages, page, text, at);
}

} // namespace

bool standsIn(const QStringList &pages, const QString &text)
{
    if (skipSpace(text, 0) == text.size())
        return true;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const QString &here = pages.at(page);
        for (qsizetype start = here.indexOf(text.front()); start >= 0; start = here.indexOf(text.front(), start + 1)) {
            if (goesOn(pages, page, start, text, 0))
                return true;
        }
    }
    return false;
}

} // namespace zhibao::test
