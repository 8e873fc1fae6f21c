// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/lineids.h"
#include "core/report/reportedit.h"
#include "document/compose/compose.h"
#include "document/layout/livepages.h"
#include "document/layout/paginate.h"
#include "generate/reports.h"

#include <QRandomGenerator>

#include <catch2/catch.hpp>
#include <tuple>

namespace zhibao {

static bool operator==(const Glyph &one, const Glyph &other)
{
    const auto all = [](const Glyph &glyph) {
        return std::tuple(glyph.index, glyph.x, glyph.y, glyph.advance, glyph.textStart, glyph.textLength);
    };
    return all(one) == all(other);
}

static bool operator==(const GlyphRun &one, const GlyphRun &other)
{
    return one.font == other.font && one.size == other.size && one.origin == other.origin && one.text == other.text
        && one.glyphs == other.glyphs && one.offset == other.offset;
}

static bool operator==(const Rule &one, const Rule &other)
{
    return one.line == other.line && one.width == other.width;
}

static bool operator==(const PlacedPicture &one, const PlacedPicture &other)
{
    return one.box == other.box && one.image == other.image;
}

static bool operator==(const Line &one, const Line &other)
{
    return one.box == other.box && one.runs == other.runs && one.place == other.place && one.offset == other.offset
        && one.rules == other.rules && one.pictures == other.pictures;
}

static bool operator==(const CellArea &one, const CellArea &other)
{
    return one.box == other.box && one.firstLine == other.firstLine && one.lineCount == other.lineCount;
}

static bool operator==(const Page &one, const Page &other)
{
    return one.size == other.size && one.lines == other.lines && one.rules == other.rules && one.cells == other.cells
        && one.pictures == other.pictures;
}

} // namespace zhibao

using namespace zhibao;
using namespace zhibao::test;

namespace {

// Live pages beside the pages from scratch, which share their fonts.
class Desk {
public:
    Desk(Notice notice, Report report)
        : m_notice(std::move(notice))
        , m_form(m_notice.forms.constFirst())
        , m_report(withLineIds(std::move(report), {}))
    {
    }

    void layOut()
    {
        Report frame = m_report;
        frame.forms[m_form.id].rows.clear();
        const QList<Row> rows = m_report.forms.value(m_form.id).rows;
        REQUIRE(m_live.layOut(composed(frame), m_form, rows));
    }

    void checkPages(bool everyPage)
    {
        const Result<Pages> whole = paginate(composed(m_report), m_fonts);
        REQUIRE(whole);
        REQUIRE(m_live.count() == whole->pages.size());
        CHECK(m_live.size() == whole->pages.constFirst().size);
        for (int number = 0; number < m_live.count(); ++number) {
            if (everyPage || m_random.bounded(5) == 0)
                REQUIRE((m_live.page(number) == whole->pages.at(number)));
        }
        for (const Place &place : textPlaces(m_report, m_notice, m_form.id)) {
            if (m_random.bounded(200) > 0 && place.row >= 0)
                continue;
            const std::optional<CaretBox> live = m_live.boxOf(place, 0);
            const std::optional<CaretBox> asked = boxOf(*whole, place, 0);
            INFO(placePath(m_notice, place).toStdString());
            REQUIRE(live.has_value() == asked.has_value());
            if (live)
                CHECK((live->page == asked->page && live->box == asked->box));
        }
    }

    void edit()
    {
        const auto rows = static_cast<int>(m_report.forms.value(m_form.id).rows.size());
        const int row = m_random.bounded(rows);
        const int other = m_random.bounded(rows);
        const QList<Place> places = textPlaces(m_report, m_notice, m_form.id);
        const Place place = places.at(m_random.bounded(static_cast<int>(places.size())));
        switch (m_random.bounded(7)) {
        case 0:
            return take(insertRow(m_report, m_form.id, row, m_report.forms[m_form.id].rows.at(other)));
        case 1:
            return rows > 5 ? take(removeRow(m_report, m_form.id, row)) : void();
        case 2:
            return take(moveRow(m_report, m_form.id, row, other));
        case 3:
            return take(insertEntry(m_report, m_form.id, row, 0, {}));
        case 4:
            return take(insertRow(m_report, m_form.id, rows, {}));
        default:
            return take(setText(m_report, m_notice, place, QString(lengths.at(m_random.bounded(6)), u'质')));
        }
    }

    void take(const Result<Report> &report)
    {
        REQUIRE(report);
        m_before = std::exchange(m_report, *report);
    }
    void undo() { std::swap(m_before, m_report); }
    void setMark(const QString &mark) { m_mark = mark; }
    const Report &report() const { return m_report; }
    LivePages &live() { return m_live; }
    const Form &form() const { return m_form; }

    static constexpr std::array<int, 6> lengths{0, 1, 7, 30, 200, 1500};

private:
    Document composed(const Report &report) const
    {
        Document document = compose(report, m_notice, m_form.id);
        document.marginMark = m_mark;
        return document;
    }

    Notice m_notice;
    Form m_form;
    Report m_report;
    Report m_before;
    QString m_mark;
    Fonts m_fonts;
    LivePages m_live{m_fonts};
    QRandomGenerator m_random{7};
};

} // namespace

TEST_CASE("the pages of a table that is edited are those laid out from scratch, glyph for glyph")
{
    const auto [notice, rows, characters] = GENERATE(std::tuple(shippedNotice(), 60, 12),
        std::tuple(shippedNotice(), 40, 0), std::tuple(shippedNotice(), 12, 400), std::tuple(inventedNotice(), 30, 0));
    Desk desk(notice, generateReport(notice, 5, {rows, characters, 100}));
    desk.layOut();
    desk.checkPages(true);
    for (int step = 0; step < 60; ++step) {
        INFO("step " << step);
        desk.edit();
        desk.layOut();
        desk.checkPages(step % 10 == 0);
        if (step % 5 == 4) {
            desk.undo();
            desk.layOut();
            desk.checkPages(false);
        }
        if (step % 20 == 13) {
            desk.setMark(step % 40 == 13 ? QStringLiteral("送审稿") : QString());
            desk.layOut();
            desk.checkPages(false);
        }
    }
}

TEST_CASE("a row that fills many pages, and one whose number is wider, stand where they would from scratch")
{
    const Notice notice = shippedNotice();
    Desk desk(notice, generateReport(notice, 5, {1200, 2, 100}));
    const Form &form = desk.form();
    desk.layOut();
    desk.take(setText(desk.report(), notice, {form.id, form.table()->columns[1].id, 5}, QString(20000, u'质')));
    desk.layOut();
    desk.checkPages(true);
    desk.take(insertRow(desk.report(), form.id, 3, {}));
    desk.layOut();
    desk.checkPages(true);
}

TEST_CASE("the row of the sums stands where it would from scratch, and follows what is typed")
{
    const Notice notice = typedNotice();
    const QString form = notice.forms.constFirst().id;
    Report report = newReport(notice, QStringLiteral("河东区所"));
    for (int row = 0; row < 60; ++row) {
        Row made{
            {{QStringLiteral("instrument"), QString(row % 7, u'质')}, {QStringLiteral("count"), QString::number(row)},
                {QStringLiteral("inUse"), QStringLiteral("y")}, {QStringLiteral("bought"), QStringLiteral("2031-3-5")}},
            {Texts{{QStringLiteral("fee"), QStringLiteral("0.10")}}}, {}};
        report.forms[form].rows.append(made);
    }
    Desk desk(notice, report);
    desk.layOut();
    desk.checkPages(true);
    for (const QString &text : {QStringLiteral("7"), QStringLiteral("七"), QStringLiteral("123456789012345678")}) {
        desk.take(setText(desk.report(), notice, {form, QStringLiteral("count"), 5}, text));
        desk.layOut();
        desk.checkPages(true);
    }
    for (int step = 0; step < 30; ++step) {
        desk.edit();
        desk.layOut();
        desk.checkPages(step % 10 == 0);
    }
}

TEST_CASE("an edit lays out its own row, and a row that moves none")
{
    const Notice notice = shippedNotice();
    Desk desk(notice, generateReport(notice, 5, {300, 0, 100}));
    const Form &form = desk.form();
    const auto unknown = [&] { return desk.live().unknownRows(form, desk.report().forms.value(form.id).rows); };
    CHECK(unknown() == 300);
    desk.layOut();
    CHECK(unknown() == 0);
    desk.take(moveRow(desk.report(), form.id, 20, 250));
    CHECK(unknown() == 0);
    desk.take(setText(desk.report(), notice, {form.id, form.table()->columns[1].id, 5}, QStringLiteral("质量")));
    desk.take(insertRow(desk.report(), form.id, 0, {}));
    CHECK(unknown() == 2);
}

TEST_CASE("a layout that is stopped leaves the pages as they were")
{
    const Notice notice = shippedNotice();
    Desk desk(notice, generateReport(notice, 5, {300, 0, 100}));
    desk.layOut();
    const int before = desk.live().count();
    const Report other = generateReport(notice, 6, {300, 0, 100});
    const QString form = desk.form().id;
    const Result<void> stopped = desk.live().layOut(compose(newReport(notice, {}), notice, form), desk.form(),
        other.forms.value(form).rows, [](double) { return false; });
    REQUIRE(!stopped);
    CHECK(stopped.error().code == ErrorCode::Stopped);
    CHECK(desk.live().count() == before);
    desk.checkPages(true);
}
