// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/verify/verification.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "document/compose/compose.h"
#include "document/fonts/fonts.h"
#include "exchange/document/qrreading.h"
#include "exchange/document/twoformats.h"
#include "exchange/docx/docxforeign.h"
#include "exchange/pdf/pdflooks.h"
#include "workspace/export/exportrecord.h"
#include "workspace/export/officialdocument.h"
#include "workspace/export/ownership.h"
#include "workspace/review/approvedversions.h"
#include "workspace/verify/expectedpieces.h"
#include "workspace/verify/letterlikeness.h"
#include "workspace/verify/reexport.h"

#include <algorithm>

namespace zhibao {

namespace {

using Verdict = Verification::Verdict;
using Reason = Verification::Reason;

constexpr qint64 largestFile = 64 * 1024 * 1024; // bytes
constexpr qsizetype slowToRead = 512 * 1024; // bytes; more is exported again sooner than its text is read and compared
// Fully compared: the best by the letters they have in common, and all that have as many as the best.
constexpr qsizetype candidateLimit = 4;
// Of a document that is an approved one at all, at least this share of letters is the same.
constexpr double leastLikeness = 0.5;
constexpr double shareOfReading = 0.3; // of the work on a file; the rest is comparing

// What the file is compared with in full, and how that went.
struct Candidate {
    Original original;
    QList<DocumentDifference> differences = {}; // by the text
    qsizetype changed = 0; // UTF-16 units that differ
    Likeness compared = {};
};

// The sheet's table has no header by which its columns are found in a PDF: there its cells are read in a row.
QList<ExpectedPiece> readInARow(QList<ExpectedPiece> pieces)
{
    for (ExpectedPiece &piece : pieces)
        piece.row = piece.column = -1;
    return pieces;
}

class Verifier {
public:
    Verifier(const ApprovedVersions &approved, GivenFile &file, const Progress &progress)
        : m_approved(approved)
        , m_file(file)
        , m_progress(progress)
    {
    }

    Result<Verification> run()
    {
        const Result<QList<ApprovedForm>> forms = m_approved.forms();
        if (!forms)
            return forms.error();
        m_forms = *forms;
        const Result<std::optional<Verification>> own
            = m_file.bytes.size() > slowToRead ? findOwn() : std::optional<Verification>();
        if (!own || *own)
            return own ? Result<Verification>(**own) : Result<Verification>(own.error());
        if (const Result<void> read = readText(); !read)
            return read.error();
        if (!goesOn(m_progress, shareOfReading))
            return Error{ErrorCode::Stopped, {}};
        if (m_found.kind == DocumentKind::Pdf && m_found.words.isEmpty())
            return undecided(Reason::Pictures);
        QList<Candidate> candidates;
        if (const Result<void> collected = collect(candidates); !collected)
            return collected.error();
        const Result<std::optional<Verification>> same = findSame(candidates);
        if (!same || *same)
            return same ? Result<Verification>(**same) : Result<Verification>(same.error());
        for (Candidate &candidate : candidates)
            compareText(candidate, m_found);
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const Candidate &a, const Candidate &b) { return a.changed < b.changed; });
        const ApprovedVersions::SheetHead head = ApprovedVersions::sheetHead(m_found.content());
        const bool saysForm = !candidates.isEmpty() && candidates.constFirst().changed == 0;
        if (head.number > 0 && !saysForm)
            return verifySheet(head);
        return candidates.isEmpty() ? Result<Verification>(Verification{}) : judge(candidates.constFirst());
    }

    static Verification ofRecord(const ApprovedVersions &approved, const RecordedExport &known)
    {
        return verificationOf(approved, known.approval, known.form, Verdict::SameFile);
    }

    static Verification undecided(Reason reason)
    {
        Verification verification;
        verification.verdict = Verdict::Undecided;
        verification.reason = reason;
        return verification;
    }

private:
    // What the file says of itself tells what it may be the bytes of.
    Result<std::optional<Verification>> findOwn()
    {
        for (const ApprovedForm &form : std::as_const(m_forms)) {
            const Document document = compose(form.report, *form.notice, form.form, form.dates);
            if (!isOwnExport(m_file.bytes, m_file.format, document))
                continue;
            const Result<Original> original = m_approved.original(form);
            if (!original)
                return original.error();
            for (const Original::Variant &variant : original->variants) {
                if (hasBytesOfExport(m_file, variant.document, variant.before))
                    return std::optional(verificationOf({*original}, sameAs(variant)));
            }
        }
        return std::optional<Verification>();
    }

    // A draft that says what was approved later is no file that was approved.
    static Verdict sameAs(const Original::Variant &variant)
    {
        return variant.isDraft ? Verdict::SamePages : Verdict::SameFile;
    }

    Result<void> readText()
    {
        Result<DocumentText> found = readDocumentText(m_file.path);
        if (!found)
            return found.error();
        m_found = *found;
        if (m_found.kind != DocumentKind::Pdf)
            return {};
        const Result<PdfStructure> structure = pdfStructure(m_file.path);
        if (!structure)
            return structure.error();
        m_file.structure = *structure;
        m_file.letters = lettersOf(m_found.words);
        return m_file.structure.turned ? turnBack() : Result<void>();
    }

    // From here on the pages are read and looked at as they were drawn.
    Result<void> turnBack()
    {
        const Result<QByteArray> upright = turnedBack(m_file.path);
        Result<TemporaryCopy> copy
            = upright ? TemporaryCopy::make(*upright, m_file.path) : Result<TemporaryCopy>(upright.error());
        if (!copy)
            return copy.error();
        m_upright = std::make_unique<TemporaryCopy>(std::move(*copy));
        m_file.upright = m_upright->path();
        Result<DocumentText> found = readDocumentText(m_file.upright);
        if (!found)
            return found.error();
        m_found = *found;
        m_file.letters = lettersOf(m_found.words);
        return {};
    }

    // The best first.
    Result<void> collect(QList<Candidate> &candidates)
    {
        const LetterCounts counts = countsOf(m_found.content());
        QList<std::pair<double, const ApprovedForm *>> alike;
        for (const ApprovedForm &form : std::as_const(m_forms)) {
            QString text;
            const Document document = compose(form.report, *form.notice, form.form, form.dates);
            const QList<ExpectedPiece> pieces = expectedPieces(document);
            for (const ExpectedPiece &piece : pieces)
                text += piece.text;
            // Of text that shows nothing, or that no tool reads back, an export tells whose it is.
            const double share = likeness(countsOf(text), counts);
            if (share >= leastLikeness || isOwnExport(m_file.bytes, m_file.format, document))
                alike.append({share, &form});
        }
        std::stable_sort(
            alike.begin(), alike.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
        for (qsizetype i = 0; i < alike.size(); ++i) {
            if (i >= candidateLimit && alike[i].first < alike.constFirst().first)
                break;
            const Result<Original> original = m_approved.original(*alike[i].second);
            if (!original)
                return original.error();
            candidates.append(Candidate{*original});
            if (!goesOn(m_progress, shareOfReading))
                return Error{ErrorCode::Stopped, {}};
        }
        return {};
    }

    static void compareText(Candidate &candidate, const DocumentText &found)
    {
        static const QStringList marks{draftMark()};
        const bool inRow = candidate.original.form.isEmpty() && found.kind == DocumentKind::Pdf;
        const QList<ExpectedPiece> &pieces = candidate.original.pieces;
        candidate.differences = compareDocumentText(inRow ? readInARow(pieces) : pieces, found, marks);
        candidate.changed = 0;
        for (const DocumentDifference &difference : std::as_const(candidate.differences))
            candidate.changed += difference.removed.size() + difference.added.size();
    }

    // The first candidate whose bytes or pages the file has.
    Result<std::optional<Verification>> findSame(QList<Candidate> &candidates)
    {
        double compared = shareOfReading;
        for (Candidate &candidate : candidates) {
            const Result<std::optional<Verdict>> verdict = compare(candidate);
            if (!verdict)
                return verdict.error();
            if (*verdict)
                return std::optional(verificationOf(candidate, **verdict));
            compared += (1 - shareOfReading) / static_cast<double>(candidates.size());
            if (!goesOn(m_progress, compared))
                return Error{ErrorCode::Stopped, {}};
        }
        return std::optional<Verification>();
    }

    // SameFile, SamePages or nothing; then `compared` is the nearest of the variants.
    Result<std::optional<Verdict>> compare(Candidate &candidate)
    {
        bool isFirst = true;
        for (const Original::Variant &variant : std::as_const(candidate.original.variants)) {
            const Result<Likeness> compared = compareWithExport(m_file, variant.document, variant.before);
            if (!compared)
                return compared.error();
            if (compared->sameBytes || compared->samePages)
                return std::optional(compared->sameBytes ? sameAs(variant) : Verdict::SamePages);
            const bool isNearer = compared->sameLetters
                && (!candidate.compared.sameLetters
                    || compared->changedPages.size() < candidate.compared.changedPages.size());
            if (isFirst || isNearer)
                candidate.compared = *compared;
            isFirst = false;
        }
        return std::optional<Verdict>();
    }

    Result<Verification> verifySheet(const ApprovedVersions::SheetHead &head)
    {
        const QString text = m_found.content();
        const std::optional<LogEntry> approval = m_approved.approvalNamed(text, head);
        const QList<LogEntry> &log = m_approved.log();
        const bool holds = head.number <= log.size() && log.at(head.number - 1).chain == head.chain;
        if (!holds || !approval) {
            Verification verification
                = approval ? verificationOf(m_approved, *approval, {}, Verdict::LogLacks) : Verification{};
            verification.verdict = Verdict::LogLacks;
            verification.isSheet = true;
            return verification;
        }
        return compareSheet(*approval, log.at(head.number - 1), true);
    }

    // Made by an earlier program, a sheet does not tell what came by file.
    Result<Verification> compareSheet(const LogEntry &approval, const LogEntry &head, bool origins)
    {
        const Result<Original> sheet = m_approved.sheet(approval, head, origins);
        if (!sheet)
            return sheet.error();
        Candidate candidate{*sheet};
        compareText(candidate, m_found);
        const Result<std::optional<Verdict>> same = compare(candidate);
        if (!same)
            return same.error();
        if (*same)
            return verificationOf(candidate, **same);
        if (origins && head.signature.isEmpty() && !candidate.differences.isEmpty()) {
            const Result<Verification> earlier = compareSheet(approval, head, false);
            if (!earlier || earlier->differences.isEmpty())
                return earlier;
        }
        return judge(candidate);
    }

    Verification verificationOf(const Candidate &candidate, Verdict verdict) const
    {
        return verificationOf(m_approved, candidate.original.approval, candidate.original.form, verdict);
    }

    static Verification verificationOf(
        const ApprovedVersions &approved, const LogEntry &approval, const QString &form, Verdict verdict)
    {
        Verification verification;
        verification.verdict = verdict;
        verification.isSheet = form.isEmpty();
        verification.unit = approval.unit;
        verification.notice = approval.notice;
        verification.occasion = approval.occasion;
        verification.form = form;
        verification.approval = approval;
        verification.office = approved.officeNamed(approval.origin);
        verification.inForce = approved.isInForce(approval);
        return verification;
    }

    // Of a file that has neither the bytes nor the pages.
    Result<Verification> judge(const Candidate &candidate)
    {
        Verification verification = verificationOf(candidate, Verdict::SameText);
        const Likeness &compared = candidate.compared;
        verification.foreign = m_file.structure.foreign + compared.foreign;
        verification.outside = compared.outside;
        verification.missingFonts = compared.missingFonts;
        verification.changedPages = compared.changedPages;
        if (!compared.sameLetters)
            verification.differences = candidate.differences;
        if (verification.differences.isEmpty()) {
            if (const Result<void> looked = lookFor(candidate, verification); !looked)
                return looked.error();
        }
        const bool otherCode = verification.foreign.contains(ForeignPart{ForeignPart::Kind::Code});
        const bool isChanged
            = compared.sameLayout && compared.missingFonts.isEmpty() && !compared.changedPages.isEmpty();
        if (!verification.differences.isEmpty() || otherCode || isChanged)
            verification.verdict = Verdict::Differs;
        else if (isForeign(verification, compared.sameLetters && compared.changedPages.isEmpty()))
            verification.verdict = Verdict::Undecided;
        if (verification.verdict == Verdict::Undecided)
            verification.reason = Reason::Foreign;
        verification.rewritten = verification.verdict == Verdict::SameText && compared.sameLetters
            && compared.changedPages.isEmpty() && !compared.sameContents;
        return verification;
    }

    // What other programs write into a PDF is told only where nothing else tells that it is none of ours.
    static bool isForeign(Verification &verification, bool looksSame)
    {
        const auto isOther = [](const ForeignPart &part) { return part.kind == ForeignPart::Kind::Other; };
        if (!looksSame || !std::all_of(verification.foreign.cbegin(), verification.foreign.cend(), isOther))
            verification.foreign.removeIf(isOther);
        return !verification.foreign.isEmpty() || !verification.outside.isEmpty();
    }

    // The text is the same: whether it can be seen, and what is told beside it.
    Result<void> lookFor(const Candidate &candidate, Verification &verification)
    {
        if (verification.isSheet) {
            const Result<bool> same = hasCode(candidate);
            if (!same)
                return same.error();
            if (!*same)
                verification.foreign.append({ForeignPart::Kind::Code});
        }
        if (m_found.kind != DocumentKind::Pdf) {
            verification.outside
                += foreignContent(m_file.bytes, {draftMark()}) + foreignCells(candidate.original.pieces, m_found);
            // The pictures of a 签批单 are its code alone, and were compared.
            const auto isPicture
                = [](const ForeignContent &each) { return each.kind == ForeignContent::Kind::Picture; };
            if (verification.isSheet && verification.foreign.isEmpty())
                verification.outside.removeIf(isPicture);
            return {};
        }
        Result<QList<TextWord>> seen = seenWords(m_file.upright, m_found.words);
        if (!seen)
            return seen.error();
        if (*seen != m_found.words) {
            DocumentText found = m_found;
            found.words = std::move(seen).value();
            Candidate shown = candidate;
            compareText(shown, found);
            verification.differences = shown.differences;
        }
        return {};
    }

    Result<bool> hasCode(const Candidate &candidate) const
    {
        if (m_found.kind == DocumentKind::Pdf) {
            const Result<QString> code = qrCodeOn(m_file.upright);
            return code ? Result<bool>(*code == candidate.original.code) : Result<bool>(code.error());
        }
        Fonts fonts;
        const Result<QByteArray> made
            = renderDocument(candidate.original.variants.constFirst().document, FileFormat::Docx, fonts, QDateTime());
        return made ? Result<bool>(picturesOf(m_file.bytes) == picturesOf(*made)) : Result<bool>(made.error());
    }

    const ApprovedVersions &m_approved;
    GivenFile &m_file;
    const Progress &m_progress;
    std::unique_ptr<TemporaryCopy> m_upright; // where the pages were turned
    QList<ApprovedForm> m_forms; // that were approved
    DocumentText m_found;
};

// What the bytes are, where that alone decides.
std::optional<Reason> reasonOf(const QByteArray &bytes, DocumentKind kind)
{
    if (isEncryptedPackage(bytes))
        return Reason::Password;
    if (kind == DocumentKind::Jpeg || kind == DocumentKind::Png || kind == DocumentKind::Tiff)
        return Reason::Pictures;
    return holdsTwoFormats(bytes) ? std::optional(Reason::TwoFormats) : std::nullopt;
}

// What the tools could not read, for a reason that is known.
std::optional<Reason> reasonOf(const Error &error, const QByteArray &bytes)
{
    if (error.code != ErrorCode::DocumentUnreadable && error.code != ErrorCode::FileTooLarge)
        return std::nullopt;
    if (error.code == ErrorCode::FileTooLarge || error.arguments.value(1) == u"limit")
        return Reason::Limit;
    return bytes.startsWith("%PDF-") && bytes.contains("/Encrypt") ? std::optional(Reason::Password) : std::nullopt;
}

std::optional<Verification> decidedByBytes(const QByteArray &bytes, const ApprovedVersions &approved)
{
    const QByteArray digest = digestOfBytes(bytes, DigestAlgorithm::Sha256);
    if (const auto known = recordedExport(approved, digest))
        return Verifier::ofRecord(approved, *known);
    const std::optional<Reason> reason = reasonOf(bytes, recognise(bytes));
    return reason ? std::optional(Verifier::undecided(*reason)) : std::nullopt;
}

Result<Verification> compared(
    const QString &path, const QByteArray &bytes, const ApprovedVersions &approved, const Progress &progress)
{
    const Result<TemporaryCopy> copy = TemporaryCopy::make(bytes, path);
    if (!copy)
        return copy.error();
    const bool isPdf = recognise(bytes) == DocumentKind::Pdf;
    GivenFile file{isPdf ? FileFormat::Pdf : FileFormat::Docx, bytes, copy->path(), copy->path(), {}, {}};
    const Result<Verification> verification = Verifier(approved, file, progress).run();
    if (verification)
        return verification;
    if (const std::optional<Reason> reason = reasonOf(verification.error(), bytes))
        return Verifier::undecided(*reason);
    Error error = verification.error();
    for (QString &argument : error.arguments) {
        if (descriptorOfCopy(argument) >= 0)
            argument = path;
    }
    return error;
}

} // namespace

Result<Verification> verifyDocument(const QString &path, const Store &store, const Catalogue &catalogue)
{
    const Result<QByteArray> bytes = readWhole(path, largestFile); // once: it may come through a pipe
    const Result<QList<LogEntry>> log = bytes ? store.log() : Result<QList<LogEntry>>(bytes.error());
    if (!log)
        return log.error();
    ApprovedVersions approved(catalogue, *log);
    if (const std::optional<Verification> decided = decidedByBytes(*bytes, approved))
        return *decided;
    while (approved.readNext(store)) { }
    return compared(path, *bytes, approved, {});
}

Result<std::optional<Verification>> verifyBytes(const QString &path, const ApprovedVersions &approved)
{
    const Result<QByteArray> bytes = readWhole(path, largestFile);
    return bytes ? Result<std::optional<Verification>>(decidedByBytes(*bytes, approved)) : bytes.error();
}

Result<Verification> verifyDocument(const QString &path, const ApprovedVersions &approved, const Progress &progress)
{
    const Result<QByteArray> bytes = readWhole(path, largestFile);
    if (!bytes)
        return bytes.error();
    if (const std::optional<Verification> decided = decidedByBytes(*bytes, approved))
        return *decided;
    return compared(path, *bytes, approved, progress);
}

} // namespace zhibao
