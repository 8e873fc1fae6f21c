// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/picturelayout.h"

#include "document/style.h"

#include <algorithm>

namespace zhibao {

namespace {

QSizeF pointsOf(QSizeF millimetres)
{
    return {twipsOf(millimetres.width()) / twipsPerPoint, twipsOf(millimetres.height()) / twipsPerPoint};
}

// What the glyphs from `from` on (UTF-16 units in the paragraph) fill across the page, over all lines.
QRectF extentOf(const QList<Line> &lines, qsizetype from)
{
    QRectF extent;
    qsizetype start = 0; // of the run in the paragraph
    for (const Line &line : lines) {
        for (const GlyphRun &run : line.runs) {
            for (const Glyph &glyph : run.glyphs) {
                if (start + glyph.textStart >= from)
                    extent |= QRectF(run.origin.x() + glyph.x, line.box.top(), glyph.advance, line.box.height());
            }
            start += run.text.size();
        }
    }
    return extent.isNull() ? lines.constFirst().box : extent;
}

QRectF imprintBox(const Imprint &imprint, const QList<Line> &lines, const RoleStyle &style)
{
    const double pitch = style.pitch / twipsPerPoint;
    const double textMiddle = pitch * static_cast<double>(lines.size() + imprint.linesBelow) / 2;
    const QSizeF size = pointsOf(imprint.picture.size);
    const double top = textMiddle - imprintTextDrop / twipsPerPoint - size.height() / 2;
    const double highest = -imprint.linesAbove * pitch;
    const double left = extentOf(lines, imprint.from).center().x() - size.width() / 2;
    return {QPointF(left, std::min(top, highest)), size};
}

QRectF pictureBox(const Picture &picture, const RoleStyle &style, int measure)
{
    const QSizeF size = pointsOf(picture.size);
    const double slack = measure / twipsPerPoint - size.width();
    double left = style.startIndent / twipsPerPoint;
    if (style.alignment == Alignment::End)
        left += slack;
    else if (style.alignment == Alignment::Centre)
        left += slack / 2;
    return {QPointF(left, 0), size};
}

} // namespace

void setPictures(QList<Line> &lines, const Paragraph &paragraph, int measure)
{
    QList<PlacedPicture> &pictures = lines.first().pictures;
    const RoleStyle style = paragraphStyle(paragraph);
    if (paragraph.picture)
        pictures.append({pictureBox(*paragraph.picture, style, measure), paragraph.picture->image});
    if (paragraph.imprint)
        pictures.append({imprintBox(*paragraph.imprint, lines, style), paragraph.imprint->picture.image});
}

QRectF withinPage(QRectF box, QSizeF page)
{
    box.moveLeft(std::max(0.0, std::min(box.left(), page.width() - box.width())));
    box.moveTop(std::max(0.0, std::min(box.top(), page.height() - box.height())));
    return box;
}

} // namespace zhibao
