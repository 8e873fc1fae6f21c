// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/droppedfile.h"

#include "exchange/reviewfile.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace zhibao {

QString reviewFileIn(const QMimeData &dragged)
{
    const QList<QUrl> urls = dragged.urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    return QFileInfo(path).suffix().compare(reviewFileSuffix, Qt::CaseInsensitive) == 0 ? path : QString();
}

} // namespace zhibao
