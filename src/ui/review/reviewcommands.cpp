// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewcommands.h"

#include "ui/menutext.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>

#include <array>

namespace zhibao {

namespace {

struct Step {
    ReviewAction action;
    const char *icon;
    Qt::Key key; // in the menu, and with Ctrl and Shift: letters alone belong to the input method
    bool asksMore; // a file or a form: its name ends in an ellipsis
};

constexpr std::array stepKeys{
    Step{ReviewAction::Submit, "send", Qt::Key_T, false},
    Step{ReviewAction::Withdraw, "arrow-back-up", Qt::Key_W, true},
    Step{ReviewAction::Review, "circle-check", Qt::Key_G, false},
    Step{ReviewAction::Approve, "clipboard-check", Qt::Key_A, false},
    Step{ReviewAction::Return, "arrow-back-up", Qt::Key_R, true},
    Step{ReviewAction::PlaceSeal, "rubber-stamp", Qt::Key_Y, false},
    Step{ReviewAction::AttachScan, "file-plus", Qt::Key_J, true},
    Step{ReviewAction::RemoveScan, "trash", Qt::Key_X, false},
    Step{ReviewAction::Send, "mail", Qt::Key_D, true},
    Step{ReviewAction::Unlock, "lock-open", Qt::Key_K, true},
};

void allow(QAction *action, bool allowed, const QString &reason = {})
{
    action->setEnabled(allowed);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    const QString words = QObject::tr("%1（%2）").arg(action->iconText(), shortcut);
    action->setToolTip(allowed ? words : reason);
    action->setStatusTip(allowed ? QString() : reason);
}

} // namespace

ReviewCommands::ReviewCommands(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    addSteps();
    m_showScan = add(tr("查看盖章扫描件(&E)"), QStringLiteral("file-search"), Qt::CTRL | Qt::Key_F9);
    m_exportSheet = add(tr("导出签批单(&Q)…"), QStringLiteral("file-text"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q);
    m_printChanges = add(tr("打印改动（PDF）(&P)…"), QStringLiteral("printer"), Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_writeFile = add(tr("生成送审文件(&N)…"), QStringLiteral("file-export"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    m_openFile = add(tr("打开送审文件(&I)…"), QStringLiteral("file-import"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    m_verify = add(tr("核验文件(&H)…"), QStringLiteral("file-search"), Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_log = add(tr("办理记录(&L)…"), QStringLiteral("list"), Qt::CTRL | Qt::Key_F7);
    m_comment = add(tr("提出意见(&M)"), QStringLiteral("message"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_nextChange = add(tr("下一处改动(&C)"), QStringLiteral("arrow-down"), Qt::Key_F7);
    m_previousChange = add(tr("上一处改动(&V)"), QStringLiteral("arrow-up"), Qt::SHIFT | Qt::Key_F7);
    m_nextComment = add(tr("下一条意见(&F)"), QStringLiteral("chevron-down"), Qt::Key_F6);
    m_previousComment = add(tr("上一条意见(&B)"), QStringLiteral("chevron-up"), Qt::SHIFT | Qt::Key_F6);
}

void ReviewCommands::addSteps()
{
    for (const Step &step : stepKeys) {
        const QString words = tr("%1(&%2)").arg(describe(step.action), QKeySequence(step.key).toString());
        QAction *action = add(step.asksMore ? tr("%1…").arg(words) : words, QString::fromLatin1(step.icon),
            Qt::CTRL | Qt::SHIFT | step.key);
        connect(action, &QAction::triggered, this, [this, step] { Q_EMIT wanted(step.action); });
        m_steps.insert(step.action, action);
        m_order.append(action);
    }
}

QAction *ReviewCommands::add(const QString &text, const QString &icon, const QKeySequence &shortcut)
{
    auto *action = new QAction(m_window);
    action->setIcon(theme::icon(icon));
    setMenuText(action, text);
    action->setShortcut(shortcut);
    m_window->addAction(action);
    return action;
}

void ReviewCommands::fill(QMenu *menu) const
{
    menu->setToolTipsVisible(true); // why something may not be done
    menu->addActions(m_order);
    menu->addSeparator();
    menu->addActions({m_comment, m_nextComment, m_previousComment});
    menu->addSeparator();
    menu->addActions({m_nextChange, m_previousChange, m_printChanges});
    menu->addSeparator();
    menu->addActions({m_showScan, m_exportSheet, m_writeFile, m_openFile});
    menu->addSeparator();
    menu->addActions({m_log, m_verify});
}

void ReviewCommands::enable(Workspace &workspace, Hand hand, std::optional<qint64> selected)
{
    enableSteps(workspace, hand, selected);
    const Review &review = workspace.review();
    const bool open = hand == Hand::Open;
    const QString noReport = hand == Hand::Selected ? tr("请先打开所选的报表。") : tr("没有打开的报表。");
    const std::optional<Error> mute = review.refusal(ReviewAction::Comment);
    allow(m_comment, open && !mute, open && mute ? describe(*mute) : noReport);
    allow(m_exportSheet, open && review.approval(), open ? tr("报表还没有批准，没有签批单可导出。") : noReport);
    const Result<QList<LogEntry>> entries = review.entries();
    const bool isScanned = open && entries && inForce(*entries, EntryKind::AttachScan);
    allow(m_showScan, isScanned, open ? tr("没有附盖章扫描件。") : noReport);
    const bool begun = open && entries && !entries->isEmpty();
    allow(m_writeFile, begun, open ? tr("报表还没有送审，没有可交给对方的内容。") : noReport);
    const std::optional<Error> readOnly = workspace.office().readOnlyReason();
    allow(m_openFile, workspace.office().hasStore() && !readOnly, readOnly ? describe(*readOnly) : QString());
    allow(m_log, workspace.office().hasStore());
    allow(m_verify, workspace.office().hasStore());
    for (QAction *action : {m_printChanges, m_nextChange, m_previousChange, m_nextComment, m_previousComment})
        allow(action, open, noReport);
}

void ReviewCommands::enableSteps(Workspace &workspace, Hand hand, std::optional<qint64> selected)
{
    const OpenReport &open = workspace.openReport();
    const std::optional<qint64> report = hand == Hand::Open ? open.id() : selected;
    const bool isInHand = report && report == open.id(); // whose log is known
    const QMap<ReviewAction, Error> stored
        = report && !isInHand ? workspace.office().refusals(*report) : QMap<ReviewAction, Error>();
    for (auto step = m_steps.cbegin(); step != m_steps.cend(); ++step) {
        const auto other = stored.constFind(step.key());
        const std::optional<Error> refused = isInHand ? open.refusal(step.key())
            : other != stored.cend()                  ? std::optional(*other)
                                                      : std::nullopt;
        allow(step.value(), report && !refused, refused ? describe(*refused) : tr("没有打开的报表。"));
    }
}

} // namespace zhibao
