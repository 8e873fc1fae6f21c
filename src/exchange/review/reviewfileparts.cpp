// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/review/reviewfileparts.h"

#include "base/digest.h"

namespace zhibao {

QString reviewContentName(qsizetype index)
{
    return QStringLiteral("contents/%1.json").arg(index + 1);
}

QString reviewAttachmentName(const QByteArray &bytes)
{
    return reviewAttachmentsFolder + hexadecimal(digestOfBytes(bytes, DigestAlgorithm::Sha256));
}

QString reviewPartPath(const QString &path, const QString &part)
{
    return path + u'/' + part;
}

Error tooLarge(const QString &path, qint64 limit)
{
    return {ErrorCode::FileTooLarge, {path, QString::number(limit / (1024 * 1024))}};
}

} // namespace zhibao
