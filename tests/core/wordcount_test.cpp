// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/text/wordcount.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace wordcount_test {

using namespace zhibao;

namespace {

// \uXXXX stands for a character that one does not see.
QString decoded(QString text)
{
    static const QRegularExpression escape(QStringLiteral("\\\\u([0-9a-f]{4})"));
    for (QRegularExpressionMatch match = escape.match(text); match.hasMatch(); match = escape.match(text))
        text.replace(match.capturedStart(), match.capturedLength(), QChar(match.captured(1).toUShort(nullptr, 16)));
    return text;
}

} // namespace

TEST_CASE("every vector of the counting rules is met")
{
    const QString table = QString::fromUtf8(test::fileBytes(QStringLiteral(TEST_DATA "/word-count-vectors.tsv")));
    QStringList lines = table.split(u'\n');
    lines.removeFirst();
    if (lines.last().isEmpty())
        lines.removeLast();
    CHECK(lines.size() == 45);
    for (const QString &line : std::as_const(lines)) {
        INFO(line.toStdString());
        const QStringList parts = line.split(u'\t');
        REQUIRE(parts.size() == 4);
        const WordCount expected{parts[1].toInt(), parts[2].toInt(), parts[3].toInt()};
        CHECK(countWords(decoded(parts[0])) == expected);
    }
}

TEST_CASE("lone surrogates and line separators are counted without harm")
{
    const char16_t broken[] = {0xD842, u'a', 0xDFB7, 0};
    CHECK(countWords(QString::fromUtf16(broken)) == WordCount{1, 3, 3});
    CHECK(countWords(u"a\u2028b") == WordCount{2, 2, 3});
    CHECK(countWords(u"葛\U000E0100城") == WordCount{2, 2, 2});
}

TEST_CASE("a form counts all that its export prints, each part on its own")
{
    const Notice notice = test::inventedNotice();
    Report report = newReport(notice, QStringLiteral("A"));
    FormAnswer &answer = report.forms[QStringLiteral("essay")];
    int headings = 0;
    for (const Section &section : notice.form(QStringLiteral("essay"))->outline()->sections)
        headings += countWords(section.heading).words;
    answer.fields.clear();
    // Nothing typed: the headings and the unit.
    CHECK(countForm(report, notice, QStringLiteral("essay")).words == headings + 1);

    answer.fields[field::title] = QStringLiteral("a");
    answer.fields[field::addressee] = QStringLiteral("b");
    answer.fields[field::opening] = QStringLiteral("c");
    answer.fields[field::closing] = QStringLiteral("d");
    answer.sections[6] = QStringLiteral("e");
    // Runs of two parts never join: five words, not one.
    CHECK(countForm(report, notice, QStringLiteral("essay")).words == headings + 1 + 5);

    answer.fields[field::date] = QStringLiteral("2031-06-08"); // prints 2031年6月8日
    answer.fields[field::contact] = QStringLiteral("沈某"); // prints （沈某）
    CHECK(countForm(report, notice, QStringLiteral("essay")).words == headings + 1 + 5 + 6 + 4);
    answer.fields[field::date] = QStringLiteral("下周一"); // no date: as typed
    CHECK(countForm(report, notice, QStringLiteral("essay")).words == headings + 1 + 5 + 3 + 4);
}

TEST_CASE("a table form and an absent form count nothing")
{
    const Notice notice = test::shippedNotice();
    Report report = newReport(notice, QStringLiteral("某局"));
    CHECK(countForm(report, notice, QStringLiteral("annex1")) == WordCount{});
    report.forms.remove(QStringLiteral("annex2"));
    CHECK(countForm(report, notice, QStringLiteral("annex2")) == WordCount{});
    CHECK(countForm(report, notice, QStringLiteral("annex9")) == WordCount{});
}

TEST_CASE("the limit turns amber at 80 % and red above 100 %")
{
    CHECK(limitLevel(2399, 3000) == LimitLevel::Within);
    CHECK(limitLevel(2400, 3000) == LimitLevel::Near);
    CHECK(limitLevel(3000, 3000) == LimitLevel::Near);
    CHECK(limitLevel(3001, 3000) == LimitLevel::Over);
    CHECK(limitLevel(2'000'000'000, 0) == LimitLevel::Within);
    CHECK(limitLevel(2'000'000'000, 2'000'000'000) == LimitLevel::Near);
}

} // namespace wordcount_test
