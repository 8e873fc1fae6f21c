// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The documents of review: what is read on paper, signed, scanned and sent.
#include "ui/notebar.h"
#include "ui/opening.h"
#include "ui/review/reviewdesk.h"
#include "workspace/describe/describe.h"
#include "workspace/export/export.h"
#include "workspace/review/approvaldocuments.h"
#include "workspace/review/sending.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

namespace zhibao {

namespace {

const QList<FileFormat> bothFormats{FileFormat::Pdf, FileFormat::Docx};

} // namespace

void ReviewDesk::attachScan()
{
    const QStringList paths = m_dialogs.openFiles(m_window, tr("附盖章扫描件：PDF，或各页的图片"),
        tr("扫描件 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;所有文件 (*)"));
    if (paths.isEmpty())
        return;
    if (const Result<void> done = m_workspace.review().attachScan(paths); !done)
        tell(done.error());
    else
        m_note.tell(NoteBar::Kind::Calm, tr("已附盖章扫描件 %1 个；报送的就是这些扫描件。").arg(paths.size()));
}

void ReviewDesk::showScans()
{
    const Result<QStringList> paths = writeScans();
    if (!paths) {
        tell(paths.error());
        return;
    }
    for (const QString &path : *paths) {
        if (!m_dialogs.open(QUrl::fromLocalFile(path)))
            m_note.tell(NoteBar::Kind::Warning,
                tr("本机没有能打开扫描件“%1”的程序；可在“登记报送”里按“导出要送的文件”，把它存到文件夹里再看。")
                    .arg(QFileInfo(path).fileName()));
    }
}

// For looking at: what is kept is in the store.
Result<QStringList> ReviewDesk::writeScans()
{
    const Result<QList<NamedFile>> scans = m_workspace.review().scans();
    if (!scans)
        return scans.error();
    Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder)
        return folder.error();
    m_shown = std::move(*folder);
    QStringList paths;
    QSet<QString> taken;
    for (const NamedFile &scan : *scans) {
        const QString path = m_shown->filePath(distinctFileName(scan.name, taken));
        if (const Result<void> written = writeDurably(path, scan.bytes, Existing::Keep); !written)
            return written.error();
        QFile::setPermissions(path, QFileDevice::ReadOwner);
        paths.append(path);
    }
    return paths;
}

void ReviewDesk::exportSheet()
{
    const QString chosen = folder(tr("签批单存放文件夹"));
    if (chosen.isEmpty())
        return;
    write([this, chosen](Existing existing) { return exportApprovalSheet(m_workspace, chosen, bothFormats, existing); },
        Existing::Keep);
}

void ReviewDesk::exportChanges(qint64 since)
{
    const QString path = m_dialogs.saveFile(
        m_window, tr("打印改动"), tr("%1　改动.pdf").arg(m_workspace.openReport().name()), tr("PDF 文件 (*.pdf)"));
    if (path.isEmpty())
        return;
    if (const Result<void> done = exportDifferences(m_workspace, since, path, Existing::Replace); !done) {
        tell(done.error());
        return;
    }
    tellWritten({path});
    openOutside(path, m_dialogs, m_note); // to print it, or to read it there
}

void ReviewDesk::writeFilesToSend()
{
    const QString chosen = folder(tr("报送文件存放文件夹"));
    if (chosen.isEmpty())
        return;
    write([this, chosen](Existing existing) { return zhibao::writeFilesToSend(m_workspace, chosen, existing); },
        Existing::Keep);
}

void ReviewDesk::writeDraft()
{
    const QString chosen = folder(tr("邮件草稿和附件的存放文件夹"));
    if (chosen.isEmpty())
        return;
    const Write draft = [this, chosen](Existing existing) { return writeMailDraft(m_workspace, chosen, existing); };
    write(draft, Existing::Keep, [this](const QStringList &files) {
        const QString &path = files.constFirst();
        if (!m_dialogs.open(QUrl::fromLocalFile(path)))
            m_note.tell(NoteBar::Kind::Warning,
                tr("已写好邮件草稿“%1”，但本机没有能打开它的邮件程序；可拷到能发邮件的电脑上打开。")
                    .arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace zhibao
