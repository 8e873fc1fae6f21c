// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/sending.h"

#include "base/log.h"
#include "workspace/export/export.h"
#include "workspace/review/mailmessage.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace zhibao {

namespace {

QString draftName()
{
    return QCoreApplication::translate("Sending", "报送邮件草稿.eml");
}

QString subjectOf(const Report &report, const Notice &notice)
{
    const QString about = titleOn(printedOccasion(report.occasion, notice.occasion), notice.subject);
    return QCoreApplication::translate("Sending", "报送：%1（%2）").arg(about, report.unit);
}

// A line for each form that is late, and was explained.
QString latenessOf(Workspace &workspace)
{
    QString lines;
    for (const Form &form : workspace.openReport().notice().forms) {
        const QString reason = workspace.review().latenessReason(form.id);
        if (!reason.isEmpty())
            lines += QCoreApplication::translate("Sending", "%1迟报说明：%2\n").arg(form.mark, reason);
    }
    return lines.isEmpty() ? lines : lines + u'\n';
}

// 《》 stands around it, and 〈〉 around a title within (GB/T 15834-2011 4.15).
QString withinTitleMarks(QString title)
{
    return title.replace(u'《', u'〈').replace(u'》', u'〉');
}

QString bodyOf(Workspace &workspace, const QStringList &names)
{
    const Notice &notice = workspace.openReport().notice();
    QStringList titles;
    for (const Form &form : notice.forms)
        titles.append(form.mark + u' ' + form.title);
    return QCoreApplication::translate(
        "Sending", "%1：\n\n按照《%2》（%3）要求，现报送我单位%4材料：\n%5\n\n附件：\n%6\n\n%7%8\n")
        .arg(notice.recipient, withinTitleMarks(notice.title), notice.number,
            printedOccasion(workspace.openReport().report().occasion, notice.occasion), titles.join(u'\n'),
            names.join(u'\n'), latenessOf(workspace), workspace.openReport().report().unit);
}

// In the order in which they are told: the scans first. What is rendered bears the time of the seal, so that it comes
// out the same however often it is written.
// `exported`: those of them that are rendered.
Result<QList<FileToWrite>> filesToSend(
    Workspace &workspace, const QString &folder, Existing existing, QList<ExportedFile> &exported)
{
    const Result<QList<NamedFile>> scans = workspace.review().scans();
    if (!scans)
        return scans.error();
    ExportRequest request;
    request.folder = folder;
    request.existing = existing;
    request.marks = workspace.review().marks();
    if (!scans->isEmpty())
        request.formats = {FileFormat::Docx};
    const std::optional<LogEntry> seal = workspace.review().seal();
    const QDateTime created = seal ? seal->at : workspace.office().clock()();
    const Result<RenderedExport> rendered = renderExport(
        workspace.openReport().report(), workspace.openReport().notice(), request, [created] { return created; });
    if (!rendered)
        return rendered.error();
    QSet<QString> taken{draftName().toCaseFolded()};
    for (const FileToWrite &file : rendered->files)
        taken.insert(QFileInfo(file.path).fileName().toCaseFolded());
    QList<FileToWrite> files;
    for (const NamedFile &scan : *scans)
        files.append({QDir(folder).filePath(distinctFileName(scan.name, taken)), scan.bytes, existing});
    exported = rendered->outcome.exported;
    return files + rendered->files;
}

FileToWrite draftOf(Workspace &workspace, const QList<NamedFile> &files, const QString &folder, Existing existing)
{
    const Notice &notice = workspace.openReport().notice();
    MailMessage message;
    message.to = notice.recipientMail;
    message.subject = subjectOf(workspace.openReport().report(), notice);
    message.date = workspace.office().clock()();
    message.attachments = files;
    QStringList names;
    for (const NamedFile &file : files)
        names.append(file.name);
    message.text = bodyOf(workspace, names);
    return {QDir(folder).filePath(draftName()), mailDraft(message), existing};
}

Result<QStringList> write(Workspace &workspace, const QString &folder, Existing existing, bool withDraft)
{
    const ReportState state = workspace.review().state();
    if (state != ReportState::Sealed && state != ReportState::Sent)
        return Error{ErrorCode::ActionRefused, {nameOf(ReviewAction::Send), nameOf(state)}};
    QList<ExportedFile> exported;
    Result<QList<FileToWrite>> files = filesToSend(workspace, folder, existing, exported);
    if (!files)
        return files.error();
    QList<NamedFile> sent;
    for (const FileToWrite &file : *files)
        sent.append({QFileInfo(file.path).fileName(), file.bytes});
    if (withDraft)
        files->prepend(draftOf(workspace, sent, folder, existing));
    if (const Result<void> written = writeIntoFolder(folder, *files); !written)
        return written.error();
    if (const Result<void> kept = workspace.review().keepForSending(sent); !kept)
        return kept.error();
    if (const std::optional<LogEntry> approval = workspace.review().approval()) {
        if (const Result<void> noted = workspace.openReport().noteExport(approval->version, exported); !noted)
            log::warning(QStringLiteral("the export could not be recorded"));
    }
    QStringList paths;
    for (const FileToWrite &file : std::as_const(*files))
        paths.append(file.path);
    return paths;
}

} // namespace

Result<QStringList> writeFilesToSend(Workspace &workspace, const QString &folder, Existing existing)
{
    return write(workspace, folder, existing, false);
}

Result<QStringList> writeMailDraft(Workspace &workspace, const QString &folder, Existing existing)
{
    return write(workspace, folder, existing, true);
}

} // namespace zhibao
