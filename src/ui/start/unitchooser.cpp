// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/unitchooser.h"

#include "ui/captiondelegate.h"
#include "ui/listkeys.h"
#include "ui/theme.h"
#include "ui_unitchooser.h"
#include "workspace/office.h"

#include <QKeyEvent>
#include <QStandardItemModel>

namespace zhibao {

namespace {

constexpr int NameRole = Qt::UserRole; // the unit's name
constexpr int columnEms = 34; // a line that the eye takes in at once
constexpr int longestUnitName = 100; // characters; no official name comes near

} // namespace

UnitChooser::UnitChooser(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_ui(std::make_unique<Ui::UnitChooser>())
    , m_found(new QStandardItemModel(this))
{
    m_ui->setupUi(this);
    m_ui->sought->setMinimumWidth(columnEms * QFontMetrics(theme::bodyFont()).height() * 2 / 3);
    m_ui->sought->setMaxLength(longestUnitName);
    new ListKeys(m_ui->sought, m_ui->units);
    m_ui->units->setModel(m_found);
    m_ui->units->setItemDelegate(new CaptionDelegate(this));
    m_ui->import->setIcon(theme::icon(QStringLiteral("file-import")));
    fillNotices();
    connect(m_ui->sought, &QLineEdit::textChanged, this, &UnitChooser::search);
    connect(m_ui->sought, &QLineEdit::returnPressed, this, &UnitChooser::choose);
    connect(m_ui->units, &QListView::activated, this, &UnitChooser::choose);
    connect(m_ui->begin, &QPushButton::clicked, this, &UnitChooser::choose);
    connect(m_ui->back, &QPushButton::clicked, this, &UnitChooser::cancelled);
    connect(m_ui->import, &QPushButton::clicked, this, &UnitChooser::importWanted);
}

UnitChooser::~UnitChooser() = default;

void UnitChooser::fillNotices()
{
    const QVariant chosen = m_ui->notice->currentData();
    m_ui->notice->clear();
    for (const Notice &notice : m_office.catalogue().notices)
        m_ui->notice->addItem(tr("%1　%2").arg(notice.number, notice.title), notice.number);
    m_ui->notice->setCurrentIndex(qMax(0, m_ui->notice->findData(chosen)));
    const bool several = m_ui->notice->count() > 1;
    m_ui->notice->setVisible(several);
    m_ui->noticeLabel->setVisible(several);
}

void UnitChooser::begin(bool first)
{
    m_units = m_office.units();
    m_ui->back->setVisible(!first);
    m_ui->title->setText(first ? tr("请选择填报单位") : tr("新建报表"));
    m_ui->sought->clear();
    search({});
    m_ui->sought->setFocus();
}

void UnitChooser::search(const QString &typed)
{
    const QString sought = typed.trimmed();
    m_found->clear();
    bool exact = sought.isEmpty();
    for (const Unit &unit : findUnits(m_units, sought)) {
        auto *item = new QStandardItem(unit.name);
        item->setData(unit.name, NameRole);
        item->setData(unit.code, CaptionDelegate::CaptionRole);
        item->setToolTip(unit.commonName);
        item->setAccessibleText(unit.name + u' ' + unit.code);
        m_found->appendRow(item);
        exact = exact || unit.name == sought;
    }
    if (!exact) {
        auto *own = new QStandardItem(tr("使用“%1”作为填报单位").arg(sought));
        own->setData(sought, NameRole);
        own->setIcon(theme::icon(QStringLiteral("plus")));
        m_found->appendRow(own);
    }
    m_ui->units->setCurrentIndex(m_found->index(0, 0));
    m_ui->begin->setEnabled(m_found->rowCount() > 0);
}

void UnitChooser::choose()
{
    const QModelIndex current = m_ui->units->currentIndex();
    if (current.isValid() && m_ui->notice->currentIndex() >= 0)
        Q_EMIT chosen(m_ui->notice->currentData().toString(), current.data(NameRole).toString());
}

void UnitChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_ui->back->isHidden())
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zhibao
