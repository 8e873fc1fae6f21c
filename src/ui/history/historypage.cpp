// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/history/historypage.h"

#include "ui/comparison/versiondelegate.h"
#include "ui/comparison/versionlist.h"
#include "ui/menutext.h"
#include "ui/numbers.h"
#include "ui/parts/mayedit.h"
#include "ui/theme.h"
#include "ui_historypage.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace zhibao {

namespace {

constexpr std::chrono::milliseconds pauseInChoosing(150);
constexpr std::chrono::milliseconds pauseInChanging(300);

// The lines of the list of what to compare with; from here on it lists the versions.
enum OtherLine { VersionBefore, CurrentVersion, FirstVersion };

} // namespace

HistoryPage::HistoryPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_ui(std::make_unique<Ui::HistoryPage>())
    , m_list(new VersionList(this))
    , m_pause(this)
    , m_follow(this)
{
    m_ui->setupUi(this);
    setUp();
    addActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInChoosing);
    m_follow.setSingleShot(true);
    m_follow.setInterval(pauseInChanging);
    connect(&m_pause, &QTimer::timeout, this, &HistoryPage::compare);
    connect(&m_follow, &QTimer::timeout, this, &HistoryPage::refresh);
    connect(
        m_ui->versions->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::versionChosen);
    connect(m_ui->versions, &QListView::activated, m_ui->comparison, // Enter
        [this] { m_ui->comparison->setFocus(Qt::TabFocusReason); });
    connect(m_ui->other, &QComboBox::currentIndexChanged, this, &HistoryPage::versionChosen);
    connect(m_ui->comparison, &ComparisonView::stepped, this, &HistoryPage::showPosition);
    connect(&m_workspace.openReport(), &OpenReport::closed, this, &HistoryPage::refresh);
    connect(&m_workspace.review(), &Review::changed, this, [this] {
        if (isVisible())
            m_follow.start();
    });
    connect(&m_workspace.openReport(), &OpenReport::changed, this, [this] {
        if (isVisible()) // undo and redo go on while the page is in front
            m_follow.start();
    });
    refresh();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::setUp()
{
    m_ui->versions->setModel(m_list);
    m_ui->versions->setItemDelegate(new VersionDelegate(this));
    m_ui->comparison->setAccessibleDescription(tr("上下键逐处查看"));
    m_ui->panes->setStretchFactor(0, 3);
    m_ui->panes->setStretchFactor(1, 7);
    m_ui->panes->setSizes({3000, 7000}); // the shares until someone moves the handle
    setFocusProxy(m_ui->versions);
}

QAction *HistoryPage::addEditAction(const QString &text, const QString &icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(this);
    action->setIcon(theme::icon(icon));
    setMenuText(action, text);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tr("%1（%2）").arg(action->iconText(), shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    m_actions.append(action);
    return action;
}

void HistoryPage::addActions()
{
    m_next = addEditAction(tr("下一处不同(&D)"), QStringLiteral("arrow-down"), Qt::CTRL | Qt::Key_Down);
    connect(m_next, &QAction::triggered, this, [this] { m_ui->comparison->step(1); });
    m_previous = addEditAction(tr("上一处不同(&W)"), QStringLiteral("arrow-up"), Qt::CTRL | Qt::Key_Up);
    connect(m_previous, &QAction::triggered, this, [this] { m_ui->comparison->step(-1); });
    m_actions.append(nullptr);
    m_copyOlder = addEditAction(tr("复制左边的文字(&L)"), QStringLiteral("copy"), Qt::CTRL | Qt::Key_C);
    connect(m_copyOlder, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_ui->comparison->current()->textBefore); });
    m_copyNewer = addEditAction(tr("复制右边的文字(&C)"), QStringLiteral("copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(m_copyNewer, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_ui->comparison->current()->textAfter); });
    m_actions.append(nullptr);
    m_restore = addEditAction(tr("恢复到此版本(&B)"), QStringLiteral("history"), Qt::CTRL | Qt::Key_R);
    connect(m_restore, &QAction::triggered, this, &HistoryPage::restore);

    m_ui->comparison->addActions({m_copyOlder, m_copyNewer});
    m_ui->next->setDefaultAction(m_next);
    m_ui->previous->setDefaultAction(m_previous);
    m_ui->restore->setIcon(m_restore->icon());
    connect(m_ui->restore, &QPushButton::clicked, m_restore, &QAction::trigger);
}

void HistoryPage::refresh()
{
    m_follow.stop();
    const Result<QList<Version>> versions = m_workspace.openReport().isOpen()
        ? m_workspace.openReport().versions()
        : Result<QList<Version>>(QList<Version>());
    const std::optional<Error> readOnly = m_workspace.openReport().isOpen()
        ? m_workspace.review().refusal(ReviewAction::Edit)
        : m_workspace.office().readOnlyReason();
    m_ui->reason->setText(readOnly ? describe(*readOnly) : QString());
    m_ui->reason->setVisible(readOnly.has_value());
    showVersions(versions ? *versions : QList<Version>());
    if (!versions) {
        m_pause.stop();
        showMessage(describe(versions.error()));
    }
}

// Who looked at the present version looks at it still when another has become it; who looked at an earlier one stays.
void HistoryPage::showVersions(const QList<Version> &versions)
{
    const std::optional<Version> before = chosen();
    const bool wasCurrent = m_ui->versions->currentIndex().row() <= 0;
    const int other = m_ui->other->currentIndex();
    const qint64 otherVersion = other < FirstVersion ? 0 : m_list->versions().at(other - FirstVersion).id;
    m_list->setVersions(versions, m_workspace.openReport().isOpen() ? m_workspace.openReport().notice() : Notice(),
        m_workspace.office().clock()().date());
    fillOthers();
    const int otherRow = m_list->rowOf(otherVersion);
    m_ui->other->setCurrentIndex(otherRow >= 0 ? FirstVersion + otherRow
            : other == CurrentVersion          ? CurrentVersion
                                               : VersionBefore);
    const int row = before && !wasCurrent ? m_list->rowOf(before->id) : 0;
    m_ui->versions->setCurrentIndex(m_list->index(std::max(row, 0)));
    m_ui->count->setText(
        versions.isEmpty() ? QString() : tr("%1 个版本").arg(grouped(static_cast<int>(versions.size()))));
    versionChosen();
}

void HistoryPage::fillOthers()
{
    QStringList lines{tr("与前一版本比较"), tr("与当前版本比较")};
    for (const Version &version : m_list->versions())
        lines.append(tr("与 %1 的版本比较：%2")
                         .arg(nameOf(version), describeChanged(version.changed, m_workspace.openReport().notice())));
    m_ui->other->clear();
    m_ui->other->addItems(toldApart(lines));
}

std::optional<Version> HistoryPage::chosen() const
{
    const QModelIndex index = m_ui->versions->currentIndex();
    return index.isValid() ? std::optional(m_list->versions().at(index.row())) : std::nullopt;
}

void HistoryPage::versionChosen()
{
    updateActions();
    m_pause.start();
}

void HistoryPage::updateActions()
{
    const int row = m_ui->versions->currentIndex().row();
    m_restore->setEnabled(row > 0 && mayEdit(m_workspace.openReport()));
    m_ui->restore->setEnabled(m_restore->isEnabled());
    m_ui->restore->setToolTip(row == 0 ? tr("这就是当前的版本") : m_restore->toolTip());
    m_ui->restore->setAccessibleDescription(row == 0 ? tr("这就是当前的版本") : m_ui->reason->text());
    m_ui->other->setEnabled(m_list->rowCount() > 1);
}

HistoryPage::Pair HistoryPage::pair(const Version &version) const
{
    const QList<Version> &versions = m_list->versions();
    if (versions.size() < 2)
        return {{}, {}, tr("目前只有这一个版本。\n今后每次保存都会在这里留下一个版本。")};
    const int row = m_list->rowOf(version.id);
    int other = m_ui->other->currentIndex() - FirstVersion;
    if (m_ui->other->currentIndex() == VersionBefore)
        other = row + 1;
    else if (m_ui->other->currentIndex() == CurrentVersion)
        other = 0;
    if (other >= versions.size())
        return {{}, {}, tr("这是最早的版本，没有更早的可以比较。\n可以改为与当前版本比较。")};
    if (other == row)
        return {{}, {}, row == 0 ? tr("这就是当前的版本。") : tr("两边是同一个版本。")};
    return {versions.at(std::max(row, other)), versions.at(std::min(row, other)), {}};
}

void HistoryPage::compare()
{
    const std::optional<Version> version = chosen();
    if (!version)
        return showMessage(m_workspace.openReport().isOpen() ? tr("还没有版本。") : QString());
    const Pair sides = pair(*version);
    if (!sides.reason.isEmpty())
        return showMessage(sides.reason);
    const Result<Report> older = m_workspace.openReport().version(sides.older.id);
    const Result<Report> newer = m_workspace.openReport().version(sides.newer.id);
    if (!older || !newer)
        return showMessage(describe(older ? newer.error() : older.error()));
    const QList<Difference> differences = compareReports(*older, *newer, m_workspace.openReport().notice());
    if (differences.isEmpty())
        return showMessage(tr("两个版本内容相同。"));
    const auto head = [this](const Version &side) {
        return m_list->rowOf(side.id) == 0 ? tr("%1（当前）").arg(nameOf(side)) : nameOf(side);
    };
    m_ui->older->setText(head(sides.older));
    m_ui->newer->setText(head(sides.newer));
    showMessage({});
    m_ui->comparison->setDifferences(differences, *newer, m_workspace.openReport().notice());
}

// Takes the place of the comparison; empty: the comparison itself is shown.
void HistoryPage::showMessage(const QString &message)
{
    const bool compared = message.isEmpty() && chosen();
    m_ui->message->setText(message);
    m_ui->message->setVisible(!compared);
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->older), static_cast<QWidget *>(m_ui->newer),
             static_cast<QWidget *>(m_ui->comparison), static_cast<QWidget *>(m_ui->legend)})
        widget->setVisible(compared);
    if (!compared)
        m_ui->comparison->setDifferences({}, {}, {});
}

void HistoryPage::showPosition()
{
    const Difference *current = m_ui->comparison->current();
    const int count = m_ui->comparison->count();
    m_ui->position->setText(current
            ? tr("第 %1 处，共 %2 处").arg(grouped(m_ui->comparison->currentIndex().row() + 1), grouped(count))
            : QString());
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    m_copyOlder->setEnabled(current && !current->textBefore.isEmpty());
    m_copyNewer->setEnabled(current && !current->textAfter.isEmpty());
}

void HistoryPage::restore()
{
    const std::optional<Version> version = chosen();
    if (!version)
        return;
    const Result<void> done = m_workspace.openReport().restoreVersion(version->id);
    refresh();
    m_ui->versions->setCurrentIndex(m_list->index(0));
    m_ui->versions->setFocus();
    if (done)
        Q_EMIT restored(tr("已恢复到 %1 的版本；可用“撤销”改回原样。").arg(describe(version->at)));
    else
        Q_EMIT problem(describe(done.error()));
}

} // namespace zhibao
