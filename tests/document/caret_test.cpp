// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/layout/caret.h"
#include "document/layout/paginate.h"
#include "generate/reports.h"

namespace caret_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

Pages paginated(const Document &document)
{
    static Fonts fonts;
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    return *pages;
}

} // namespace

TEST_CASE("a click on a character leads to its text and offset, and back")
{
    const Notice notice = shippedNotice();
    const Report report = generateReport(notice, 4);
    for (const Form &form : notice.forms) {
        const Pages pages = paginated(compose(report, notice, form.id));
        for (const Place &place : textPlaces(report, notice, form.id)) {
            const QString text = textAt(report, place);
            for (int offset = 0; offset < text.size(); offset += 17) {
                if (place.field == field::date || !QChar::isLetter(text[offset].unicode()))
                    continue;
                const std::optional<CaretBox> box = boxOf(pages, place, offset);
                INFO(placePath(notice, place).toStdString() << " " << offset);
                REQUIRE(box);
                const std::optional<TextPosition> back
                    = hit(pages.pages[box->page], box->box.center() + QPointF(0.5, 0));
                REQUIRE(back);
                CHECK(back->place == place);
                CHECK(back->offset == offset);
            }
            CHECK((text.isEmpty() || boxOf(pages, place, static_cast<int>(text.size()))));
        }
    }
}

TEST_CASE("the empty part of a cell belongs to its text")
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("某局"));
    Row &row = report.forms[QStringLiteral("annex1")].rows[0];
    row.cells[QStringLiteral("study")] = QString(60, u'长');
    row.cells[QStringLiteral("experience")] = QStringLiteral("短");
    const Page page = paginated(compose(report, notice, QStringLiteral("annex1"))).pages.constFirst();
    int asked = 0;
    for (const CellArea &cell : page.cells) {
        if (cell.lineCount == 0 || page.lines[cell.firstLine].place.row != 0
            || page.lines[cell.firstLine].place.field.isEmpty())
            continue;
        const std::optional<TextPosition> found = hit(page, cell.box.bottomRight() - QPointF(2, 2));
        REQUIRE(found);
        CHECK(found->place == page.lines[cell.firstLine].place);
        CHECK(found->offset == textAt(report, found->place).size());
        ++asked;
    }
    CHECK(asked == 7);
}

TEST_CASE("an empty text is found by its cell, its heading or its label")
{
    const Notice notice = shippedNotice();
    const Report report = newReport(notice, QStringLiteral("某局"));
    const Pages table = paginated(compose(report, notice, QStringLiteral("annex1")));
    const Place contact{QStringLiteral("annex1"), field::contact};
    const std::optional<CaretBox> box = boxOf(table, contact, 0);
    REQUIRE(box);
    const std::optional<TextPosition> position = hit(table.pages[0], box->box.center());
    REQUIRE(position);
    CHECK(position->place == contact);
    CHECK(position->offset == 0);
    CHECK(boxOf(table, {QStringLiteral("annex1"), QStringLiteral("study"), 0}, 0));
    const Pages summary = paginated(compose(report, notice, QStringLiteral("annex2")));
    CHECK(boxOf(summary, {QStringLiteral("annex2"), {}, -1, -1, 3}, 0));
    CHECK_FALSE(boxOf(summary, {QStringLiteral("annex2"), {}, -1, -1, 9}, 0));
}

TEST_CASE("a click beside a line means that line; a page without text means nothing")
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("某局"));
    report.forms[QStringLiteral("annex2")].fields[field::opening] = QString(40, u'开');
    const Page page = paginated(compose(report, notice, QStringLiteral("annex2"))).pages.constFirst();
    for (const Line &line : page.lines) {
        if (line.place.field != field::opening)
            continue;
        const std::optional<TextPosition> before = hit(page, QPointF(1, line.box.center().y()));
        REQUIRE(before);
        CHECK(before->place == line.place);
        CHECK(before->offset == line.offset);
    }
    CHECK_FALSE(hit(Page{}, QPointF(10, 10)));
}

} // namespace caret_test
