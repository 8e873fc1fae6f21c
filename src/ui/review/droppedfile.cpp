// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/droppedfile.h"

#include "base/path.h"
#include "exchange/reviewfile.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace zhibao {

QString reviewFileIn(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    return QFileInfo(path).suffix().compare(reviewFileSuffix, Qt::CaseInsensitive) == 0 ? path : QString();
}

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

QStringList documentsIn(const QMimeData &dragged)
{
    QStringList files = localFilesIn(dragged);
    const bool areDocuments = std::all_of(files.cbegin(), files.cend(), [](const QString &path) {
        return path.endsWith(u".pdf", Qt::CaseInsensitive) || path.endsWith(u".docx", Qt::CaseInsensitive);
    });
    return areDocuments ? files : QStringList();
}

bool isForWindow(const QMimeData &dragged)
{
    return !reviewFileIn(dragged).isEmpty() || !documentsIn(dragged).isEmpty();
}

} // namespace zhibao
