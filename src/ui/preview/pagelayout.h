// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/paginate.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace zhibao {

// Lays documents out for the preview: at once while that is quick, in a thread of its own where it is not; the pages
// laid out last stay to be painted meanwhile.
class PageLayout : public QObject {
    Q_OBJECT
public:
    explicit PageLayout(QObject *parent = nullptr);
    ~PageLayout() override;

    void layOut(const Document &document);
    void clear();
    const Pages &pages() const { return m_pages; }
    Fonts &fonts() { return *m_fonts; }

Q_SIGNALS:
    void laidOut(); // pages() are new

private:
    void layOutHere(const Document &document);
    void layOutAside(const Document &document);
    void takeAside();

    // A glyph run names its font by its index in the Fonts that shaped it, and Fonts belong to one thread at a time:
    // so there are two, one to paint from and one lent to the thread, and they change places when it is done.
    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Fonts> m_lent;
    Pages m_pages;
    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_stopped = false;
    std::optional<Result<Pages>> m_aside; // the thread's until it has ended
    std::optional<Document> m_waiting; // what came while the thread was at work; only the newest counts
    qint64 m_cost; // milliseconds that the last layout took
    qint64 m_costAside = 0;
    bool m_wanted = true; // whether what the thread is at is still asked for
};

} // namespace zhibao
