// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/remarkbar.h"

#include "ui/formpage.h"
#include "ui/parts/commentwords.h"
#include "ui/review/commentpane.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/commentplaces.h"
#include "workspace/workspace.h"

#include <QVBoxLayout>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype shownPassage = 12; // UTF-16 units

// What one can comment on at a place, the narrowest first.
QList<CommentScope> scopesAt(const Workspace &workspace, const Place &place, int offset, int length)
{
    const Notice &notice = workspace.openReport().notice();
    QList<CommentScope> scopes;
    if (length > 0) {
        QString passage = textAt(workspace.openReport().report(), place).mid(offset, length).simplified();
        if (passage.size() > shownPassage)
            passage = passage.left(shownPassage) + QStringLiteral("…");
        scopes.append({RemarkBar::tr("选中的“%1”").arg(passage), place, offset, length});
    }
    const Form *form = notice.form(place.form);
    if (place != Place{place.form, {}, -1, -1, -1})
        scopes.append({describePlace(notice, place), place});
    if (form)
        scopes.append({RemarkBar::tr("整个%1").arg(form->mark), Place{place.form, {}, -1, -1, -1}});
    scopes.append({RemarkBar::tr("整份报表"), {}});
    return scopes;
}

} // namespace

RemarkBar::RemarkBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_comments(new CommentPane(workspace, this))
{
    setObjectName(QStringLiteral("remarks"));
    m_comments->setClosable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space2, theme::space3, theme::space2);
    layout->addWidget(m_comments);
    connect(m_comments, &CommentPane::closed, this, &RemarkBar::leave);
    connect(m_comments, &CommentPane::placeWanted, this, &RemarkBar::placeWanted);
    hide();
}

void RemarkBar::open(const FormPage &page)
{
    const auto [offset, length] = page.selection();
    show(page.currentPlace(), offset, length);
    m_comments->write();
}

void RemarkBar::openToAnswer(const FormPage &page)
{
    show(page.currentPlace(), -1, 0);
    m_comments->answer();
}

void RemarkBar::show(const Place &place, int offset, int length)
{
    m_comments->setScopes(scopesAt(m_workspace, place, offset, length));
    m_comments->setFilter(place);
    QFrame::show();
}

void RemarkBar::step(int by)
{
    const Review &review = m_workspace.review();
    const Result<QList<Comment>> all = review.comments();
    QList<std::pair<Place, Comment>> open;
    for (const Comment &comment : all ? *all : QList<Comment>()) {
        const std::optional<Place> now
            = comment.resolved ? std::nullopt : placesNow(m_workspace.openReport(), {comment}).constFirst();
        if (now)
            open.append({*now, comment});
    }
    if (open.isEmpty())
        return;
    const std::optional<Comment> before = isHidden() ? std::nullopt : m_comments->current();
    const auto found = std::find_if(
        open.cbegin(), open.cend(), [&](const auto &each) { return before && each.second.uid == before->uid; });
    const auto count = static_cast<int>(open.size());
    const int row = found == open.cend() ? (by > 0 ? 0 : count - 1)
                                         : (static_cast<int>(found - open.cbegin()) + by + count) % count;
    const auto &[place, comment] = open.at(row);
    if (!place.form.isEmpty()) {
        const auto [offset, length] = passageIn(textAt(m_workspace.openReport().report(), place), comment);
        Q_EMIT placeWanted(place, offset, offset < 0 ? 0 : length);
    }
    show(place, -1, 0);
    m_comments->select(comment.uid);
    m_comments->setFocus(Qt::ShortcutFocusReason);
}

void RemarkBar::leave()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    if (focused)
        Q_EMIT left();
}

} // namespace zhibao
