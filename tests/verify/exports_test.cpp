// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "base/digest.h"
#include "document/compose/compose.h"
#include "verify/approveddesk.h"
#include "workspace/export/export.h"
#include "workspace/review/approvedreading.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <functional>

using namespace zhibao;
using namespace zhibao::test;

using Verdict = Verification::Verdict;
using Reason = Verification::Reason;

namespace {

// A store and what was exported of it before exports were told in the log.
const QString legacy = QStringLiteral(TEST_DATA "/exports/");

Verification verifiedIn(const QString &store, const QString &file)
{
    const Result<std::unique_ptr<Store>> opened = Store::open(store, systemClock(), Store::Access::Read);
    REQUIRE(opened);
    const Result<Verification> verification = verifyDocument(file, **opened, testCatalogue());
    REQUIRE(verification);
    return *verification;
}

// The PDF of a form of the report in hand.
QString exportedPdf(ApprovedDesk &desk, const QString &form)
{
    ExportRequest request;
    request.folder = desk.folder.filePath(QStringLiteral("out"));
    request.formats = {FileFormat::Pdf};
    request.forms = {form};
    request.marks = desk.review().marks();
    const Result<ExportOutcome> outcome = exportReport(desk.workspace->openReport().report(),
        desk.workspace->openReport().notice(), request, desk.workspace->office().clock());
    REQUIRE(outcome);
    return outcome->files.constFirst();
}

QString written(const ApprovedDesk &desk, const char *name, const QByteArray &bytes)
{
    const QString path = desk.folder.filePath(QLatin1String(name));
    REQUIRE(writeDurably(path, bytes, Existing::Replace));
    return path;
}

// Another program turned the first page, or set a password.
QByteArray rewritten(const QString &pdf, int angle, const char *password)
{
    QPDF file;
    file.processFile(QFile::encodeName(pdf).constData());
    QPDFPageDocumentHelper(file).getAllPages().front().rotatePage(angle, false);
    QPDFWriter writer(file);
    writer.setOutputMemory();
    if (password)
        writer.setR6EncryptionParameters(password, "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

TEST_CASE("What was exported before exports were told in the log is recognised by its bytes, and by its pages")
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("approved.db"));
    REQUIRE(QFile::copy(legacy + QStringLiteral("approved.db"), store));
    for (const char *name : {"annex1.pdf", "annex2.pdf", "sheet.pdf", "annex1.docx", "annex2.docx", "sheet.docx"}) {
        CAPTURE(name);
        const Verification verification = verifiedIn(store, legacy + QLatin1String(name));
        // The code's picture told another resolution where there was no window.
        const bool isOther = QByteArray(name) == "sheet.docx";
        CHECK(verification.verdict == (isOther ? Verdict::SamePages : Verdict::SameFile));
        CHECK(verification.inForce);
        CHECK(verification.isSheet == QByteArray(name).startsWith("sheet"));
    }
    const QString bare
        = withoutMetadata(legacy + QStringLiteral("annex1.pdf"), folder.filePath(QStringLiteral("bare.pdf")));
    CHECK(verifiedIn(store, bare).verdict == Verdict::SamePages);
    const QString plain
        = withoutProperties(legacy + QStringLiteral("annex2.docx"), folder.filePath(QStringLiteral("plain.docx")));
    CHECK(verifiedIn(store, plain).verdict == Verdict::SamePages);
}

TEST_CASE("An export of a release that read fewer dates still shows what was approved")
{
    const QString form = QStringLiteral("annex2");
    Fonts fonts;
    const auto verdict = [&](const QString &date, DatePrinting printing, const QString &shown) {
        Report report = exampleReport(QStringLiteral("贵州省市场监督管理局"));
        report.forms[form].fields[field::date] = date;
        const ApprovedDesk desk(report);
        report = desk.workspace->openReport().report();
        report.forms[form].fields[field::date] = shown;
        const Document document = compose(report, desk.workspace->openReport().notice(), form, printing);
        return desk.verified(writePdfFile(document, fonts, desk.folder.filePath(QStringLiteral("earlier.pdf"))))
            .verdict;
    };
    const QString chinese = QStringLiteral("二〇二三年十二月二十日");
    const QString plain = QStringLiteral("2023-12-20");
    for (const DatePrinting printing : {DatePrinting::AllDates, DatePrinting::DatesOfFirstReleases}) {
        CHECK(verdict(chinese, printing, chinese) == Verdict::SameFile);
        CHECK(verdict(plain, printing, plain) == Verdict::SameFile);
        CHECK(verdict(chinese, printing, QStringLiteral("二〇二三年十二月二十一日")) == Verdict::Differs);
    }
    // What no release printed.
    CHECK(verdict(plain, DatePrinting::AllDates, QStringLiteral("日期：2023-12-20")) == Verdict::Differs);
}

TEST_CASE("An export of an approved version is told in the log, and known by its digest alone")
{
    ApprovedDesk desk;
    const QString pdf = exportedPdf(desk, QStringLiteral("annex1"));
    const QByteArray other = "not a document at all";
    const QString foreign = written(desk, "foreign.pdf", other);
    const auto digest = [](const QByteArray &bytes) { return digestOfBytes(bytes, DigestAlgorithm::Sha256); };
    const qint64 version = *desk.workspace->openReport().currentVersion();
    const ReportState before = desk.review().state();
    REQUIRE(desk.workspace->openReport().noteExport(version, {{pdf, QStringLiteral("annex1"), digest(other)}}));
    CHECK(desk.review().state() == before);
    CHECK(desk.review().approval());
    const Verification verification = desk.verified(foreign);
    CHECK(verification.verdict == Verdict::SameFile);
    CHECK(verification.form == QStringLiteral("annex1"));
    CHECK(verification.inForce);
    REQUIRE(desk.review().perform(ReviewAction::Unlock, QStringLiteral("数据有误")));
    CHECK(desk.verified(foreign).verdict == Verdict::SameFile);
    CHECK_FALSE(desk.verified(foreign).inForce);
    // A draft is not told.
    const qsizetype entries = desk.review().entries()->size();
    REQUIRE(desk.workspace->openReport().noteExport(
        *desk.workspace->openReport().currentVersion(), {{pdf, QStringLiteral("annex1"), digest(other)}}));
    desk.as(QStringLiteral("李某"));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    CHECK(desk.review().entries()->size() == entries + 1);
}

TEST_CASE("An export that was made before the same content was approved again is what is approved now")
{
    ApprovedDesk desk;
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    const QString foreign = written(desk, "foreign.pdf", "the bytes of an export");
    const QByteArray digest = digestOfBytes("the bytes of an export", DigestAlgorithm::Sha256);
    const ExportedFile file{foreign, QStringLiteral("annex1"), digest};
    REQUIRE(desk.workspace->openReport().noteExport(*desk.workspace->openReport().currentVersion(), {file}));
    REQUIRE(desk.review().perform(ReviewAction::Unlock, QStringLiteral("重审")));
    CHECK_FALSE(desk.verified(foreign).inForce);
    desk.as(QStringLiteral("李某"));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.as(QStringLiteral("王㳇"));
    REQUIRE(desk.review().passAndApprove(true));
    const Verification verification = desk.verified(foreign);
    CHECK(verification.verdict == Verdict::SameFile);
    CHECK(verification.inForce);
    CHECK(verification.approval.number == desk.review().approval()->number);
}

TEST_CASE("A DOCX whose properties or picture say something else is not what was exported")
{
    ApprovedDesk desk;
    Fonts fonts;
    const QString sheet = desk.written(desk.sheet(fonts), fonts, QStringLiteral("sheet")).constLast();
    const Result<QList<ArchivePart>> parts = zipParts(*readWhole(sheet, 10'000'000));
    REQUIRE(parts);
    const auto verifiedAfter = [&](const std::function<void(ArchivePart &)> &change) {
        QList<ArchivePart> changed = *parts;
        std::for_each(changed.begin(), changed.end(), change);
        return desk.verified(written(desk, "changed.docx", *zipArchive(changed)));
    };
    CHECK(verifiedAfter([](ArchivePart &) {}).isSame());
    const Verification titled = verifiedAfter([](ArchivePart &part) {
        if (part.name == u"docProps/core.xml")
            part.bytes.replace("<dc:title>", "<dc:title>作废");
    });
    CHECK(titled.verdict == Verdict::Undecided);
    const QString core = QStringLiteral("docProps/core.xml");
    CHECK(titled.outside == QList<ForeignContent>{{ForeignContent::Kind::Properties, core, {}, {}}});
    // Bytes in the middle of a chunk that a search for the name of a resolution would find.
    const Verification shown = verifiedAfter([](ArchivePart &part) {
        if (part.name.startsWith(u"word/media/"))
            part.bytes.insert(
                part.bytes.indexOf("IDAT") + 6, QByteArray::fromHex("00000009") + "pHYs" + QByteArray(13, 'x'));
    });
    CHECK_FALSE(shown.isSame());
    CHECK(shown.foreign == QList<ForeignPart>{{ForeignPart::Kind::Code}});
}

TEST_CASE("Turned pages show what they showed; a page that is turned and changed does not")
{
    ApprovedDesk desk;
    const QString pdf = exportedPdf(desk, QStringLiteral("annex2"));
    for (const int angle : {90, 180, 270}) {
        CAPTURE(angle);
        const QString file = written(desk, "turned.pdf", rewritten(pdf, angle, nullptr));
        CHECK(desk.verified(file).verdict == Verdict::SamePages);
    }
    QByteArray askew = rewritten(pdf, 90, nullptr);
    REQUIRE(askew.contains("/MediaBox [ 0 0 595.3 841.9 ]"));
    askew.replace("/MediaBox [ 0 0 595.3 841.9 ]", "/MediaBox [ 0 9 595.3 841.9 ]");
    CHECK_FALSE(desk.verified(written(desk, "askew.pdf", askew)).isSame());
}

TEST_CASE("What was approved is read a version at a time, and compared with where the store is not")
{
    ApprovedDesk desk;
    const QString pdf = exportedPdf(desk, QStringLiteral("annex1"));
    const ApprovedReading reading(desk.workspace->office());
    Result<ApprovedVersions> approved = reading.begin();
    REQUIRE(approved);
    const auto decided = verifyBytes(pdf, *approved);
    REQUIRE(decided);
    CHECK_FALSE(*decided);
    CHECK(approved->shareRead() == 0.0);
    int versions = 0;
    for (Result<bool> more = true; *more; ++versions) {
        more = reading.readNext(*approved);
        REQUIRE(more);
    }
    CHECK(versions == 2); // the one, and the end
    CHECK(approved->shareRead() == 1.0);
    QList<double> shares;
    const auto stopped = verifyDocument(pdf, *approved, [&](double share) {
        shares.append(share);
        return false;
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Stopped);
    CHECK(shares.size() == 1);

    REQUIRE(desk.workspace->openStore(desk.folder.filePath(QStringLiteral("other.db"))));
    const auto same = verifyDocument(pdf, *approved);
    REQUIRE(same);
    CHECK(same->verdict == Verdict::SameFile);
    // What another store took the place of is not read to its end, but the other from its beginning.
    ApprovedVersions other = *approved;
    const Result<bool> more = reading.readNext(other);
    REQUIRE(more);
    CHECK(*more);
    CHECK(other.approvals().isEmpty());
    CHECK_FALSE(*reading.readNext(other));
}

TEST_CASE("What cannot be compared is told with the reason")
{
    ApprovedDesk desk;
    const QString pdf = exportedPdf(desk, QStringLiteral("annex2"));
    const QByteArray bytes = *readWhole(pdf, 10'000'000);
    const QByteArray docx = *readWhole(legacy + QStringLiteral("annex2.docx"), 10'000'000);
    const auto reasonOf = [&](const char *name, const QByteArray &content) {
        const Verification verification = desk.verified(written(desk, name, content));
        CHECK(verification.verdict == Verdict::Undecided);
        return verification.reason;
    };
    CHECK(reasonOf("locked.pdf", rewritten(pdf, 0, "secret")) == Reason::Password);
    CHECK(reasonOf("both.pdf", bytes + docx) == Reason::TwoFormats);
    CHECK(reasonOf("both.docx", docx + bytes) == Reason::TwoFormats);
    CHECK(reasonOf("scan.png", QByteArray::fromHex("89504e470d0a1a0a")) == Reason::Pictures);
    CHECK(reasonOf("update.pdf", bytes + "\n%%EOF\n") == Reason::Foreign);
    CHECK(reasonOf("unlocked.pdf", rewritten(pdf, 0, "")) == Reason::Foreign); // encrypted, and opens
}
