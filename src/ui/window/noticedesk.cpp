// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/noticedesk.h"

#include "core/notice/noticereader.h"
#include "ui/notebar.h"
#include "ui/notice/noticewindow.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

namespace zhibao {

namespace {

void show(const Notice &notice, const std::optional<Notice> &before, const NoticeWindow::Offer &offer, QWidget *parent)
{
    auto *window = new NoticeWindow(notice, before, offer, parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

} // namespace

NoticeDesk::NoticeDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_note(note)
    , m_window(window)
{
}

void NoticeDesk::open()
{
    const QString path = m_dialogs.openFile(m_window, tr("打开通知文件"), tr("通知文件 (*.json);;所有文件 (*)"));
    if (!path.isEmpty())
        open(path);
}

void NoticeDesk::open(const QString &path)
{
    const Result<Notice> notice = readNoticeFile(path);
    if (!notice) {
        m_note.tell(NoteBar::Kind::Problem, describe(notice.error()));
        return;
    }
    Office &office = m_workspace.office();
    const Notice *const known = office.catalogue().notice(notice->number);
    const std::optional<Notice> before = known ? std::optional(*known) : std::nullopt;
    NoticeWindow::Offer offer{tr("打开通知文件"), tr("加入(&A)"), {}, {}};
    if (before && before->digest == notice->digest) {
        offer.remark = tr("这个通知已在使用。");
    } else if (const Result<void> may = office.session().administer(); !may) {
        offer.remark = tr("加入通知由管理员办理。");
    } else {
        offer.remark = before ? tr("加入后，新建的报表按它填报；已有的报表打开时再问是否改用。")
                              : tr("加入后，可以新建填报这个通知的报表。");
        offer.accept = [this, added = *notice] {
            const Result<void> done = m_workspace.office().addNotice(added);
            if (done)
                m_note.tell(NoteBar::Kind::Calm, tr("已加入通知“%1”。").arg(added.number));
            return done;
        };
    }
    show(*notice, before, offer, m_window);
}

void NoticeDesk::follow()
{
    const Notice *const offered = m_workspace.openReport().newerNotice();
    if (!offered)
        return;
    NoticeWindow::Offer offer{
        tr("改用更正后的通知"), tr("改用(&A)"), tr("已填的内容照原样转过去；改用以前的样子留在“历史”里。"), {}};
    offer.accept = [this, newer = *offered] {
        Q_EMIT following();
        const Result<void> done = m_workspace.openReport().follow(newer);
        Q_EMIT followed();
        if (done)
            m_note.tell(NoteBar::Kind::Calm, tr("这份报表已改用更正后的通知。"));
        return done;
    };
    show(*offered, m_workspace.openReport().notice(), offer, m_window);
}

} // namespace zhibao
