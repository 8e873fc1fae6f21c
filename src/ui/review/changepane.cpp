// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/changepane.h"

#include "ui/comparison/comparisonview.h"
#include "ui/comparison/versionlist.h"
#include "ui/numbers.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <optional>

namespace zhibao {

namespace {

using namespace std::chrono_literals;

constexpr int shownChoices = 16;
constexpr int leastChoice = 10; // characters

QToolButton *makeButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

// Where the text begins to differ, and how far.
std::pair<int, int> changedPassage(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto first = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin());
    const qsizetype same = first.first - before.cbegin();
    qsizetype end = 0;
    while (end < shorter - same && before.at(before.size() - 1 - end) == after.at(after.size() - 1 - end))
        ++end;
    return {static_cast<int>(same), static_cast<int>(after.size() - same - end)};
}

} // namespace

ChangePane::ChangePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_versions(new QComboBox(this))
    , m_position(new QLabel(this))
    , m_previous(makeButton(this))
    , m_next(makeButton(this))
    , m_print(makeButton(this))
    , m_message(new QLabel(this))
    , m_view(new ComparisonView(this))
    , m_legend(new QLabel(tr("− 加删除线的字已删去，+ 加下划线的字是新的。回车或双击转到该处。"), this))
{
    m_view->setObjectName(QStringLiteral("changes"));
    m_view->setAccessibleName(tr("改动之处"));
    m_view->setAccessibleDescription(tr("上下键逐处查看，按回车转到该处"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_legend->setWordWrap(true);
    theme::setTextRole(m_legend, theme::TextRole::Caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(makeHead());
    layout->addWidget(m_message, 1);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_legend);
    setFocusProxy(m_view);
    m_follow.setSingleShot(true);
    m_follow.setInterval(300ms);
    connect(&m_follow, &QTimer::timeout, this, &ChangePane::compare);
    connect(m_versions, &QComboBox::currentIndexChanged, this, &ChangePane::compare);
    connect(m_view, &ComparisonView::stepped, this, &ChangePane::showPosition);
    connect(m_view, &QListView::activated, this, &ChangePane::lead); // Enter
    connect(m_view, &QListView::doubleClicked, this, &ChangePane::lead);
    connect(&m_workspace.openReport(), &OpenReport::changed, this, [this] {
        if (isVisible())
            m_follow.start();
    });
}

QWidget *ChangePane::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("改动"), head);
    theme::setTextRole(title, theme::TextRole::Section);
    m_versions->setObjectName(QStringLiteral("comparedVersion"));
    m_versions->setAccessibleName(tr("与哪个版本比较"));
    m_versions->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_versions->setMinimumContentsLength(leastChoice);
    m_versions->setMaxVisibleItems(shownChoices);
    m_position->setObjectName(QStringLiteral("changePosition"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space2);
    layout->addWidget(title);
    layout->addWidget(m_versions, 1);
    layout->addWidget(m_position);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_print);
    return head;
}

void ChangePane::setActions(QAction *previous, QAction *next, QAction *print)
{
    m_previous->setDefaultAction(previous);
    m_next->setDefaultAction(next);
    m_print->setDefaultAction(print);
}

void ChangePane::begin()
{
    offer({});
}

void ChangePane::refresh()
{
    offer(since());
}

// `chosen` nothing: the best.
void ChangePane::offer(std::optional<qint64> chosen)
{
    const Result<QList<ComparedVersion>> offered = m_workspace.openReport().isOpen()
        ? m_workspace.review().comparable()
        : Result<QList<ComparedVersion>>(QList<ComparedVersion>());
    m_follow.stop();
    {
        const QSignalBlocker filling(m_versions);
        m_versions->clear();
        if (offered) {
            QStringList names;
            for (const ComparedVersion &version : *offered)
                names.append(nameOf(version));
            m_versions->addItems(toldApart(names));
            for (int row = 0; row < m_versions->count(); ++row) {
                m_versions->setItemData(row, offered->at(row).version);
                m_versions->setItemData(row, m_versions->itemText(row), Qt::ToolTipRole); // it may be cut off
            }
            const int row = m_versions->findData(chosen.value_or(best(*offered)));
            m_versions->setCurrentIndex(std::max(row, 0));
        }
    }
    m_versions->setEnabled(m_versions->count() > 1);
    if (offered)
        compare();
    else
        showMessage(describe(offered.error()));
}

// What was seen, returned or approved and has changed since; to who looks for the first time all is new.
qint64 ChangePane::best(const QList<ComparedVersion> &offered) const
{
    const Result<qint64> current = m_workspace.openReport().currentVersion();
    for (const ComparedVersion &version : offered) {
        if (version.kind < ComparedVersion::Kind::Any && current && version.version != *current)
            return version.version;
    }
    const bool known = !offered.isEmpty() && offered.constFirst().kind < ComparedVersion::Kind::Any;
    return known ? offered.constFirst().version : 0;
}

QString ChangePane::nameOf(const ComparedVersion &version) const
{
    const QString time = describe(version.at);
    const QString who = version.person.isEmpty() ? time : tr("%1 %2").arg(version.person, time);
    switch (version.kind) {
    case ComparedVersion::Kind::LastSeen:
        return tr("与上次看过的相比（%1）").arg(time);
    case ComparedVersion::Kind::LastReturned:
        return tr("与上次退回的相比（%1）").arg(who);
    case ComparedVersion::Kind::LastApproved:
        return tr("与上次批准的相比（%1）").arg(who);
    case ComparedVersion::Kind::Blank:
        return tr("全部内容（与空白报表相比）");
    case ComparedVersion::Kind::Any:
        break;
    }
    const Version saved{version.version, version.at, version.cause, false, {}};
    return tr("与 %1 的版本相比：%2")
        .arg(zhibao::nameOf(saved), describeChanged(version.changed, m_workspace.openReport().notice()));
}

std::optional<qint64> ChangePane::since() const
{
    const QVariant chosen = m_versions->currentData();
    return chosen.isValid() ? std::optional(chosen.toLongLong()) : std::nullopt;
}

void ChangePane::compare()
{
    const std::optional<qint64> version = since();
    if (!m_workspace.openReport().isOpen() || !version)
        return showMessage({});
    const Result<Report> older = m_workspace.review().compared(*version);
    if (!older)
        return showMessage(describe(older.error()));
    const QList<Difference> differences
        = compareReports(*older, m_workspace.openReport().report(), m_workspace.openReport().notice());
    if (differences.isEmpty())
        return showMessage(
            *version == 0 ? tr("以前没有可以比较的版本，报表现在还是空白的。") : tr("与所选的版本相比，没有改动。"));
    showMessage({});
    const std::optional<Difference> before = m_view->current() ? std::optional(*m_view->current()) : std::nullopt;
    m_view->setDifferences(differences, m_workspace.openReport().report(), m_workspace.openReport().notice());
    const auto same = std::find_if(differences.cbegin(), differences.cend(), [&before](const Difference &each) {
        return before && each.kind == before->kind && each.before == before->before && each.after == before->after;
    });
    if (same != differences.cend()) // who looked at it in its place comes back to it
        m_view->step(static_cast<int>(same - differences.cbegin()));
}

// Takes the place of the comparison; empty: the comparison itself is shown.
void ChangePane::showMessage(const QString &message)
{
    const bool compared = message.isEmpty() && m_workspace.openReport().isOpen();
    m_message->setText(message);
    m_message->setVisible(!compared);
    m_view->setVisible(compared);
    m_legend->setVisible(compared);
    if (!compared)
        m_view->setDifferences({}, {}, {});
}

void ChangePane::showPosition()
{
    const int count = m_view->count();
    m_position->setText(m_view->current()
            ? tr("第 %1 处，共 %2 处").arg(grouped(m_view->currentIndex().row() + 1), grouped(count))
            : QString());
}

bool ChangePane::isAtEnd(int by) const
{
    const int next = m_view->currentIndex().row() + by;
    return next < 0 || next >= m_view->count();
}

void ChangePane::step(int by)
{
    m_view->step(by);
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void ChangePane::lead()
{
    const Difference *change = m_view->current();
    if (!change)
        return;
    if (change->after.form.isEmpty()) {
        m_position->setText(tr("这一处已删去，现在的报表里没有"));
        return;
    }
    const bool isText = change->kind == Difference::Kind::Changed;
    const auto [offset, length] = isText ? changedPassage(change->textBefore, change->textAfter) : std::pair(-1, 0);
    Q_EMIT placeWanted(change->after, offset, length);
}

} // namespace zhibao
