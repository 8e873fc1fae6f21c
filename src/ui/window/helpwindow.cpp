// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/helpwindow.h"

#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace zhibao {

namespace {

QDialogButtonBox *closeButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(dialog);
    buttons->addButton(QObject::tr("关闭"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    return buttons;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("帮助"));
    m_text->setAccessibleName(tr("帮助"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(theme::space3);
    QFile file(QStringLiteral(":/help/help.html"));
    if (file.open(QIODevice::ReadOnly))
        m_text->setHtml(QString::fromUtf8(file.readAll()));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(closeButton(this));
    const int em = QFontMetrics(theme::bodyFont()).height();
    resize(30 * em, 30 * em);
}

void HelpWindow::showTopic(const QString &topic)
{
    show();
    raise();
    activateWindow();
    m_text->scrollToAnchor(topic);
    m_text->setFocus();
}

AboutWindow::AboutWindow(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("关于质报"));
    auto *name = new QLabel(tr("质报 %1").arg(QStringLiteral(ZHIBAO_VERSION)), this);
    theme::setTextRole(name, theme::TextRole::Title);
    auto *purpose = new QLabel(tr("填写上级通知所要的情况表和工作总结，并按公文格式打印和导出。"
                                  "单机使用，内容只存在本机。")
            + QStringLiteral("\n\n")
            + tr("以 Apache-2.0 许可证发布。图标取自 Tabler Icons（MIT 许可证）；"
                 "使用 Qt、SQLite、HarfBuzz、FreeType、Fontconfig、qpdf、libzip、libsodium、OpenSSL、libqrencode、"
                 "pugixml、dtl 和 spdlog。"),
        this);
    purpose->setWordWrap(true);
    purpose->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space3);
    layout->addWidget(name);
    layout->addWidget(purpose, 1);
    layout->addWidget(closeButton(this));
    resize(26 * QFontMetrics(theme::bodyFont()).height(), sizeHint().height());
}

} // namespace zhibao
