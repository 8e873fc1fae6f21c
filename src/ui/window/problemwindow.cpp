// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/problemwindow.h"

#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibao {

ProblemWindow::ProblemWindow(const QString &sentence, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("质报"));
    auto *title = new QLabel(tr("暂时打不开"), this);
    theme::setTextRole(title, theme::TextRole::Section);
    auto *reason = new QLabel(sentence, this);
    reason->setObjectName(QStringLiteral("reason"));
    reason->setTextFormat(Qt::PlainText);
    reason->setWordWrap(true);
    reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("再试一次"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(tr("退出"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space3);
    layout->addWidget(title);
    layout->addWidget(reason, 1);
    layout->addWidget(buttons);
    setMinimumWidth(24 * QFontMetrics(theme::bodyFont()).height());
}

} // namespace zhibao
