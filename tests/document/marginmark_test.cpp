// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "document/exportedfiles.h"
#include "document/layouttext.h"
#include "document/style.h"
#include "generate/reports.h"

#include <catch2/catch.hpp>

namespace marginmark_test {

using namespace zhibao;

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::UTC);
const QString mark = QStringLiteral("送审稿");

QList<Document> documents()
{
    const Notice notice = test::shippedNotice();
    QList<Document> documents;
    for (const Form &form : notice.forms)
        documents << compose(generateReport(notice, 4), notice, form.id);
    return documents;
}

} // namespace

TEST_CASE("The mark stands in the margin of every page and moves nothing", "[mark]")
{
    Fonts fonts;
    for (const Document &document : documents()) {
        Document draft = document;
        draft.marginMark = mark;
        const Pages plain = test::laidOut(document, fonts);
        const Pages marked = test::laidOut(draft, fonts);
        const PageStyle style = pageStyle(document.orientation);
        REQUIRE(marked.pages.size() == plain.pages.size());
        for (qsizetype number = 0; number < marked.pages.size(); ++number) {
            const Page &page = marked.pages.at(number);
            const Page &without = plain.pages.at(number);
            REQUIRE(page.lines.size() == without.lines.size() + 1);
            CHECK(test::textOf(page.lines.constLast()) == mark);
            CHECK(page.lines.constLast().box.top() > 0);
            CHECK(page.lines.constLast().box.bottom() < style.top / 20.0);
            CHECK(page.lines.constLast().box.right() == Approx((style.width - style.right) / 20.0));
            for (qsizetype line = 0; line < without.lines.size(); ++line) {
                REQUIRE(test::textOf(page.lines.at(line)) == test::textOf(without.lines.at(line)));
                REQUIRE(page.lines.at(line).box == without.lines.at(line).box);
            }
        }
    }
}

TEST_CASE("A document without mark and pictures has no part for them", "[mark]")
{
    constexpr qint64 limit = 1 << 24;
    Document document = documents().constFirst();
    const Result<QByteArray> plain = writeDocx(document, moment);
    REQUIRE(plain);
    CHECK_FALSE(zipPart(*plain, QStringLiteral("word/header1.xml"), limit));
    for (const char *name :
        {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml"}) {
        INFO(name);
        const auto part = zipPart(*plain, QString::fromLatin1(name), limit);
        REQUIRE(part);
        CHECK_FALSE(part->contains("png"));
        CHECK_FALSE(part->contains("rIdOddHeader"));
        CHECK_FALSE(part->contains("\"Header\""));
    }
    document.marginMark = mark;
    const Result<QByteArray> marked = writeDocx(document, moment);
    REQUIRE(marked);
    for (const char *name : {"word/header1.xml", "word/header2.xml"}) {
        const auto header = zipPart(*marked, QString::fromLatin1(name), limit);
        REQUIRE(header);
        CHECK(header->contains(mark.toUtf8()));
    }
    CHECK(*zipPart(*plain, QStringLiteral("word/settings.xml"), limit)
        == *zipPart(*marked, QStringLiteral("word/settings.xml"), limit));
}

} // namespace marginmark_test
