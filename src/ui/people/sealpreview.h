// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace zhibao {

// The seal picture on a piece of white paper with a ruler at its edge, all in one scale: life size where the screen
// tells its resolution rightly.
class SealPreview : public QWidget {
    Q_OBJECT
public:
    explicit SealPreview(QWidget *parent = nullptr);

    // `width`: tenths of a millimetre. A null picture: none.
    void show(const QImage &picture, int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double scale() const; // pixels a millimetre
    void drawRuler(QPainter &painter, const QRectF &paper) const;

    QImage m_picture;
    int m_width = 0;
};

} // namespace zhibao
