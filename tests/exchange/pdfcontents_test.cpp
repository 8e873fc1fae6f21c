// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/limitedtool.h"
#include "exchange/pdf/pdfcontents.h"
#include "exchange/pdf/pdfpages.h"
#include "exchange/pdfsample.h"

namespace pdfcontents_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// What a file of one page is made of.
struct Sample {
    QByteArray content = "BT /F0 12 Tf 72 700 Td (A) Tj ET";
    QByteArray page = "/MediaBox [0 0 595.3 841.9] /Contents 4 0 R";
    QByteArray program = "0 0 0 0 100 100 d1 0 0 100 100 re f"; // of the glyph
    QByteArray unicode = "CMap";
    QByteArray title = "Report";
    QByteArray bookmark = "Part one";
    QByteArray information = "/Producer (one) /ModDate (D:20231220083000Z)";
    QByteArray metadata = "<x><xmp:ModifyDate>2023-12-20T08:30:00Z</xmp:ModifyDate>Report</x>";
};

QByteArray pdf(const Sample &sample)
{
    return pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R /Metadata 10 0 R /Lang (zh-CN) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F0 5 0 R >> >> >>",
            "<< /Type /Page /Parent 2 0 R " + sample.page + " >>", streamObject(sample.content),
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 100 100] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 65 "
            "/LastChar 65 /Widths [100] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> "
            "/ToUnicode 7 0 R /Resources << >> >>",
            streamObject(sample.program), streamObject(sample.unicode),
            "<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
            "<< /Title (" + sample.bookmark + ") /Parent 8 0 R /Dest [3 0 R /XYZ null null null] >>",
            streamObject(sample.metadata, "/Type /Metadata /Subtype /XML"),
            "<< /Title (" + sample.title + ") " + sample.information + " >>"},
        "/Info 11 0 R");
}

PdfContents contentsOf(const QByteArray &bytes)
{
    const TemporaryCopy copy = copyOf(bytes);
    const Result<PdfContents> contents = pdfContents(copy.path());
    REQUIRE(contents);
    return *contents;
}

PdfLikeness likeness(const QByteArray &bytes)
{
    return compareContents(contentsOf(bytes), contentsOf(pdf(Sample())));
}

PdfLikeness likeness(const Sample &sample)
{
    return likeness(pdf(sample));
}

QList<PageLook> looksOf(const Sample &sample)
{
    const TemporaryCopy copy = copyOf(pdf(sample));
    const Result<QList<PageLook>> looks = pageLooks(copy.path(), 1);
    REQUIRE(looks);
    return *looks;
}

QByteArray savedByQpdf(const QByteArray &bytes, const QStringList &options)
{
    const TemporaryCopy copy = copyOf(bytes);
    const Result<QByteArray> saved
        = toolOutput(QStringLiteral("qpdf"), options, copy.path(), {QStringLiteral("-")}, 1'000'000);
    REQUIRE(saved);
    return *saved;
}

using Kind = ForeignPart::Kind;

} // namespace

TEST_CASE("A file that was saved anew or turned holds the same pages")
{
    const QByteArray bytes = pdf(Sample());
    for (const QStringList &options : {QStringList{QStringLiteral("--object-streams=generate")},
             {QStringLiteral("--compress-streams=y"), QStringLiteral("--recompress-flate")},
             {QStringLiteral("--linearize")}, {QStringLiteral("--rotate=+90")},
             {QStringLiteral("--stream-data=uncompress")}}) {
        CAPTURE(options.constFirst().toStdString());
        const PdfLikeness same = likeness(savedByQpdf(bytes, options));
        CHECK(same.samePages);
        CHECK(same.foreign.isEmpty());
    }
    Sample sample;
    sample.information = "/Producer (two) /Creator (three 1.0) /ModDate (D:20240101000000+08'00')";
    sample.metadata.replace("2023", "2024");
    CHECK(likeness(sample).samePages);
    CHECK(likeness(sample).foreign.isEmpty());
}

TEST_CASE("What is drawn in another way is not the same, be it too fine to be seen")
{
    Sample heap;
    for (int mark = 0; mark < 2000; ++mark)
        heap.content += " 300 300 0.01 0.01 re W n";
    CHECK(looksOf(heap) == looksOf(Sample()));
    CHECK_FALSE(likeness(heap).samePages);
    QList<Sample> others(7);
    others[0].content += " 1 g 300 300 9 9 re f";
    others[1].content += " BI /W 1 /H 1 /BPC 8 /CS /G ID x EI";
    others[2].program += " ";
    others[3].unicode += " ";
    others[4].page.replace("0 0 595.3", "0 1 595.3");
    others[5].page += " /CropBox [0 0 500 500]";
    others[6].page += " /Resources << /Font << /F0 5 0 R /F1 5 0 R >> >>";
    for (const Sample &other : others)
        CHECK_FALSE(likeness(other).samePages);
    CHECK_FALSE(
        likeness(savedByQpdf(pdf(Sample()),
                     {QStringLiteral("--pages"), QStringLiteral("."), QStringLiteral("1,1"), QStringLiteral("--")}))
            .samePages);
}

TEST_CASE("Titles and bookmarks that say something else are told")
{
    QList<Sample> others(7);
    others[6].information += " /Keywords << /Title (void) >>";
    others[0].title = "Void";
    others[1].information += " /Keywords (void)";
    others[2].information += " /Note (void)";
    others[3].information = "/Producer (\xFE\xFF\x4F\x5C\x5E\x9F)";
    others[4].metadata.replace("Report", "Void");
    others[5].metadata.replace("2023-12-20T08:30:00Z", "void");
    for (const Sample &other : others) {
        const PdfLikeness told = likeness(other);
        CHECK(told.samePages);
        CHECK(told.foreign == QList<ForeignPart>{{Kind::Properties}});
    }
    Sample marked;
    marked.bookmark = "Void";
    CHECK(likeness(marked).samePages);
    CHECK(likeness(marked).foreign == QList<ForeignPart>{{Kind::Bookmarks}});
    // A program that leaves them out says nothing else.
    QByteArray bare = pdf(Sample());
    bare.replace("/Outlines 8 0 R", QByteArray(15, ' ')).replace("/Metadata 10 0 R", QByteArray(16, ' '));
    bare.replace("/Info 11 0 R", QByteArray(12, ' '));
    CHECK(likeness(bare).samePages);
    CHECK(likeness(bare).foreign.isEmpty());
}

} // namespace pdfcontents_test
