// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace zhibao {

// The review file (送审文件) that is dragged here; "" where it is none.
QString reviewFileIn(const QMimeData &dragged);
// The files of this machine that are dragged here; none where something else is among them.
QStringList localFilesIn(const QMimeData &dragged);
// The same where all of them are PDF or DOCX files, which the window verifies.
QStringList documentsIn(const QMimeData &dragged);
// Whether it is one or the other, which no text field takes for a text.
bool isForWindow(const QMimeData &dragged);

} // namespace zhibao
