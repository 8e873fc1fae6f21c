// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/peoplewindow.h"

#include "ui/notebar.h"
#include "ui/people/keyspage.h"
#include "ui/people/peoplepage.h"
#include "ui/people/sealpage.h"
#include "ui/theme.h"
#include "workspace/office/office.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

namespace zhibao {

PeopleWindow::PeopleWindow(Office &office, const Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
{
    setWindowTitle(tr("人员与口令"));
    auto *note = new NoteBar(this);
    note->setObjectName(QStringLiteral("peopleNote"));
    auto *tabs = new QTabWidget(this);
    auto *people = new PeoplePage(office, *note, this);
    tabs->addTab(people, tr("人员"));
    tabs->addTab(new SealPage(office, dialogs, *note, this), tr("印章图样"));
    tabs->addTab(new KeysPage(office.session(), *note, this), tr("单位密钥"));
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&office.session(), &Session::changed, this, &PeopleWindow::followSession);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    layout->setSpacing(theme::space2);
    layout->addWidget(note);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    const int line = QFontMetrics(theme::bodyFont()).height();
    resize(QSize(40 * line, 28 * line).boundedTo(screen()->availableSize()));
    people->begin();
}

// Whoever is there now may not be an administrator: another who signed in, or one who gave up the duty.
void PeopleWindow::followSession()
{
    const Session &session = m_office.session();
    if (session.isSignedIn() && !session.person().duties.testFlag(Duty::Administrator))
        reject();
}

} // namespace zhibao
