// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/approvaldocuments.h"

#include "core/wordcount.h"
#include "document/compose.h"
#include "document/differencepaper.h"
#include "document/docx.h"
#include "document/paginate.h"
#include "document/pdf.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <vector>

namespace zhibao {

namespace {

QString toHex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

SheetPerson personOf(const LogEntry &entry)
{
    return {entry.person, entry.office, entry.post, entry.at};
}

// The last entry of that kind up to the approval.
std::optional<LogEntry> lastBefore(const QList<LogEntry> &entries, EntryKind kind, qint64 number)
{
    const auto found = std::find_if(entries.crbegin(), entries.crend(),
        [&](const LogEntry &entry) { return entry.kind == kind && entry.number < number; });
    return found == entries.crend() ? std::nullopt : std::optional(*found);
}

Result<QList<SheetForm>> formsOf(const Report &report, const Notice &notice, Fonts &fonts)
{
    QList<SheetForm> forms;
    for (const Form &form : notice.forms) {
        const Result<Pages> pages = paginate(compose(report, notice, form.id), fonts);
        if (!pages)
            return pages.error();
        const int words = form.kind == FormKind::Outline ? countForm(report, notice, form.id).words : -1;
        forms.append({form.mark, form.title, static_cast<int>(pages->pages.size()), words});
    }
    return forms;
}

Result<QByteArray> render(const Document &document, FileFormat format, Fonts &fonts, const QDateTime &created)
{
    if (format == FileFormat::Docx)
        return writeDocx(document, created);
    const Result<Pages> pages = paginate(document, fonts);
    return pages ? writePdf(*pages, fonts, created) : Result<QByteArray>(pages.error());
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
    const Report &approved, const Notice &notice, Fonts &fonts)
{
    const Result<QList<SheetForm>> forms = formsOf(approved, notice, fonts);
    if (!forms)
        return forms.error();
    ApprovalSheet sheet;
    sheet.unit = approved.unit;
    sheet.noticeNumber = notice.number;
    sheet.noticeTitle = notice.title;
    sheet.forms = *forms;
    if (const auto submitted = lastBefore(entries, EntryKind::Submit, approval.number))
        sheet.filler = personOf(*submitted);
    if (const auto reviewed = lastBefore(entries, EntryKind::Review, approval.number))
        sheet.reviewer = personOf(*reviewed);
    sheet.approver = personOf(approval);
    const QList<Comment> comments = commentsOf(entries);
    sheet.comments = static_cast<int>(comments.size());
    sheet.resolvedComments = static_cast<int>(
        std::count_if(comments.cbegin(), comments.cend(), [](const Comment &comment) { return comment.resolved; }));
    sheet.openComments = sheet.comments - sheet.resolvedComments;
    if (approval.detail.value(QStringLiteral("sole")).toBool())
        sheet.remark = QCoreApplication::translate("ApprovalSheet", "经管理员允许，由送审人本人审批。");
    sheet.sm3 = toHex(approval.content.sm3);
    sheet.sha256 = toHex(approval.content.sha256);
    sheet.logEntry = head.number;
    sheet.logDigest = toHex(head.chain);
    sheet.code = QStringLiteral("ZHIBAO1;sm3=%1;entry=%2;log=%3").arg(sheet.sm3).arg(head.number).arg(sheet.logDigest);
    return sheet;
}

Result<QStringList> exportApprovalSheet(
    Workspace &workspace, const QString &folder, const QList<FileFormat> &formats, Existing existing)
{
    const std::optional<LogEntry> approval = workspace.review().approval();
    if (!approval)
        return Error{ErrorCode::ActionRefused,
            {QCoreApplication::translate("ApprovalSheet", "导出签批单"), nameOf(workspace.review().state())}};
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    const Result<LogEntry> head = workspace.review().logHead();
    if (!entries || !head)
        return entries ? head.error() : entries.error();
    Fonts fonts;
    const Result<ApprovalSheet> sheet
        = approvalSheet(*entries, *approval, *head, workspace.report(), workspace.notice(), fonts);
    const Result<Document> document = sheet ? composeApprovalSheet(*sheet) : Result<Document>(sheet.error());
    if (!document)
        return document.error();
    QStringList paths;
    std::vector<DurableFile> prepared;
    for (const FileFormat format : formats) {
        const Result<QByteArray> bytes = render(*document, format, fonts, workspace.clock()());
        if (!bytes)
            return bytes.error();
        const QString title = QCoreApplication::translate("ApprovalSheet", "签批单");
        paths.append(QDir(folder).filePath(fileName(title, sheet->unit, extensionOf(format))));
        Result<DurableFile> ready = DurableFile::prepare(paths.constLast(), *bytes, existing);
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

Result<void> exportDifferences(Workspace &workspace, qint64 since, const QString &path, Existing existing)
{
    const Result<Report> before = workspace.version(since);
    const Result<QList<Version>> versions = workspace.versions();
    const Result<QList<LogEntry>> entries = workspace.review().entries();
    if (!before || !versions || !entries)
        return !before ? before.error() : !versions ? versions.error() : entries.error();
    const auto found = std::find_if(
        versions->cbegin(), versions->cend(), [&](const Version &version) { return version.id == since; });
    if (found == versions->cend())
        return Error{ErrorCode::VersionNotFound, {QString::number(since)}};
    DifferencePaper paper;
    paper.title = QCoreApplication::translate("DifferencePaper", "改动对照");
    paper.unit = workspace.report().unit;
    paper.notice = workspace.notice().number + u' ' + workspace.notice().title;
    paper.before = captionOf(*entries, since, found->at);
    paper.after = captionOf(*entries, versions->constFirst().id, versions->constFirst().at);
    const QList<Difference> differences = compareReports(*before, workspace.report(), workspace.notice());
    for (const Difference &difference : differences) {
        const Place &place = difference.after.form.isEmpty() ? difference.before : difference.after;
        const QString words = describePlace(workspace.notice(), place);
        if (difference.kind == Difference::Kind::Moved) {
            const QString from = describePlace(workspace.notice(), difference.before);
            const QString moved = QCoreApplication::translate("DifferencePaper", "由“%1”移到“%2”").arg(from, words);
            paper.differences.append({words, difference.kind, {{TextSpan::Kind::Same, moved}}});
            continue;
        }
        paper.differences.append({words, difference.kind, compareTexts(difference.textBefore, difference.textAfter)});
    }
    Fonts fonts;
    const Result<QByteArray> bytes = render(composeDifferences(paper), FileFormat::Pdf, fonts, workspace.clock()());
    return bytes ? writeDurably(path, *bytes, existing) : Result<void>(bytes.error());
}

} // namespace zhibao
