// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/preview/pagelayout.h"

#include <QElapsedTimer>

namespace zhibao {

namespace {

// Above this a layout is felt as a hitch while typing.
constexpr qint64 quickEnough = 30; // milliseconds

} // namespace

PageLayout::PageLayout(QObject *parent)
    : QObject(parent)
    , m_fonts(std::make_unique<Fonts>())
    , m_cost(quickEnough + 1) // unknown: the first one also loads the fonts
{
}

PageLayout::~PageLayout()
{
    if (m_thread) {
        m_stopped = true;
        m_thread->wait();
    }
}

void PageLayout::layOut(const Document &document)
{
    if (m_thread)
        m_waiting = document;
    else if (m_cost <= quickEnough)
        layOutHere(document);
    else
        layOutAside(document);
}

void PageLayout::clear()
{
    m_pages = {};
    m_waiting.reset();
    m_wanted = false;
    m_cost = quickEnough + 1; // the next document may be a large one
    Q_EMIT laidOut();
}

void PageLayout::layOutHere(const Document &document)
{
    QElapsedTimer timer;
    timer.start();
    const Result<Pages> pages = paginate(document, *m_fonts);
    m_cost = timer.elapsed();
    if (!pages)
        return; // only a stop ends a layout early, and nobody stops this one
    m_pages = *pages;
    Q_EMIT laidOut();
}

void PageLayout::layOutAside(const Document &document)
{
    if (!m_lent)
        m_lent = std::make_unique<Fonts>();
    m_wanted = true;
    m_thread.reset(QThread::create([this, document] {
        QElapsedTimer timer;
        timer.start();
        m_aside = paginate(document, *m_lent, [this](double) { return !m_stopped; });
        m_costAside = timer.elapsed();
    }));
    connect(m_thread.get(), &QThread::finished, this, &PageLayout::takeAside);
    m_thread->start();
}

void PageLayout::takeAside()
{
    m_thread->wait();
    m_thread.release()->deleteLater();
    m_cost = m_costAside;
    if (*m_aside && m_wanted) {
        m_pages = **m_aside;
        std::swap(m_fonts, m_lent);
        Q_EMIT laidOut();
    }
    m_aside.reset();
    if (m_waiting) {
        const Document next = *std::exchange(m_waiting, std::nullopt);
        layOut(next);
    }
}

} // namespace zhibao
