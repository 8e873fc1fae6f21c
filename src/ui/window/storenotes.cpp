// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/storenotes.h"

#include "ui/notebar.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

#include <QVBoxLayout>

namespace zhibao {

StoreNotes::StoreNotes(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_readOnly(new NoteBar(this))
    , m_saveFailed(new NoteBar(this))
{
    m_readOnly->setObjectName(QStringLiteral("readOnlyNote"));
    m_readOnly->setClosable(false);
    m_saveFailed->setObjectName(QStringLiteral("saveFailedNote"));
    m_saveFailed->setClosable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_readOnly);
    layout->addWidget(m_saveFailed);
    connect(&workspace, &Workspace::savedChanged, this, &StoreNotes::tellSaved);
    connect(&workspace, &Workspace::closed, this, &StoreNotes::tellSaved);
    tellReadOnly();
}

void StoreNotes::tellReadOnly()
{
    if (const std::optional<Error> reason = m_workspace.readOnlyReason())
        m_readOnly->tell(NoteBar::Kind::Calm, tr("只能查看和导出，不能修改。%1").arg(describe(*reason)));
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
    m_saveFailed->tell(NoteBar::Kind::Problem,
                       tr("最近的修改尚未保存，现在退出会丢失。%1").arg(failure ? describe(*failure) : QString()),
                       {{tr("再试一次"), [this] { saveAgain(); }},
                        {tr("不保存，退出"), [this] { Q_EMIT leaveAnyway(); }}});
}

} // namespace zhibao
