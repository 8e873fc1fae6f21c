// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The JSON parts of a review file that are no report files.
#pragma once

#include "exchange/reviewfile.h"

namespace zhibao {

// manifest.json: what the file is about, and who sends it. Contents, items and attachments of a ReviewFile are neither
// written nor read. Errors, with `path` as the name of the review file: WrongFormat, NewerVersion, and those of
// readJson; WrongType.
QByteArray writeReviewManifest(const ReviewFile &file, const QByteArray &sender);
Result<ReviewFile> parseReviewManifest(const QByteArray &json, const QString &path);

// entries.json: what was done and said. An empty origin becomes `sender`. That each content is there is for the caller
// to see. Errors, with `path` as the name of the review file: those of readJson; WrongType.
QByteArray writeReviewItems(const QList<ReviewItem> &items, const QByteArray &sender);
Result<QList<ReviewItem>> parseReviewItems(const QByteArray &json, const QString &path);

} // namespace zhibao
