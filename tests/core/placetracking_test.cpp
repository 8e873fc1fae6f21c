// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/placetracking.h"
#include "core/data.h"

#include <limits>

namespace placetracking_test {

using namespace zhibao;

namespace {

const QString form = QStringLiteral("annex1");

Row rowOf(const QString &text, const QStringList &titles = {})
{
    Row row;
    row.cells.insert(QStringLiteral("study"), text);
    for (const QString &title : titles)
        row.entries.append({{QStringLiteral("title"), title}});
    return row;
}

Report reportOf(const QList<Row> &rows)
{
    Report report;
    report.forms[form].rows = rows;
    return report;
}

} // namespace

TEST_CASE("A place is found again where rows and entries came, went or moved before it")
{
    const Row first = rowOf(QStringLiteral("组织学习三次，参加干部两百人"));
    const Row second = rowOf(QStringLiteral("开展宣讲十二场，印发手册三千册"),
        {QStringLiteral("关于开展质量月活动的通知"), QStringLiteral("质量强省建设实施方案")});
    const Row other = rowOf(QStringLiteral("新增一行的内容"));
    const Report before = reportOf({first, second});
    const Place cell{form, QStringLiteral("study"), 1};
    const Place entry{form, QStringLiteral("title"), 1, 1};

    CHECK(placeAfter(before, before, cell) == cell);
    CHECK(placeAfter(before, reportOf({other, first, second}), cell) == Place{form, QStringLiteral("study"), 2});
    CHECK(placeAfter(before, reportOf({second, first}), cell) == Place{form, QStringLiteral("study"), 0});
    CHECK(placeAfter(before, reportOf({second, first}), entry) == Place{form, QStringLiteral("title"), 0, 1});
    CHECK_FALSE(placeAfter(before, reportOf({first}), cell));
    Row shorter = second;
    shorter.entries.removeFirst();
    CHECK(placeAfter(before, reportOf({first, shorter}), entry) == Place{form, QStringLiteral("title"), 1, 0});
    shorter.entries.removeLast();
    CHECK_FALSE(placeAfter(before, reportOf({first, shorter}), entry));
    // A comment of another office may name any place.
    CHECK_FALSE(placeAfter(before, before, {form, QStringLiteral("study"), 7}));
    CHECK_FALSE(placeAfter(before, before, {form, QStringLiteral("title"), 0, 3}));
}

TEST_CASE("A passage is found again at its nearest place")
{
    const QString text = QStringLiteral("质量第一。推进质量强省，提高质量。");
    const QString passage = QStringLiteral("质量");
    CHECK(passageAfter(text, passage, 7) == 7);
    CHECK(passageAfter(QStringLiteral("新增") + text, passage, 7) == 9);
    CHECK(passageAfter(text.mid(2), passage, 7) == 5);
    CHECK(passageAfter(text, passage, 0) == 0);
    CHECK(passageAfter(text, passage, 1000) == 14);
    CHECK(passageAfter(text, passage, -1) == 0);
    CHECK(passageAfter(text, passage, std::numeric_limits<int>::max()) == 14);
    CHECK(passageAfter(text, QStringLiteral("没有"), 3) == -1);
    CHECK(passageAfter({}, passage, 3) == -1);
    CHECK(passageAfter(text, {}, 3) == -1);
}

} // namespace placetracking_test
