// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the parts of a review file are called.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace zhibao {

inline const QString reviewManifestName = QStringLiteral("manifest.json");
inline const QString reviewItemsName = QStringLiteral("entries.json");
inline const QString reviewAttachmentsFolder = QStringLiteral("attachments/");

QString reviewContentName(qsizetype index); // from 0; the name counts from 1
QString reviewAttachmentName(const QByteArray &bytes); // by the SHA-256 of the bytes

// What a part of the file is called in errors.
QString reviewPartPath(const QString &path, const QString &part);

Error tooLarge(const QString &path, qint64 limit); // bytes

} // namespace zhibao
