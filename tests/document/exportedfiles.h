// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fonts.h"

namespace zhibao::test {

// The test fails where one of these does.
Pages laidOut(const Document &document, Fonts &fonts);
QString writePdfFile(const Pages &pages, Fonts &fonts, const QString &path); // the path
QString writeDocxFile(const Document &document, const QString &path); // the path

} // namespace zhibao::test
