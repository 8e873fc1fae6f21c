// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QObject>
#include <QTimer>

namespace zhibao {

class OpenReport;

// The open comments of the report in hand, by the place where they stand now: what the editors mark.
class PlaceComments : public QObject {
    Q_OBJECT
public:
    explicit PlaceComments(OpenReport &open, QObject *parent = nullptr);

    QList<Comment> at(const Place &place) const;
    int count(const Place &place) const { return static_cast<int>(at(place).size()); }
    QString words(const Place &place) const; // a line each, who and what; "" where there is none

Q_SIGNALS:
    void changed();

private:
    void reread();

    OpenReport &m_open;
    QList<std::pair<Place, Comment>> m_comments;
    QTimer m_follow; // rows that move take their comments with them, after a pause
};

} // namespace zhibao
