// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/preview/pagelayout.h"

#include <QElapsedTimer>

#include <algorithm>

namespace zhibao {

namespace {

// Above this a layout is felt as a hitch while typing.
constexpr double quickEnough = 30; // milliseconds
constexpr qsizetype fewRows = 100; // take no longer, if the last layout did not

// What it took, for so many rows.
double costOf(const QElapsedTimer &timer, qsizetype rows)
{
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return milliseconds * static_cast<double>(fewRows) / static_cast<double>(std::max(fewRows, rows));
}

} // namespace

PageLayout::PageLayout(QObject *parent)
    : QObject(parent)
    , m_cost(quickEnough + 1) // unknown: the first one also loads the fonts
{
    m_shown.fonts = std::make_unique<Fonts>();
    m_shown.pages = std::make_unique<LivePages>(*m_shown.fonts);
}

PageLayout::~PageLayout()
{
    if (m_thread) {
        m_stopped = true;
        m_thread->wait();
    }
}

void PageLayout::layOut(const Sheet &sheet)
{
    if (m_thread)
        m_waiting = sheet;
    else if (isQuick(sheet))
        layOutHere(sheet);
    else
        layOutAside(sheet);
}

void PageLayout::clear()
{
    m_shown.pages = std::make_unique<LivePages>(*m_shown.fonts);
    m_waiting.reset();
    m_wanted = false;
    if (!m_thread)
        m_aside = {};
    m_cost = quickEnough + 1; // the next document may be a large one
    Q_EMIT laidOut();
}

bool PageLayout::isQuick(const Sheet &sheet) const
{
    return m_cost <= quickEnough && m_shown.pages->unknownRows(sheet.form, sheet.rows) <= fewRows;
}

void PageLayout::layOutHere(const Sheet &sheet)
{
    QElapsedTimer timer;
    timer.start();
    const Result<void> done = m_shown.pages->layOut(sheet.frame, sheet.form, sheet.rows);
    m_cost = costOf(timer, 0);
    if (done) // only a stop ends a layout early, and nobody stops this one
        Q_EMIT laidOut();
}

void PageLayout::layOutAside(const Sheet &sheet)
{
    if (!m_aside.fonts)
        m_aside.fonts = std::make_unique<Fonts>();
    m_aside.pages = std::make_unique<LivePages>(*m_shown.pages, *m_aside.fonts);
    m_wanted = true;
    m_thread.reset(QThread::create([this, sheet] {
        const qsizetype unknown = m_aside.pages->unknownRows(sheet.form, sheet.rows);
        QElapsedTimer timer;
        timer.start();
        const auto goesOn = [this](double) { return !m_stopped; };
        m_done = static_cast<bool>(m_aside.pages->layOut(sheet.frame, sheet.form, sheet.rows, goesOn));
        m_costAside = costOf(timer, unknown);
    }));
    connect(m_thread.get(), &QThread::finished, this, &PageLayout::takeAside);
    m_thread->start();
}

void PageLayout::takeAside()
{
    m_thread->wait();
    m_thread.release()->deleteLater();
    m_cost = m_costAside;
    if (m_done && m_wanted) {
        std::swap(m_shown, m_aside);
        Q_EMIT laidOut();
    }
    m_aside.pages.reset();
    if (m_waiting) {
        const Sheet next = *std::exchange(m_waiting, std::nullopt);
        layOut(next);
    }
}

} // namespace zhibao
