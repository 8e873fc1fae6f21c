// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/contentdigest.h"
#include "core/report/reportedit.h"
#include "generate/reports.h"

#include <QSet>

#include <functional>
#include <utility>

namespace contentdigest_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString survey = QStringLiteral("survey");
const QString essay = QStringLiteral("essay");

Report example()
{
    Report report{QStringLiteral("示例〔2031〕4号"), QStringLiteral("甲县局"), {}};
    report.forms[survey].fields = {{QStringLiteral("contact"), QStringLiteral("张三")}};
    report.forms[survey].rows = {{{{QStringLiteral("a"), QStringLiteral("一")}}, {{{QStringLiteral("t"), {}}}}}, {}};
    report.forms[essay].sections = {QStringLiteral("一"), QString(), QStringLiteral("三")};
    return report;
}

// Every text of the report, whatever notice it answers.
void eachText(Report &report, const std::function<void(QString &)> &look)
{
    const auto each = [&](Texts &texts) {
        for (QString &text : texts)
            look(text);
    };
    for (FormAnswer &answer : report.forms) {
        each(answer.fields);
        for (Row &row : answer.rows) {
            each(row.cells);
            for (Texts &entry : row.entries)
                each(entry);
        }
        for (QString &section : answer.sections)
            look(section);
    }
}

} // namespace

TEST_CASE("Both digests of a content are 32 bytes, and differ")
{
    const ContentDigest digest = contentDigest(example());
    CHECK(digest.sm3.size() == 32);
    CHECK(digest.sha256.size() == 32);
    CHECK(digest.sm3 != digest.sha256);
    CHECK(contentDigest(example()) == digest);
}

TEST_CASE("Reports that say the same have the same digests")
{
    const ContentDigest digest = contentDigest(example());
    Report report = example();
    SECTION("an empty field is an absent one")
    {
        report.forms[survey].fields.insert(QStringLiteral("title"), QString());
        report.forms[essay].fields.insert(QStringLiteral("title"), QStringLiteral(""));
    }
    SECTION("an empty cell")
    {
        report.forms[survey].rows[0].cells.insert(QStringLiteral("b"), QString());
        report.forms[survey].rows[1].cells.insert(QStringLiteral("b"), QString());
    }
    SECTION("an empty text of an entry")
    {
        report.forms[survey].rows[0].entries[0].clear();
    }
    SECTION("empty last sections")
    {
        report.forms[essay].sections << QString() << QStringLiteral("");
    }
    SECTION("a form in which nothing is")
    {
        report.forms.insert(QStringLiteral("untouched"), {});
        report.forms[QStringLiteral("empty")] = {{{QStringLiteral("title"), QString()}}, {}, {QString(), QString()}};
    }
    CHECK(contentDigest(report) == digest);
}

TEST_CASE("What says something else has another digest")
{
    const Report report = example();
    QList<Report> others;
    const auto other = [&](const std::function<void(Report &)> &change) {
        Report changed = report;
        change(changed);
        others.append(changed);
    };
    other([](Report &changed) { changed.notice += u' '; });
    other([](Report &changed) { changed.unit += u' '; });
    other([](Report &changed) { std::swap(changed.notice, changed.unit); });
    other([](Report &changed) { changed.forms[survey].rows.removeLast(); }); // a row is something, even an empty one
    other([](Report &changed) { changed.forms[survey].rows.append(Row{}); });
    other([](Report &changed) { changed.forms[survey].rows.swapItemsAt(0, 1); });
    other([](Report &changed) { changed.forms[survey].rows[0].entries.clear(); });
    other([](Report &changed) { changed.forms[survey].rows[1].entries = {Texts{}}; });
    other([](Report &changed) { changed.forms[survey].rows[0].cells = {{QStringLiteral("b"), QStringLiteral("一")}}; });
    other([](Report &changed) { changed.forms[essay].sections.removeAt(1); });
    other([](Report &changed) { changed.forms[essay].sections.prepend(QString()); });
    other([](Report &changed) { changed.forms[essay].sections = {QStringLiteral("一三")}; });
    other([](Report &changed) { changed.forms[QStringLiteral("essay2")] = changed.forms.take(essay); });
    other([](Report &changed) { changed.forms[survey].sections = changed.forms.take(essay).sections; });
    other([](Report &changed) { changed.forms[essay].fields = std::exchange(changed.forms[survey].fields, {}); });
    QSet<QByteArray> digests{contentDigest(report).sm3, contentDigest(report).sha256};
    for (const Report &changed : std::as_const(others))
        digests << contentDigest(changed).sm3 << contentDigest(changed).sha256;
    CHECK(digests.size() == 2 * (others.size() + 1));
}

TEST_CASE("Every change of one character, and every text in another's place, has a digest of its own")
{
    const Notice notice = inventedNotice();
    const Report report = generateReport(notice, 7, {2, 12, 120});
    QSet<QByteArray> digests{contentDigest(report).sm3};
    qsizetype made = 1;
    const auto note = [&](const Report &changed) {
        digests.insert(contentDigest(changed).sm3);
        ++made;
    };
    QList<qsizetype> sizes;
    Report measured = report;
    eachText(measured, [&](const QString &text) { sizes.append(text.size()); });
    REQUIRE(sizes.size() > 10);
    for (qsizetype text = 0; text < sizes.size(); ++text) {
        for (qsizetype at = 0; at < sizes[text]; ++at) {
            Report changed = report;
            qsizetype index = 0;
            eachText(changed, [&](QString &each) {
                if (index++ == text)
                    each[at] = QChar(u'〇');
            });
            if (changed != report)
                note(changed);
        }
        Report longer = report;
        qsizetype index = 0;
        eachText(longer, [&](QString &each) {
            if (index++ == text)
                each += u'〇';
        });
        note(longer);
    }
    CHECK(digests.size() == made);
    CHECK(made > 300);

    // The same text at each place where the notice has one.
    Report bare = report;
    eachText(bare, [](QString &text) { text.clear(); });
    QSet<QByteArray> places;
    qsizetype count = 0;
    for (const Form &form : notice.forms) {
        const QList<Place> all = textPlaces(bare, notice, form.id);
        for (const Place &place : all) {
            const Result<Report> placed = setText(bare, notice, place, QStringLiteral("文"));
            REQUIRE(placed);
            places.insert(contentDigest(*placed).sm3);
            ++count;
        }
    }
    CHECK(count > 20);
    CHECK(places.size() == count);
}

} // namespace contentdigest_test
