// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

namespace zhibao::test {

// The pages of a PDF as poppler draws them.
QList<QImage> renderedPages(const QString &pdf, int dotsPerInch);

// What red ink there is on a page drawn at that resolution, in millimetres; null where there is none.
QRectF redBox(const QImage &page, int dotsPerInch);

// A round red seal on a ground that lets the paper through: the picture touches all four edges.
QImage sealPicture(int pixels = 600);

} // namespace zhibao::test
