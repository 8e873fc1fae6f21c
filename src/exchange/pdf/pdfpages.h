// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QSize>

namespace zhibao {

// What a page of a PDF looks like within its crop box, in colour.
struct PageLook {
    QSize size; // pixels
    QList<QByteArray> bands; // SHA-256 of each eight lines from the top; empty where nothing is drawn
    friend bool operator==(const PageLook &, const PageLook &) = default;
};

// Fine: at 100 dots an inch the smallest mark that is set (a full stop of 9 points) covers more than one pixel. Coarse,
// in an eighth of the time: whether a page shows what it is known to hold.
enum class Look { Fine, Coarse };

// The pages of a PDF that came from anywhere, which has `count` of them, as pdftoppm of poppler draws them. Two files
// look the same where all their pages are equal, but a heap of marks too fine for any pixel is drawn as nothing. At
// most 300 pages. Errors: those of toolOutput().
Result<QList<PageLook>> pageLooks(const QString &path, int count, Look look = Look::Fine);

// Whether one page is the other with something changed: most of what is drawn on it stands on both alike.
bool isMostlySame(const PageLook &one, const PageLook &other);

} // namespace zhibao
