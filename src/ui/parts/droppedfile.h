// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace zhibao {

// The files of this machine that are dragged here; none where something else is among them.
QStringList localFilesIn(const QMimeData &dragged);
bool isReviewFile(const QString &path); // 送审文件, by its name
bool areDocuments(const QStringList &files); // PDF or DOCX, all of them, which the window verifies
// One file, or documents: what the window takes, and no text field for a text.
bool isForWindow(const QMimeData &dragged);

} // namespace zhibao
