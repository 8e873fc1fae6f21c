// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/approveddesk.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>

using namespace zhibao;
using namespace zhibao::test;

namespace {

using Forgery = std::function<void(QPDF &)>;

// The PDF as another program would have changed it.
QString changed(const QString &pdf, const QString &path, const Forgery &change)
{
    QPDF file;
    file.processFile(QFile::encodeName(pdf).constData());
    change(file);
    QPDFWriter(file, QFile::encodeName(path).constData()).write();
    return path;
}

QPDFPageObjectHelper firstPage(QPDF &file)
{
    return QPDFPageDocumentHelper(file).getAllPages().front();
}

// Draws something before or after all that is on the first page.
void draw(QPDF &file, const std::string &content, bool before)
{
    firstPage(file).addPageContents(QPDFObjectHandle::newStream(&file, content), before);
}

// A note with a white ground, as programs write into a PDF.
void addNote(QPDF &file, const std::string &type)
{
    QPDFObjectHandle look = QPDFObjectHandle::newStream(&file, "1 g 0 0 60 20 re f 0 g 5 5 40 3 re f");
    look.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    look.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    look.getDict().replaceKey("/BBox", QPDFObjectHandle::parse("[0 0 60 20]"));
    QPDFObjectHandle note = QPDFObjectHandle::parse("<< /Type /Annot /Rect [200 400 260 420] /F 4 /AP << >> >>");
    note.replaceKey("/Subtype", QPDFObjectHandle::newName(type));
    note.getKey("/AP").replaceKey("/N", file.makeIndirectObject(look));
    firstPage(file).getObjectHandle().replaceKey(
        "/Annots", QPDFObjectHandle::newArray({file.makeIndirectObject(note)}));
}

void addPage(QPDF &file)
{
    QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>");
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&file, "0 g 100 600 300 40 re f"));
    file.addPage(file.makeIndirectObject(page), false);
}

QStringList exported(ApprovedDesk &desk)
{
    ExportRequest request;
    request.folder = desk.folder.filePath(QStringLiteral("out"));
    request.formats = {FileFormat::Pdf};
    request.marks = desk.review().marks();
    const Result<ExportOutcome> outcome = exportReport(desk.workspace->openReport().report(),
        desk.workspace->openReport().notice(), request, desk.workspace->office().clock());
    REQUIRE(outcome);
    return outcome->files;
}

} // namespace

TEST_CASE("A PDF that shows otherwise than its text reads is not what was approved")
{
    ApprovedDesk desk;
    const QList<Forgery> changes{
        [](QPDF &file) { draw(file, "3 Tr\n", true); }, // all text is invisible
        [](QPDF &file) { draw(file, "1 g\n", true); }, // or white
        [](QPDF &file) { draw(file, "\nq 1 g 0 0 2000 2000 re f Q\n", false); }, // or covered
        [](QPDF &file) { addNote(file, "/FreeText"); },
        [](QPDF &file) { addNote(file, "/Stamp"); },
        addPage,
    };
    for (const QString &pdf : exported(desk)) {
        CAPTURE(pdf.toStdString());
        CHECK(desk.verified(pdf).verdict == Verification::Verdict::SameFile);
        const QString same = changed(pdf, desk.folder.filePath(QStringLiteral("same.pdf")), [](QPDF &) {});
        CHECK(desk.verified(same).verdict == Verification::Verdict::SamePages);
        for (qsizetype number = 0; number < changes.size(); ++number) {
            CAPTURE(number);
            const QString forged = changed(pdf, desk.folder.filePath(QStringLiteral("forged.pdf")), changes[number]);
            const Verification verification = desk.verified(forged);
            CHECK_FALSE(verification.isSame());
            CHECK((number < 3 || verification.verdict == Verification::Verdict::Differs));
        }
    }
}

TEST_CASE("A PDF that only looks the same is not called so, and what it says of itself is told")
{
    using Kind = ForeignPart::Kind;
    ApprovedDesk desk;
    const QString pdf = exported(desk).constLast();
    const auto verifiedAfter = [&](const Forgery &change) {
        return desk.verified(changed(pdf, desk.folder.filePath(QStringLiteral("forged.pdf")), change));
    };
    const auto info = [](QPDF &file) { return file.getTrailer().getKey("/Info"); };
    // White on white shows nothing, as a heap of marks too fine for a pixel does; in print both may show.
    const Verification drawn = verifiedAfter([](QPDF &file) { draw(file, "\nq 1 g 9 9 9 9 re f Q\n", false); });
    CHECK(drawn.verdict == Verification::Verdict::SameText);
    CHECK(drawn.rewritten);
    CHECK(drawn.changedPages.isEmpty());
    const Verification named = verifiedAfter(
        [&](QPDF &file) { info(file).replaceKey("/Title", QPDFObjectHandle::newUnicodeString("本件作废")); });
    CHECK(named.verdict == Verification::Verdict::Undecided);
    CHECK(named.reason == Verification::Reason::Foreign);
    CHECK(named.foreign == QList<ForeignPart>{{Kind::Properties}});
    const Verification marked = verifiedAfter([&](QPDF &file) {
        QPDFObjectHandle outline = file.getRoot().getKey("/Outlines").getKey("/First");
        outline.replaceKey("/Title", QPDFObjectHandle::newUnicodeString("不予批准"));
    });
    CHECK(marked.verdict == Verification::Verdict::Undecided);
    CHECK(marked.foreign == QList<ForeignPart>{{Kind::Bookmarks}});
    const Verification kept = verifiedAfter([&](QPDF &file) {
        info(file).replaceKey("/Producer", QPDFObjectHandle::newString("Another program 1.0"));
        info(file).replaceKey("/ModDate", QPDFObjectHandle::newString("D:20300101000000Z"));
    });
    CHECK(kept.verdict == Verification::Verdict::SamePages);
}

TEST_CASE("A page too large to be drawn cannot be compared, and nothing else is said")
{
    ApprovedDesk desk;
    const QString pdf = exported(desk).constLast();
    for (const std::string side : {"8000", "14000"}) { // points: too large a picture, and too much memory for it
        CAPTURE(side);
        const QPDFObjectHandle box = QPDFObjectHandle::parse("[0 0 " + side + " " + side + "]");
        const QString forged = changed(pdf, desk.folder.filePath(QStringLiteral("forged.pdf")),
            [&](QPDF &file) { firstPage(file).getObjectHandle().replaceKey("/MediaBox", box); });
        const Verification verification = desk.verified(forged);
        CHECK(verification.verdict == Verification::Verdict::Undecided);
        CHECK(verification.reason == Verification::Reason::Limit);
    }
}

TEST_CASE("A character that is covered is told where it should be seen")
{
    ApprovedDesk desk;
    const QString pdf = exported(desk).constLast();
    const Result<DocumentText> text = readDocumentText(pdf);
    REQUIRE(text);
    const auto word = std::find_if(text->words.begin(), text->words.end(),
        [](const TextWord &each) { return each.page == 0 && each.text.contains(u"认真学习宣传"); });
    REQUIRE(word != text->words.end());
    const double width = (word->right - word->left) / static_cast<double>(word->text.size());
    const double left = word->left + width * static_cast<double>(word->text.indexOf(u"习宣"));
    const QString cover = QStringLiteral("\nq 1 g %1 %2 %3 %4 re f Q\n")
                              .arg(left)
                              .arg(841.9 - word->bottom)
                              .arg(width)
                              .arg(word->bottom - word->top);
    const QString forged = changed(pdf, desk.folder.filePath(QStringLiteral("forged.pdf")),
        [&](QPDF &file) { draw(file, cover.toStdString(), false); });
    const Verification verification = desk.verified(forged);
    CHECK(verification.verdict == Verification::Verdict::Differs);
    REQUIRE(verification.differences.size() == 1);
    CHECK(verification.differences.constFirst().removed == QStringLiteral("习"));
    CHECK(verification.differences.constFirst().added.isEmpty());
}
