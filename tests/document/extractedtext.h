// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace zhibao::test {

// Whether the text stands in what was extracted from pages, code point for code point: broken into lines where the
// pages break it (white space at a line end may be gone there), and going on anywhere on the next page where a page
// ends.
bool standsIn(const QStringList &pages, const QString &text);

} // namespace zhibao::test
