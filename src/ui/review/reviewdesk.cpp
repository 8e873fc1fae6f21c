// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewdesk.h"

#include "ui/memory.h"
#include "ui/notebar.h"
#include "ui/opening.h"
#include "ui/review/incomingwindow.h"
#include "workspace/describe/describe.h"
#include "workspace/review/correspondence.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace zhibao {

ReviewDesk::ReviewDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_note(note)
    , m_window(window)
{
}

void ReviewDesk::tell(const Error &error)
{
    m_note.tell(NoteBar::Kind::Problem, describe(error));
}

void ReviewDesk::tellWritten(const QStringList &files)
{
    if (files.isEmpty())
        return;
    const QString folder = QFileInfo(files.constFirst()).absolutePath();
    QStringList names;
    for (const QString &path : files)
        names.append(QFileInfo(path).fileName());
    const QString sentence = tr("已写入 %1：%2。").arg(QDir::toNativeSeparators(folder), names.join(tr("、")));
    m_note.tell(NoteBar::Kind::Calm,
        isOnRemovableMedium(files.constFirst()) ? sentence + tr("已核对，可以拔出。") : sentence,
        {{tr("打开文件夹"), [this, folder] { openOutside(folder, m_dialogs, m_note); }},
            {tr("复制路径"), [path = files.constFirst()] { copyPath(path); }}});
}

QString ReviewDesk::folder(const QString &title)
{
    QString start = remembered(m_workspace.office(), exportFolderKey);
    if (start.isEmpty())
        start = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString chosen = m_dialogs.folder(m_window, title, start);
    if (!chosen.isEmpty())
        remember(m_workspace.office(), exportFolderKey, chosen);
    return chosen;
}

void ReviewDesk::write(const Write &write, Existing existing, const std::function<void(const QStringList &)> &done)
{
    const Result<QStringList> files = write(existing);
    if (files) {
        tellWritten(*files);
        if (done)
            done(*files);
        return;
    }
    if (files.error().code != ErrorCode::FileExists || existing == Existing::Replace) {
        tell(files.error());
        return;
    }
    const QString name = QFileInfo(files.error().arguments.value(0)).fileName();
    m_note.ask(tr("文件夹中已有“%1”。是否替换？").arg(name),
        {{tr("替换"), [this, write, done] { this->write(write, Existing::Replace, done); }}, {tr("取消"), {}}});
}

void ReviewDesk::writeFile()
{
    Correspondence correspondence(m_workspace.openReport());
    const QString path = m_dialogs.saveFile(
        m_window, tr("生成送审文件"), correspondence.fileName(), tr("送审文件 (*.%1)").arg(reviewFileSuffix));
    if (path.isEmpty())
        return;
    const Result<int> leftOut = correspondence.write(path, Existing::Replace);
    if (!leftOut)
        tell(leftOut.error());
    else if (*leftOut > 0)
        m_note.tell(NoteBar::Kind::Warning, describeLeftOut(*leftOut));
    else
        tellWritten({path});
}

void ReviewDesk::openFile()
{
    const QString path
        = m_dialogs.openFile(m_window, tr("打开送审文件"), tr("送审文件 (*.%1);;所有文件 (*)").arg(reviewFileSuffix));
    if (!path.isEmpty())
        openFile(path);
}

void ReviewDesk::openFile(const QString &path)
{
    m_workspace.openReport().flush();
    const Result<IncomingReview> incoming = Correspondence(m_workspace.openReport()).read(path);
    if (!incoming) {
        tell(incoming.error());
        return;
    }
    auto *window = new IncomingWindow(m_workspace, *incoming, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &IncomingWindow::received, this, [this](qint64 report, const QString &sentence) {
        Q_EMIT received(report);
        m_note.tell(NoteBar::Kind::Calm, sentence);
    });
    window->open();
}

} // namespace zhibao
