// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/report.h"

namespace report_test {

using namespace zhibao;

namespace {

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");

Place cell(int row, const char *column, int entry = -1)
{
    return {survey, QString::fromLatin1(column), row, entry, -1};
}

Place single(const QString &form, const QString &name)
{
    return {form, name, -1, -1, -1};
}

Place section(int index)
{
    return {essay, {}, -1, -1, index};
}

// Row 0 with two entries, row 1 with none.
Report sample(const Notice &notice)
{
    Report report = newReport(notice, QStringLiteral("河东区"));
    QList<Row> &rows = report.forms[survey].rows;
    rows[0].cells.insert(QStringLiteral("district"), QStringLiteral("甲"));
    rows[0].entries = {Texts{{QStringLiteral("instrument"), QStringLiteral("秤")}}, Texts{}};
    rows.append(Row());
    return report;
}

QStringList paths(const Notice &notice, const QList<Place> &places)
{
    QStringList result;
    for (const Place &place : places)
        result.append(placePath(notice, place));
    return result;
}

} // namespace

TEST_CASE("a new report has a row, a text a heading, and the texts the notice words beforehand")
{
    const Notice notice = test::inventedNotice();
    const Report report = newReport(notice, QStringLiteral("河东区所"));
    CHECK(report.notice == notice.number);
    CHECK(report.forms[survey].rows == QList<Row>{Row()});
    CHECK(report.forms[survey].fields.isEmpty());
    CHECK(report.forms[essay].sections == QStringList(7));
    CHECK(textAt(report, single(essay, field::title)) == QStringLiteral("河东区所落实《计量惠民行动方案》工作报告"));
    CHECK(textAt(report, single(essay, field::addressee)) == QStringLiteral("云溪市计量协会："));
    CHECK(completed(report, notice) == report);
    CHECK(completed(Report{notice.number, {}, {}}, notice).forms.keys() == QStringList{essay, survey});
}

TEST_CASE("places come in reading order, entries where their columns stand")
{
    const Notice notice = test::inventedNotice();
    const Report report = sample(notice);
    CHECK(paths(notice, textPlaces(report, notice, survey))
        == QStringList{QStringLiteral("survey.rows[0].district"),
            QStringLiteral("survey.rows[0].instruments[0].instrument"),
            QStringLiteral("survey.rows[0].instruments[0].verified"),
            QStringLiteral("survey.rows[0].instruments[1].instrument"),
            QStringLiteral("survey.rows[0].instruments[1].verified"), QStringLiteral("survey.rows[0].waived"),
            QStringLiteral("survey.rows[0].basis"), QStringLiteral("survey.rows[0].remarks"),
            QStringLiteral("survey.rows[1].district"), QStringLiteral("survey.rows[1].waived"),
            QStringLiteral("survey.rows[1].basis"), QStringLiteral("survey.rows[1].remarks"),
            QStringLiteral("survey.contact")});
    CHECK(paths(notice, textPlaces(report, notice, essay))
        == QStringList{QStringLiteral("essay.title"), QStringLiteral("essay.addressee"),
            QStringLiteral("essay.opening"), QStringLiteral("essay.sections[0]"), QStringLiteral("essay.sections[1]"),
            QStringLiteral("essay.sections[2]"), QStringLiteral("essay.sections[3]"),
            QStringLiteral("essay.sections[4]"), QStringLiteral("essay.sections[5]"),
            QStringLiteral("essay.sections[6]"), QStringLiteral("essay.closing"), QStringLiteral("essay.date"),
            QStringLiteral("essay.contact")});
    CHECK(textPlaces(report, notice, QStringLiteral("none")).isEmpty());
    for (const Form &form : notice.forms) {
        const QList<Place> places = textPlaces(report, notice, form.id);
        for (const Place &place : places)
            CHECK(hasPlace(report, notice, place));
    }
}

TEST_CASE("a place as a whole has a path and no text")
{
    const Notice notice = test::inventedNotice();
    CHECK(placePath(notice, {essay, {}, -1, -1, -1}) == QStringLiteral("essay"));
    CHECK(placePath(notice, {survey, {}, 2, -1, -1}) == QStringLiteral("survey.rows[2]"));
    CHECK(placePath(notice, {survey, {}, 2, 1, -1}) == QStringLiteral("survey.rows[2].instruments[1]"));
    const Report report = sample(notice);
    CHECK_FALSE(hasPlace(report, notice, {survey, {}, 0, -1, -1}));
    CHECK_FALSE(hasPlace(report, notice, {survey, {}, 0, 0, -1}));
    CHECK_FALSE(hasPlace(report, notice, {essay, {}, -1, -1, -1}));
    CHECK(textAt(report, {survey, {}, 0, 0, -1}).isEmpty());
}

TEST_CASE("places that are not there are known as such")
{
    const Notice notice = test::inventedNotice();
    const Report report = sample(notice);
    for (const Place &place :
        {cell(2, "district"), cell(0, "instrument"), cell(0, "instrument", 2), cell(1, "instrument", 0),
            cell(0, "district", 0), cell(0, ""), cell(0, "contact"), cell(-1, "district"), single(survey, field::title),
            single(essay, QStringLiteral("district")), section(7), Place{survey, {}, -1, -1, 0},
            Place{essay, field::title, 0, -1, -1}, Place{essay, field::title, -1, -1, 0}, single({}, field::contact)}) {
        INFO(placePath(notice, place).toStdString());
        CHECK_FALSE(hasPlace(report, notice, place));
        CHECK(textAt(report, place).isEmpty());
    }
    CHECK(textAt(report, cell(0, "instrument", 0)) == QStringLiteral("秤"));
    // The fields of a form the report does not have can be set; its rows can not.
    const Report bare{notice.number, {}, {}};
    CHECK(hasPlace(bare, notice, section(6)));
    CHECK(hasPlace(bare, notice, single(survey, field::contact)));
    CHECK_FALSE(hasPlace(bare, notice, cell(0, "district")));
}

TEST_CASE("progress counts the required texts that are filled")
{
    const Notice notice = test::inventedNotice();
    Report report = newReport(notice, QStringLiteral("河东区所"));
    // Required: district, waived and contact of the table; 7 sections, date and contact of the outline; the title has
    // a default and does not count.
    CHECK(requiredPlaces(report, notice, survey).size() == 3);
    CHECK(requiredPlaces(report, notice, essay).size() == 10);
    CHECK(progressOf(report, notice) == 0);
    CHECK(progressOf(Report{notice.number, {}, {}}, notice) == 0);
    report.forms[survey].rows[0].cells.insert(QStringLiteral("district"), QStringLiteral("甲"));
    CHECK(progressOf(report, notice) == 8); // 1 of 12
    report.forms[survey].rows[0].cells.insert(QStringLiteral("waived"), QStringLiteral(" \u3000\n"));
    CHECK(progressOf(report, notice) == 8); // white space says nothing
    // A blank entry and a blank second row ask for nothing; a named entry asks for its two columns.
    report.forms[survey].rows[0].entries.append(Texts{});
    report.forms[survey].rows.append(Row());
    CHECK(progressOf(report, notice) == 8);
    report.forms[survey].rows[0].entries[0].insert(QStringLiteral("instrument"), QStringLiteral("秤"));
    CHECK(progressOf(report, notice) == 14); // 2 of 14
    for (const Form &form : notice.forms) {
        const QList<Place> places = requiredPlaces(report, notice, form.id);
        for (const Place &place : places) {
            FormAnswer &answer = report.forms[place.form];
            if (place.section >= 0)
                answer.sections[place.section] = QStringLiteral("有");
            else if (place.row < 0)
                answer.fields[place.field] = QStringLiteral("有");
            else if (place.entry < 0)
                answer.rows[place.row].cells[place.field] = QStringLiteral("有");
            else
                answer.rows[place.row].entries[place.entry][place.field] = QStringLiteral("有");
        }
    }
    CHECK(progressOf(report, notice) == 100);
}

TEST_CASE("the contact prints in brackets, once")
{
    CHECK(contactNote(QString()).isEmpty());
    CHECK(contactNote(QStringLiteral("李某")) == QStringLiteral("（李某）"));
    CHECK(contactNote(QStringLiteral("（李某）")) == QStringLiteral("（李某）"));
    CHECK(contactNote(QStringLiteral("(李某)")) == QStringLiteral("(李某)"));
    CHECK(contactNote(QStringLiteral("（李某（女），电话（略））")) == QStringLiteral("（李某（女），电话（略））"));
    CHECK(contactNote(QStringLiteral("（李某）和（王某）")) == QStringLiteral("（（李某）和（王某））"));
    CHECK(contactNote(QStringLiteral("李某（女）")) == QStringLiteral("（李某（女））"));
    CHECK(contactNote(QStringLiteral("（李某")) == QStringLiteral("（（李某）"));
    CHECK(contactNote(QStringLiteral("）")) == QStringLiteral("（））"));
}

} // namespace report_test
