// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// People, passwords, the gate, and the list of reports in all their states.
#include "ui/people/officewindow.h"
#include "ui/people/passwordwindow.h"
#include "ui/people/peoplewindow.h"
#include "ui/screenshots/scenes.h"
#include "ui/shell/reviewsteps.h"

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace zhibao {

namespace {

using test::chief;
using test::chiefWord;
using test::clerk;

// The window with people in its store, of the size that the scene began with.
void found(OpenWindow &desk)
{
    const QSize size = desk.window->size();
    desk.create();
    desk.close();
    test::foundOffice(desk.folder.filePath(QStringLiteral("store/zhibao.db")), [&desk] { return desk.now; });
    desk.open();
    desk.window->resize(size);
}

void signIn(OpenWindow &desk)
{
    found(desk);
    REQUIRE(desk.workspace->office().session().signIn(chief.name, test::secret(chiefWord)));
}

QPixmap signInPage(OpenWindow &desk)
{
    found(desk);
    desk.child<PasswordEdit>(QStringLiteral("password"))->setFocus();
    typeKeys(QStringLiteral("wrong"));
    press(Qt::Key_Return);
    typeKeys(QStringLiteral("typing"));
    return grabbed(desk.window.get());
}

QPixmap waiting(OpenWindow &desk)
{
    found(desk);
    for (int attempt = 0; attempt < 4; ++attempt) {
        desk.child<PasswordEdit>(QStringLiteral("password"))->setFocus();
        typeKeys(QStringLiteral("wrong"));
        press(Qt::Key_Return);
    }
    return grabbed(desk.window.get());
}

QPixmap lockPage(OpenWindow &desk)
{
    signIn(desk);
    desk.window->findChild<SessionGate *>()->lock();
    return grabbed(desk.window.get());
}

// A report with somebody signed in, who is asked why it will be late.
QPixmap signedIn(OpenWindow &desk)
{
    signIn(desk);
    press(Qt::Key_1, Qt::ControlModifier);
    return grabbed(desk.window.get());
}

QPixmap peoplePage(OpenWindow &desk, int tab)
{
    PeopleWindow window(desk.workspace->office(), systemDialogs());
    window.show();
    window.findChild<QTabWidget *>()->setCurrentIndex(tab);
    return grabbed(&window);
}

QPixmap people(OpenWindow &desk)
{
    signIn(desk);
    Session &session = desk.workspace->office().session();
    const Person third{QStringLiteral("欧阳建国"), QStringLiteral("质量安全监督管理科"), QStringLiteral("四级调研员"),
        Duties(Duty::Reporter) | Duty::Supervisor};
    REQUIRE(session.addPerson(third, nullptr));
    REQUIRE(session.addPerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, nullptr));
    REQUIRE(session.changePerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, false));
    return peoplePage(desk, 0);
}

QPixmap firstUse(OpenWindow &desk)
{
    desk.create();
    return peoplePage(desk, 0);
}

QPixmap addPerson(OpenWindow &desk)
{
    signIn(desk);
    PeopleWindow window(desk.workspace->office(), systemDialogs());
    window.show();
    window.findChild<QPushButton *>(QStringLiteral("addPerson"))->click();
    window.findChild<QPushButton *>(QStringLiteral("save"))->click();
    return grabbed(&window);
}

QPixmap seal(OpenWindow &desk)
{
    signIn(desk);
    QImage picture(840, 840, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::red, 24));
    painter.drawEllipse(QRect(20, 20, 800, 800));
    painter.setFont(QFont(QStringLiteral("Noto Serif CJK SC"), 60));
    painter.drawText(picture.rect(), Qt::AlignCenter, QStringLiteral("图样"));
    painter.end();
    const QString path = desk.folder.filePath(QStringLiteral("seal.png"));
    REQUIRE(picture.save(path));
    REQUIRE(desk.workspace->office().session().setSealPicture(path, 420));
    return peoplePage(desk, 1);
}

QPixmap keys(OpenWindow &desk)
{
    signIn(desk);
    const QString other = QStringLiteral("青海省市场监督管理局");
    REQUIRE(
        desk.workspace->office().session().trustKey({QByteArray(32, 'k'), {}, other, {}, {other}, OfficeRole::HandIn}));
    return peoplePage(desk, 2);
}

QPixmap password(OpenWindow &desk)
{
    signIn(desk);
    PasswordWindow window(desk.workspace->office(), chief.name, PasswordWindow::Asker::Oneself);
    window.show();
    window.findChild<PasswordEdit *>(QStringLiteral("fresh"))->setFocus();
    press(Qt::Key_Return);
    return grabbed(&window);
}

QPixmap states(OpenWindow &desk)
{
    using enum ReviewAction;
    const QSize size = desk.window->size();
    desk.now = QDateTime(QDate(2023, 12, 29), QTime(9, 30));
    QList<ReviewSteps> walks;
    const QList<QList<ReviewAction>> actions{{}, {Submit}, {Submit, Return}, {Submit, Review},
        {Submit, Review, Approve}, {Submit, Review, Approve, PlaceSeal}, {Submit, Review, Approve, PlaceSeal, Send}};
    const QStringList units{QStringLiteral("贵州省市场监督管理局"), QStringLiteral("青海省市场监督管理局"),
        QStringLiteral("内蒙古自治区市场监督管理局"), QStringLiteral("新疆生产建设兵团市场监督管理局"),
        QStringLiteral("广东省市场监督管理局"), QStringLiteral("湖南省市场监督管理局"),
        QStringLiteral("浙江省市场监督管理局")};
    for (int at = 0; at < units.size(); ++at) {
        const bool example = at == 0 || at == 2;
        walks.append({desk.create(units.at(at), example), actions.at(at)});
    }
    takeThrough(desk, walks);
    desk.window->resize(size);
    press(Qt::Key_O, Qt::ControlModifier);
    desk.child<QTableView>(QStringLiteral("table"))->selectRow(2);
    return grabbed(desk.window.get());
}

} // namespace

QList<Scene> peopleScenes()
{
    return {{QStringLiteral("sign-in"), signInPage}, {QStringLiteral("sign-in-waiting"), waiting},
        {QStringLiteral("locked"), lockPage}, {QStringLiteral("signed-in"), signedIn},
        {QStringLiteral("people"), people}, {QStringLiteral("people-first"), firstUse},
        {QStringLiteral("people-add"), addPerson}, {QStringLiteral("people-seal"), seal},
        {QStringLiteral("people-keys"), keys}, {QStringLiteral("people-password"), password},
        {QStringLiteral("reports-states"), states}};
}

} // namespace zhibao
