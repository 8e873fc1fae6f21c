// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/droppedfile.h"

#include "base/path.h"
#include "exchange/review/reviewfile.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace zhibao {

QStringList localFilesIn(const QMimeData &dragged)
{
    QStringList files;
    for (const QUrl &url : dragged.urls()) {
        if (!url.isLocalFile())
            return {};
        // What is no UTF-8 in it stays what it is.
        files.append(pathOfBytes(QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1())));
    }
    return files;
}

bool isReviewFile(const QString &path)
{
    return QFileInfo(path).suffix().compare(reviewFileSuffix, Qt::CaseInsensitive) == 0;
}

bool areDocuments(const QStringList &files)
{
    return std::all_of(files.cbegin(), files.cend(), [](const QString &path) {
        return path.endsWith(u".pdf", Qt::CaseInsensitive) || path.endsWith(u".docx", Qt::CaseInsensitive);
    });
}

bool isForWindow(const QMimeData &dragged)
{
    const QStringList files = localFilesIn(dragged);
    return files.size() == 1 || (files.size() > 1 && areDocuments(files));
}

} // namespace zhibao
