// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingorder.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/window/formpages.h"

#include <QLabel>
#include <QListView>
#include <QToolButton>

namespace findings_test {

using namespace zhibao;

namespace {

Finding findingAt(const Place &place, int offset = -1)
{
    Finding finding;
    finding.place = place;
    finding.offset = offset;
    return finding;
}

Place cell(const char16_t *field, int row)
{
    Place place;
    place.form = QStringLiteral("annex1");
    place.field = QString::fromUtf16(field);
    place.row = row;
    return place;
}

Place section(int number)
{
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = number;
    return place;
}

} // namespace

TEST_CASE("the next finding is the next in reading order from the caret, over all forms, and round the end")
{
    const Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    const Notice &notice = catalogue->notices.first();
    const Report report = newReport(notice, QStringLiteral("某局"));
    const QList<Finding> findings{findingAt(cell(u"instructions", 0)), findingAt(cell(u"study", 0)),
        findingAt(section(0), 5), findingAt(section(0), 9)};
    const auto next = [&](const Place &caret, int offset, int shown = -1) {
        return nextFinding(findings, report, notice, caret, offset, shown, Direction::Forward);
    };
    const auto previous = [&](const Place &caret, int offset, int shown = -1) {
        return nextFinding(findings, report, notice, caret, offset, shown, Direction::Backward);
    };
    CHECK(next(cell(u"instructions", 0), 0) == 1);
    CHECK(next(cell(u"experience", 0), 0) == 2);
    CHECK(next(section(0), 5) == 3);
    CHECK(next(section(4), 0) == 0);
    CHECK(next(section(0), 9, 3) == 0);
    CHECK(previous(section(0), 9) == 2);
    CHECK(previous(section(0), 0) == 1);
    CHECK(previous(cell(u"instructions", 0), -1) == 3);
    CHECK(previous(section(4), 0) == 3);
    CHECK(nextFinding({}, report, notice, section(0), 0, -1, Direction::Forward) == -1);
}

TEST_CASE("F8 walks through every finding of a new report and comes round; Enter in the list leads to the place")
{
    OpenWindow desk;
    desk.create();
    const qsizetype count = desk.workspace->openReport().findings().size();
    REQUIRE(count >= 2); // a form not begun is one finding
    auto *forms = desk.child<FormPages>();
    QList<Place> places;
    for (qsizetype step = 0; step < count; ++step) {
        press(Qt::Key_F8);
        places.append(forms->page()->currentPlace());
    }
    press(Qt::Key_F8);
    CHECK(forms->page()->currentPlace() == places.first());
    CHECK(std::any_of(places.begin(), places.end(), [](const Place &place) { return place.form == u"annex2"; }));
    press(Qt::Key_F8, Qt::ShiftModifier);
    CHECK(forms->page()->currentPlace() == places.last());

    press(Qt::Key_3, Qt::ControlModifier);
    REQUIRE(desk.isShown("zhibao::FindingsPage"));
    auto *list = desk.child<QListView>(QStringLiteral("findingList"));
    CHECK(list->model()->rowCount() == count);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(forms->page()->currentPlace().form == desk.workspace->openReport().findings().last().place.form);
}

TEST_CASE("the status line follows what is written")
{
    OpenWindow desk;
    desk.create();
    auto *findings = desk.child<QToolButton>(QStringLiteral("findings"));
    const QString before = findings->text();
    CHECK(before.contains(QStringLiteral("处需修改")));
    REQUIRE(desk.workspace->openReport().setText(section(0), QStringLiteral("今年集中学习12次。")));
    CHECK(QTest::qWaitFor([&] { return findings->text() != before; }));
    press(Qt::Key_2, Qt::ControlModifier);
    auto *length = desk.child<QLabel>(QStringLiteral("length"));
    CHECK(length->text().endsWith(QStringLiteral("/ 3\u202f000")));

    auto *verdict = desk.child<QLabel>(QStringLiteral("verdict"));
    CHECK(verdict->text().isEmpty());
    REQUIRE(desk.workspace->openReport().setText(section(0), QString(2500, u'质')));
    CHECK(verdict->text().startsWith(QStringLiteral("还可写")));
    REQUIRE(desk.workspace->openReport().setText(section(0), QString(3100, u'质')));
    CHECK(verdict->text().startsWith(QStringLiteral("超出")));

    auto *saved = desk.child<QLabel>(QStringLiteral("saved"));
    CHECK(saved->text() == QStringLiteral("正在保存…"));
    REQUIRE(desk.workspace->openReport().flush());
    CHECK(saved->text() == QStringLiteral("已保存 09:30"));
}

} // namespace findings_test
