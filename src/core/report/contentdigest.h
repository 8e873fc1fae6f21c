// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QByteArray>

namespace zhibao {

// What tells one content from any other: SM3 (GB/T 32905-2016), and SHA-256 beside it; 32 bytes each.
struct ContentDigest {
    QByteArray sm3;
    QByteArray sha256;
    friend bool operator==(const ContentDigest &, const ContentDigest &) = default;
};

// The digests of notice, unit, occasion and every text of the report with its place. Reports that say the same have the
// same digests: an absent text, form or last section is an empty one.
ContentDigest contentDigest(const Report &report);

} // namespace zhibao
