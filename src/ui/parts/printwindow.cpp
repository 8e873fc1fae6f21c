// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/printwindow.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int mostCopies = 99;
// Lines of text.
constexpr int printWidth = 24;
constexpr int pageWidth = 4;

PrinterChoice choiceOf(const QPrinterInfo &printer)
{
    const QList<QPrinter::DuplexMode> sides = printer.supportedDuplexModes();
    const QList<QPrinter::ColorMode> colors = printer.supportedColorModes();
    return {printer.printerName(), sides.contains(QPrinter::DuplexLongSide), colors.contains(QPrinter::Color)};
}

} // namespace

QList<PrinterChoice> printersOfMachine()
{
    QList<QPrinterInfo> printers = QPrinterInfo::availablePrinters();
    std::stable_partition(
        printers.begin(), printers.end(), [](const QPrinterInfo &printer) { return printer.isDefault(); });
    QList<PrinterChoice> choices;
    for (const QPrinterInfo &printer : std::as_const(printers))
        choices.append(choiceOf(printer));
    return choices;
}

PrintWindow::PrintWindow(const QList<PrinterChoice> &printers, int pages, QWidget *parent)
    : QDialog(parent)
    , m_printers(printers)
    , m_pages(pages)
    , m_printer(new QComboBox(this))
    , m_which(new QComboBox(this))
    , m_first(new QSpinBox(this))
    , m_last(new QSpinBox(this))
    , m_copies(new QSpinBox(this))
    , m_sorted(new QCheckBox(tr("逐份打印(&O)"), this))
    , m_reversed(new QCheckBox(tr("从最后一页起(&V)"), this))
    , m_sides(new QComboBox(this))
    , m_color(new QComboBox(this))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("打印"));
    m_printer->setObjectName(QStringLiteral("printer"));
    m_which->setObjectName(QStringLiteral("which"));
    m_sides->setObjectName(QStringLiteral("sides"));
    m_color->setObjectName(QStringLiteral("color"));
    m_message->setObjectName(QStringLiteral("message"));
    for (const PrinterChoice &printer : m_printers)
        m_printer->addItem(printer.name);
    m_sides->addItem(tr("单面"), QPrinter::DuplexNone);
    m_sides->addItem(tr("双面，沿长边翻"), QPrinter::DuplexLongSide);
    m_sides->addItem(tr("双面，沿短边翻"), QPrinter::DuplexShortSide);
    m_color->addItem(tr("彩色"), QPrinter::Color);
    m_color->addItem(tr("黑白"), QPrinter::GrayScale);
    m_copies->setObjectName(QStringLiteral("copies"));
    m_copies->setRange(1, mostCopies);
    m_copies->setSuffix(tr(" 份"));
    m_sorted->setChecked(true);
    m_message->setWordWrap(true);
    m_message->setVisible(m_printers.isEmpty());
    m_message->setText(tr("这台电脑上没有打印机。可以先导出 PDF，拿到有打印机的电脑上打印。"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    form->setHorizontalSpacing(theme::space3);
    form->setVerticalSpacing(theme::space2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_message);
    form->addRow(tr("打印机(&P)"), m_printer);
    form->addRow(tr("页面(&R)"), makeRange());
    form->addRow(tr("份数(&C)"), m_copies);
    form->addRow(tr("纸面(&S)"), m_sides);
    form->addRow(tr("颜色(&K)"), m_color);
    form->addRow(QString(), m_sorted);
    form->addRow(QString(), m_reversed);
    form->addRow(makeButtons());
    for (QWidget *field : std::initializer_list<QWidget *>{m_printer, m_copies, m_sides, m_color})
        field->setAccessibleName(static_cast<QLabel *>(form->labelForField(field))->text().section(u'(', 0, 0));
    connect(m_printer, &QComboBox::currentIndexChanged, this, &PrintWindow::showPrinter);
    connect(m_copies, &QSpinBox::valueChanged, this, [this](int copies) { m_sorted->setEnabled(copies > 1); });
    m_sorted->setEnabled(false);
    setMinimumWidth(printWidth * QFontMetrics(theme::bodyFont()).height());
    showPrinter();
    showRange();
    if (m_printers.isEmpty()) {
        for (QWidget *field : std::initializer_list<QWidget *>{m_printer, m_which, m_copies, m_color, m_reversed})
            field->setEnabled(false);
    }
}

QWidget *PrintWindow::makeRange()
{
    auto *range = new QWidget(this);
    auto *to = new QLabel(tr("到"), range);
    m_which->addItem(tr("全部，共 %1 页").arg(m_pages));
    m_which->addItem(tr("从第几页到第几页"));
    m_which->setAccessibleName(tr("页面"));
    m_first->setObjectName(QStringLiteral("first"));
    m_first->setAccessibleName(tr("从第几页"));
    m_last->setObjectName(QStringLiteral("last"));
    m_last->setAccessibleName(tr("到第几页"));
    m_first->setRange(1, m_pages);
    m_last->setRange(1, m_pages);
    m_last->setValue(m_pages);
    for (QSpinBox *page : {m_first, m_last})
        page->setMinimumWidth(pageWidth * QFontMetrics(theme::bodyFont()).height());
    auto *across = new QHBoxLayout(range);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(theme::space2);
    across->addWidget(m_which, 1);
    across->addWidget(m_first);
    across->addWidget(to);
    across->addWidget(m_last);
    range->setFocusProxy(m_which);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PrintWindow::showRange);
    // Neither passes the other.
    connect(m_first, &QSpinBox::valueChanged, m_last, &QSpinBox::setMinimum);
    connect(m_last, &QSpinBox::valueChanged, m_first, &QSpinBox::setMaximum);
    return range;
}

QWidget *PrintWindow::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_print = buttons->addButton(tr("打印(&T)"), QDialogButtonBox::AcceptRole);
    m_print->setIcon(theme::icon(QStringLiteral("printer")));
    m_print->setDefault(true);
    m_print->setEnabled(!m_printers.isEmpty());
    if (m_printers.isEmpty())
        m_print->setToolTip(m_message->text());
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void PrintWindow::showPrinter()
{
    const PrinterChoice printer = m_printers.value(m_printer->currentIndex());
    const QString tip = tr("这台打印机不能");
    m_sides->setEnabled(printer.printsBothSides);
    m_sides->setToolTip(printer.printsBothSides ? QString() : tip);
    if (!printer.printsBothSides)
        m_sides->setCurrentIndex(0);
    m_color->setEnabled(printer.printsColor);
    m_color->setToolTip(printer.printsColor ? QString() : tip);
    m_color->setCurrentIndex(printer.printsColor ? 0 : 1);
}

void PrintWindow::showRange()
{
    const bool isPart = m_which->currentIndex() == 1;
    m_first->setEnabled(isPart);
    m_last->setEnabled(isPart);
}

QPrinter::DuplexMode PrintWindow::sides() const
{
    return static_cast<QPrinter::DuplexMode>(m_sides->currentData().toInt());
}

void PrintWindow::applyTo(QPrinter &printer) const
{
    printer.setPrinterName(m_printer->currentText());
    const bool isPart = m_which->currentIndex() == 1;
    printer.setPrintRange(isPart ? QPrinter::PageRange : QPrinter::AllPages);
    if (isPart)
        printer.setFromTo(m_first->value(), m_last->value());
    printer.setCopyCount(m_copies->value());
    printer.setCollateCopies(m_sorted->isChecked());
    printer.setPageOrder(m_reversed->isChecked() ? QPrinter::LastPageFirst : QPrinter::FirstPageFirst);
    printer.setDuplex(sides());
    printer.setColorMode(static_cast<QPrinter::ColorMode>(m_color->currentData().toInt()));
}

} // namespace zhibao
