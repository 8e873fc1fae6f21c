// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "document/fonts/fonts.h"

#include <QByteArray>
#include <QDateTime>

namespace zhibao {

// The pages as PDF/A-1b (ISO 19005-1), made in memory: fonts embedded as subsets, title, author and language set,
// bookmarks, and text that comes back code point for code point (of Arabic letters as readers turn them round).
// Errors: FontMissing (with the title) where the machine has no usable font, RenderFailed, Stopped.
Result<QByteArray> writePdf(const Pages &pages, Fonts &fonts, const QDateTime &created, const Progress &progress = {});

struct RenderedPdf {
    QByteArray bytes;
    QStringList substitutes; // as Pages has them
    QStringList missing;
};

// The same of a document, whose pages are written while it is laid out, so that never all its glyphs are held.
Result<RenderedPdf> renderPdf(
    const Document &document, Fonts &fonts, const QDateTime &created, const Progress &progress = {});

} // namespace zhibao
