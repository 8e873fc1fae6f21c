// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/start/reportlist.h"

#include <QWidget>

#include <memory>
#include <optional>

class QToolButton;

namespace Ui {
class StartPage;
}

namespace zhibao {

class ReportFilter;
class Office;

// Lists the reports of the store: find one, open it, begin another.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(Office &office, QWidget *parent = nullptr);
    ~StartPage() override;

    // Reads the list anew; false where it can not be read (problem() says why in words).
    bool reload();
    int count() const;
    // What waits for who is signed in, as the list has it; and lists only that, the first of it selected.
    QList<qint64> waiting() const;
    void showWaiting();
    // Selects a report's row and takes the focus.
    void select(qint64 report);
    std::optional<qint64> selected() const;
    QString selectedName() const; // the unit, and the occasion where there is one

Q_SIGNALS:
    void selectionChanged();
    void openWanted(qint64 report);
    void exportWanted(); // of the selected row
    void removeWanted(qint64 report);
    void createWanted();
    void importWanted();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectButtons();
    void layOutColumns();
    void filterChanged(const QString &typed);
    bool waitsForPerson(const ReportSummary &report) const;
    void showPressing();
    void filterPressing(Pressing pressing, bool wanted);
    QToolButton *button(Pressing pressing) const;
    QString latenessWords(const ReportSummary &report) const;
    void updateRowButtons();
    const ReportSummary *selectedReport() const;

    Office &m_office;
    std::unique_ptr<Ui::StartPage> m_ui;
    ReportList *m_list;
    ReportFilter *m_shown;
};

} // namespace zhibao
