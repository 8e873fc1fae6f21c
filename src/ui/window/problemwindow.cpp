// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/problemwindow.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibao {

namespace {

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QVBoxLayout *makeLayout(QDialog *dialog, const QString &title)
{
    auto *heading = new QLabel(title, dialog);
    theme::setTextRole(heading, theme::TextRole::Section);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space3);
    layout->setSpacing(theme::space3);
    layout->addWidget(heading);
    dialog->setMinimumWidth(24 * QFontMetrics(theme::bodyFont()).height());
    return layout;
}

} // namespace

ProblemWindow::ProblemWindow(const QString &sentence, const QString &recovery, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("质报"));
    QLabel *const reason = makeText(sentence, this);
    reason->setObjectName(QStringLiteral("reason"));
    auto *buttons = new QDialogButtonBox(this);
    auto *again = buttons->addButton(tr("再试一次"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("退出"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    QVBoxLayout *layout = makeLayout(this, tr("暂时打不开"));
    layout->addWidget(reason);
    if (recovery.isEmpty()) {
        again->setDefault(true);
    } else {
        layout->addWidget(makeText(recovery, this));
        auto *recover = buttons->addButton(tr("修复数据"), QDialogButtonBox::ActionRole);
        recover->setObjectName(QStringLiteral("recover"));
        recover->setDefault(true);
        recover->setFocus();
        connect(recover, &QPushButton::clicked, this, [this] { done(Recover); });
    }
    layout->addStretch(1);
    layout->addWidget(buttons);
}

RecoveryWindow::RecoveryWindow(const Recovery &recovery, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("质报"));
    QVBoxLayout *layout = makeLayout(this, tr("数据已修复"));
    layout->addWidget(makeText(tr("损坏的数据文件没有改动，另存在：%1").arg(recovery.aside), this));
    auto *list = new QListWidget(this);
    list->setObjectName(QStringLiteral("recovered"));
    list->setAccessibleName(tr("各报表找回的情况"));
    list->setWordWrap(true);
    for (const RecoveredReport &report : recovery.reports)
        list->addItem(describe(report));
    if (recovery.reports.isEmpty())
        list->addItem(tr("没有可找回的报表，备份中也没有。"));
    layout->addWidget(list, 1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("继续"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    layout->addWidget(buttons);
}

} // namespace zhibao
