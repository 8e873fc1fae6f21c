// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/storenotes.h"

#include "ui/notebar.h"
#include "ui/people/confirmwindow.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

namespace zhibao {

StoreNotes::StoreNotes(OpenReport &open, QWidget *window)
    : QObject(window)
    , m_open(open)
    , m_window(window)
    , m_readOnly(makeNote(QStringLiteral("readOnlyNote"), false))
    , m_saveFailed(makeNote(QStringLiteral("saveFailedNote"), false))
    , m_backup(makeNote(QStringLiteral("backupNote"), true))
    , m_clock(makeNote(QStringLiteral("clockNote"), true))
    , m_unconfirmed(makeNote(QStringLiteral("unconfirmedNote"), false))
{
    connect(&open, &OpenReport::savedChanged, this, &StoreNotes::tellSaved);
    connect(&open, &OpenReport::closed, this, &StoreNotes::tellSaved);
    connect(&open.office(), &Office::clockDoubted, this, &StoreNotes::tellClock);
    connect(&open.office().backups(), &Backups::problemChanged, this, &StoreNotes::tellBackup);
    connect(&open.office().session(), &Session::changed, this, &StoreNotes::tellUnconfirmed);
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
    if (const std::optional<Error> reason = m_open.office().readOnlyReason())
        m_readOnly->tell(NoteBar::Kind::Calm, tr("只能查看和导出，不能修改。%1").arg(describe(*reason)));
}

void StoreNotes::tellBackup()
{
    const std::optional<Error> &problem = m_open.office().backups().problem();
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
    if (const std::optional<ClockDoubt> &doubt = m_open.office().clockDoubt())
        m_clock->tell(NoteBar::Kind::Warning, describe(*doubt));
}

// What a recovery or a restoration wrote where nobody could sign waits for an administrator, who looks at it first.
void StoreNotes::tellUnconfirmed()
{
    const Session &session = m_open.office().session();
    const Result<QList<LogEntry>> entries
        = session.isSignedIn() && !m_open.office().readOnlyReason() ? session.unconfirmed() : QList<LogEntry>();
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
    auto *window = new ConfirmWindow(m_open.office(), m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &QDialog::finished, this, &StoreNotes::tellUnconfirmed);
    window->open();
}

void StoreNotes::tellSaved()
{
    const std::optional<Error> failure = m_open.saveError();
    if (!failure) {
        m_saveFailed->hide();
        return;
    }
    m_saveFailed->tell(NoteBar::Kind::Problem, tr("最近的修改尚未保存。%1").arg(describe(*failure)),
        {{tr("再试一次"), [this] { saveAgain(); }}});
}

// The bar closed with the answer; the open says nothing where the same failure comes again.
void StoreNotes::saveAgain()
{
    m_open.flush();
    tellSaved();
}

void StoreNotes::askToLeave()
{
    const std::optional<Error> failure = m_open.saveError();
    m_saveFailed->ask(tr("最近的修改尚未保存，现在退出会丢失。%1").arg(failure ? describe(*failure) : QString()),
        {{tr("不保存，退出"), [this] { Q_EMIT leaveAnyway(); }}, {tr("再试一次"), [this] { saveAgain(); }}},
        NoteBar::Kind::Problem);
}

} // namespace zhibao
