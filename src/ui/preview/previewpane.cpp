// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/preview/previewpane.h"

#include "ui/preview/pagelayout.h"
#include "ui/preview/pageview.h"
#include "ui/theme.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace zhibao {

PreviewPane::PreviewPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_layout(new PageLayout(this))
    , m_view(new PageView(*m_layout, this))
    , m_number(new QLabel(this))
    , m_zoom(new QLabel(this))
    , m_back(addButton(QStringLiteral("chevron-left"), tr("上一页")))
    , m_forward(addButton(QStringLiteral("chevron-right"), tr("下一页")))
{
    m_number->setAccessibleName(tr("页码"));
    m_number->setObjectName(QStringLiteral("pageNumber"));
    m_zoom->setAccessibleName(tr("显示比例"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &PreviewPane::refresh);
    connect(&workspace.openReport(), &OpenReport::changed, this, &PreviewPane::take);
    // Its marks show on the pages.
    connect(&workspace.review(), &Review::changed, this, [this] { take({}); });
    connect(m_view, &PageView::viewChanged, this, &PreviewPane::showNumbers);
    connect(m_view, &PageView::placeClicked, this, &PreviewPane::placeWanted);
    setMinimumWidth(240);
}

QToolButton *PreviewPane::addButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(theme::icon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QWidget *PreviewPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(theme::space2, theme::space1, theme::space2, theme::space1);
    layout->setSpacing(theme::space1);
    QToolButton *smaller = addButton(QStringLiteral("zoom-out"), tr("缩小页面"));
    QToolButton *larger = addButton(QStringLiteral("zoom-in"), tr("放大页面"));
    QToolButton *fit = addButton(QStringLiteral("arrow-autofit-width"), tr("适合宽度"));
    QToolButton *full = addButton(QStringLiteral("arrows-maximize"), tr("实际大小（100 %）"));
    for (QWidget *part :
        {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_forward)})
        layout->addWidget(part);
    layout->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(smaller), static_cast<QWidget *>(m_zoom),
             static_cast<QWidget *>(larger), static_cast<QWidget *>(fit), static_cast<QWidget *>(full)})
        layout->addWidget(part);
    connect(m_back, &QToolButton::clicked, m_view, [this] { m_view->showPage(m_view->page() - 1); });
    connect(m_forward, &QToolButton::clicked, m_view, [this] { m_view->showPage(m_view->page() + 1); });
    connect(smaller, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(-1); });
    connect(larger, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1); });
    connect(fit, &QToolButton::clicked, m_view, [this] { m_view->setZoom(0); });
    connect(full, &QToolButton::clicked, m_view, [this] { m_view->setZoom(1); });
    return bar;
}

void PreviewPane::showForm(const QString &form)
{
    if (form != m_form) {
        m_form = form;
        m_layout->clear();
    }
    m_stale = true;
    if (isVisible())
        m_refresh.start();
}

void PreviewPane::showCaret(const Place &place, int offset)
{
    m_view->mark(place, offset);
}

void PreviewPane::take(const Change &change)
{
    if (!change.place.form.isEmpty() && change.place.form != m_form)
        return;
    m_stale = true;
    if (isVisible())
        m_refresh.start();
}

void PreviewPane::refresh()
{
    if (!m_stale || !m_workspace.openReport().isOpen() || !m_workspace.openReport().notice().form(m_form))
        return;
    m_stale = false;
    const OpenReport &open = m_workspace.openReport();
    Report frame = open.report();
    const QList<Row> rows = std::exchange(frame.forms[m_form].rows, {});
    const Result<Document> document = officialDocument(frame, open.notice(), m_form, m_workspace.review().marks());
    if (document)
        m_layout->layOut({*document, *open.notice().form(m_form), rows});
}

void PreviewPane::showNumbers()
{
    const int count = m_layout->pages().count();
    const int page = m_view->page();
    m_number->setText(count > 0 ? tr("%1 / %2").arg(page + 1).arg(count) : QString());
    m_zoom->setText(tr("%1 %").arg(qRound(m_view->shownZoom() * 100)));
    m_back->setEnabled(page > 0);
    m_forward->setEnabled(page + 1 < count);
}

void PreviewPane::showEvent(QShowEvent *event)
{
    if (m_stale)
        m_refresh.start();
    QWidget::showEvent(event);
}

} // namespace zhibao
