// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/opening.h"

#include "base/path.h"
#include "ui/notebar.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QUrl>

namespace zhibao {

void openOutside(const QString &path, const Dialogs &dialogs, NoteBar &note)
{
    const QString shown = QDir::toNativeSeparators(path);
    // What is asked to open what is gone reports no failure everywhere.
    if (!exists(path))
        note.tell(NoteBar::Kind::Problem,
            QObject::tr("未能打开“%1”：它已不在原处，可能被移走、改名或删除；请到原处查看。").arg(shown));
    else if (!dialogs.open(QUrl::fromLocalFile(path)))
        note.tell(NoteBar::Kind::Problem,
            QObject::tr("未能打开“%1”：本机没有能打开它的程序；请复制路径，在文件管理器中打开。").arg(shown),
            {{QObject::tr("复制路径"), [path] { copyPath(path); }}});
}

void copyPath(const QString &path)
{
    QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path));
}

} // namespace zhibao
