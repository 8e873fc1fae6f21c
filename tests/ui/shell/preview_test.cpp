// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/compose.h"
#include "document/layout/caret.h"
#include "ui/formpage.h"
#include "ui/preview/pagelayout.h"
#include "ui/preview/pageview.h"
#include "ui/preview/previewpane.h"
#include "ui/shell/openwindow.h"
#include "ui/window/formpages.h"

#include <QLabel>
#include <QSignalSpy>

namespace preview_test {

using namespace zhibao;

namespace {

Pages shownPages(LivePages &live)
{
    Pages pages;
    for (int number = 0; number < live.count(); ++number)
        pages.pages.append(live.page(number));
    return pages;
}

Pages shownPages(const OpenWindow &desk)
{
    auto *layout = desk.child<PageLayout>();
    REQUIRE(QTest::qWaitFor([layout] { return layout->pages().count() > 0; }, 30000));
    return shownPages(layout->pages());
}

QString textOf(const Pages &pages)
{
    QString text;
    for (const Page &page : pages.pages) {
        for (const Line &line : page.lines) {
            for (const GlyphRun &run : line.runs)
                text += run.text;
        }
    }
    return text;
}

} // namespace

TEST_CASE("the preview shows the pages of the form in front and follows the typing")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    CHECK(shownPages(desk).pages.first().size.width() > shownPages(desk).pages.first().size.height());

    press(Qt::Key_2, Qt::ControlModifier);
    const Pages pages = shownPages(desk);
    CHECK(pages.pages.first().size.width() < pages.pages.first().size.height());
    CHECK(desk.child<QLabel>(QStringLiteral("pageNumber"))->text().startsWith(QStringLiteral("1 / ")));

    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 0;
    REQUIRE(desk.workspace->openReport().setText(place, QStringLiteral("堃喆学习")));
    CHECK(QTest::qWaitFor([&] { return textOf(shownPages(desk)).contains(QStringLiteral("堃喆学习")); }, 30000));
}

TEST_CASE("a click on the paper puts the caret into that text")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    press(Qt::Key_2, Qt::ControlModifier);
    auto *view = desk.child<PageView>();
    view->setZoom(0.5);
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 0;
    const std::optional<CaretBox> box = boxOf(shownPages(desk), place, 20);
    REQUIRE(box);
    REQUIRE(box->page == 0);
    const double scale = view->shownZoom() * view->logicalDpiX() / 72.0;
    view->showPage(0);
    const double left = (view->viewport()->width() - shownPages(desk).pages.first().size.width() * scale) / 2;
    const QPointF point(left + (box->box.left() + 1) * scale, 16 + box->box.center().y() * scale);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, point.toPoint());

    const FormPage *page = desk.child<FormPages>()->page();
    CHECK(page->currentPlace() == place);
    CHECK(std::abs(page->currentOffset() - 20) <= 1);
}

TEST_CASE("the preview folds with F9 and stays folded at the next start")
{
    OpenWindow desk;
    desk.create();
    CHECK(desk.child<PreviewPane>()->isVisible());
    press(Qt::Key_F9);
    CHECK_FALSE(desk.child<PreviewPane>()->isVisible());
    desk.restart();
    CHECK(desk.window->findChild<PreviewPane *>() == nullptr);
    press(Qt::Key_F9);
    CHECK(desk.child<PreviewPane>()->isVisible());
}

TEST_CASE("a wider window gives the preview more room too")
{
    OpenWindow shown;
    shown.window->resize(1366, 700);
    shown.create();
    const auto *preview = shown.child<PreviewPane>();
    const auto *forms = shown.child<FormPages>();
    const int pages = preview->width();
    const int editor = forms->width();
    shown.window->resize(1920, 1000);
    QTest::qWait(50);
    CHECK(preview->width() >= pages + 150);
    CHECK(forms->width() >= editor + 150);
}

TEST_CASE("zoom and page keys")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    press(Qt::Key_2, Qt::ControlModifier);
    auto *view = desk.child<PageView>();
    REQUIRE(shownPages(desk).pages.size() > 1);
    view->showPage(0);
    const double fitted = view->shownZoom();
    CHECK(view->zoom() == 0);
    QTest::keyClick(view, Qt::Key_PageDown);
    CHECK(view->page() == 1);
    QTest::keyClick(view, Qt::Key_PageUp);
    CHECK(view->page() == 0);
    view->zoomBy(1);
    CHECK(view->shownZoom() > fitted);
    view->setZoom(1);
    CHECK(view->shownZoom() == Approx(1.0));
    view->setZoom(100);
    CHECK(view->shownZoom() <= 4.0);
}

TEST_CASE("a slow layout runs aside, keeps the last pages meanwhile and ends with the newest text")
{
    const Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    const Notice &notice = catalogue->notices.first();
    const QString form = QStringLiteral("annex1");
    Report report = newReport(notice, QStringLiteral("某局"));
    for (int row = 0; row < 400; ++row)
        report.forms[form].rows.append(Row{{{QStringLiteral("study"), QString(80, u'学')}}, {}});
    PageLayout layout;
    QSignalSpy laidOut(&layout, &PageLayout::laidOut);
    const auto layOut = [&] {
        Report frame = report;
        const QList<Row> rows = std::exchange(frame.forms[form].rows, {});
        layout.layOut({compose(frame, notice, form), *notice.form(form), rows});
    };
    layOut();
    CHECK(layout.pages().count() == 0);
    for (int edit = 0; edit < 3; ++edit) {
        report.forms[form].rows[0].cells[QStringLiteral("study")] = QStringLiteral("第%1稿").arg(edit);
        layOut();
    }
    REQUIRE(
        QTest::qWaitFor([&] { return textOf(shownPages(layout.pages())).contains(QStringLiteral("第2稿")); }, 60000));
    CHECK(laidOut.size() == 2); // the first, and the newest of those that came meanwhile
}

} // namespace preview_test
