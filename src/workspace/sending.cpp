// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/sending.h"

#include "workspace/export.h"
#include "workspace/mailmessage.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <vector>

namespace zhibao {

namespace {

constexpr qint64 attachmentLimit = 64 * 1024 * 1024; // bytes; mail servers take less

Result<QStringList> placeScans(const QList<NamedFile> &scans, const QString &folder, Existing existing)
{
    std::vector<DurableFile> prepared;
    QStringList paths;
    for (const NamedFile &scan : scans) {
        paths.append(QDir(folder).filePath(scan.name));
        Result<DurableFile> ready = DurableFile::prepare(paths.constLast(), scan.bytes, existing);
        if (!ready)
            return ready.error();
        prepared.push_back(std::move(*ready));
    }
    for (DurableFile &file : prepared) {
        if (const Result<void> placed = file.place(); !placed)
            return placed.error();
    }
    return paths;
}

QString subjectOf(const Report &report, const Notice &notice)
{
    return QCoreApplication::translate("Sending", "报送：%1（%2）").arg(notice.outlineTitle, report.unit);
}

// A line for each form that is late, and was explained.
QString latenessOf(Workspace &workspace)
{
    QString lines;
    for (const Form &form : workspace.notice().forms) {
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
    const Notice &notice = workspace.notice();
    QStringList titles;
    for (const Form &form : notice.forms)
        titles.append(form.mark + u' ' + form.title);
    return QCoreApplication::translate(
        "Sending", "%1：\n\n按照《%2》（%3）要求，现报送我单位材料：\n%4\n\n附件：\n%5\n\n%6%7\n")
        .arg(notice.recipient, withinTitleMarks(notice.title), notice.number, titles.join(u'\n'), names.join(u'\n'),
            latenessOf(workspace), workspace.report().unit);
}

} // namespace

Result<QStringList> writeFilesToSend(Workspace &workspace, const QString &folder, Existing existing)
{
    const ReportState state = workspace.review().state();
    if (state != ReportState::Sealed && state != ReportState::Sent)
        return Error{ErrorCode::ActionRefused, {nameOf(ReviewAction::Send), nameOf(state)}};
    const Result<QList<NamedFile>> scans = workspace.review().scans();
    if (!scans)
        return scans.error();
    ExportRequest request;
    request.folder = folder;
    request.existing = existing;
    request.marks = workspace.review().marks();
    if (!scans->isEmpty())
        request.formats = {FileFormat::Docx};
    const Result<ExportOutcome> exported
        = exportReport(workspace.report(), workspace.notice(), request, workspace.clock());
    if (!exported)
        return exported.error();
    const Result<QStringList> placed = placeScans(*scans, folder, existing);
    return placed ? Result<QStringList>(*placed + exported->files) : placed;
}

Result<void> writeMailDraft(Workspace &workspace, const QStringList &files, const QString &path, Existing existing)
{
    if (!workspace.isOpen())
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    const Notice &notice = workspace.notice();
    MailMessage message;
    message.to = notice.recipientMail;
    message.subject = subjectOf(workspace.report(), notice);
    message.date = workspace.clock()();
    QStringList names;
    for (const QString &file : files) {
        const Result<QByteArray> bytes = readWhole(file, attachmentLimit);
        if (!bytes)
            return bytes.error();
        names.append(QFileInfo(file).fileName());
        message.attachments.append({names.constLast(), *bytes});
    }
    message.text = bodyOf(workspace, names);
    return writeDurably(path, mailDraft(message), existing);
}

} // namespace zhibao
