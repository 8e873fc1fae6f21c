// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/approvaldocuments.h"

#include "base/digest.h"
#include "base/log.h"
#include "core/text/wordcount.h"
#include "document/compose/compose.h"
#include "document/compose/differencepaper.h"
#include "document/layout/paginate.h"
#include "workspace/describe/describe.h"
#include "workspace/task.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace zhibao {

namespace {

SheetPerson personOf(const LogEntry &entry, const QHash<QByteArray, QString> &offices)
{
    return {entry.person, entry.office, entry.post, entry.at, officeOf(entry.origin, offices)};
}

// The last entry of that kind that did what it tells up to the approval.
std::optional<LogEntry> lastBefore(const QList<LogEntry> &entries, EntryKind kind, qint64 number)
{
    const QList<LogEntry> done = doneOf(entries, kind);
    const auto found
        = std::find_if(done.crbegin(), done.crend(), [&](const LogEntry &entry) { return entry.number < number; });
    return found == done.crend() ? std::nullopt : std::optional(*found);
}

Result<QList<SheetForm>> formsOf(const Report &report, const Notice &notice, Fonts &fonts)
{
    QList<SheetForm> forms;
    for (const Form &form : notice.forms) {
        const Result<Pages> pages = paginate(compose(report, notice, form.id), fonts);
        if (!pages)
            return pages.error();
        const int words = form.outline() ? countForm(report, notice, form.id).words : -1;
        forms.append({form.mark, form.title, static_cast<int>(pages->pages.size()), words});
    }
    return forms;
}

// When the version was made, and what was last done with it and by whom.
QString captionOf(const QList<LogEntry> &entries, qint64 version, const QDateTime &at)
{
    const auto last = std::find_if(
        entries.crbegin(), entries.crend(), [&](const LogEntry &entry) { return entry.version == version; });
    QString caption = describe(at);
    if (last != entries.crend())
        caption += u'（' + (describe(last->kind) + u' ' + last->person).trimmed() + u' ' + describe(last->at) + u'）';
    return caption;
}

} // namespace

Result<ApprovalSheet> approvalSheet(const QList<LogEntry> &entries, const LogEntry &approval, const LogEntry &head,
    const QHash<QByteArray, QString> &offices, const Report &approved, const Notice &notice, Fonts &fonts)
{
    const Result<QList<SheetForm>> forms = formsOf(approved, notice, fonts);
    if (!forms)
        return forms.error();
    ApprovalSheet sheet;
    sheet.unit = approved.unit;
    sheet.noticeNumber = notice.number;
    sheet.noticeTitle = notice.title;
    sheet.occasion = printedOccasion(approved.occasion, notice.occasion);
    sheet.forms = *forms;
    if (const auto submitted = lastBefore(entries, EntryKind::Submit, approval.number))
        sheet.filler = personOf(*submitted, offices);
    if (const auto reviewed = lastBefore(entries, EntryKind::Review, approval.number))
        sheet.reviewer = personOf(*reviewed, offices);
    sheet.approver = personOf(approval, offices);
    const QList<Comment> comments = commentsOf(entries);
    sheet.comments = static_cast<int>(comments.size());
    sheet.resolvedComments = static_cast<int>(
        std::count_if(comments.cbegin(), comments.cend(), [](const Comment &comment) { return comment.resolved; }));
    sheet.openComments = sheet.comments - sheet.resolvedComments;
    // What another office allows itself counts for nothing here.
    if (approval.origin.isEmpty() && approval.detail.value(QStringLiteral("sole")).toBool())
        sheet.remark = QCoreApplication::translate("ApprovalSheet", "经管理员允许，由送审人本人审批。");
    sheet.sm3 = hexadecimal(approval.content.sm3);
    sheet.sha256 = hexadecimal(approval.content.sha256);
    sheet.logEntry = head.number;
    sheet.logDigest = hexadecimal(head.chain);
    sheet.code = QStringLiteral("ZHIBAO1;sm3=%1;entry=%2;log=%3").arg(sheet.sm3).arg(head.number).arg(sheet.logDigest);
    return sheet;
}

ApprovalSheet withoutOrigins(ApprovalSheet sheet)
{
    for (SheetPerson *const person : {&sheet.filler, &sheet.reviewer, &sheet.approver})
        person->from.clear();
    return sheet;
}

Result<QStringList> exportApprovalSheet(
    Workspace &workspace, const QString &folder, const QList<FileFormat> &formats, Existing existing)
{
    const std::optional<LogEntry> approval = workspace.review().approval();
    if (!approval)
        return Error{ErrorCode::ActionRefused, {task::exportSheet, nameOf(workspace.review().state())}};
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    const Result<LogEntry> head = workspace.office().logHead();
    if (!entries || !head)
        return entries ? head.error() : entries.error();
    Fonts fonts;
    const Result<ApprovalSheet> sheet = approvalSheet(*entries, *approval, *head, workspace.office().offices(),
        workspace.openReport().report(), workspace.openReport().notice(), fonts);
    const Result<Document> document = sheet ? composeApprovalSheet(*sheet) : Result<Document>(sheet.error());
    if (!document)
        return document.error();
    QStringList paths;
    QList<FileToWrite> files;
    QList<ExportedFile> exported;
    for (const FileFormat format : formats) {
        const Result<QByteArray> bytes = renderDocument(*document, format, fonts, workspace.office().clock()());
        if (!bytes)
            return bytes.error();
        const QString title = QCoreApplication::translate("ApprovalSheet", "签批单");
        paths.append(
            QDir(folder).filePath(fileName(titleOn(sheet->occasion, title), sheet->unit, extensionOf(format))));
        files.append({paths.constLast(), *bytes, existing});
        exported.append({paths.constLast(), {}, digestOfBytes(*bytes, DigestAlgorithm::Sha256)});
    }
    if (const Result<void> written = writeDurably(files); !written)
        return written.error();
    // Its bytes, made again, prove as much.
    if (const Result<void> noted = workspace.openReport().noteExport(approval->version, exported); !noted)
        log::warning(QStringLiteral("the exported approval sheet could not be recorded"));
    return paths;
}

Result<void> exportDifferences(Workspace &workspace, qint64 since, const QString &path, Existing existing)
{
    const Result<Report> before = workspace.review().compared(since);
    const Result<QList<Version>> versions = workspace.openReport().versions();
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    if (!before || !versions || !entries)
        return !before ? before.error() : !versions ? versions.error() : entries.error();
    const auto found = std::find_if(
        versions->cbegin(), versions->cend(), [&](const Version &version) { return version.id == since; });
    if (since != 0 && found == versions->cend())
        return Error{ErrorCode::VersionNotFound, {QString::number(since)}};
    DifferencePaper paper;
    paper.title = QCoreApplication::translate("DifferencePaper", "改动对照");
    paper.unit = workspace.openReport().report().unit;
    const Notice &notice = workspace.openReport().notice();
    paper.notice = titleOn(printedOccasion(workspace.openReport().report().occasion, notice.occasion),
        notice.number + u' ' + notice.title);
    paper.before = since == 0 ? QCoreApplication::translate("DifferencePaper", "空白报表")
                              : captionOf(*entries, since, found->at);
    paper.after = captionOf(*entries, versions->constFirst().id, versions->constFirst().at);
    const QList<Difference> differences
        = compareReports(*before, workspace.openReport().report(), workspace.openReport().notice());
    for (const Difference &difference : differences) {
        const Place &place = difference.after.form.isEmpty() ? difference.before : difference.after;
        const QString words = describePlace(workspace.openReport().notice(), place);
        if (difference.kind == Difference::Kind::Moved) {
            const QString from = describePlace(workspace.openReport().notice(), difference.before);
            const QString moved = QCoreApplication::translate("DifferencePaper", "由“%1”移到“%2”").arg(from, words);
            paper.differences.append({words, difference.kind, {{TextSpan::Kind::Same, moved}}});
            continue;
        }
        paper.differences.append({words, difference.kind, compareTexts(difference.textBefore, difference.textAfter)});
    }
    Fonts fonts;
    const Result<QByteArray> bytes
        = renderDocument(composeDifferences(paper), FileFormat::Pdf, fonts, workspace.office().clock()());
    return bytes ? writeDurably(path, *bytes, existing) : Result<void>(bytes.error());
}

} // namespace zhibao
