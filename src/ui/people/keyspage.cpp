// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/keyspage.h"

#include "base/signature.h"
#include "ui/notebar.h"
#include "ui/officeform.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zhibao {

KeysPage::KeysPage(Session &session, NoteBar &note, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_note(note)
    , m_name(new QLineEdit(this))
    , m_fingerprint(new QLabel(this))
    , m_trusted(new QTreeWidget(this))
    , m_office(new OfficeForm(this))
    , m_save(new QPushButton(tr("保存(&S)"), this))
    , m_revoke(new QPushButton(tr("撤销认可(&R)"), this))
{
    m_name->setObjectName(QStringLiteral("ownName"));
    m_name->setAccessibleName(tr("本单位在送审文件中的名称"));
    m_name->setPlaceholderText(tr("送审文件中的名称，不写时用报表的填报单位"));
    m_fingerprint->setObjectName(QStringLiteral("ownFingerprint"));
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setWordWrap(true);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setFocusPolicy(Qt::StrongFocus);
    m_trusted->setObjectName(QStringLiteral("trustedKeys"));
    m_trusted->setAccessibleName(tr("已认可的单位"));
    m_trusted->setHeaderLabels({tr("单位"), tr("可办理的报表"), tr("可办理的事项"), tr("指纹"), tr("认可时间")});
    m_trusted->setRootIsDecorated(false);
    m_trusted->setUniformRowHeights(true);
    m_trusted->setAllColumnsShowFocus(true);
    m_office->setObjectName(QStringLiteral("trustedOffice"));
    m_save->setObjectName(QStringLiteral("saveOffice"));
    m_revoke->setObjectName(QStringLiteral("revokeOffice"));
    for (QPushButton *const button : {m_save, m_revoke})
        button->setAutoDefault(false);
    arrange();
    connect(m_name, &QLineEdit::editingFinished, this, &KeysPage::rename);
    connect(m_trusted, &QTreeWidget::currentItemChanged, this, &KeysPage::showOffice);
    connect(m_save, &QPushButton::clicked, this, [this] { change(m_office->office()); });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        OfficeKey office = m_office->office();
        office.roles = {};
        change(office);
    });
}

void KeysPage::arrange()
{
    auto *own = new QLabel(tr("本单位名称和密钥的指纹(&N)"), this);
    own->setBuddy(m_name);
    theme::setTextRole(own, theme::TextRole::Section);
    auto *explanation
        = new QLabel(tr("送审文件用这个密钥签名。对方第一次收到时会看到指纹，请在电话中读给对方核对。"), this);
    explanation->setWordWrap(true);
    theme::setTextRole(explanation, theme::TextRole::Caption);
    auto *others = new QLabel(tr("已认可的单位(&T)"), this);
    others->setBuddy(m_trusted);
    theme::setTextRole(others, theme::TextRole::Section);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::space2);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revoke);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(own);
    layout->addWidget(m_name);
    layout->addWidget(m_fingerprint);
    layout->addWidget(explanation);
    layout->addSpacing(theme::space2);
    layout->addWidget(others);
    layout->addWidget(m_trusted, 1);
    layout->addWidget(m_office);
    layout->addLayout(buttons);
}

// The key is made when it is first asked for: not before somebody looks.
void KeysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

void KeysPage::fill()
{
    const Result<OfficeKey> own = m_session.ownKey();
    m_fingerprint->setText(own ? fingerprint(own->publicKey) : describe(own.error()));
    QFont font = own ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : theme::bodyFont();
    font.setPointSizeF(theme::sectionFont().pointSizeF());
    m_fingerprint->setFont(font);
    m_fingerprint->setAccessibleName(tr("本单位密钥的指纹：%1").arg(m_fingerprint->text()));
    m_name->setEnabled(static_cast<bool>(own));
    fillOffices();
}

void KeysPage::fillOffices()
{
    const Result<QList<OfficeKey>> keys = m_session.trustedKeys();
    m_offices.clear();
    m_trusted->clear();
    for (const OfficeKey &key : keys ? *keys : QList<OfficeKey>()) {
        if (key.own) {
            m_name->setText(key.name);
            continue;
        }
        m_offices.append(key);
        new QTreeWidgetItem(m_trusted,
            {key.name, key.units.join(tr("、")), describe(key.roles), fingerprint(key.publicKey), describe(key.at)});
    }
    if (m_offices.isEmpty()) {
        auto *none = new QTreeWidgetItem(m_trusted, {keys ? tr("还没有认可其他单位") : describe(keys.error())});
        none->setFlags(Qt::NoItemFlags);
        none->setForeground(0, theme::quietText(palette())); // a sentence, no disabled choice
        none->setFirstColumnSpanned(true);
    }
    for (int column = 0; column < m_trusted->columnCount(); ++column)
        m_trusted->resizeColumnToContents(column);
    showOffice();
}

void KeysPage::showOffice()
{
    const int row = m_trusted->indexOfTopLevelItem(m_trusted->currentItem());
    const bool isOffice = row >= 0 && row < m_offices.size();
    m_office->setOffice(isOffice ? m_offices.at(row) : OfficeKey());
    m_office->setEnabled(isOffice);
    m_save->setEnabled(isOffice);
    m_revoke->setEnabled(isOffice && m_offices.at(row).roles != OfficeRoles());
}

void KeysPage::rename()
{
    if (const Result<void> done = m_session.setOfficeName(m_name->text()); !done)
        m_note.tell(NoteBar::Kind::Problem, describe(done.error()));
}

void KeysPage::change(const OfficeKey &office)
{
    if (const Result<void> done = m_session.trustKey(office); !done) {
        m_note.tell(NoteBar::Kind::Problem, describe(done.error()));
        return;
    }
    m_note.tell(NoteBar::Kind::Calm,
        office.roles == OfficeRoles() ? tr("已撤销对“%1”的认可：此后它送来的文件一律不能读入。").arg(office.name)
                                      : describeGrant(office));
    fill();
}

} // namespace zhibao
