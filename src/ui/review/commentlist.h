// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QAbstractListModel>

#include <optional>

namespace zhibao {

class Workspace;

// A comment with where it stands now, in words too.
struct ShownComment {
    Comment comment;
    std::optional<Place> now; // nothing where its place is gone
    QString place;
};

// The comments of the report in hand, a row each: the open ones first, then those that are settled.
class CommentList : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int FoldedRole = Qt::UserRole; // settled, and not the one in hand

    explicit CommentList(Workspace &workspace, QObject *parent = nullptr);

    // Only those at the place; nothing: all.
    void setFilter(const std::optional<Place> &place) { m_filter = place; }
    Result<void> reread();
    const ShownComment &shown(int row) const { return m_comments.at(row); }
    int rowOf(const QByteArray &uid) const; // -1: it is not listed
    int open() const { return m_open; }
    void setInHand(int row); // it is not folded

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Workspace &m_workspace;
    std::optional<Place> m_filter;
    QList<ShownComment> m_comments;
    int m_open = 0;
    int m_inHand = -1;
};

} // namespace zhibao
