// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/tabletext.h"
#include "exchange/report/reportfile.h"
#include "judges_pdf.h"
#include "ui/export/exportpage.h"
#include "ui/formpage.h"
#include "ui/shell/openwindow.h"
#include "ui/window/formpages.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>

namespace hands_test {

using namespace zhibao;

namespace {

const QString unit = QStringLiteral("贵州省市场监督管理局");

Report exampleOf(const OpenWindow &desk)
{
    const Result<ReportFile> file = readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/%1.json").arg(unit),
        desk.workspace->office().catalogue().notices);
    REQUIRE(file);
    return file->report;
}

Place placeInHand(const OpenWindow &desk)
{
    return desk.child<FormPages>()->page()->currentPlace();
}

void fillTable(const OpenWindow &desk, const FormAnswer &wanted)
{
    press(Qt::Key_1, Qt::ControlModifier);
    const Row &row = wanted.rows.first();
    const qsizetype cells
        = desk.workspace->openReport().notice().forms.first().table()->columns.size() - 1; // 序号 is not typed
    for (qsizetype cell = 0; cell < cells; ++cell) {
        if (cell > 0)
            press(Qt::Key_Tab);
        const Place place = placeInHand(desk);
        type((place.entry >= 0 ? row.entries.value(place.entry) : row.cells).value(place.field));
    }
    auto *contact = desk.child<QWidget>(QStringLiteral("contact"));
    QTest::mouseClick(contact, Qt::LeftButton);
    type(wanted.fields.value(field::contact));
}

void fillSummary(const OpenWindow &desk, const FormAnswer &wanted)
{
    press(Qt::Key_2, Qt::ControlModifier);
    const Form &form = desk.workspace->openReport().notice().forms.last();
    QList<Place> places{{form.id, field::title}, {form.id, field::addressee}, {form.id, field::opening}};
    for (int section = 0; section < form.outline()->sections.size(); ++section)
        places.append(Place{form.id, {}, -1, -1, section});
    places += {{form.id, field::closing}, {form.id, field::date}, {form.id, field::contact}};
    Report answer;
    answer.forms[form.id] = wanted;
    for (const Place &place : std::as_const(places)) {
        for (int tabs = 0; placeInHand(desk) != place && tabs < 3; ++tabs)
            press(Qt::Key_Tab); // beside the date stands the calendar's button
        REQUIRE(placeInHand(desk) == place);
        press(Qt::Key_A, Qt::ControlModifier);
        type(textAt(answer, place));
    }
}

QStringList exported(const OpenWindow &desk, const QString &folder)
{
    press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(desk.isShown("zhibao::ExportPage"));
    auto *page = desk.child<ExportPage>();
    page->findChild<QLineEdit *>(QStringLiteral("folder"))->setText(folder);
    QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("begin")), Qt::LeftButton);
    auto *stop = page->findChild<QPushButton *>(QStringLiteral("stop"));
    REQUIRE(QTest::qWaitFor([stop] { return stop->isHidden(); }, 60000));
    QStringList files;
    const auto *list = page->findChild<QListWidget *>(QStringLiteral("files"));
    for (int row = 0; row < list->count(); ++row)
        files.append(list->item(row)->toolTip());
    return files;
}

} // namespace

TEST_CASE("both annexes of an example are filled from empty by keys and mouse, undone, redone and exported")
{
    OpenWindow desk;
    typeKeys(QStringLiteral("520000"));
    press(Qt::Key_Return);
    REQUIRE(desk.workspace->openReport().isOpen());
    const Report empty = desk.workspace->openReport().report();
    const Report example = exampleOf(desk);

    fillTable(desk, example.forms.value(QStringLiteral("annex1")));
    fillSummary(desk, example.forms.value(QStringLiteral("annex2")));
    CHECK(desk.workspace->openReport().report() == example);

    const int changes = desk.workspace->openReport().undoStack()->count();
    for (int change = 0; change < changes; ++change)
        press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.workspace->openReport().report() == empty);
    for (int change = 0; change < changes; ++change)
        press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(desk.workspace->openReport().report() == example);

    const QStringList files = exported(desk, desk.folder.filePath(QStringLiteral("out")));
    REQUIRE(files.size() == 4);
    QString printed;
    for (const QString &file : files) {
        if (file.endsWith(QStringLiteral(".pdf")))
            printed += judges::pdfText(file, {QStringLiteral("-raw")}).remove(u'\n').remove(u'\f');
    }
    for (const Form &form : desk.workspace->openReport().notice().forms) {
        for (const Place &place : textPlaces(example, desk.workspace->openReport().notice(), form.id)) {
            if (place.field == field::date)
                continue; // printed in its official form
            const QStringList paragraphs = textAt(example, place).split(u'\n');
            for (const QString &paragraph : paragraphs) {
                INFO(paragraph.toStdString());
                // A page number, and the mark of a draft, stand where a paragraph goes over to the next page.
                static const QRegularExpression edges(QStringLiteral("— \\d+ —|送审稿"));
                CHECK(QString(printed).remove(edges).contains(paragraph));
            }
        }
    }

    desk.restart();
    CHECK(desk.workspace->openReport().report() == example);
}

TEST_CASE("a table copied in a word processor is pasted into the window and undone by key")
{
    OpenWindow desk;
    desk.create(unit);
    const Report empty = desk.workspace->openReport().report();
    press(Qt::Key_1, Qt::ControlModifier);
    auto *clipboard = new QMimeData;
    clipboard->setHtml(QStringLiteral(
        "<table><tr><td>批示一</td><td>学习一</td></tr><tr><td>批示二</td><td>学习二</td></tr></table>"));
    QGuiApplication::clipboard()->setMimeData(clipboard);
    press(Qt::Key_V, Qt::ControlModifier);
    const QList<Row> rows = desk.workspace->openReport().report().forms.value(QStringLiteral("annex1")).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells.value(QStringLiteral("study")) == QStringLiteral("学习一"));
    CHECK(rows[1].cells.value(QStringLiteral("instructions")) == QStringLiteral("批示二"));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.workspace->openReport().report() == empty);
}

} // namespace hands_test
