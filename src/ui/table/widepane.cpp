// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/widepane.h"

#include "ui/parts/celltypesetter.h"
#include "ui/table/placeedit.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace zhibao {

namespace {

constexpr int linesInSight = 6;

} // namespace

WidePane::WidePane(OpenReport &open, QWidget *parent)
    : QFrame(parent)
    , m_open(open)
    , m_place(new QLabel(this))
    , m_edit(new PlaceEdit(open, this))
{
    setObjectName(QStringLiteral("widePane"));
    m_edit->setObjectName(QStringLiteral("wideEditor"));
    m_edit->document()->setDocumentMargin(theme::space2);
    auto *label = new QLabel(tr("单元格内容"), this);
    theme::setTextRole(m_place, theme::TextRole::Caption);
    m_place->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton(this);
    close->setIcon(theme::icon(QStringLiteral("x")));
    close->setAutoRaise(true);
    close->setToolTip(tr("关闭（F2）"));
    close->setAccessibleName(tr("关闭单元格内容"));
    connect(close, &QToolButton::clicked, this, &WidePane::leave);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(theme::space2);
    heading->addWidget(label);
    heading->addWidget(m_place, 1);
    heading->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space1, theme::space3, theme::space2);
    layout->setSpacing(theme::space1);
    layout->addLayout(heading);
    layout->addWidget(m_edit, 1);
}

void WidePane::setCell(const Place &place, const QString &label)
{
    m_edit->setPlace(place);
    m_edit->remember();
    m_place->setText(label);
    m_edit->setAccessibleName(label);
}

QSize WidePane::sizeHint() const
{
    return {0, QFrame::minimumSizeHint().height() + linesInSight * lineHeightOf(font())};
}

void WidePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        QFrame::keyPressEvent(event);
    else if (m_edit->giveUp())
        leave();
}

void WidePane::leave()
{
    m_open.endBurst();
    hide();
    Q_EMIT closed();
}

} // namespace zhibao
