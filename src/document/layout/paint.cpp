// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/paint.h"

#include <QGlyphRun>
#include <QPainter>

#include <cmath>

namespace zhibao {

namespace {

// A rule narrower than a pixel is drawn one pixel wide, and one on a screen stands on whole pixels: it would fade into
// grey between them.
QRectF crisp(const Rule &rule, const QTransform &transform)
{
    const QRectF device = transform.mapRect(QRectF(rule.line.p1(), rule.line.p2()).normalized());
    const double width = std::max(1.0, std::round(rule.width * std::hypot(transform.m11(), transform.m12())));
    const bool upright = device.width() < device.height();
    const double middle = upright ? device.center().x() : device.center().y();
    const double edge = std::round(middle - width / 2);
    if (upright)
        return {edge, std::round(device.top() - width / 2), width, std::round(device.height()) + width};
    return {std::round(device.left() - width / 2), edge, std::round(device.width()) + width, width};
}

void paintRun(QPainter &painter, const GlyphRun &run, Fonts &fonts)
{
    if (run.font < 0)
        return;
    QList<quint32> indexes;
    QList<QPointF> positions;
    indexes.reserve(run.glyphs.size());
    positions.reserve(run.glyphs.size());
    for (const Glyph &glyph : run.glyphs) {
        indexes.append(glyph.index);
        positions.append(QPointF(glyph.x, glyph.y));
    }
    QGlyphRun glyphs;
    glyphs.setRawFont(fonts.rawFont(run.font, run.size));
    glyphs.setGlyphIndexes(indexes);
    glyphs.setPositions(positions);
    painter.drawGlyphRun(run.origin, glyphs);
}

} // namespace

void paint(QPainter &painter, const Page &page, Fonts &fonts)
{
    painter.save();
    painter.setPen(Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const PlacedPicture &picture : page.pictures)
        painter.drawImage(picture.box, picture.image);
    for (const Line &line : page.lines) {
        for (const GlyphRun &run : line.runs)
            paintRun(painter, run, fonts);
    }
    const QTransform toDevice = painter.deviceTransform();
    painter.resetTransform();
    const QTransform back = painter.deviceTransform().inverted();
    for (const Rule &rule : page.rules)
        painter.fillRect(back.mapRect(crisp(rule, toDevice)), Qt::black);
    painter.restore();
}

} // namespace zhibao
