// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "ui/parts/celltypesetter.h"
#include "ui/table/columnwidths.h"
#include "ui/table/tablegeometry.h"
#include "ui/table/tableheader.h"
#include "ui/table/tablepage.h"
#include "ui/theme.h"

#include <QImage>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch.hpp>
#include <numeric>

namespace layout_test {

using namespace zhibao;

namespace {

const QString study = QStringLiteral("study");
const QString title = QStringLiteral("title");

Report large(const Notice &notice, int rows)
{
    Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
    QList<Row> &list = report.forms[QStringLiteral("annex1")].rows;
    list.clear();
    const QString sentence = QStringLiteral("全省市场监管系统集中学习1 482场，4.27万人次参加，推动《纲要》落地见效。");
    for (int row = 0; row < rows; ++row) {
        const QString text = QString::number(row) + sentence + sentence;
        list.append(Row{{{QStringLiteral("instructions"), text}, {study, text}, {QStringLiteral("activities"), text},
                            {QStringLiteral("experience"), text}},
            {{{title, text}, {QStringLiteral("issuer"), text}, {QStringLiteral("progress"), text}}}});
    }
    return report;
}

// Whether a rule crosses the whole picture along the row of pixels within [left, right).
bool hasRule(const QImage &image, int y, int left, int right, const QColor &rule)
{
    for (int x = left; x < right; ++x) {
        if (image.pixel(x, y) != rule.rgb())
            return false;
    }
    return true;
}

int rulesIn(const QImage &image, int left, int right, const QColor &rule)
{
    int rules = 0;
    for (int y = 0; y < image.height(); ++y)
        rules += hasRule(image, y, left, right, rule) ? 1 : 0;
    return rules;
}

} // namespace

TEST_CASE("the page says what the notice says, to the letter", "[table]")
{
    ReportOnDesk opened(QStringLiteral("云溪计函〔2031〕4号"));
    TablePage page(opened, QStringLiteral("survey"));
    const Form &form = *opened.workspace.openReport().notice().form(QStringLiteral("survey"));
    const auto label
        = [&](const char *name) { return page.editor.findChild<QLabel *>(QString::fromLatin1(name))->text(); };
    CHECK(label("mark") == form.mark);
    CHECK(label("title") == form.title);
    CHECK(label("unit") == form.table()->unitLabel + opened.workspace.openReport().report().unit);
    CHECK(label("contactLabel") == form.table()->contactLabel);
    CHECK(label("deadline").startsWith(form.deadlineWords));
    CHECK(label("deadline").endsWith(QStringLiteral("天")));
    CHECK(page.view->model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString() == QStringLiteral("编号"));
}

TEST_CASE("a header of three levels is ruled where its cells are merged", "[table]")
{
    ReportOnDesk opened(QStringLiteral("云溪计函〔2031〕4号"));
    TablePage page(opened, QStringLiteral("survey"));
    QHeaderView *header = page.view->horizontalHeader();
    const QImage image = header->viewport()->grab().toImage();
    const QColor rule = theme::gridLine(header->palette());
    const auto rules = [&](int column) {
        const int left = header->sectionViewportPosition(column);
        // Beside the words: the margin at the left is free of them.
        return rulesIn(image, left + 1, left + 4, rule);
    };
    CHECK(rules(0) == 2); // one cell over three levels: top and bottom
    CHECK(rules(1) == 2);
    CHECK(rules(2) == 4); // three levels
    CHECK(rules(3) == 3 + 1);
    CHECK(rules(6) == 2);
    CHECK(header->height() >= 3 * lineHeightOf(header->font()));
}

TEST_CASE("the columns fill the view by the form's shares, and all fit beside the navigation", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    QHeaderView *header = page.view->horizontalHeader();
    CHECK(header->length() == page.view->viewport()->width());
    CHECK(page.view->horizontalScrollBar()->maximum() == 0);
    for (int column = 0; column < header->count(); ++column) {
        const double wanted = opened.workspace.openReport().notice().forms.first().table()->columns.at(column).width;
        CHECK(header->sectionSize(column) == Approx(wanted * header->length()).margin(20));
    }
    page.editor.resize(420, 640);
    QCoreApplication::processEvents();
    CHECK(page.view->horizontalScrollBar()->maximum() > 0);
}

TEST_CASE("an edge drawn by hand takes from its neighbour alone", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    QHeaderView *header = page.view->horizontalHeader();
    QList<int> before;
    for (int column = 0; column < header->count(); ++column)
        before.append(header->sectionSize(column));
    const int edge = header->sectionViewportPosition(2) - 1;
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, {edge, 10});
    QTest::mouseMove(header->viewport(), {edge + 20, 10});
    QTest::mouseMove(header->viewport(), {edge + 40, 10});
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, {edge + 40, 10});
    CHECK(header->sectionSize(1) == before.at(1) + 40);
    CHECK(header->sectionSize(2) == before.at(2) - 40);
    CHECK(header->sectionSize(3) == before.at(3));
    CHECK(header->length() == std::accumulate(before.begin(), before.end(), 0));
}

TEST_CASE("widths fill any room, and no share is lost", "[table]")
{
    ReportOnDesk opened;
    const Form &form = opened.workspace.openReport().notice().forms.first();
    const ColumnWidths widths(*form.table());
    for (int room = 700; room < 1500; room += 37) {
        const QList<int> fitted = widths.fitted(room, 14);
        CHECK(std::accumulate(fitted.begin(), fitted.end(), 0) == room);
    }
    const QList<int> least = widths.fitted(10, 14);
    CHECK(*std::min_element(least.begin(), least.end()) >= 14);
}

TEST_CASE("a line grows with its text up to a limit, and the editor sets the text as the cell does", "[table]")
{
    ReportOnDesk opened;
    TablePage page(opened);
    const int alone = page.view->rowHeight(0);
    const int line = lineHeightOf(page.view->font());
    const int width = page.view->columnWidth(1);
    CellTypesetter measure(page.view->font());
    QString text;
    for (int words = 1; words <= 40; ++words) {
        text += QStringLiteral("质量强国Quality，");
        REQUIRE(opened.workspace.openReport().setText(page.cellPlace(QStringLiteral("instructions"), 0), text));
        INFO(words);
        const int lines = (measure.height(text, width) - 2 * CellTypesetter::topMargin - CellTypesetter::rule) / line;
        CHECK(page.view->rowHeight(0) == alone + (lines - 1) * line);
        if (lines < CellTypesetter::lineLimit)
            CHECK(page.view->editor().contentHeight() == lines * line);
    }
    CHECK(page.view->rowHeight(0) == alone + (CellTypesetter::lineLimit - 1) * line);
    CHECK(measure.isCut(text, {width, page.view->rowHeight(0)}));
}

TEST_CASE("a long text beside several entries finds room over all of them", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport(QStringLiteral("内蒙古自治区市场监督管理局")));
    TablePage page(opened);
    const QString text = QString(QStringLiteral("长")).repeated(120);
    REQUIRE(opened.workspace.openReport().setText(page.cellPlace(study, 0), text));
    CellTypesetter measure(page.view->font());
    CHECK(page.view->visualRect(page.view->model()->index(0, 2)).height()
        >= measure.height(text, page.view->columnWidth(2)));
}

TEST_CASE("the heights of a table of 300 rows become exact without moving what is in sight", "[table]")
{
    ReportOnDesk opened;
    opened.fill(large(opened.workspace.openReport().notice(), 300));
    TablePage page(opened);
    page.take(study, 150);
    QTest::qWait(50);
    for (int key = 0; key < 20; ++key)
        commitComposed(QStringLiteral("字"));
    CHECK(page.text(study, 150).endsWith(QStringLiteral("字字")));
    // All heights are exact in the end, and what was in sight has not moved.
    CellTypesetter measure(page.view->font());
    const auto wanted = [&] {
        int most = 0;
        for (int column = 1; column < 8; ++column) {
            const QString text = page.view->model()->index(299, column).data().toString();
            most = std::max(most, measure.height(text, page.view->columnWidth(column)));
        }
        return most;
    };
    CHECK(QTest::qWaitFor([&] { return page.view->rowHeight(299) == wanted(); }, 20'000));
    CHECK(page.view->viewport()->rect().intersects(page.view->visualRect(page.view->cell())));
}

TEST_CASE("where a row comes, goes or moves each of the others keeps its own height", "[table]")
{
    ReportOnDesk opened;
    Report report = large(opened.workspace.openReport().notice(), 120);
    int characters = 0;
    for (Row &row : report.forms[QStringLiteral("annex1")].rows)
        row = Row{{{study, QString(QStringLiteral("质量强国Quality，iiii")).repeated(++characters % 9)}}, {}};
    opened.fill(report);
    TablePage page(opened);
    OpenReport &open = opened.workspace.openReport();
    const QString form = QStringLiteral("annex1");
    const auto heights = [&] {
        QList<int> all;
        for (int line = 0; line < page.view->model()->rowCount(); ++line)
            all.append(page.view->rowHeight(line));
        return all;
    };
    // As they are when nothing is left to be measured.
    const auto settled = [&] {
        QList<int> last;
        REQUIRE(QTest::qWaitFor(
            [&] {
                QTest::qWait(100);
                return std::exchange(last, heights()) == heights();
            },
            20'000));
        return last;
    };
    const QList<int> before = settled();
    REQUIRE(QSet<int>(before.cbegin(), before.cend()).size() > 1);
    REQUIRE(open.moveRow(form, 100, 3));
    QList<int> moved = before;
    moved.move(100, 3);
    CHECK(heights() == moved); // at once
    REQUIRE(open.removeRow(form, 50));
    moved.removeAt(50);
    CHECK(heights() == moved);
    REQUIRE(open.insertRow(form, 10));
    QList<int> inserted = heights();
    inserted.removeAt(10);
    CHECK(inserted == moved);
    open.undoStack()->undo();
    open.undoStack()->undo();
    open.undoStack()->undo();
    CHECK(settled() == before);
    // Other widths are measured anew.
    page.editor.resize(page.editor.width() * 2 / 3, page.editor.height());
    CHECK(settled() != before);
}

TEST_CASE("a cell's finding is marked and described", "[table]")
{
    ReportOnDesk opened;
    opened.fill(exampleReport());
    TablePage page(opened);
    REQUIRE(opened.workspace.openReport().setText(page.cellPlace(study, 0), QStringLiteral("学习《纲要情况")));
    const auto *model = qobject_cast<TableModel *>(page.view->model());
    const QModelIndex cell = model->indexOf(page.cellPlace(study, 0));
    REQUIRE(QTest::qWaitFor([&] { return model->finding(cell) != nullptr; }));
    CHECK(cell.data(Qt::ToolTipRole).toString().contains(u'《'));
}

} // namespace layout_test
