// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingspage.h"

#include "core/checks/corrections.h"
#include "ui/findings/findingdelegate.h"
#include "ui/findings/findinglist.h"
#include "ui/parts/mayedit.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibao {

FindingsPage::FindingsPage(OpenReport &open, QWidget *parent)
    : QWidget(parent)
    , m_open(open)
    , m_summary(new QLabel(this))
    , m_correct(new QPushButton(theme::icon(QStringLiteral("list-check")), tr("全部改正…"), this))
    , m_view(new QListView(this))
    , m_nothing(new QLabel(tr("未发现问题"), this))
    , m_list(new FindingList(this))
{
    auto *title = new QLabel(tr("检查"), this);
    theme::setTextRole(title, theme::TextRole::Title);
    theme::setTextRole(m_summary, theme::TextRole::Caption);
    m_correct->setObjectName(QStringLiteral("correctAll"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new FindingDelegate(this));
    m_view->setObjectName(QStringLiteral("findingList"));
    m_view->setAccessibleName(tr("发现的问题"));
    m_view->setAccessibleDescription(tr("按回车转到问题所在之处"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(title);
    auto *line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(m_correct);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothing, 1);

    const auto lead = [this](const QModelIndex &index) { Q_EMIT wanted(m_list->finding(index.row())); };
    connect(m_view, &QListView::activated, this, lead); // Enter
    connect(m_view, &QListView::clicked, this, lead);
    connect(m_correct, &QPushButton::clicked, this, &FindingsPage::correctionsWanted);
    setFocusProxy(m_view);
}

void FindingsPage::refresh()
{
    if (!m_open.isOpen())
        return;
    const QList<Finding> &findings = m_open.findings();
    m_list->setFindings(findings, m_open.notice());
    m_summary->setText(summary(findings));
    m_summary->setVisible(!findings.isEmpty());
    m_view->setVisible(!findings.isEmpty());
    m_nothing->setVisible(findings.isEmpty());
    showCorrections(correctionsOf(findings).size());
    if (!findings.isEmpty() && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_list->index(0));
}

void FindingsPage::showCorrections(qsizetype count)
{
    const bool editable = mayEdit(m_open);
    m_correct->setVisible(count > 0);
    m_correct->setEnabled(editable);
    m_correct->setText(tr("全部改正（%1 处）…").arg(count));
    m_correct->setToolTip(
        editable ? tr("只有一种改法的问题，看过以后一次改正（Ctrl+Shift+F8）") : tr("报表现在不能修改。"));
}

QString FindingsPage::summary(const QList<Finding> &findings) const
{
    QStringList parts;
    for (const FindingLevel level : {FindingLevel::Error, FindingLevel::Warning, FindingLevel::Hint}) {
        const auto count = std::count_if(
            findings.begin(), findings.end(), [level](const Finding &finding) { return finding.level == level; });
        if (count > 0)
            parts.append(tr("%1 %2 处").arg(describe(level)).arg(count));
    }
    return parts.join(tr("，"));
}

void FindingsPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

} // namespace zhibao
