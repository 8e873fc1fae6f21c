// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/review/approvedversions.h"

#include "base/digest.h"
#include "core/review/receipt.h"
#include "document/compose/approvalsheet.h"
#include "document/compose/compose.h"
#include "workspace/export/officialdocument.h"
#include "workspace/review/approvaldocuments.h"
#include "workspace/verify/expectedpieces.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

// The sheet says two digests, and whoever changes it may change one.
bool namesContent(const QString &text, const ContentDigest &content)
{
    const auto says = [&](const QByteArray &digest) { return text.contains(hexadecimal(digest), Qt::CaseInsensitive); };
    return says(content.sm3) || says(content.sha256);
}

// The report's entries up to the approval, and those that followed while the report stayed frozen.
QList<LogEntry> whileFrozen(const QList<LogEntry> &entries, const LogEntry &approval)
{
    QList<LogEntry> kept;
    for (const LogEntry &entry : entries) {
        if (entry.number > approval.number && !isFrozen(entry.state))
            break;
        kept.append(entry);
    }
    return kept;
}

} // namespace

ApprovedVersions::ApprovedVersions(const Catalogue &catalogue, QList<LogEntry> log)
    : m_catalogue(catalogue)
    , m_log(std::move(log))
{
    QHash<qint64, QList<LogEntry>> reports;
    for (const LogEntry &entry : std::as_const(m_log)) {
        if (entry.report > 0)
            reports[entry.report].append(entry);
    }
    for (const QList<LogEntry> &entries : std::as_const(reports)) {
        m_approvals += doneOf(entries, EntryKind::Approve);
        if (const std::optional<LogEntry> current = inForce(entries, EntryKind::Approve))
            m_inForce.insert(current->number);
    }
    std::sort(m_approvals.begin(), m_approvals.end(),
        [](const LogEntry &one, const LogEntry &other) { return one.number < other.number; });
}

bool ApprovedVersions::readNext(const Store &store)
{
    if (m_read == m_approvals.size())
        return false;
    read(store, m_approvals.at(m_approvals.size() - 1 - m_read));
    ++m_read;
    return true;
}

// Before approvals named a definition there was one of each number.
const Notice *ApprovedVersions::noticeOf(const LogEntry &approval) const
{
    return m_catalogue.definition(approval.notice, definitionOf(approval));
}

void ApprovedVersions::read(const Store &store, const LogEntry &approval)
{
    if (!noticeOf(approval))
        return;
    const std::pair<qint64, qint64> key(approval.report, approval.version);
    if (!m_reports.contains(key))
        m_reports.insert(key, store.loadVersion(approval.report, approval.version));
    const std::optional<LogEntry> placed = sealPlaced(approval);
    if (placed && !m_seals.contains(placed->number))
        m_seals.insert(placed->number, sealPicture(store, *placed));
}

double ApprovedVersions::shareRead() const
{
    return m_approvals.isEmpty() ? 1.0 : static_cast<double>(m_read) / static_cast<double>(m_approvals.size());
}

// The seal that stood on the approved version last.
std::optional<LogEntry> ApprovedVersions::sealPlaced(const LogEntry &approval) const
{
    return zhibao::inForce(whileFrozen(ofReport(approval.report), approval), EntryKind::PlaceSeal);
}

Result<Report> ApprovedVersions::report(const LogEntry &approval) const
{
    const auto read = m_reports.constFind({approval.report, approval.version});
    return read == m_reports.cend() ? Error{ErrorCode::VersionNotFound, {QString::number(approval.version)}} : *read;
}

QList<LogEntry> ApprovedVersions::ofReport(qint64 report) const
{
    QList<LogEntry> entries;
    std::copy_if(m_log.cbegin(), m_log.cend(), std::back_inserter(entries),
        [&](const LogEntry &entry) { return entry.report == report; });
    return entries;
}

QString ApprovedVersions::officeNamed(const QByteArray &origin) const
{
    return officeOf(origin, officeNames(m_log));
}

Result<QList<ApprovedForm>> ApprovedVersions::forms() const
{
    QList<ApprovedForm> forms;
    QSet<qint64> seen; // a version is approved again after an unlocking without a change
    for (auto entry = m_approvals.crbegin(); entry != m_approvals.crend(); ++entry) {
        if (entry->version == 0 || seen.contains(entry->version))
            continue;
        seen.insert(entry->version);
        const Notice *const notice = noticeOf(*entry);
        if (!notice)
            continue;
        const Result<Report> approved = report(*entry);
        if (!approved)
            return approved.error();
        for (const Form &form : notice->forms) {
            forms.append({*entry, form.id, completed(*approved, *notice), notice});
            const QString date = approved->forms.value(form.id).fields.value(field::date);
            if (printedDate(date) != printedDate(date, DatePrinting::DatesOfFirstReleases)) {
                forms.append(forms.constLast());
                forms.last().dates = DatePrinting::DatesOfFirstReleases;
            }
        }
    }
    return forms;
}

Result<Original> ApprovedVersions::original(const ApprovedForm &form) const
{
    QList<OfficialMarks> allMarks{{}, {draftMark(), std::nullopt}};
    if (const std::optional<LogEntry> placed = sealPlaced(form.approval)) {
        const Result<QByteArray> &picture = *m_seals.constFind(placed->number);
        if (!picture)
            return picture.error();
        allMarks.append({{}, sealOf(*placed, *picture)});
    }
    Original original{form.approval, form.form};
    for (OfficialMarks &marks : allMarks) {
        marks.dates = form.dates;
        Original::Variant variant;
        variant.isDraft = !marks.marginMark.isEmpty();
        for (const Form &each : form.notice->forms) {
            const Result<Document> document = officialDocument(form.report, *form.notice, each.id, marks);
            if (!document)
                return document.error();
            if (each.id == form.form) {
                variant.document = *document;
                break;
            }
            variant.before.append(*document);
        }
        original.variants.append(variant);
    }
    original.pieces = expectedPieces(original.variants.constFirst().document);
    return original;
}

ApprovedVersions::SheetHead ApprovedVersions::sheetHead(const QString &text)
{
    static const QRegularExpression named(QStringLiteral("序号(\\d+)，记录摘要（国密SM3）：([0-9A-Fa-f]{64})"));
    const QString plain = withoutBlanks(text);
    // A report may quote a sheet, but it does not begin as one.
    if (!plain.startsWith(QStringLiteral("签批单")))
        return {};
    const QRegularExpressionMatch match = named.match(plain);
    if (!match.hasMatch())
        return {};
    return {match.captured(1).toLongLong(), QByteArray::fromHex(match.captured(2).toLatin1())};
}

std::optional<LogEntry> ApprovedVersions::approvalNamed(const QString &text, const SheetHead &head) const
{
    const QString plain = withoutBlanks(text);
    const auto found = std::find_if(m_approvals.crbegin(), m_approvals.crend(),
        [&](const LogEntry &entry) { return entry.number <= head.number && namesContent(plain, entry.content); });
    return found == m_approvals.crend() ? std::nullopt : std::optional(*found);
}

Result<Original> ApprovedVersions::sheet(const LogEntry &approval, const LogEntry &head, bool origins) const
{
    const Notice *const notice = noticeOf(approval);
    if (!notice)
        return Error{ErrorCode::NoticeUnknown, {QString(), approval.notice}};
    const Result<Report> approved = report(approval);
    if (!approved)
        return approved.error();
    QList<LogEntry> entries = ofReport(approval.report);
    entries.removeIf([&](const LogEntry &entry) { return entry.number > head.number; });
    const Report whole = completed(*approved, *notice);
    Fonts fonts;
    const QHash<QByteArray, QString> offices = officeNames(m_log.first(head.number));
    const Result<ApprovalSheet> sheet = approvalSheet(entries, approval, head, offices, whole, *notice, fonts);
    const Result<Document> document
        = sheet ? composeApprovalSheet(origins ? *sheet : withoutOrigins(*sheet)) : Result<Document>(sheet.error());
    if (!document)
        return document.error();
    Original::Variant variant{*document};
    for (const Form &form : notice->forms)
        variant.before.append(compose(whole, *notice, form.id));
    return Original{approval, {}, expectedPieces(*document), {variant}, sheet->code};
}

} // namespace zhibao
