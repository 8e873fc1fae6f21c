// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/export/printing.h"
#include "ui/parts/printwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <catch2/catch.hpp>

namespace print_test {

using namespace zhibao;

namespace {

const QList<PrinterChoice> twoPrinters{
    {QStringLiteral("办公室激光打印机"), true, false}, {QStringLiteral("彩色打印机"), false, true}};

template <typename Widget>
Widget &part(const PrintWindow &window, const char *name)
{
    auto *found = window.findChild<Widget *>(QString::fromLatin1(name));
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("what is chosen in the print window goes to the printer")
{
    PrintWindow window(twoPrinters, 12);
    window.show();
    keepOffTheNetwork();
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    window.applyTo(printer);
    CHECK(printer.printRange() == QPrinter::AllPages);
    CHECK(printer.copyCount() == 1);
    CHECK(printer.pageOrder() == QPrinter::FirstPageFirst);

    part<QComboBox>(window, "which").setCurrentIndex(1);
    part<QSpinBox>(window, "first").setValue(3);
    part<QSpinBox>(window, "last").setValue(5);
    part<QSpinBox>(window, "copies").setValue(2);
    part<QComboBox>(window, "sides").setCurrentIndex(1);
    for (QCheckBox *box : window.findChildren<QCheckBox *>()) {
        if (box->text().contains(QStringLiteral("最后一页")))
            box->setChecked(true);
    }
    window.applyTo(printer);
    CHECK(printer.printRange() == QPrinter::PageRange);
    CHECK(printer.fromPage() == 3);
    CHECK(printer.toPage() == 5);
    CHECK(printer.copyCount() == 2);
    CHECK(printer.pageOrder() == QPrinter::LastPageFirst);
    CHECK(printer.colorMode() == QPrinter::GrayScale); // the first printer has no colours
    CHECK(window.sides() == QPrinter::DuplexLongSide); // which a printer of PDF does not keep
    part<QComboBox>(window, "printer").setCurrentIndex(1);
    window.applyTo(printer);
    CHECK(printer.colorMode() == QPrinter::Color);
    CHECK(window.sides() == QPrinter::DuplexNone);
}

TEST_CASE("neither end of the pages passes the other, and they count only where they are asked for")
{
    const PrintWindow window(twoPrinters, 12);
    auto &first = part<QSpinBox>(window, "first");
    auto &last = part<QSpinBox>(window, "last");
    CHECK_FALSE(first.isEnabled());
    part<QComboBox>(window, "which").setCurrentIndex(1);
    CHECK(first.isEnabled());
    first.setValue(8);
    last.setValue(4);
    CHECK(last.value() == 8);
    first.setValue(20);
    CHECK(first.value() == 8);
}

TEST_CASE("what a printer cannot is not offered")
{
    const PrintWindow window(twoPrinters, 2);
    CHECK(part<QComboBox>(window, "sides").isEnabled());
    CHECK_FALSE(part<QComboBox>(window, "color").isEnabled());
    part<QComboBox>(window, "sides").setCurrentIndex(2);
    part<QComboBox>(window, "printer").setCurrentIndex(1);
    CHECK_FALSE(part<QComboBox>(window, "sides").isEnabled());
    CHECK(part<QComboBox>(window, "sides").currentIndex() == 0);
    CHECK(part<QComboBox>(window, "color").isEnabled());
    CHECK_FALSE(part<QComboBox>(window, "sides").toolTip().isEmpty());
}

TEST_CASE("without a printer the print window says what can be done instead")
{
    PrintWindow window({}, 2);
    window.show();
    const auto &message = part<QLabel>(window, "message");
    CHECK(message.isVisible());
    CHECK(message.text().contains(QStringLiteral("导出 PDF")));
    int prints = 0;
    for (const QPushButton *button : window.findChildren<QPushButton *>())
        prints += button->isEnabled() && button->text().contains(QStringLiteral("打印")) ? 1 : 0;
    CHECK(prints == 0);
    PrintWindow able(twoPrinters, 2);
    able.show();
    CHECK_FALSE(part<QLabel>(able, "message").isVisible());
}

} // namespace print_test
