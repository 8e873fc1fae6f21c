// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/commentwords.h"

#include "core/compare/placetracking.h"
#include "core/review/receipt.h"
#include "workspace/describe/describe.h"

namespace zhibao {

QString signature(const QString &person, const QDateTime &at)
{
    return person.isEmpty() ? describe(at) : QStringLiteral("%1　%2").arg(person, describe(at));
}

Comment withOffices(Comment comment, const QHash<QByteArray, QString> &offices)
{
    comment.person = describeActor(comment.person, officeOf(comment.origin, offices));
    for (CommentAnswer &answer : comment.answers)
        answer.person = describeActor(answer.person, officeOf(answer.origin, offices));
    return comment;
}

std::pair<int, int> passageIn(const QString &text, const Comment &comment)
{
    if (comment.quote.isEmpty())
        return {-1, 0};
    const auto length = static_cast<int>(comment.quote.size());
    return {static_cast<int>(passageAfter(text, comment.quote, comment.offset)), length};
}

} // namespace zhibao
