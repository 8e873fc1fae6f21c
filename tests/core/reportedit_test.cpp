// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/reportedit.h"

namespace reportedit_test {

using namespace zhibao;

namespace {

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");
const QString district = QStringLiteral("district");

Row rowOf(const char16_t *name)
{
    return {Texts{{district, QString::fromUtf16(name)}}, {}};
}

QString names(const Report &report)
{
    QString result;
    for (const Row &row : report.forms[survey].rows)
        result += row.cells.value(district);
    return result;
}

// Three rows: 甲, 乙, 丙.
Report sample(const Notice &notice)
{
    Report report = newReport(notice, QStringLiteral("某所"));
    report.forms[survey].rows = {rowOf(u"甲"), rowOf(u"乙"), rowOf(u"丙")};
    return report;
}

QString refusedPath(const Result<Report> &result)
{
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::PlaceUnknown);
    return result.error().arguments.value(0);
}

} // namespace

TEST_CASE("a text is stored as given, its line ends as one character")
{
    const Notice notice = test::inventedNotice();
    const Report report = sample(notice);
    const QString odd = QStringLiteral(" 质\u3000量\u00a0𠮷 👍🏽 e\u0301 \u200b\t");
    Report changed = *setText(report, notice, {survey, district, 1, -1, -1}, odd);
    CHECK(textAt(changed, {survey, district, 1, -1, -1}) == odd);
    changed = *setText(report, notice, {essay, {}, -1, -1, 3}, QStringLiteral("a\r\nb\rc\n"));
    CHECK(textAt(changed, {essay, {}, -1, -1, 3}) == QStringLiteral("a\nb\nc\n"));
    changed = *setText(report, notice, {essay, field::date, -1, -1, -1}, QString(QChar(0xD800)));
    CHECK(textAt(changed, {essay, field::date, -1, -1, -1}) == QStringLiteral("\uFFFD"));
}

TEST_CASE("an emptied text leaves the report as it was before")
{
    const Notice notice = test::inventedNotice();
    const Report report = sample(notice);
    const QList<Place> places = textPlaces(report, notice, survey) + textPlaces(report, notice, essay);
    for (const Place &place : places) {
        INFO(placePath(notice, place).toStdString());
        const QString before = textAt(report, place);
        const Report changed = *setText(report, notice, place, QStringLiteral("新"));
        CHECK(changed != report);
        CHECK(*setText(changed, notice, place, before) == report);
    }
}

TEST_CASE("a text for a form the report has not yet creates it")
{
    const Notice notice = test::inventedNotice();
    const Result<Report> changed
        = setText({notice.number, {}, {}}, notice, {essay, {}, -1, -1, 2}, QStringLiteral("文"));
    REQUIRE(changed);
    CHECK(changed->forms[essay].sections.size() == 7);
    CHECK(changed->forms.keys() == QStringList{essay});
    CHECK(refusedPath(setText({notice.number, {}, {}}, notice, {survey, district, 0, -1, -1}, QStringLiteral("文")))
        == QStringLiteral("survey.rows[0].district"));
}

TEST_CASE("rows are inserted, removed and moved")
{
    const Notice notice = test::inventedNotice();
    const Report report = sample(notice);
    CHECK(names(*insertRow(report, survey, 0, rowOf(u"丁"))) == QStringLiteral("丁甲乙丙"));
    CHECK(names(*insertRow(report, survey, 3, rowOf(u"丁"))) == QStringLiteral("甲乙丙丁"));
    CHECK(names(*removeRow(report, survey, 1)) == QStringLiteral("甲丙"));
    CHECK(names(*moveRow(report, survey, 0, 2)) == QStringLiteral("乙丙甲"));
    CHECK(names(*moveRow(report, survey, 2, 0)) == QStringLiteral("丙甲乙"));
    CHECK(*removeRow(*insertRow(report, survey, 1), survey, 1) == report);
    const Row ragged{Texts{{district, QString()}}, {Texts{{QStringLiteral("instrument"), QString()}}}};
    CHECK(insertRow(report, survey, 0, ragged)->forms[survey].rows[0] == Row{{}, {Texts()}});
}

TEST_CASE("entries are inserted, removed and moved")
{
    const Notice notice = test::inventedNotice();
    const QString instrument = QStringLiteral("instrument");
    Report report = sample(notice);
    for (const char16_t *name : {u"一", u"二", u"三"})
        report = *insertEntry(report, survey, 1, 0, {{instrument, QString::fromUtf16(name)}});
    const auto entries = [&](const Report &of) {
        QString result;
        const QList<Entry> list = of.forms.value(survey).rows.value(1).entries;
        for (const Texts &entry : list)
            result += entry.value(instrument);
        return result;
    };
    CHECK(entries(report) == QStringLiteral("三二一"));
    CHECK(entries(*insertEntry(report, survey, 1, 3, {{instrument, QStringLiteral("四")}}))
        == QStringLiteral("三二一四"));
    CHECK(entries(*removeEntry(report, survey, 1, 1)) == QStringLiteral("三一"));
    CHECK(entries(*moveEntry(report, survey, 1, 0, 2)) == QStringLiteral("二一三"));
    CHECK(report.forms[survey].rows[0].entries.isEmpty());
}

TEST_CASE("edits at places that are not there are refused and name them")
{
    const Notice notice = test::inventedNotice();
    Report report = *insertEntry(sample(notice), survey, 0, 0);
    CHECK(refusedPath(insertRow(report, survey, 4)) == QStringLiteral("survey.rows[4]"));
    CHECK(refusedPath(insertRow(report, survey, -1)) == QStringLiteral("survey.rows[-1]"));
    CHECK(refusedPath(insertRow(report, QStringLiteral("none"), 0)) == QStringLiteral("none.rows[0]"));
    CHECK(refusedPath(removeRow(report, survey, 3)) == QStringLiteral("survey.rows[3]"));
    CHECK(refusedPath(moveRow(report, survey, 3, 0)) == QStringLiteral("survey.rows[3]"));
    CHECK(refusedPath(moveRow(report, survey, 0, 3)) == QStringLiteral("survey.rows[3]"));
    CHECK(refusedPath(insertEntry(report, survey, 3, 0)) == QStringLiteral("survey.rows[3]"));
    CHECK(refusedPath(insertEntry(report, survey, 0, 2)) == QStringLiteral("survey.rows[0][2]"));
    CHECK(refusedPath(removeEntry(report, survey, 0, 1)) == QStringLiteral("survey.rows[0][1]"));
    CHECK(refusedPath(removeEntry(report, survey, 9, 0)) == QStringLiteral("survey.rows[9]"));
    CHECK(refusedPath(moveEntry(report, survey, 0, 0, 1)) == QStringLiteral("survey.rows[0][1]"));
    CHECK(refusedPath(moveEntry(report, survey, 0, -1, 0)) == QStringLiteral("survey.rows[0][-1]"));
    CHECK(refusedPath(moveEntry(report, survey, -1, 0, 0)) == QStringLiteral("survey.rows[-1]"));
    CHECK(refusedPath(setText(report, notice, {essay, {}, -1, -1, 7}, {})) == QStringLiteral("essay.sections[7]"));
}

} // namespace reportedit_test
