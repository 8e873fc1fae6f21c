// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/keyspage.h"

#include "base/signature.h"
#include "ui/theme.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhibao {

KeysPage::KeysPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_fingerprint(new QLabel(this))
    , m_trusted(new QTreeWidget(this))
{
    auto *own = new QLabel(tr("本单位密钥的指纹"), this);
    theme::setTextRole(own, theme::TextRole::Section);
    m_fingerprint->setObjectName(QStringLiteral("ownFingerprint"));
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setWordWrap(true);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setFocusPolicy(Qt::StrongFocus);
    auto *explanation
        = new QLabel(tr("送审文件用这个密钥签名。对方第一次收到时会看到指纹，请在电话中读给对方核对。"), this);
    explanation->setWordWrap(true);
    theme::setTextRole(explanation, theme::TextRole::Caption);
    auto *others = new QLabel(tr("已认可的单位(&T)"), this);
    others->setBuddy(m_trusted);
    theme::setTextRole(others, theme::TextRole::Section);
    m_trusted->setObjectName(QStringLiteral("trustedKeys"));
    m_trusted->setAccessibleName(tr("已认可的单位"));
    m_trusted->setHeaderLabels({tr("单位"), tr("指纹"), tr("认可时间")});
    m_trusted->setRootIsDecorated(false);
    m_trusted->setUniformRowHeights(true);
    m_trusted->setAllColumnsShowFocus(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(own);
    layout->addWidget(m_fingerprint);
    layout->addWidget(explanation);
    layout->addSpacing(theme::space2);
    layout->addWidget(others);
    layout->addWidget(m_trusted, 1);
}

// The key is made when it is first asked for: not before somebody looks.
void KeysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

void KeysPage::fill()
{
    const Result<OfficeKey> own = m_workspace.session().ownKey();
    m_fingerprint->setText(own ? fingerprint(own->publicKey) : describe(own.error()));
    QFont font = own ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : theme::bodyFont();
    font.setPointSizeF(theme::sectionFont().pointSizeF());
    m_fingerprint->setFont(font);
    m_fingerprint->setAccessibleName(tr("本单位密钥的指纹：%1").arg(m_fingerprint->text()));
    m_trusted->clear();
    const Result<QList<OfficeKey>> keys = m_workspace.session().trustedKeys();
    for (const OfficeKey &key : keys ? *keys : QList<OfficeKey>()) {
        if (key.secretKey.isEmpty())
            new QTreeWidgetItem(m_trusted, {key.name, fingerprint(key.publicKey), describe(key.at)});
    }
    if (m_trusted->topLevelItemCount() == 0) {
        auto *none = new QTreeWidgetItem(m_trusted, {keys ? tr("还没有认可其他单位") : describe(keys.error())});
        none->setFlags(Qt::NoItemFlags);
        none->setForeground(0, theme::quietText(palette())); // a sentence, no disabled choice
        none->setFirstColumnSpanned(true);
    }
    for (int column = 0; column < m_trusted->columnCount(); ++column)
        m_trusted->resizeColumnToContents(column);
}

} // namespace zhibao
