// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/restorewindow.h"

#include "base/durablefile.h"
#include "ui/notebar.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhibao {

namespace {

constexpr int dataRole = Qt::UserRole;

QTreeWidget *makeList(const QString &name, const QStringList &headers, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(name);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->header()->setStretchLastSection(true);
    return list;
}

void showList(QTreeWidget *list)
{
    for (int column = 0; column < list->columnCount(); ++column)
        list->resizeColumnToContents(column);
    if (list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));
}

QVBoxLayout *makePageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    return layout;
}

} // namespace

RestoreWindow::RestoreWindow(Workspace &workspace, const Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_note(new NoteBar(this))
{
    setWindowTitle(tr("备份与还原"));
    m_note->setObjectName(QStringLiteral("restoreNote"));
    m_note->hide();
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeBackupPage(), tr("备份"));
    tabs->addTab(makeRemovedPage(), tr("已删除的报表"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_note);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    fillBackups();
    fillRemoved();
    connect(&m_workspace.office().backups(), &Backups::made, this, &RestoreWindow::fillBackups);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(36 * line, 24 * line);
    m_backups->setFocus();
}

QWidget *RestoreWindow::makeBackupPage()
{
    auto *page = new QWidget(this);
    auto *explanation = new QLabel(
        tr("程序每小时和退出时自动备份全部报表。还原后，各报表回到备份时的内容；还原前的内容另存一份备份。"), page);
    explanation->setWordWrap(true);
    m_backups = makeList(QStringLiteral("backups"), {tr("备份时间"), tr("大小"), tr("所在文件夹")}, page);
    m_backups->setAccessibleName(tr("备份"));
    m_folder = new QLabel(page);
    m_folder->setTextFormat(Qt::PlainText);
    m_folder->setWordWrap(true);
    theme::setTextRole(m_folder, theme::TextRole::Caption);
    m_restore = new QPushButton(tr("还原所选备份(&R)"), page);
    m_restore->setObjectName(QStringLiteral("restoreBackup"));
    auto *make = new QPushButton(tr("立即备份(&B)"), page);
    make->setObjectName(QStringLiteral("makeBackup"));
    auto *choose = new QPushButton(tr("备份文件夹(&F)…"), page);
    choose->setObjectName(QStringLiteral("chooseBackupFolder"));
    const bool writable = !m_workspace.office().readOnlyReason();
    make->setEnabled(writable);
    choose->setEnabled(writable);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::space2);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    buttons->addWidget(make);
    buttons->addWidget(choose);
    QVBoxLayout *layout = makePageLayout(page);
    layout->addWidget(explanation);
    layout->addWidget(m_backups, 1);
    layout->addWidget(m_folder);
    layout->addLayout(buttons);
    connect(m_restore, &QPushButton::clicked, this, &RestoreWindow::restoreBackup);
    connect(make, &QPushButton::clicked, this, &RestoreWindow::makeBackup);
    connect(choose, &QPushButton::clicked, this, &RestoreWindow::chooseFolder);
    return page;
}

QWidget *RestoreWindow::makeRemovedPage()
{
    auto *page = new QWidget(this);
    m_removed = makeList(QStringLiteral("removedReports"), {tr("填报单位"), tr("通知"), tr("最后改动")}, page);
    m_removed->setAccessibleName(tr("已删除的报表"));
    m_putBack = new QPushButton(tr("放回列表(&P)"), page);
    m_putBack->setObjectName(QStringLiteral("putBackReport"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_putBack);
    buttons->addStretch(1);
    QVBoxLayout *layout = makePageLayout(page);
    layout->addWidget(m_removed, 1);
    layout->addLayout(buttons);
    connect(m_putBack, &QPushButton::clicked, this, &RestoreWindow::putBackReport);
    return page;
}

void RestoreWindow::fillBackups()
{
    m_backups->clear();
    const QList<Backup> backups = m_workspace.office().backups().list();
    for (const Backup &backup : backups) {
        auto *item = new QTreeWidgetItem(m_backups,
            {backup.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                QLocale(QLocale::Chinese).formattedDataSize(backup.size, 1, QLocale::DataSizeTraditionalFormat),
                QFileInfo(backup.path).absolutePath()});
        item->setData(0, dataRole, backup.path);
    }
    showList(m_backups);
    m_restore->setEnabled(!backups.isEmpty() && !m_workspace.office().readOnlyReason());
    m_folder->setText(tr("备份存放在：%1").arg(m_workspace.office().backups().folder()));
}

void RestoreWindow::fillRemoved()
{
    m_removed->clear();
    const Result<QList<ReportSummary>> reports = m_workspace.office().removedReports();
    if (!reports) {
        m_note->tell(NoteBar::Kind::Problem, describe(reports.error()));
        return;
    }
    for (const ReportSummary &report : *reports) {
        const Notice *const notice = m_workspace.office().catalogue().notice(report.notice);
        const QString name = describeReport(report.unit, report.occasion, notice);
        auto *item = new QTreeWidgetItem(m_removed, {name, report.notice, describe(report.changed)});
        item->setData(0, dataRole, report.id);
    }
    showList(m_removed);
    m_putBack->setEnabled(!reports->isEmpty() && !m_workspace.office().readOnlyReason());
}

void RestoreWindow::restoreBackup()
{
    const QTreeWidgetItem *item = m_backups->currentItem();
    if (!item)
        return;
    const QString time = item->text(0);
    const Result<void> restored = m_workspace.restoreBackup(item->data(0, dataRole).toString());
    if (!restored) {
        m_note->tell(NoteBar::Kind::Problem, describe(restored.error()));
        return;
    }
    accept();
    Q_EMIT this->restored(tr("已还原到 %1 的备份；还原前的内容也已备份。").arg(time));
}

void RestoreWindow::makeBackup()
{
    if (!m_workspace.openReport().flush()) {
        m_note->tell(NoteBar::Kind::Problem, describe(*m_workspace.openReport().saveError()));
        return;
    }
    const Result<Backup> made = m_workspace.office().backups().make();
    if (!made) {
        m_note->tell(NoteBar::Kind::Problem, describe(made.error()));
        return;
    }
    const std::optional<Error> &problem = m_workspace.office().backups().problem();
    const QString sentence = isOnRemovableMedium(made->path)
        ? tr("已备份并核对：%1。已完成，可以拔出。").arg(made->path)
        : tr("已备份并核对：%1").arg(made->path);
    m_note->tell(problem ? NoteBar::Kind::Warning : NoteBar::Kind::Calm,
        problem ? tr("%1%2").arg(describe(*problem), sentence) : sentence);
}

void RestoreWindow::chooseFolder()
{
    const QString folder = m_dialogs.folder(this, tr("备份文件夹"), m_workspace.office().backups().folder());
    if (folder.isEmpty())
        return;
    if (const Result<void> set = m_workspace.office().backups().setFolder(folder); !set) {
        m_note->tell(NoteBar::Kind::Problem, describe(set.error()));
        return;
    }
    fillBackups();
    makeBackup();
}

void RestoreWindow::putBackReport()
{
    const QTreeWidgetItem *item = m_removed->currentItem();
    if (!item)
        return;
    const qint64 report = item->data(0, dataRole).toLongLong();
    if (const Result<void> back = m_workspace.office().putBackReport(report); !back) {
        const bool taken = back.error().code == ErrorCode::StoreFailed;
        m_note->tell(NoteBar::Kind::Problem,
            taken ? tr("没有放回：该单位对这份通知已有另一份报表。请先删除那一份，再放回这一份。")
                  : describe(back.error()));
        return;
    }
    fillRemoved();
    Q_EMIT putBack(report);
}

} // namespace zhibao
