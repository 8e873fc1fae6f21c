// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>
#include <QPrinter>
#include <QString>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace zhibao {

// A printer of the machine, as far as one chooses of it.
struct PrinterChoice {
    QString name;
    bool printsBothSides = false;
    bool printsColor = true;
};

// The printers there are, the default one first.
QList<PrinterChoice> printersOfMachine();

// 打印: on which printer, which pages, how often, on one side or both. What is chosen goes into the printer.
class PrintWindow : public QDialog {
    Q_OBJECT
public:
    // `pages`: how many there are.
    PrintWindow(const QList<PrinterChoice> &printers, int pages, QWidget *parent = nullptr);

    void applyTo(QPrinter &printer) const;
    QPrinter::DuplexMode sides() const;

private:
    QWidget *makeRange();
    QWidget *makeButtons();
    void showPrinter(); // what it can do
    void showRange();

    const QList<PrinterChoice> m_printers;
    const int m_pages;
    QComboBox *m_printer;
    QComboBox *m_which;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QSpinBox *m_copies;
    QCheckBox *m_sorted;
    QCheckBox *m_reversed;
    QComboBox *m_sides;
    QComboBox *m_color;
    QLabel *m_message;
    QPushButton *m_print = nullptr;
};

} // namespace zhibao
