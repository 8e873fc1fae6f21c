// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/logwindow.h"

#include "ui/notebar.h"
#include "ui/review/logmodel.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace zhibao {

namespace {

// Lines of text.
constexpr int logWidth = 46;
constexpr int logHeight = 28;

enum Scope { ThisReport, Everything };

} // namespace

LogWindow::LogWindow(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(new LogModel(workspace.office().catalogue(), this))
    , m_note(new NoteBar(this))
{
    setWindowTitle(tr("办理记录"));
    m_note->setObjectName(QStringLiteral("logNote"));
    m_note->setClosable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(makeHead());
    layout->addWidget(m_note);
    layout->addWidget(makeTable(), 1);
    layout->addWidget(makeButtons());
    connect(&workspace.review(), &Review::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(QSize(logWidth * line, logHeight * line).boundedTo(screen()->availableSize()));
}

QWidget *LogWindow::makeHead()
{
    auto *head = new QWidget(this);
    auto *label = new QLabel(tr("查看(&V)"), head);
    m_scope = new QComboBox(head);
    m_scope->setObjectName(QStringLiteral("logScope"));
    m_scope->setAccessibleName(tr("查看哪些记录"));
    m_scope->addItem(QString(), ThisReport);
    m_scope->addItem(tr("全部：各单位的报表、人员、密钥和备份"), Everything);
    label->setBuddy(m_scope);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(label);
    layout->addWidget(m_scope, 1);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &LogWindow::refresh);
    return head;
}

QWidget *LogWindow::makeTable()
{
    m_middle = new QStackedWidget(this);
    m_view = new QTableView(m_middle);
    m_view->setObjectName(QStringLiteral("log"));
    m_view->setAccessibleName(tr("办理记录"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rowsTimer.setSingleShot(true);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, &m_rowsTimer, qOverload<>(&QTimer::start));
    connect(&m_rowsTimer, &QTimer::timeout, m_view, &QTableView::resizeRowsToContents);
    m_nothing = new QLabel(m_middle);
    m_nothing->setObjectName(QStringLiteral("logEmpty"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    m_middle->addWidget(m_view);
    m_middle->addWidget(m_nothing);
    return m_middle;
}

QWidget *LogWindow::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_copy = new QPushButton(theme::icon(QStringLiteral("copy")), tr("复制(&C)"), buttons);
    m_copy->setObjectName(QStringLiteral("logCopy"));
    m_copy->setToolTip(tr("复制选中的记录；没有选中的，复制全部（Ctrl+C）"));
    m_copy->setAutoDefault(false);
    auto *close = new QPushButton(tr("关闭"), buttons);
    close->setAutoDefault(false);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_copy);
    layout->addStretch(1);
    layout->addWidget(close);
    auto *byKey = new QAction(this);
    byKey->setShortcut(QKeySequence::Copy);
    addAction(byKey);
    connect(byKey, &QAction::triggered, this, &LogWindow::copy);
    connect(m_copy, &QPushButton::clicked, this, &LogWindow::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void LogWindow::showFront(qint64 report, const QString &unit)
{
    m_report = report;
    m_scope->setItemText(ThisReport, report > 0 ? tr("这份报表：%1").arg(unit) : tr("这份报表（没有选定）"));
    m_scope->setCurrentIndex(report > 0 ? ThisReport : Everything);
    refresh();
    show();
    raise();
    activateWindow();
    m_view->setFocus();
}

// It may have been put away while the window was locked.
void LogWindow::showEvent(QShowEvent *event)
{
    refresh();
    QDialog::showEvent(event);
}

void LogWindow::refresh()
{
    const bool ofReport = m_scope->currentIndex() == ThisReport;
    Result<QList<FoundEntry>> found = m_workspace.office().foundLog();
    if (found && ofReport)
        found->removeIf([&](const FoundEntry &each) { return m_report == 0 || each.entry.report != m_report; });
    m_model->setEntries(found ? *found : QList<FoundEntry>(), m_workspace.office().offices());
    m_view->setColumnHidden(LogModel::Unit, ofReport);
    for (const int column : {LogModel::Time, LogModel::Unit, LogModel::Person, LogModel::Act})
        m_view->resizeColumnToContents(column);
    m_rowsTimer.start();
    m_nothing->setText(
        found ? tr("还没有办理记录。送审以后，谁在什么时候办了什么会记在这里。") : describe(found.error()));
    m_middle->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_copy->setEnabled(m_model->rowCount() > 0);
    showStanding();
}

void LogWindow::showStanding()
{
    const int broken = m_model->countOf(FoundEntry::Standing::Broken);
    const int waiting = m_model->countOf(FoundEntry::Standing::Waits);
    if (broken > 0)
        m_note->tell(NoteBar::Kind::Problem,
            tr("有 %1 条与写下时不符，或没有能核对的签名，标着“不能核对”，不能作数；请管理员检查数据文件，从备份还原。")
                .arg(broken));
    else if (waiting > 0)
        m_note->tell(NoteBar::Kind::Warning,
            tr("有 %1 条是修复或还原数据时留下的，没有签名，管理员确认以前不作数。").arg(waiting));
    else
        m_note->hide();
}

void LogWindow::copy()
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        rows.resize(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model->plainText(rows));
}

} // namespace zhibao
