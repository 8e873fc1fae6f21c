// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/reportedit.h"
#include "core/report/search.h"

namespace search_test {

using namespace zhibao;

namespace {

const Place opening{QStringLiteral("annex2"), field::opening, -1, -1, -1};

Report withOpening(const Notice &notice, const QString &text)
{
    return *setText(newReport(notice, QStringLiteral("某局")), notice, opening, text);
}

QList<int> offsets(const QString &text, const QString &sought, SearchOptions options = {})
{
    const Notice notice = test::shippedNotice();
    QList<int> result;
    const QList<Match> matches = findAll(withOpening(notice, text), notice, sought, options);
    for (const Match &match : matches) {
        if (match.place == opening)
            result.append(match.offset);
    }
    return result;
}

} // namespace

TEST_CASE("matches are literal and do not overlap")
{
    CHECK(offsets(QStringLiteral("aaaa"), QStringLiteral("aa")) == QList<int>{0, 2});
    CHECK(offsets(QStringLiteral("a.b+a.b"), QStringLiteral("a.b")) == QList<int>{0, 4});
    CHECK(offsets(QStringLiteral("axb"), QStringLiteral("a.b")).isEmpty());
    CHECK(offsets(QStringLiteral("abc"), QString()).isEmpty());
    CHECK(offsets(QStringLiteral("GDP gdp"), QStringLiteral("gdp")) == QList<int>{0, 4});
    CHECK(offsets(QStringLiteral("GDP gdp"), QStringLiteral("gdp"), {true, false}) == QList<int>{4});
}

TEST_CASE("whole words part Latin words and leave Chinese alone")
{
    const SearchOptions whole{false, true};
    CHECK(offsets(QStringLiteral("GDPs和GDP的 12 123"), QStringLiteral("GDP"), whole) == QList<int>{5});
    CHECK(offsets(QStringLiteral("12 123"), QStringLiteral("12"), whole) == QList<int>{0});
    CHECK(offsets(QStringLiteral("质量强国建设"), QStringLiteral("强国"), whole) == QList<int>{2});
}

TEST_CASE("a match never cuts a character outside the BMP")
{
    const QString high(QChar(0xD842)); // the first half of 𠮷
    CHECK(offsets(QStringLiteral("𠮷林"), high).isEmpty());
    CHECK(offsets(QStringLiteral("𠮷林𠮷"), QStringLiteral("𠮷")) == QList<int>{0, 3});
}

TEST_CASE("matches run over the whole report in the notice's order")
{
    const Notice notice = test::shippedNotice();
    Report report = withOpening(notice, QStringLiteral("钥钥"));
    report = *setText(
        report, notice, {QStringLiteral("annex1"), QStringLiteral("study"), 0, -1, -1}, QStringLiteral("钥"));
    report = *insertEntry(report, QStringLiteral("annex1"), 0, 0, {{QStringLiteral("issuer"), QStringLiteral("x钥")}});
    const QList<Match> matches = findAll(report, notice, QStringLiteral("钥"), {});
    REQUIRE(matches.size() == 4);
    CHECK(placePath(notice, matches[0].place) == QStringLiteral("annex1.rows[0].study"));
    CHECK(placePath(notice, matches[1].place) == QStringLiteral("annex1.rows[0].documents[0].issuer"));
    CHECK(matches[1].offset == 1);
    CHECK(matches[3] == Match{opening, 1, 1});

    const Report replaced = replaceAll(report, notice, matches, QStringLiteral("钥匙"));
    CHECK(textAt(replaced, opening) == QStringLiteral("钥匙钥匙"));
    CHECK(findAll(replaced, notice, QStringLiteral("钥匙"), {}).size() == 4);
    CHECK(replaceAll(replaced, notice, findAll(replaced, notice, QStringLiteral("钥匙"), {}), QStringLiteral("钥"))
        == report);
    CHECK(replaceAll(report, notice, {}, QStringLiteral("钥匙")) == report);
    CHECK(replaceAll(report, notice, {matches[2]}, QString()).forms[QStringLiteral("annex2")].fields[field::opening]
        == QStringLiteral("钥"));
}

} // namespace search_test
