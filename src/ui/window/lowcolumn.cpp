// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/lowcolumn.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QTimer>

namespace zhibao {

namespace {

constexpr int leastColumnLines = 8; // of text that stay in sight

// As high as its content can be at the least. QScrollArea would ask a layout with wrapped lines for the height it would
// like, and scroll where there is room enough.
class Sheet : public QWidget {
public:
    explicit Sheet(QWidget *content)
        : m_content(content)
    {
        content->setParent(this);
    }

    QSize minimumSizeHint() const override
    {
        const QSize least = m_content->minimumSizeHint();
        const QLayout *layout = m_content->layout();
        const int wrapped = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width()) : 0;
        return {least.width(), std::max(least.height(), wrapped)};
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry(); // which tells the scroll area
        return QWidget::event(event);
    }
    void resizeEvent(QResizeEvent *) override { m_content->setGeometry(rect()); }

private:
    QWidget *m_content;
};

} // namespace

LowColumn::LowColumn(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
    , m_content(content)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(new Sheet(content));
    // Once the parts have their places.
    connect(qApp, &QApplication::focusChanged, this, [this] { QTimer::singleShot(0, this, &LowColumn::follow); });
}

QSize LowColumn::sizeHint() const
{
    return m_content->sizeHint();
}

QSize LowColumn::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width(), std::min(least.height(), leastColumnLines * fontMetrics().height())};
}

bool LowColumn::event(QEvent *event)
{
    const bool done = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // its least width follows the content's
        follow();
    }
    return done;
}

void LowColumn::follow()
{
    QWidget *part = QApplication::focusWidget();
    if (!part || part == m_content || !m_content->isAncestorOf(part))
        return;
    while (part->parentWidget() != m_content)
        part = part->parentWidget();
    ensureWidgetVisible(part, 0, 0);
}

} // namespace zhibao
