// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/startpage.h"

#include "ui/listkeys.h"
#include "ui/start/progressdelegate.h"
#include "ui/start/reportfilter.h"
#include "ui/theme.h"
#include "ui_startpage.h"
#include "workspace/describe/describe.h"
#include "workspace/office/office.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <array>

namespace zhibao {

namespace {

constexpr std::array everyPressing{Pressing::Waiting, Pressing::Overdue, Pressing::Soon};

} // namespace

StartPage::StartPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_ui(std::make_unique<Ui::StartPage>())
    , m_list(new ReportList(
          office.catalogue(), [this](const ReportSummary &report) { return latenessWords(report); }, this))
    , m_shown(new ReportFilter(*m_list, this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_shown);
    m_ui->table->horizontalHeader()->setSortIndicator(ReportList::ChangedColumn, Qt::DescendingOrder);
    m_ui->table->setItemDelegateForColumn(ReportList::ProgressColumn, new ProgressDelegate(this));
    auto *inList = new QVBoxLayout(m_ui->table->viewport()); // where one looks for the rows
    inList->addWidget(m_ui->nothing);
    m_ui->nothing->hide();
    setFocusProxy(m_ui->table);
    layOutColumns();
    connectButtons();
}

StartPage::~StartPage() = default;

void StartPage::connectButtons()
{
    m_ui->create->setIcon(theme::icon(QStringLiteral("file-plus")));
    m_ui->import->setIcon(theme::icon(QStringLiteral("file-import")));
    m_ui->open->setIcon(theme::icon(QStringLiteral("folder-open")));
    m_ui->export_->setIcon(theme::icon(QStringLiteral("file-export")));
    m_ui->remove->setIcon(theme::icon(QStringLiteral("trash")));
    new ListKeys(m_ui->filter, m_ui->table);
    m_ui->table->installEventFilter(this);
    connect(m_ui->create, &QPushButton::clicked, this, &StartPage::createWanted);
    connect(m_ui->import, &QPushButton::clicked, this, &StartPage::importWanted);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &StartPage::filterChanged);
    m_ui->waiting->setIcon(theme::icon(QStringLiteral("clipboard-check")));
    m_ui->overdue->setIcon(theme::icon(QStringLiteral("alert-circle")));
    m_ui->soon->setIcon(theme::icon(QStringLiteral("alert-triangle")));
    for (const Pressing pressing : everyPressing)
        connect(
            button(pressing), &QToolButton::clicked, this, [this, pressing](bool on) { filterPressing(pressing, on); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StartPage::updateRowButtons);
    const auto onSelected = [this](void (StartPage::*wanted)(qint64)) {
        return [this, wanted] {
            if (const std::optional<qint64> report = selected())
                Q_EMIT(this->*wanted)(*report);
        };
    };
    connect(m_ui->table, &QTableView::activated, this, onSelected(&StartPage::openWanted));
    connect(m_ui->filter, &QLineEdit::returnPressed, this, onSelected(&StartPage::openWanted));
    connect(m_ui->open, &QPushButton::clicked, this, onSelected(&StartPage::openWanted));
    connect(m_ui->export_, &QPushButton::clicked, this, &StartPage::exportWanted);
    connect(m_ui->remove, &QPushButton::clicked, this, onSelected(&StartPage::removeWanted));
}

// Widths come from the words a column must hold, not from its cells: measuring thousands of rows would be felt.
void StartPage::layOutColumns()
{
    const QFontMetrics metrics(theme::bodyFont());
    const std::pair<int, QString> widest[] = {{ReportList::NoticeColumn, tr("国市监质发〔2023〕00号")},
        {ReportList::OccasionColumn, tr("0000年第四季度")}, {ReportList::StateColumn, tr("退回修改图标")},
        {ReportList::ProgressColumn, tr("填填填填填 100 %")}, {ReportList::WordsColumn, tr("00 000 字")},
        {ReportList::DeadlineColumn, tr("图标逾期 0000 天")}, {ReportList::ChangedColumn, tr("00月00日 00:00")}};
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setMinimumSectionSize(metrics.averageCharWidth() * 6);
    for (const auto &[column, text] : widest)
        header->resizeSection(column, metrics.horizontalAdvance(text) + theme::space4);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ReportList::UnitColumn, QHeaderView::Stretch);
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(metrics.height() + theme::space3);
}

bool StartPage::reload()
{
    const std::optional<qint64> before = selected();
    const Result<QList<ReportSummary>> reports = m_office.reports();
    if (!reports) {
        Q_EMIT problem(describe(reports.error()));
        return false;
    }
    QSet<qint64> waiting;
    for (const ReportSummary &report : *reports) {
        if (waitsForPerson(report))
            waiting.insert(report.id);
    }
    m_list->setReports(*reports, m_office.units(), waiting, m_office.clock()().date());
    m_ui->table->setColumnHidden(ReportList::OccasionColumn, !m_list->hasOccasions());
    showPressing();
    filterChanged(m_ui->filter->text());
    const bool editable = !m_office.readOnlyReason();
    m_ui->create->setEnabled(editable);
    m_ui->import->setEnabled(editable);
    if (before)
        select(*before);
    return true;
}

int StartPage::count() const
{
    return m_list->rowCount();
}

void StartPage::select(qint64 report)
{
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        if (m_list->report(m_shown->mapToSource(m_shown->index(row, 0)).row()).id == report) {
            m_ui->table->selectRow(row);
            break;
        }
    }
    m_ui->table->setFocus();
}

void StartPage::filterChanged(const QString &typed)
{
    m_shown->setTyped(typed);
    const int shown = m_shown->rowCount();
    m_ui->nothing->setVisible(shown == 0 && count() > 0);
    m_ui->count->setText(shown == count() ? tr("%1 份").arg(count()) : tr("%1 份中的 %2 份").arg(count()).arg(shown));
    if (shown > 0 && !m_ui->table->currentIndex().isValid())
        m_ui->table->selectRow(0);
    updateRowButtons();
}

// It is handed in or passed, and who is signed in may pass or approve it. Where there are no people nobody waits.
bool StartPage::waitsForPerson(const ReportSummary &report) const
{
    const bool isOnTheWay = report.state == ReportState::Submitted || report.state == ReportState::Reviewed;
    if (!isOnTheWay || !m_office.session().hasPeople())
        return false;
    const QMap<ReviewAction, Error> refused = m_office.refusals(report.id);
    return !refused.contains(ReviewAction::Review) || !refused.contains(ReviewAction::Approve);
}

QList<qint64> StartPage::waiting() const
{
    QList<qint64> waiting;
    for (int row = 0; row < count(); ++row) {
        if (m_list->presses(row, Pressing::Waiting))
            waiting.append(m_list->report(row).id);
    }
    return waiting;
}

void StartPage::showWaiting()
{
    m_ui->filter->clear();
    filterPressing(Pressing::Waiting, true);
    m_ui->table->selectRow(0);
}

QToolButton *StartPage::button(Pressing pressing) const
{
    return pressing == Pressing::Waiting ? m_ui->waiting : pressing == Pressing::Overdue ? m_ui->overdue : m_ui->soon;
}

// Whatever presses, in one line; a report that no longer does leaves the list that was narrowed to those that do.
void StartPage::showPressing()
{
    for (const Pressing pressing : everyPressing) {
        const int count = m_list->count(pressing);
        const QString words = pressing == Pressing::Waiting ? tr("待我审核 %1 份")
            : pressing == Pressing::Overdue                 ? tr("逾期 %1 份")
                                                            : tr("3 天内截止 %1 份");
        button(pressing)->setText(words.arg(count));
        button(pressing)->setVisible(count > 0);
        if (count == 0 && m_shown->pressing() == pressing)
            filterPressing(pressing, false);
    }
}

void StartPage::filterPressing(Pressing pressing, bool wanted)
{
    m_shown->setPressing(wanted ? std::optional(pressing) : std::nullopt);
    for (const Pressing each : everyPressing)
        button(each)->setChecked(wanted && each == pressing);
    filterChanged(m_ui->filter->text());
}

// What the tool tip of a deadline says of why it will not be kept.
QString StartPage::latenessWords(const ReportSummary &report) const
{
    const Notice *notice = m_office.catalogue().notice(report.notice);
    const Result<QMap<QString, QString>> reasons = m_office.latenessReasons(report.id);
    QStringList lines;
    for (const Form &form : notice &&reasons ? notice->forms : QList<Form>()) {
        if (reasons->contains(form.id))
            lines.append(tr("%1迟报原因：%2").arg(form.mark, reasons->value(form.id)));
    }
    return lines.join(u'\n');
}

void StartPage::updateRowButtons()
{
    const bool any = selected().has_value();
    m_ui->open->setEnabled(any);
    m_ui->export_->setEnabled(any);
    m_ui->remove->setEnabled(any && !m_office.readOnlyReason());
    Q_EMIT selectionChanged();
}

const ReportSummary *StartPage::selectedReport() const
{
    const QModelIndex current = m_ui->table->currentIndex();
    return current.isValid() ? &m_list->report(m_shown->mapToSource(current).row()) : nullptr;
}

std::optional<qint64> StartPage::selected() const
{
    const ReportSummary *report = selectedReport();
    return report ? std::optional(report->id) : std::nullopt;
}

QString StartPage::selectedName() const
{
    const QModelIndex current = m_ui->table->currentIndex();
    return current.isValid() ? m_list->name(m_shown->mapToSource(current).row()) : QString();
}

// Delete deletes the row in hand.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDelete = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete;
    if (watched != m_ui->table || !isDelete || !m_ui->remove->isEnabled())
        return QWidget::eventFilter(watched, event);
    m_ui->remove->click();
    return true;
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutColumns();
}

} // namespace zhibao
