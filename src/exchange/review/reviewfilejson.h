// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The JSON parts of a review file that are no report files.
#pragma once

#include "exchange/review/reviewfile.h"

namespace zhibao {

struct ReviewManifest {
    ReviewFile file; // but contents, items and attachments
    int version = 0;
};

// manifest.json: what the file is about, and who sends it; in the version that is written now. Errors, with `path` as
// the name of the review file: WrongFormat, NewerVersion, and those of readJson; WrongType.
QByteArray writeReviewManifest(const ReviewFile &file, const QByteArray &sender);
Result<ReviewManifest> parseReviewManifest(const QByteArray &json, const QString &path);

// entries.json: what was done and said. An empty origin becomes that of the key, which signs what is not signed. That
// each content is there, and that the signatures hold, is for the caller to see. Errors, with `path` as the name of the
// review file: those of readJson; WrongType.
QByteArray writeReviewItems(const ReviewFile &file, const SigningKey &key);
Result<QList<ReviewItem>> parseReviewItems(const QByteArray &json, const QString &path, int version);

} // namespace zhibao
