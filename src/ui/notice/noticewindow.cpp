// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notice/noticewindow.h"

#include "ui/notebar.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describenotice.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace zhibao {

namespace {

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin-top:%1px; margin-bottom:0; white-space:pre-wrap\"><b>%2</b></p>")
        .arg(theme::space3)
        .arg(text.toHtmlEscaped());
}

QString paragraphs(const QStringList &lines)
{
    QString html;
    for (const QString &line : lines)
        html += QStringLiteral("<p style=\"margin-top:%1px; margin-bottom:0; white-space:pre-wrap\">%2</p>")
                    .arg(theme::space1)
                    .arg(line.toHtmlEscaped());
    return html;
}

} // namespace

NoticeWindow::NoticeWindow(const Notice &notice, const std::optional<Notice> &before, Offer offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_note(new NoteBar(this))
{
    setWindowTitle(m_offer.title);
    m_note->setObjectName(QStringLiteral("noticeNote"));
    m_note->hide();
    auto *remark = new QLabel(m_offer.remark, this);
    remark->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_offer.accept ? tr("取消") : tr("关闭"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (m_offer.accept) {
        QPushButton *answer = buttons->addButton(m_offer.answer, QDialogButtonBox::AcceptRole);
        answer->setObjectName(QStringLiteral("noticeAccept"));
        answer->setDefault(true);
        connect(answer, &QPushButton::clicked, this, &NoticeWindow::run);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(m_note);
    layout->addWidget(makeText(notice, before), 1);
    layout->addWidget(remark);
    layout->addWidget(buttons);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(36 * line, 24 * line);
}

QWidget *NoticeWindow::makeText(const Notice &notice, const std::optional<Notice> &before)
{
    auto *text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("noticeText"));
    text->setAccessibleName(tr("通知要求填报什么"));
    text->setTabChangesFocus(true);
    text->setOpenLinks(false);
    QString html;
    if (before && before->digest != notice.digest)
        html += heading(tr("与正在使用的相比，有这些改动"))
            + paragraphs(describeChanges(compareNotices(*before, notice), *before, notice));
    // The notice itself, then each form: what it is, and what is said of it.
    const QStringList lines = describeNotice(notice);
    for (qsizetype line = 0; line < lines.size(); line += 2)
        html += heading(lines.at(line)) + paragraphs(lines.mid(line + 1, 1));
    text->setHtml(html);
    return text;
}

// The window stays where it was refused, and says why.
void NoticeWindow::run()
{
    if (const Result<void> done = m_offer.accept(); !done)
        m_note->tell(NoteBar::Kind::Problem, describe(done.error()));
    else
        accept();
}

} // namespace zhibao
