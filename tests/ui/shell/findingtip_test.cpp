// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingtip.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/window/formpages.h"
#include "workspace/describe/describe.h"

namespace findingtip_test {

using namespace zhibao;

namespace {

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};
const Place section{QStringLiteral("annex2"), {}, -1, -1, 0};

// Two findings in one cell, and two in a section.
class FoundWindow : public OpenWindow {
public:
    FoundWindow()
    {
        create(QStringLiteral("贵州省市场监督管理局"), true);
        REQUIRE(workspace->openReport().setText(cell, QStringLiteral("质量,强国;建设")));
        REQUIRE(workspace->openReport().setText(section, QStringLiteral("开展12次。\n质量,强国。，建设")));
        child<FormPages>()->showPlace({cell.form, QStringLiteral("study"), 0}, -1, 0);
        press(Qt::Key_Escape);
        press(Qt::Key_F8, Qt::ShiftModifier);
        QCoreApplication::processEvents();
    }

    FindingTip *tip() const { return child<FindingTip>(); }
    FormPage *page() const { return child<FormPages>()->page(); }
    QString sentenceAt(const Place &place, int offset) const
    {
        for (const Finding &finding : workspace->openReport().findings()) {
            if (finding.place == place && finding.offset == offset)
                return describe(finding);
        }
        FAIL("no finding there");
        return {};
    }
    QRect placeOnScreen() const { return page()->currentRect().translated(page()->mapToGlobal(QPoint())); }
    QRect tipOnScreen() const { return {tip()->mapToGlobal(QPoint()), tip()->size()}; }
};

} // namespace

TEST_CASE("F8 says the reason beside the cell it leads to, never over it")
{
    const FoundWindow desk;
    REQUIRE(desk.page()->currentPlace() == cell);
    REQUIRE(desk.tip()->isVisible());
    CHECK(desk.tip()->text().endsWith(desk.sentenceAt(cell, 5))); // the last of the cell
    CHECK(desk.tip()->text().startsWith(QStringLiteral("警告：")));
    CHECK_FALSE(desk.tipOnScreen().intersects(desk.placeOnScreen()));
    CHECK(desk.tipOnScreen().top() - desk.placeOnScreen().bottom() < 20);
    press(Qt::Key_F8, Qt::ShiftModifier); // another one at the same place
    CHECK(desk.page()->currentPlace() == cell);
    CHECK(desk.tip()->text().endsWith(desk.sentenceAt(cell, 2)));
    CHECK(desk.tip()->accessibleName() == desk.tip()->text());
}

TEST_CASE("F8 says the reason beside the line of a summary")
{
    const FoundWindow desk;
    desk.child<FormPages>()->showPlace(section, 0, 0);
    CHECK_FALSE(desk.tip()->isVisible());
    press(Qt::Key_F8);
    QTest::qWait(20);
    REQUIRE(desk.page()->currentPlace() == section);
    REQUIRE(desk.tip()->isVisible());
    CHECK(desk.tip()->text().endsWith(desk.sentenceAt(section, 9)));
    CHECK_FALSE(desk.tipOnScreen().intersects(desk.placeOnScreen()));
    CHECK(desk.window->rect().contains(QRect(desk.tip()->mapTo(desk.window.get(), QPoint()), desk.tip()->size())));
}

TEST_CASE("the reason goes with typing, moving and Esc, which changes nothing else")
{
    const FoundWindow desk;
    REQUIRE(desk.tip()->isVisible());
    SECTION("composing")
    {
        compose(QStringLiteral("zhi"));
        CHECK_FALSE(desk.tip()->isVisible());
        commitComposed(QStringLiteral("质"));
    }
    SECTION("typing")
    {
        typeKeys(QStringLiteral("a"));
        CHECK_FALSE(desk.tip()->isVisible());
    }
    SECTION("moving")
    {
        press(Qt::Key_Tab);
        CHECK_FALSE(desk.tip()->isVisible());
    }
    SECTION("a click")
    {
        QTest::mouseClick(desk.child<FormPages>(), Qt::LeftButton, Qt::NoModifier, QPoint(5, 5));
        CHECK_FALSE(desk.tip()->isVisible());
    }
    SECTION("another page")
    {
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_1, Qt::ControlModifier);
        CHECK_FALSE(desk.tip()->isVisible());
    }
    SECTION("Esc")
    {
        const QWidget *focus = QApplication::focusWidget();
        press(Qt::Key_Escape);
        CHECK_FALSE(desk.tip()->isVisible());
        CHECK(QApplication::focusWidget() == focus); // the cell stays open
        CHECK(textAt(desk.workspace->openReport().report(), cell) == QStringLiteral("质量,强国;建设"));
    }
    SECTION("a modifier alone leaves it")
    {
        press(Qt::Key_Shift);
        CHECK(desk.tip()->isVisible());
    }
}

} // namespace findingtip_test
