// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notice/noticebar.h"

#include "base/digest.h"
#include "core/compare/noticecomparison.h"
#include "ui/memory.h"
#include "workspace/workspace.h"

#include <QKeyEvent>

namespace zhibao {

NoticeBar::NoticeBar(Workspace &workspace, QWidget *parent)
    : NoteBar(parent)
    , m_workspace(workspace)
{
    setClosable(false);
    connect(&workspace.openReport(), &OpenReport::opened, this, &NoticeBar::refresh);
    connect(&workspace.openReport(), &OpenReport::closed, this, &NoticeBar::refresh);
    connect(&workspace.review(), &Review::changed, this, &NoticeBar::refresh);
    connect(&workspace.office(), &Office::noticesChanged, this, &NoticeBar::refresh);
}

void NoticeBar::setInFront(bool inFront)
{
    if (m_inFront == inFront)
        return;
    m_inFront = inFront;
    refresh();
}

void NoticeBar::refresh()
{
    const OpenReport &open = m_workspace.openReport();
    const Notice *const newer = m_inFront && open.isOpen() ? open.newerNotice() : nullptr;
    if (!newer || isPutOff(m_workspace.office(), postponedKey())) {
        hide();
        return;
    }
    const qsizetype changes = compareNotices(open.notice(), *newer).size();
    tell(Kind::Warning, tr("通知“%1”有更正，改了 %2 处；这份报表仍按原来的填报。").arg(newer->number).arg(changes),
        {{tr("查看并改用…"), [this] { Q_EMIT followWanted(); }}, {tr("以后再说"), [this] { postpone(); }}});
}

// Under which the day is kept on which it was put off.
QString NoticeBar::postponedKey() const
{
    const OpenReport &open = m_workspace.openReport();
    return QStringLiteral("notice/%1/%2").arg(*open.id()).arg(hexadecimal(open.newerNotice()->digest));
}

void NoticeBar::postpone()
{
    if (m_workspace.openReport().isOpen() && m_workspace.openReport().newerNotice())
        putOff(m_workspace.office(), postponedKey());
    refresh();
}

void NoticeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        postpone();
    else
        NoteBar::keyPressEvent(event);
}

} // namespace zhibao
