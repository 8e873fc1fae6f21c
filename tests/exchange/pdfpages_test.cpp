// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdfpages.h"
#include "exchange/pdf/pdfstructure.h"
#include "exchange/pdfsample.h"

namespace pdfpages_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// A page of A4 that shows `content`; `more` stands in its dictionary, `root` in the catalogue.
QByteArray pdf(const QByteArray &content, const QByteArray &more = {}, const QByteArray &root = {})
{
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R " + root + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.3 841.9] /Resources << >> /Contents 4 0 R " + more + " >>",
        streamObject(content)});
}

QList<PageLook> looksOf(const QByteArray &bytes)
{
    const TemporaryCopy copy = copyOf(bytes);
    const auto looks = pageLooks(copy.path(), 1);
    REQUIRE(looks);
    REQUIRE(looks->size() == 1);
    return *looks;
}

PdfStructure structureOf(const QByteArray &bytes)
{
    const TemporaryCopy copy = copyOf(bytes);
    const auto structure = pdfStructure(copy.path());
    REQUIRE(structure);
    return *structure;
}

using Kind = ForeignPart::Kind;

const QByteArray line = "0 g 72 700 400 12 re f 72 600 400 12 re f 72 500 400 12 re f";

} // namespace

TEST_CASE("A page that differs in the smallest mark, its shade or its colour looks different")
{
    const QList<PageLook> page = looksOf(pdf(line));
    CHECK(looksOf(pdf(line)) == page);
    // A full stop of 9 points is as wide and high as this, a hair line as thin as the other.
    for (const char *mark : {" 300.3 300.3 0.9 0.9 re f", " 0.1 w 300 300 m 320 300 l S", " 0.97 g 300 300 9 9 re f",
             " 1 0 0 rg 72 600 400 12 re f", " 1 g 80 602 1 1 re f"}) {
        CAPTURE(mark);
        const QList<PageLook> marked = looksOf(pdf(line + mark));
        CHECK(marked != page);
        CHECK(isMostlySame(marked.constFirst(), page.constFirst()));
    }
    const QList<PageLook> elsewhere = looksOf(pdf("0 g 72 400 400 12 re f"));
    CHECK_FALSE(isMostlySame(elsewhere.constFirst(), page.constFirst()));
    CHECK_FALSE(isMostlySame(looksOf(pdf(line, "/CropBox [0 0 595.3 700]")).constFirst(), page.constFirst()));
}

TEST_CASE("What no export has is found in the structure of a PDF, whatever the pages show")
{
    const PdfStructure plain = structureOf(pdf(line));
    CHECK(plain.foreign.isEmpty());
    CHECK(plain.pages == 1);
    CHECK_FALSE(plain.turned);
    CHECK(structureOf(pdf(line, "/Rotate 90")).turned);
    CHECK_FALSE(structureOf(pdf(line, "/Rotate 0 /Annots []")).turned);
    CHECK(structureOf(pdf(line, "/Annots []")).foreign.isEmpty());
    const auto foreignOf = [](const QByteArray &more, const QByteArray &root = {}) {
        return structureOf(pdf(line, more, root)).foreign;
    };
    CHECK(foreignOf("/Annots [<< /Type /Annot >>]") == QList<ForeignPart>{{Kind::Annotation}});
    CHECK(foreignOf("/AA << >>") == QList<ForeignPart>{{Kind::Action}});
    CHECK(foreignOf("/UserUnit 2") == QList<ForeignPart>{{Kind::Other, QStringLiteral("/UserUnit")}});
    CHECK(foreignOf({}, "/AcroForm << >>") == QList<ForeignPart>{{Kind::FormField}});
    CHECK(foreignOf({}, "/OCProperties << >>") == QList<ForeignPart>{{Kind::OptionalContent}});
    CHECK(foreignOf({}, "/OpenAction << /S /JavaScript /JS (1) >>") == QList<ForeignPart>{{Kind::Action}});
    const QList<ForeignPart> place{{Kind::Other, QStringLiteral("/OpenAction")}};
    CHECK(foreignOf({}, "/OpenAction [3 0 R /XYZ null null null]") == place);
    CHECK(structureOf(pdf(line) + "\n").foreign.isEmpty());
    CHECK(structureOf(pdf(line) + "5 0 obj\n1\nendobj\n").foreign == QList<ForeignPart>{{Kind::Update}});
}

} // namespace pdfpages_test
