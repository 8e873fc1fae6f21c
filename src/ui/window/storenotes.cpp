// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/storenotes.h"

#include "ui/notebar.h"
#include "ui/people/confirmwindow.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

namespace zhibao {

StoreNotes::StoreNotes(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
    , m_readOnly(makeNote(QStringLiteral("readOnlyNote"), false))
    , m_saveFailed(makeNote(QStringLiteral("saveFailedNote"), false))
    , m_backup(makeNote(QStringLiteral("backupNote"), true))
    , m_clock(makeNote(QStringLiteral("clockNote"), true))
    , m_unconfirmed(makeNote(QStringLiteral("unconfirmedNote"), false))
{
    connect(&workspace, &Workspace::savedChanged, this, &StoreNotes::tellSaved);
    connect(&workspace, &Workspace::closed, this, &StoreNotes::tellSaved);
    connect(&workspace, &Workspace::clockDoubted, this, &StoreNotes::tellClock);
    connect(&workspace.backups(), &Backups::problemChanged, this, &StoreNotes::tellBackup);
    connect(&workspace.session(), &Session::changed, this, &StoreNotes::tellUnconfirmed);
    tellReadOnly();
    tellBackup();
    tellClock();
    tellUnconfirmed();
}

QList<NoteBar *> StoreNotes::others() const
{
    return {m_readOnly, m_backup, m_unconfirmed, m_clock};
}

NoteBar *StoreNotes::makeNote(const QString &name, bool closable) const
{
    auto *note = new NoteBar(m_window);
    note->setObjectName(name);
    note->setClosable(closable);
    return note;
}

void StoreNotes::tellReadOnly()
{
    if (const std::optional<Error> reason = m_workspace.readOnlyReason())
        m_readOnly->tell(NoteBar::Kind::Calm, tr("只能查看和导出，不能修改。%1").arg(describe(*reason)));
}

void StoreNotes::tellBackup()
{
    const std::optional<Error> &problem = m_workspace.backups().problem();
    if (!problem) {
        m_backup->hide();
        return;
    }
    if (problem->code == ErrorCode::StoreDamaged)
        m_backup->tell(
            NoteBar::Kind::Problem, describe(*problem), {{tr("修复数据"), [this] { Q_EMIT recoveryWanted(); }}});
    else
        m_backup->tell(NoteBar::Kind::Warning,
            tr("备份没有存到指定的文件夹，暂存在数据文件旁边。%1").arg(describe(*problem)),
            {{tr("备份与还原…"), [this] { Q_EMIT restoreWanted(); }}});
}

void StoreNotes::tellClock()
{
    if (const std::optional<ClockDoubt> &doubt = m_workspace.clockDoubt())
        m_clock->tell(NoteBar::Kind::Warning, describe(*doubt));
}

// What a recovery or a restoration wrote where nobody could sign waits for an administrator, who looks at it first.
void StoreNotes::tellUnconfirmed()
{
    const Session &session = m_workspace.session();
    const Result<QList<LogEntry>> entries
        = session.isSignedIn() && !m_workspace.readOnlyReason() ? session.unconfirmed() : QList<LogEntry>();
    if (!entries || entries->isEmpty()) {
        m_unconfirmed->hide();
        return;
    }
    const bool mayConfirm = session.person().duties.testFlag(Duty::Administrator);
    const Error waiting{ErrorCode::SignInNeeded, {QString(), QString::number(entries->size())}};
    m_unconfirmed->tell(NoteBar::Kind::Warning, mayConfirm ? describeUnconfirmed(*entries) : describe(waiting),
        mayConfirm ? QList<NoteBar::Answer>{{tr("逐条查看…"), [this] { showUnconfirmed(); }}}
                   : QList<NoteBar::Answer>());
}

void StoreNotes::showUnconfirmed()
{
    auto *window = new ConfirmWindow(m_workspace, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &QDialog::finished, this, &StoreNotes::tellUnconfirmed);
    window->open();
}

void StoreNotes::tellSaved()
{
    const std::optional<Error> failure = m_workspace.saveError();
    if (!failure) {
        m_saveFailed->hide();
        return;
    }
    m_saveFailed->tell(NoteBar::Kind::Problem, tr("最近的修改尚未保存。%1").arg(describe(*failure)),
        {{tr("再试一次"), [this] { saveAgain(); }}});
}

// The bar closed with the answer; the workspace says nothing where the same failure comes again.
void StoreNotes::saveAgain()
{
    m_workspace.flush();
    tellSaved();
}

void StoreNotes::askToLeave()
{
    const std::optional<Error> failure = m_workspace.saveError();
    m_saveFailed->ask(tr("最近的修改尚未保存，现在退出会丢失。%1").arg(failure ? describe(*failure) : QString()),
        {{tr("不保存，退出"), [this] { Q_EMIT leaveAnyway(); }}, {tr("再试一次"), [this] { saveAgain(); }}},
        NoteBar::Kind::Problem);
}

} // namespace zhibao
