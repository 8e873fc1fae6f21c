// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commentlist.h"

#include "ui/parts/commentwords.h"
#include "workspace/describe/describe.h"
#include "workspace/report/commentplaces.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace zhibao {

CommentList::CommentList(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
}

Result<void> CommentList::reread()
{
    const Review &review = m_workspace.review();
    const Result<QList<Comment>> all
        = m_workspace.openReport().isOpen() ? review.comments() : Result<QList<Comment>>(QList<Comment>());
    beginResetModel();
    m_comments.clear();
    m_open = 0;
    m_inHand = -1;
    const QHash<QByteArray, QString> offices = m_workspace.office().offices();
    const QList<Comment> comments = all ? *all : QList<Comment>();
    const QList<std::optional<Place>> places = placesNow(m_workspace.openReport(), comments);
    for (qsizetype at = 0; at < comments.size(); ++at) {
        const Comment comment = withOffices(comments[at], offices);
        const std::optional<Place> &now = places[at];
        if (m_filter && now != m_filter)
            continue;
        const Place &place = now ? *now : comment.place;
        QString words = place.form.isEmpty() ? tr("整份报表") : describePlace(m_workspace.openReport().notice(), place);
        if (!now)
            words = tr("%1（现已不在）").arg(words);
        m_comments.append({comment, now, words});
        m_open += comment.resolved ? 0 : 1;
    }
    std::stable_partition(
        m_comments.begin(), m_comments.end(), [](const ShownComment &shown) { return !shown.comment.resolved; });
    endResetModel();
    return all ? Result<void>() : Result<void>(all.error());
}

int CommentList::rowOf(const QByteArray &uid) const
{
    const auto found = std::find_if(
        m_comments.cbegin(), m_comments.cend(), [&](const ShownComment &shown) { return shown.comment.uid == uid; });
    return found == m_comments.cend() ? -1 : static_cast<int>(found - m_comments.cbegin());
}

void CommentList::setInHand(int row)
{
    const int before = std::exchange(m_inHand, row);
    for (const int changed : {before, row}) {
        if (changed >= 0 && changed < rowCount())
            Q_EMIT dataChanged(index(changed), index(changed), {FoldedRole, Qt::SizeHintRole});
    }
}

int CommentList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comments.size());
}

QVariant CommentList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShownComment &shown = m_comments.at(index.row());
    const Comment &comment = shown.comment;
    if (role == Qt::DisplayRole)
        return comment.text;
    if (role == FoldedRole)
        return comment.resolved && index.row() != m_inHand;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList spoken{comment.resolved ? tr("已解决的意见") : tr("意见"), shown.place, comment.quote, comment.text,
        signature(comment.person, comment.at)};
    for (const CommentAnswer &answer : comment.answers)
        spoken += {describe(answer.kind), answer.text, signature(answer.person, answer.at)};
    spoken.removeAll(QString());
    return spoken.join(tr("，"));
}

} // namespace zhibao
