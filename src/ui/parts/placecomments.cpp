// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/placecomments.h"

#include "ui/parts/commentwords.h"
#include "workspace/report/commentplaces.h"

#include <chrono>

namespace zhibao {

namespace {

using namespace std::chrono_literals;

} // namespace

PlaceComments::PlaceComments(OpenReport &open, QObject *parent)
    : QObject(parent)
    , m_open(open)
{
    m_follow.setSingleShot(true);
    m_follow.setInterval(100ms);
    connect(&m_follow, &QTimer::timeout, this, &PlaceComments::reread);
    connect(&open, &OpenReport::toldChanged, this, &PlaceComments::reread);
    connect(&open, &OpenReport::changed, this, [this](const Change &change) {
        if (change.structure && !m_comments.isEmpty())
            m_follow.start();
    });
    reread();
}

void PlaceComments::reread()
{
    m_comments.clear();
    const QHash<QByteArray, QString> offices = m_open.office().offices();
    const QList<Comment> comments = commentsOf(m_open.told().entries);
    const QList<std::optional<Place>> places = placesNow(m_open, comments);
    for (qsizetype at = 0; at < comments.size(); ++at) {
        if (!comments[at].resolved && places[at])
            m_comments.append({*places[at], withOffices(comments[at], offices)});
    }
    Q_EMIT changed();
}

QList<Comment> PlaceComments::at(const Place &place) const
{
    QList<Comment> here;
    for (const auto &[where, comment] : m_comments) {
        if (where == place)
            here.append(comment);
    }
    return here;
}

QString PlaceComments::words(const Place &place) const
{
    QStringList lines;
    const QList<Comment> here = at(place);
    for (const Comment &comment : here)
        lines.append(tr("意见：%1（%2）").arg(comment.text, signature(comment.person, comment.at)));
    return lines.join(u'\n');
}

} // namespace zhibao
