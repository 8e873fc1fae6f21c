// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/reviewfileparts.h"

#include "base/digest.h"

namespace zhibao {

QString reviewContentName(qsizetype index)
{
    return QStringLiteral("contents/%1.json").arg(index + 1);
}

QString reviewAttachmentName(const QByteArray &bytes)
{
    return reviewAttachmentsFolder + QString::fromLatin1(digestOfBytes(bytes, DigestAlgorithm::Sha256).toHex());
}

QString reviewPartPath(const QString &path, const QString &part)
{
    return path + u'/' + part;
}

} // namespace zhibao
