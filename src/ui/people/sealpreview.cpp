// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/sealpreview.h"

#include "ui/theme.h"

#include <QPainter>

#include <cmath>

namespace zhibao {

namespace {

// Millimetres.
constexpr double paperSide = 60;
constexpr double rulerLength = 50;
constexpr double longMark = 2.5;
constexpr double shortMark = 1.5;
constexpr double edge = 5;

} // namespace

SealPreview::SealPreview(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SealPreview::show(const QImage &picture, int width)
{
    m_picture = picture;
    m_width = width;
    setAccessibleDescription(picture.isNull()
            ? tr("还没有印章图样")
            : tr("宽 %1 毫米，高 %2 毫米")
                  .arg(width / 10.0)
                  .arg(std::round(width * picture.height() / picture.width()) / 10.0));
    update();
}

double SealPreview::scale() const
{
    return logicalDpiX() / 25.4;
}

QSize SealPreview::sizeHint() const
{
    const int side = static_cast<int>(std::ceil(paperSide * scale()));
    return {side, side};
}

// Paper is white and ink is black, whatever the palette.
void SealPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF paper(0.5, 0.5, width() - 1, height() - 1);
    painter.setPen(theme::gridLine(palette()));
    painter.setBrush(Qt::white);
    painter.drawRect(paper);
    drawRuler(painter, paper);
    if (m_picture.isNull()) {
        painter.setPen(Qt::darkGray);
        painter.drawText(paper, Qt::AlignCenter, tr("还没有印章图样"));
        return;
    }
    const double pictureWidth = m_width / 10.0 * scale();
    const QSizeF size(pictureWidth, pictureWidth * m_picture.height() / m_picture.width());
    const QPointF middle(paper.center().x(), paper.center().y() - edge * scale());
    painter.drawImage(QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size), m_picture);
}

void SealPreview::drawRuler(QPainter &painter, const QRectF &paper) const
{
    const double left = paper.center().x() - rulerLength / 2 * scale();
    const double bottom = paper.bottom() - edge * scale();
    painter.setPen(Qt::darkGray);
    painter.setFont(theme::captionFont());
    painter.drawLine(QPointF(left, bottom), QPointF(left + rulerLength * scale(), bottom));
    for (int millimetre = 0; millimetre <= static_cast<int>(rulerLength); millimetre += 5) {
        const double x = left + millimetre * scale();
        const double length = (millimetre % 10 == 0 ? longMark : shortMark) * scale();
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom - length));
    }
    painter.drawText(QRectF(left, bottom, rulerLength * scale(), edge * scale()), Qt::AlignCenter | Qt::TextDontClip,
        tr("%1 毫米").arg(rulerLength));
}

} // namespace zhibao
