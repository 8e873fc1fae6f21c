// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/comparison/comparisonview.h"
#include "ui/comparison/showndifference.h"
#include "ui/history/historypage.h"
#include "ui/reportondesk.h"

#include <QSignalSpy>

class QLabel;

namespace zhibao {

// The history page of a report, in a window that is in front.
struct HistoryDesk {
    explicit HistoryDesk(const QSize &size = QSize(1000, 600));
    ~HistoryDesk();

    // Writes the text and saves it as a version of its own, a minute after the one before.
    void write(const Place &place, const QString &text);
    void open(); // refreshes the page and waits for the comparison
    void choose(int version); // from 0, the latest
    void settle(); // waits until what is shown is what was chosen
    void compareWith(int line); // of the list of what to compare with
    QString message(); // what stands in place of the comparison; "" where that is shown
    QStringList spoken(); // the differences, as a screen reader says them
    QAction *action(const QString &text);
    QLabel *label(const char *name);

    template <typename Child>
    Child *child(const char *name)
    {
        return page->findChild<Child *>(QLatin1String(name));
    }

    ReportOnDesk report;
    QWidget window;
    HistoryPage *page;
    ComparisonView *comparison;
    QSignalSpy restored;
    QSignalSpy problems;
};

Place opening();
Place section(int number);

} // namespace zhibao
