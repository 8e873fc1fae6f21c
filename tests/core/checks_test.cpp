// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/checks.h"
#include "core/data.h"
#include "core/report/reportedit.h"

#include <QSet>

namespace checks_test {

using namespace zhibao;

namespace {

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");

// LEVEL CODE PLACE, one a line.
QStringList shown(const Notice &notice, const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(QStringList{QStringList{QStringLiteral("error"), QStringLiteral("warning"),
                                     QStringLiteral("hint")}[static_cast<int>(finding.level)],
            findingName(finding.code), placePath(notice, finding.place)}
                         .join(u' '));
    return lines;
}

QStringList findings(const Notice &notice, const Report &report)
{
    return shown(notice, check(report, notice));
}

// Every text filled, nothing to find.
Report sound(const Notice &notice)
{
    Report report = newReport(notice, QStringLiteral("河东区所"));
    report.forms[survey].rows[0].entries.append(Texts());
    for (const Form &form : notice.forms) {
        const QList<Place> places = textPlaces(report, notice, form.id);
        for (const Place &place : places)
            report = *setText(report, notice, place, QStringLiteral("共检定12台"));
    }
    return *setText(report, notice, {essay, field::date, -1, -1, -1}, QStringLiteral("2031-06-18"));
}

Report with(const Notice &notice, const Report &report, const Place &place, const QString &text)
{
    return *setText(report, notice, place, text);
}

Place cell(int row, const char *column, int entry = -1)
{
    return {survey, QString::fromLatin1(column), row, entry, -1};
}

} // namespace

TEST_CASE("a complete report gives no findings")
{
    const Notice notice = test::inventedNotice();
    CHECK(findings(notice, sound(notice)).isEmpty());
}

TEST_CASE("each empty required text is found, optional ones are not")
{
    const Notice notice = test::inventedNotice();
    const Report report = sound(notice);
    const QSet<QString> expected{QStringLiteral("error required-empty survey.rows[0].district"),
        QStringLiteral("error required-empty survey.rows[0].instruments[0].instrument"),
        QStringLiteral("warning entry-incomplete survey.rows[0].instruments[0].verified"),
        QStringLiteral("error required-empty survey.rows[0].waived"),
        QStringLiteral("error required-empty survey.contact"), QStringLiteral("error required-empty essay.title"),
        QStringLiteral("error section-empty essay.sections[0]"),
        QStringLiteral("error section-empty essay.sections[1]"),
        QStringLiteral("error section-empty essay.sections[2]"),
        QStringLiteral("error section-empty essay.sections[3]"),
        QStringLiteral("error section-empty essay.sections[4]"),
        QStringLiteral("error section-empty essay.sections[5]"),
        QStringLiteral("error section-empty essay.sections[6]"), QStringLiteral("error required-empty essay.date"),
        QStringLiteral("error required-empty essay.contact")};
    QSet<QString> found;
    for (const Form &form : notice.forms) {
        const QList<Place> places = textPlaces(report, notice, form.id);
        for (const Place &place : places) {
            const QStringList one = findings(notice, with(notice, report, place, QStringLiteral(" ")));
            CHECK(one.size() <= 1);
            for (const QString &line : one)
                found.insert(line);
        }
    }
    CHECK(found == expected);
}

TEST_CASE("findings name what the notice calls it")
{
    const Notice notice = test::inventedNotice();
    const Report report = sound(notice);
    CHECK(check(with(notice, report, cell(0, "waived"), {}), notice)[0].arguments
        == QStringList{QStringLiteral("减免金额")});
    CHECK(check(with(notice, report, cell(0, "verified", 0), {}), notice)[0].arguments
        == QStringList{QStringLiteral("检定数量"), QStringLiteral("共检定12台")});
    CHECK(check(with(notice, report, {survey, field::contact, -1, -1, -1}, {}), notice)[0].arguments
        == QStringList{QStringLiteral("经办人及电话：")});
    CHECK(check(with(notice, report, {essay, {}, -1, -1, 3}, {}), notice)[0].arguments
        == QStringList{QStringLiteral("四、能力建设")});
    CHECK(check(with(notice, report, {essay, field::date, -1, -1, -1}, {}), notice)[0].arguments
        == QStringList{field::date});
}

TEST_CASE("empty rows and entries ask for nothing beside filled ones")
{
    const Notice notice = test::inventedNotice();
    Report report = sound(notice);
    report = *insertRow(report, survey, 0);
    report = *insertEntry(report, survey, 1, 1);
    CHECK(findings(notice, report).isEmpty());
    report = *removeEntry(*removeEntry(report, survey, 1, 0), survey, 0 + 1, 0);
    CHECK(findings(notice, report).isEmpty()); // a row without any entry
}

TEST_CASE("a form that was not begun is one finding")
{
    const Notice notice = test::inventedNotice();
    CHECK(findings(notice, newReport(notice, QStringLiteral("某所")))
        == QStringList{QStringLiteral("error table-empty survey"), QStringLiteral("error table-empty essay")});
    CHECK(findings(notice, {notice.number, {}, {}})
        == QStringList{QStringLiteral("hint table-empty survey"), QStringLiteral("hint table-empty essay")});
    // With the contact alone the table is still empty, and its cells are not counted one by one.
    Report report = sound(notice);
    report.forms[survey].rows = {Row(), Row()};
    CHECK(findings(notice, report) == QStringList{QStringLiteral("error table-empty survey")});
    report.forms[survey].rows.clear();
    CHECK(findings(notice, report) == QStringList{QStringLiteral("error table-empty survey")});
}

TEST_CASE("the limit is judged on 字数, and the characters warn before it")
{
    Notice notice = test::inventedNotice();
    const Report report = with(
        notice, sound(notice), {essay, {}, -1, -1, 0}, QStringLiteral("质").repeated(6000) + QStringLiteral("1"));
    QList<Finding> found = check(report, notice);
    REQUIRE(found.size() == 1);
    CHECK(shown(notice, found) == QStringList{QStringLiteral("error over-limit essay")});
    CHECK(found[0].arguments.value(1) == QStringLiteral("5000"));
    CHECK(found[0].arguments.value(0).toInt() > 6000);

    const Report latin = with(notice, sound(notice), {essay, {}, -1, -1, 0}, QString(6000, u'1'));
    CHECK(findings(notice, latin) == QStringList{QStringLiteral("warning characters-over-limit essay")});
    std::get<OutlineForm>(notice.forms[1].kind).limit = 0;
    CHECK(check(report, notice).isEmpty());
}

TEST_CASE("a section without a figure and a date that is none are found")
{
    const Notice notice = test::inventedNotice();
    const Report report = sound(notice);
    CHECK(findings(notice, with(notice, report, {essay, {}, -1, -1, 2}, QStringLiteral("进一步加强。")))
        == QStringList{QStringLiteral("warning section-without-figure essay.sections[2]")});
    CHECK(findings(notice, with(notice, report, {essay, field::date, -1, -1, -1}, QStringLiteral("2031年2月30日")))
        == QStringList{QStringLiteral("error impossible-date essay.date")});
    CHECK(findings(notice, with(notice, report, {essay, field::date, -1, -1, -1}, QStringLiteral("年底,前")))
        == QStringList{QStringLiteral("error impossible-date essay.date")});
    for (const char16_t *typed : {u"2031年6月18号", u"二〇三一年六月十八日", u"２０３１年６月１８日", u"20310618"})
        CHECK(findings(notice, with(notice, report, {essay, field::date, -1, -1, -1}, QString::fromUtf16(typed)))
                  .isEmpty());
    const QList<Finding> found
        = check(with(notice, report, {essay, field::date, -1, -1, -1}, QStringLiteral("31年6月18日")), notice);
    REQUIRE(found.size() == 1);
    CHECK(found[0].offset == 0);
    CHECK(found[0].length == 2);
    CHECK(found[0].arguments
        == QStringList{
            QStringLiteral("31年6月18日"), QStringLiteral("31"), QStringLiteral("year-not-four-digits"), QString()});
}

TEST_CASE("findings in a text carry its place and come in its order")
{
    const Notice notice = test::inventedNotice();
    const QList<Finding> found = check(
        with(notice, sound(notice), cell(0, "remarks"), QStringLiteral("“甲,乙于2月30日按《计量惠民方案》办")), notice);
    REQUIRE(found.size() == 4);
    CHECK(shown(notice, found)
        == QStringList{QStringLiteral("warning unpaired-mark survey.rows[0].remarks"),
            QStringLiteral("warning half-width-punctuation survey.rows[0].remarks"),
            QStringLiteral("warning impossible-date survey.rows[0].remarks"),
            QStringLiteral("warning title-misquoted survey.rows[0].remarks")});
    CHECK(found[1].offset == 2);
    CHECK(found[1].length == 1);
}

TEST_CASE("every code has its own name")
{
    QSet<QString> names;
    for (int code = 0; code <= static_cast<int>(FindingCode::FormEmpty); ++code)
        names.insert(findingName(static_cast<FindingCode>(code)));
    CHECK(names.size() == static_cast<int>(FindingCode::FormEmpty) + 1);
    CHECK_FALSE(names.contains(QString()));
}

TEST_CASE("a huge report gives a bounded number of findings")
{
    const Notice notice = test::inventedNotice();
    Report report = sound(notice);
    Row row{Texts{{QStringLiteral("basis"), QStringLiteral("甲,乙")}}, {}};
    report.forms[survey].rows = QList<Row>(20'000, row);
    CHECK(check(report, notice).size() < 10'200);
}

TEST_CASE("a check that knows the texts from before finds what one from scratch finds")
{
    const Notice notice = test::inventedNotice();
    CheckedTexts texts;
    Report report = sound(notice);
    const QList<Place> places = textPlaces(report, notice, survey);
    for (const QString &text :
        {QStringLiteral("质量,很好"), QStringLiteral("2月30日（"), QString(), QStringLiteral("质量,很好")}) {
        for (const Place &place : {places.first(), places.last()}) {
            const Result<Report> edited = setText(report, notice, place, text);
            REQUIRE(edited);
            report = *edited;
            CHECK((check(report, notice, texts) == check(report, notice)));
        }
    }
}

} // namespace checks_test
