// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/verification.h"

#include "document/approvalsheet.h"
#include "document/compose.h"
#include "exchange/pdflooks.h"
#include "workspace/approvaldocuments.h"
#include "workspace/expectedpieces.h"
#include "workspace/officialdocument.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

// Fully compared: the best by the letters they have in common.
constexpr qsizetype candidateLimit = 4;
// Of a document that is an approved one at all, at least this share of letters is the same.
constexpr double leastLikeness = 0.5;

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

// How often each character occurs.
QHash<char32_t, int> countsOf(const QString &text)
{
    QHash<char32_t, int> counts;
    const QList<uint> characters = withoutBlanks(text).toUcs4();
    for (const char32_t character : characters)
        ++counts[character];
    return counts;
}

// 0: nothing in common, 1: the same letters.
double likeness(const QHash<char32_t, int> &one, const QHash<char32_t, int> &other)
{
    qint64 common = 0;
    qint64 all = 0;
    for (auto count = one.cbegin(); count != one.cend(); ++count) {
        common += std::min(*count, other.value(count.key()));
        all += *count;
    }
    for (const int count : other)
        all += count;
    return all == 0 ? 1 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

// A form of a version that was approved.
struct Candidate {
    LogEntry approval;
    QString form;
    double likeness = 0;
    QList<ExpectedPiece> pieces = {};
};

class Verifier {
public:
    Verifier(const Store &store, const Catalogue &catalogue, const DocumentText &found)
        : m_store(store)
        , m_catalogue(catalogue)
        , m_found(found)
        , m_counts(countsOf(found.content()))
    {
    }

    Result<Verification> run()
    {
        const Result<QList<LogEntry>> log = m_store.log();
        if (!log)
            return log.error();
        m_log = *log;
        if (std::optional<Result<Verification>> sheet = verifySheet())
            return *sheet;
        if (const Result<void> collected = collect(); !collected)
            return collected.error();
        return best();
    }

private:
    // Nothing where it is no 签批单.
    std::optional<Result<Verification>> verifySheet() const
    {
        static const QRegularExpression named(QStringLiteral("序号(\\d+)，记录摘要（国密SM3）：([0-9A-Fa-f]{64})"));
        const QString text = withoutBlanks(m_found.content());
        const QRegularExpressionMatch match = named.match(text);
        if (!match.hasMatch())
            return std::nullopt;
        const qint64 number = match.captured(1).toLongLong();
        const Result<bool> holds = m_store.holds(number, QByteArray::fromHex(match.captured(2).toLatin1()));
        if (!holds)
            return Result<Verification>(holds.error());
        Verification verification;
        verification.verdict = Verification::Verdict::SheetBroken;
        for (const LogEntry &entry : m_log) {
            if (entry.kind == EntryKind::Approve && entry.number <= number && namesContent(text, entry.content))
                takeApproval(verification, entry);
        }
        if (!*holds || verification.unit.isEmpty())
            return Result<Verification>(verification);
        const auto head
            = std::find_if(m_log.cbegin(), m_log.cend(), [&](const LogEntry &entry) { return entry.number == number; });
        return compareSheet(verification, *head);
    }

    // The sheet says two digests, and whoever changes it may change one.
    static bool namesContent(const QString &text, const ContentDigest &content)
    {
        const auto says = [&](const QByteArray &digest) {
            return text.contains(QString::fromLatin1(digest.toHex()), Qt::CaseInsensitive);
        };
        return says(content.sm3) || says(content.sha256);
    }

    // Against the sheet that was made when `head` was the last entry.
    Result<Verification> compareSheet(Verification verification, const LogEntry &head) const
    {
        const LogEntry &approval = verification.approval;
        const Notice *const notice = m_catalogue.notice(approval.notice);
        if (!notice)
            return Error{ErrorCode::NoticeUnknown, {QString(), approval.notice}};
        const Result<Report> report = m_store.loadVersion(approval.report, approval.version);
        if (!report)
            return report.error();
        QList<LogEntry> entries;
        std::copy_if(m_log.cbegin(), m_log.cend(), std::back_inserter(entries),
            [&](const LogEntry &entry) { return entry.report == approval.report && entry.number <= head.number; });
        Fonts fonts;
        const Result<ApprovalSheet> sheet
            = approvalSheet(entries, approval, head, completed(*report, *notice), *notice, fonts);
        const Result<Document> document = sheet ? composeApprovalSheet(*sheet) : Result<Document>(sheet.error());
        if (!document)
            return document.error();
        verification.differences = compareDocumentText(sheetPieces(*document, m_found.kind), m_found);
        if (verification.differences.isEmpty())
            verification.verdict = Verification::Verdict::SheetHolds;
        return verification;
    }

    // The sheet's table has no header by which its columns are found in a PDF: there its cells are read in a row.
    static QList<ExpectedPiece> sheetPieces(const Document &sheet, DocumentKind kind)
    {
        QList<ExpectedPiece> pieces = expectedPieces(sheet);
        for (ExpectedPiece &piece : pieces) {
            if (kind == DocumentKind::Pdf)
                piece.row = piece.column = -1;
        }
        return pieces;
    }

    void takeApproval(Verification &verification, const LogEntry &entry) const
    {
        verification.unit = entry.unit;
        verification.notice = entry.notice;
        verification.approval = entry;
        verification.inForce = isInForce(entry);
    }

    bool isInForce(const LogEntry &approval) const
    {
        QList<LogEntry> ofReport;
        std::copy_if(m_log.cbegin(), m_log.cend(), std::back_inserter(ofReport),
            [&](const LogEntry &entry) { return entry.report == approval.report; });
        const std::optional<LogEntry> current = zhibao::inForce(ofReport, EntryKind::Approve);
        return current && current->number == approval.number;
    }

    Result<void> collect()
    {
        QSet<qint64> seen; // a version is approved again after an unlocking without a change
        for (auto entry = m_log.crbegin(); entry != m_log.crend(); ++entry) {
            if (entry->kind != EntryKind::Approve || entry->version == 0 || seen.contains(entry->version))
                continue;
            seen.insert(entry->version);
            const Notice *const notice = m_catalogue.notice(entry->notice);
            if (!notice)
                continue;
            const Result<Report> report = m_store.loadVersion(entry->report, entry->version);
            if (!report)
                return report.error();
            for (const Form &form : notice->forms)
                take({*entry, form.id}, completed(*report, *notice), *notice);
        }
        return {};
    }

    void take(Candidate candidate, const Report &report, const Notice &notice)
    {
        candidate.pieces = expectedPieces(compose(report, notice, candidate.form));
        QString text;
        for (const ExpectedPiece &piece : std::as_const(candidate.pieces))
            text += piece.text;
        candidate.likeness = likeness(countsOf(text), m_counts);
        if (candidate.likeness < leastLikeness)
            return;
        m_candidates.append(candidate);
        std::stable_sort(m_candidates.begin(), m_candidates.end(),
            [](const Candidate &a, const Candidate &b) { return a.likeness > b.likeness; });
        if (m_candidates.size() > candidateLimit)
            m_candidates.removeLast();
    }

    Verification best() const
    {
        static const QStringList marks{draftMark()};
        Verification verification;
        qsizetype least = -1;
        for (const Candidate &candidate : m_candidates) {
            const QList<DocumentDifference> differences = compareDocumentText(candidate.pieces, m_found, marks);
            qsizetype changed = 0;
            for (const DocumentDifference &difference : differences)
                changed += difference.removed.size() + difference.added.size();
            if (least >= 0 && changed >= least)
                continue;
            least = changed;
            takeApproval(verification, candidate.approval);
            verification.form = candidate.form;
            verification.differences = differences;
            verification.verdict
                = differences.isEmpty() ? Verification::Verdict::Approved : Verification::Verdict::Differs;
        }
        return verification;
    }

    const Store &m_store;
    const Catalogue &m_catalogue;
    const DocumentText &m_found;
    QHash<char32_t, int> m_counts;
    QList<LogEntry> m_log; // first to last
    QList<Candidate> m_candidates; // most alike first
};

} // namespace

Result<Verification> verifyDocument(const QString &path, const Store &store, const Catalogue &catalogue)
{
    Result<DocumentText> found = readDocumentText(path);
    if (!found)
        return found.error();
    const Result<Verification> read = Verifier(store, catalogue, *found).run();
    if (!read || found->kind != DocumentKind::Pdf
        || (read->verdict != Verification::Verdict::Approved && read->verdict != Verification::Verdict::SheetHolds))
        return read;
    // The text says what it should: then the pages must show it.
    Result<QList<TextWord>> seen = seenWords(path, found->words);
    if (!seen)
        return seen.error();
    if (*seen == found->words)
        return read;
    found->words = std::move(seen).value();
    return Verifier(store, catalogue, *found).run();
}

} // namespace zhibao
