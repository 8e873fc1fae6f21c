// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commentdelegate.h"

#include "ui/parts/celltypesetter.h"
#include "ui/parts/commentwords.h"
#include "ui/review/commentlist.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace zhibao {

namespace {

constexpr int commentMargin = theme::space2; // around a comment, inside its ring
constexpr int quoteBar = 2;
constexpr int quotedLines = 2; // more of a quoted passage is cut: the comment on it must be seen

struct CommentParagraph {
    QString text;
    QFont font;
    QColor color;
    int indent = 0;
    bool quoted = false; // of it as much is shown as goes into a few lines
};

QFont placeFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

CommentParagraph foldedLine(const ShownComment &shown, const QStyleOptionViewItem &option)
{
    const Comment &comment = shown.comment;
    const QString line = CommentDelegate::tr("✓ 已解决　%1：%2").arg(shown.place, comment.text.simplified());
    return {line, theme::captionFont(), theme::quietText(option.palette)};
}

QList<CommentParagraph> paragraphsOf(const ShownComment &shown, const QStyleOptionViewItem &option)
{
    const Comment &comment = shown.comment;
    const QColor text = option.palette.color(QPalette::Text);
    const QColor quiet = theme::quietText(option.palette);
    const QFont caption = theme::captionFont();
    const QString place = comment.resolved ? CommentDelegate::tr("✓ 已解决　%1").arg(shown.place) : shown.place;
    QList<CommentParagraph> all{{place, placeFont(option), text}};
    if (!comment.quote.isEmpty())
        all.append({comment.quote.simplified(), option.font, quiet, theme::space2, true});
    all.append({comment.text, option.font, text});
    all.append({signature(comment.person, comment.at), caption, quiet});
    for (const CommentAnswer &answer : comment.answers) {
        const QString said = signature(answer.person, answer.at);
        const QString head
            = answer.kind == EntryKind::Reply ? said : CommentDelegate::tr("%1　%2").arg(describe(answer.kind), said);
        if (!answer.text.isEmpty())
            all.append({answer.text, option.font, text, theme::space3});
        all.append({head, caption, quiet, theme::space3});
    }
    return all;
}

// Sets the paragraph from `top` on, paints it where there is a painter, and gives its height.
int set(const CommentParagraph &paragraph, const QRect &room, int top, QPainter *painter)
{
    const int width = std::max(1, room.width() - paragraph.indent);
    QString shown = paragraph.text;
    if (paragraph.quoted) // a line that breaks between words leaves some of its width empty
        shown = QFontMetrics(paragraph.font)
                    .elidedText(shown, Qt::ElideRight, quotedLines * width - lineHeightOf(paragraph.font));
    shown.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(shown, paragraph.font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    const int lineHeight = lineHeightOf(paragraph.font);
    int height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height + (lineHeight - line.height()) / 2));
        height += lineHeight;
    }
    layout.endLayout();
    if (painter) {
        painter->setPen(paragraph.color);
        layout.draw(painter, QPointF(room.left() + paragraph.indent, top));
        if (paragraph.quoted)
            painter->fillRect(QRect(room.left(), top + 2, quoteBar, height - theme::space1), paragraph.color);
    }
    return height;
}

// The comment in hand has a ring, strong where the keys go here; a thin rule parts it from the next.
void paintEdge(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(theme::accent(option.palette), option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        return;
    }
    painter->setPen(theme::mixed(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), 0.16));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

const ShownComment &shownAt(const QModelIndex &index)
{
    return static_cast<const CommentList *>(index.model())->shown(index.row());
}

} // namespace

void CommentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect room = option.rect.adjusted(commentMargin, commentMargin, -commentMargin, -commentMargin);
    if (index.data(CommentList::FoldedRole).toBool()) {
        CommentParagraph line = foldedLine(shownAt(index), option);
        line.text = QFontMetrics(line.font).elidedText(line.text, Qt::ElideRight, room.width());
        set(line, room, room.top(), painter);
    } else {
        int top = room.top();
        for (const CommentParagraph &paragraph : paragraphsOf(shownAt(index), option))
            top += set(paragraph, room, top, painter);
    }
    paintEdge(painter, option);
    painter->restore();
}

QSize CommentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QRect room(0, 0, width - 2 * commentMargin, 0);
    int height = 0;
    if (index.data(CommentList::FoldedRole).toBool())
        height = lineHeightOf(theme::captionFont());
    else
        for (const CommentParagraph &paragraph : paragraphsOf(shownAt(index), option))
            height += set(paragraph, room, 0, nullptr);
    return {width, height + 2 * commentMargin};
}

} // namespace zhibao
