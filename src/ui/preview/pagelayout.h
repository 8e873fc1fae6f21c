// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/livepages.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace zhibao {

// Lays a form out for the preview: at once while that is quick, in a thread of its own where it is not; the pages laid
// out last stay to be painted meanwhile.
class PageLayout : public QObject {
    Q_OBJECT
public:
    // A form with the rows of its table, and its document as if it had none.
    struct Sheet {
        Document frame;
        Form form;
        QList<Row> rows;
    };

    explicit PageLayout(QObject *parent = nullptr);
    ~PageLayout() override;

    void layOut(const Sheet &sheet);
    void clear();
    LivePages &pages() { return *m_shown.pages; }
    Fonts &fonts() { return *m_shown.fonts; }

Q_SIGNALS:
    void laidOut(); // pages() are new

private:
    // A glyph run names its font by its index in the Fonts that shaped it, and Fonts belong to one thread at a time.
    struct Layout {
        std::unique_ptr<Fonts> fonts;
        std::unique_ptr<LivePages> pages;
    };

    bool isQuick(const Sheet &sheet) const;
    void layOutHere(const Sheet &sheet);
    void layOutAside(const Sheet &sheet);
    void takeAside();

    Layout m_shown;
    Layout m_aside; // the thread's until it has ended; changes places with what is shown when that is done
    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_stopped = false;
    bool m_done = false; // the thread's until it has ended
    std::optional<Sheet> m_waiting; // what came while the thread was at work; only the newest counts
    double m_cost; // milliseconds that the last layout took, or each hundred rows of a larger one
    double m_costAside = 0;
    bool m_wanted = true; // whether what the thread is at is still asked for
};

} // namespace zhibao
