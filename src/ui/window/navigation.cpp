// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/navigation.h"

#include "base/overloads.h"
#include "ui/captiondelegate.h"
#include "ui/theme.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace zhibao {

namespace {

constexpr int unitCharacters = 14; // of the unit's name that are shown; the whole of it stands in its tool tip

} // namespace

Navigation::Navigation(QWidget *parent)
    : QWidget(parent)
    , m_back(new QAction(theme::icon(QStringLiteral("list")), tr("全部报表"), this))
    , m_unit(new QLabel(this))
    , m_list(new QListView(this))
    , m_pages(new QStandardItemModel(this))
{
    auto *back = new QToolButton(this);
    back->setDefaultAction(m_back);
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setAutoRaise(true);
    back->setAccessibleName(tr("全部报表"));
    m_unit->setWordWrap(true);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name must not take the table's room
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setAccessibleName(tr("填报单位"));
    m_unit->setContentsMargins(theme::space2, 0, theme::space2, 0);
    theme::setTextRole(m_unit, theme::TextRole::Section);
    m_list->setObjectName(QStringLiteral("navigation"));
    m_list->setAccessibleName(tr("报表的各页"));
    m_list->setModel(m_pages);
    m_list->setItemDelegate(new CaptionDelegate(this));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A list asks for 256 pixels whatever it holds; the table beside it needs them more.
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    setMinimumWidth(9 * QFontMetrics(theme::bodyFont()).height());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space1, theme::space2, 0, theme::space2);
    layout->setSpacing(theme::space2);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_unit);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT pageWanted(current.row());
    });
}

void Navigation::setReport(const QString &unit, const Notice &notice)
{
    // As many as two lines hold; elidedText() measures, so that no character is cut in two.
    const QFontMetrics metrics(theme::sectionFont());
    m_unit->setText(metrics.elidedText(unit, Qt::ElideRight, unitCharacters * metrics.horizontalAdvance(u'国')));
    m_unit->setToolTip(unit);
    m_unit->setAccessibleDescription(unit);
    m_pages->clear();
    for (const Form &form : notice.forms) {
        const QString icon = std::visit(Overloads{[](const TableForm &) { return QStringLiteral("table"); },
                                            [](const OutlineForm &) { return QStringLiteral("file-text"); }},
            form.kind);
        addPage(form.mark + u' ' + form.shortTitle, icon, form.title);
        m_pages->item(m_pages->rowCount() - 1)->setData(form.mark + u' ' + form.title, Qt::AccessibleTextRole);
    }
    m_findings = addPage(tr("检查"), QStringLiteral("list-check"), tr("需要修改或留意之处"));
    addPage(tr("历史"), QStringLiteral("history"), tr("各次保存的版本"));
    m_review = addPage(tr("审核"), QStringLiteral("clipboard-check"), tr("改动、意见和批准"));
    addPage(tr("导出"), QStringLiteral("file-export"), tr("导出 PDF 和 DOCX"));
}

QStandardItem *Navigation::addPage(const QString &label, const QString &icon, const QString &toolTip)
{
    auto *item = new QStandardItem(theme::icon(icon), label);
    m_pages->appendRow(item);
    item->setToolTip(tr("%1（Ctrl+%2）").arg(toolTip).arg(m_pages->rowCount()));
    return item;
}

void Navigation::setFindings(int count)
{
    if (!m_findings)
        return;
    m_findings->setData(count > 0 ? QString::number(count) : QString(), CaptionDelegate::CaptionRole);
    m_findings->setData(count > 0 ? tr("检查，%1 处").arg(count) : tr("检查，未发现问题"), Qt::AccessibleTextRole);
}

void Navigation::setReview(const QString &state, int openComments)
{
    if (!m_review)
        return;
    m_review->setData(state, CaptionDelegate::CaptionRole);
    m_review->setData(
        openComments > 0 ? tr("审核，%1，%2 条意见没有解决").arg(state).arg(openComments) : tr("审核，%1").arg(state),
        Qt::AccessibleTextRole);
}

void Navigation::setCurrent(int page)
{
    m_list->selectionModel()->setCurrentIndex(m_pages->index(page, 0), QItemSelectionModel::ClearAndSelect);
}

QString Navigation::label(int page) const
{
    return m_pages->item(page)->text();
}

int Navigation::count() const
{
    return m_pages->rowCount();
}

} // namespace zhibao
