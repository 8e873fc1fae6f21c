// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/unitchooser.h"

#include "ui/captiondelegate.h"
#include "ui/listkeys.h"
#include "ui/theme.h"
#include "ui_unitchooser.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int NameRole = Qt::UserRole; // the unit's name
constexpr int columnEms = 34; // a line that the eye takes in at once
constexpr int mostOfDirectory = 50; // more, one goes on typing
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
    connect(m_ui->notice, &QComboBox::currentIndexChanged, this, [this] {
        m_ui->occasion->setModified(false);
        proposeOccasion();
    });
    connect(m_ui->units->selectionModel(), &QItemSelectionModel::currentChanged, this, &UnitChooser::proposeOccasion);
    connect(m_ui->occasion, &QLineEdit::textChanged, this, &UnitChooser::showOccasion);
    connect(m_ui->occasion, &QLineEdit::returnPressed, this, &UnitChooser::choose);
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
    m_ui->occasion->setModified(false);
    search({});
    proposeOccasion();
    m_ui->sought->setFocus();
}

// Those that the program knows by name and the office's own first, then the directory: as soon as two characters say
// which part of it.
QList<Unit> UnitChooser::foundUnits(const QString &sought) const
{
    QList<Unit> found = findUnits(m_units, sought);
    if (sought.size() < 2)
        return found;
    const QList<Unit> more = m_office.directory().find(sought, mostOfDirectory);
    for (const Unit &unit : more) {
        const bool isKnown
            = std::any_of(found.cbegin(), found.cend(), [&](const Unit &known) { return known.name == unit.name; });
        if (!isKnown)
            found.append(unit);
    }
    return found;
}

void UnitChooser::search(const QString &typed)
{
    const QString sought = typed.trimmed();
    m_found->clear();
    bool exact = sought.isEmpty();
    const QList<Unit> found = foundUnits(sought);
    for (const Unit &unit : found) {
        const QString caption = unit.isUnchecked ? tr("%1　待核").arg(unit.code) : unit.code;
        auto *item = new QStandardItem(unit.name);
        item->setData(unit.name, NameRole);
        item->setData(caption, CaptionDelegate::CaptionRole);
        item->setToolTip(unit.isUnchecked ? tr("通常的名称，请与本单位印章核对") : unit.commonName);
        item->setAccessibleText(unit.name + u' ' + caption);
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
        Q_EMIT chosen(
            m_ui->notice->currentData().toString(), current.data(NameRole).toString(), m_ui->occasion->text());
}

const Notice *UnitChooser::chosenNotice() const
{
    return m_office.catalogue().notice(m_ui->notice->currentData().toString());
}

void UnitChooser::proposeOccasion()
{
    const Notice *const notice = chosenNotice();
    const bool isAsked = notice && notice->occasion != OccasionKind::Once;
    for (QWidget *const widget : {static_cast<QWidget *>(m_ui->occasionLabel), static_cast<QWidget *>(m_ui->occasion),
             static_cast<QWidget *>(m_ui->occasionWords)})
        widget->setVisible(isAsked);
    if (m_ui->occasion->isModified())
        return showOccasion();
    const QString unit = m_ui->units->currentIndex().data(NameRole).toString();
    const Result<QString> next = isAsked ? m_office.nextOccasion(*notice, unit) : Result<QString>(QString());
    m_ui->occasion->setText(next ? *next : QString());
    showOccasion();
}

void UnitChooser::showOccasion()
{
    const Notice *const notice = chosenNotice();
    const QString occasion = m_ui->occasion->text();
    if (!notice)
        return m_ui->occasionWords->clear();
    m_ui->occasionWords->setText(isOccasion(occasion, notice->occasion) ? printedOccasion(occasion, notice->occasion)
                                                                        : describe(notice->occasion));
}

void UnitChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_ui->back->isHidden())
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zhibao
