// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"
#include "ui/notebar.h"
#include "ui/people/officewindow.h"
#include "ui/people/passwordwindow.h"
#include "ui/people/peoplewindow.h"
#include "ui/people/personform.h"
#include "ui/people/sealpreview.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

namespace peoplewindow_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

template <typename T>
T *openWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<T *>(window); found && found->isVisible())
            return found;
    }
    return nullptr;
}

// The window of people, opened from the menu.
struct PeopleDesk {
    OpenWindow &desk;
    PeopleWindow *window;

    explicit PeopleDesk(OpenWindow &opened)
        : desk(opened)
    {
        desk.action(QStringLiteral("人员与口令"))->trigger();
        window = openWindow<PeopleWindow>();
        REQUIRE(window);
        waitForKeys(window);
    }

    template <typename T>
    T *part(const char *name) const
    {
        auto *found = window->findChild<T *>(QLatin1StringView(name));
        REQUIRE(found);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    PersonForm *form() const { return window->findChild<PersonForm *>(); }
    QString said() const { return form()->findChild<QLabel *>(QStringLiteral("message"))->text(); }
    QString note() const { return part<NoteBar>("peopleNote")->sentence(); }

    void typeInto(const char *name, const QString &text) const
    {
        part<QWidget>(name)->setFocus();
        typeKeys(text);
    }
    QStringList row(int at) const
    {
        const QTreeWidgetItem *item = part<QTreeWidget>("people")->topLevelItem(at);
        QStringList texts;
        for (int column = 0; item && column < item->columnCount(); ++column)
            texts.append(item->text(column));
        return texts;
    }
};

} // namespace

TEST_CASE("first use says what people mean, and begins with an administrator")
{
    OpenWindow desk;
    desk.create();
    const PeopleDesk people(desk);
    CHECK(people.part<QLabel>("firstUse")->isVisible());
    CHECK_FALSE(people.form()->isVisible());
    QTest::mouseClick(people.part<QCheckBox>("soleOffice"), Qt::LeftButton, {}, QPoint(8, 8));
    CHECK(desk.workspace->office().session().isSoleOffice()); // which needs no people
    people.click("addPerson");
    CHECK(people.form()->isVisible());
    CHECK(QApplication::focusWidget() == people.form()->findChild<QLineEdit *>(QStringLiteral("name")));
    CHECK_FALSE(people.form()->findChild<QCheckBox *>(QStringLiteral("administrator"))->isEnabled());

    people.click("save");
    CHECK(people.said().contains(QStringLiteral("姓名")));
    typeKeys(QStringLiteral("张三"));
    people.typeInto("password", QStringLiteral("short"));
    people.typeInto("repeated", QStringLiteral("shorter"));
    press(Qt::Key_Return);
    CHECK(people.said().contains(QStringLiteral("不一致")));
    CHECK(people.part<PasswordEdit>("password")->isEmpty());
    CHECK(people.part<PasswordEdit>("repeated")->isEmpty());
    people.typeInto("password", QStringLiteral("short"));
    people.typeInto("repeated", QStringLiteral("short"));
    press(Qt::Key_Return);
    CHECK(people.said().contains(QStringLiteral("8")));
    CHECK_FALSE(desk.workspace->office().session().hasPeople());
    people.typeInto("password", chiefWord);
    people.typeInto("repeated", chiefWord);
    press(Qt::Key_Return);

    CHECK(desk.workspace->office().session().hasPeople());
    CHECK(desk.workspace->office().session().isVerified());
    CHECK_FALSE(people.form()->isVisible());
    CHECK_FALSE(people.part<QLabel>("firstUse")->isVisible());
    CHECK(people.row(0)
        == QStringList{QStringLiteral("张三"), QString(), QString(), QStringLiteral("填报人、审核人、管理员"),
            QStringLiteral("已设"), QStringLiteral("在用")});
}

TEST_CASE("people are added, changed and deactivated; what cannot be is told in place")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const PeopleDesk people(desk);
    people.click("addPerson");
    typeKeys(clerk.name);
    press(Qt::Key_Return);
    CHECK(people.said().contains(QStringLiteral("已有")));
    people.part<QLineEdit>("name")->selectAll();
    people.typeInto("name", QStringLiteral("王五"));
    people.typeInto("office", QStringLiteral("质量发展科"));
    press(Qt::Key_Return);
    REQUIRE(desk.workspace->office().session().accounts()->size() == 3);
    CHECK(people.row(2).value(4) == QStringLiteral("未设"));
    CHECK(people.part<QTreeWidget>("people")->currentItem()->text(0) == QStringLiteral("王五"));

    people.click("changePerson");
    CHECK(people.part<QLineEdit>("name")->isReadOnly());
    people.typeInto("post", QStringLiteral("副科长"));
    QTest::mouseClick(people.part<QCheckBox>("supervisor"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(people.part<QCheckBox>("reporter"), Qt::LeftButton, {}, QPoint(8, 8));
    people.click("save");
    CHECK(desk.workspace->office().session().accounts()->last().person
        == Person{QStringLiteral("王五"), QStringLiteral("质量发展科"), QStringLiteral("副科长"), Duty::Supervisor});
    people.click("toggleActive");
    CHECK(people.row(2).value(5) == QStringLiteral("停用"));
    people.click("toggleActive");
    CHECK(people.row(2).value(5) == QStringLiteral("在用"));

    auto *list = people.part<QTreeWidget>("people");
    list->setFocus();
    press(Qt::Key_Return); // leads into the form, and saves nothing
    REQUIRE(QTest::qWaitFor([&people] { return people.form()->isVisible(); }));
    press(Qt::Key_Escape);
    CHECK_FALSE(people.form()->isVisible());
    list->setCurrentItem(list->topLevelItem(0));
    people.click("toggleActive");
    CHECK(people.note().contains(QStringLiteral("唯一")));
    CHECK(people.row(0).value(5) == QStringLiteral("在用"));
    press(Qt::Key_Escape);
    CHECK_FALSE(openWindow<PeopleWindow>());
}

TEST_CASE("the rule for an office of one is a check box that says what it does")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const PeopleDesk people(desk);
    auto *box = people.part<QCheckBox>("soleOffice");
    CHECK_FALSE(box->isChecked());
    CHECK(box->accessibleDescription().contains(QStringLiteral("注明")));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, 8));
    CHECK(desk.workspace->office().session().isSoleOffice());
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, 8));
    CHECK_FALSE(desk.workspace->office().session().isSoleOffice());
}

TEST_CASE("an administrator sets anybody's password, and takes it away")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const PeopleDesk people(desk);
    auto *list = people.part<QTreeWidget>("people");
    list->setCurrentItem(list->topLevelItem(1));
    people.click("setPassword");
    auto *window = openWindow<PasswordWindow>();
    REQUIRE(window);
    waitForKeys(window);
    CHECK_FALSE(window->findChild<PasswordEdit *>(QStringLiteral("present")));
    press(Qt::Key_Return);
    CHECK(window->findChild<QLabel *>(QStringLiteral("message"))->text().contains(QStringLiteral("还没有")));
    typeKeys(QStringLiteral("another password"));
    window->findChild<PasswordEdit *>(QStringLiteral("repeated"))->setFocus();
    typeKeys(QStringLiteral("another password"));
    press(Qt::Key_Return);
    CHECK_FALSE(window->isVisible());
    REQUIRE(desk.workspace->office().session().signIn(clerk.name, secret(QStringLiteral("another password"))));
    CHECK_FALSE(openWindow<PeopleWindow>()); // which is not the clerk's
}

TEST_CASE("one's own password is changed by who knows the one in use")
{
    OfficeWindow desk;
    desk.signIn(clerk, clerkWord);
    desk.action(QStringLiteral("修改口令"))->trigger();
    auto *window = openWindow<PasswordWindow>();
    REQUIRE(window);
    waitForKeys(window);
    const auto answer = [window](const QString &present, const QString &fresh) {
        window->findChild<PasswordEdit *>(QStringLiteral("present"))->setFocus();
        typeKeys(present);
        for (const char *name : {"fresh", "repeated"}) {
            window->findChild<PasswordEdit *>(QLatin1StringView(name))->setFocus();
            typeKeys(fresh);
        }
        press(Qt::Key_Return);
    };
    answer(QStringLiteral("a guess"), QStringLiteral("another password"));
    CHECK(window->findChild<QLabel *>(QStringLiteral("message"))->text().contains(QStringLiteral("不对")));
    CHECK(window->isVisible());
    answer(clerkWord, QStringLiteral("another password"));
    CHECK_FALSE(window->isVisible());
    desk.gate().lock();
    desk.enterPassword(QStringLiteral("another password"));
    CHECK_FALSE(desk.isGateClosed());
}

TEST_CASE("the seal picture is looked at in true proportion before it is kept")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const PeopleDesk people(desk);
    people.window->findChild<QTabWidget *>()->setCurrentIndex(1);
    CHECK(people.part<QLabel>("sealWords")->text().contains(QStringLiteral("不是电子签名")));
    auto *width = people.part<QDoubleSpinBox>("sealWidth");
    CHECK(width->value() == Approx(42));
    CHECK(width->maximum() == Approx(45));
    CHECK_FALSE(people.part<QPushButton>("saveSeal")->isEnabled());

    desk.file = QStringLiteral(SOURCE_ROOT "/CMakeLists.txt");
    people.click("chooseSeal");
    CHECK(people.note().contains(QStringLiteral("图片")));
    QImage round(400, 400, QImage::Format_ARGB32);
    round.fill(Qt::red);
    desk.file = desk.folder.filePath(QStringLiteral("seal.png"));
    REQUIRE(round.save(desk.file));
    people.click("chooseSeal");
    CHECK(people.note().isEmpty());
    auto *preview = people.part<SealPreview>("sealPreview");
    const double perMillimetre = preview->logicalDpiX() / 25.4;
    const auto redAcross = [&] {
        const QImage seen = preview->grab().toImage();
        int red = 0;
        const int y = static_cast<int>(seen.height() / 2 - 3 * perMillimetre);
        for (int x = 0; x < seen.width(); ++x)
            red += seen.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        return red / preview->devicePixelRatioF() / perMillimetre;
    };
    CHECK(redAcross() == Approx(42).margin(0.6));
    width->setValue(30);
    CHECK(redAcross() == Approx(30).margin(0.6));
    CHECK_FALSE(desk.workspace->office().session().sealPicture()->has_value());
    people.click("saveSeal");
    REQUIRE(desk.workspace->office().session().sealPicture()->has_value());
    CHECK(desk.workspace->office().session().sealPicture()->value().width == 300);
    CHECK_FALSE(people.part<QPushButton>("saveSeal")->isEnabled());
}

TEST_CASE("the fingerprint of the office's key is there to be read out")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const QString other = QStringLiteral("乙市市场监督管理局");
    REQUIRE(
        desk.workspace->office().session().trustKey({QByteArray(32, 'k'), {}, other, {}, {other}, OfficeRole::HandIn}));
    const PeopleDesk people(desk);
    people.window->findChild<QTabWidget *>()->setCurrentIndex(2);
    const QByteArray own = desk.workspace->office().session().ownKey()->publicKey;
    CHECK(people.part<QLabel>("ownFingerprint")->text() == fingerprint(own));
    const auto *trusted = people.part<QTreeWidget>("trustedKeys");
    REQUIRE(trusted->topLevelItemCount() == 1);
    CHECK(trusted->topLevelItem(0)->text(3) == fingerprint(QByteArray(32, 'k')));
}

TEST_CASE("what another office may do is changed and taken back where its key is listed")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    const QString other = QStringLiteral("乙市市场监督管理局");
    REQUIRE(
        desk.workspace->office().session().trustKey({QByteArray(32, 'k'), {}, other, {}, {other}, OfficeRole::HandIn}));
    const PeopleDesk people(desk);
    people.window->findChild<QTabWidget *>()->setCurrentIndex(2);
    auto *trusted = people.part<QTreeWidget>("trustedKeys");
    CHECK_FALSE(people.part<QPushButton>("saveOffice")->isEnabled());
    trusted->setCurrentItem(trusted->topLevelItem(0));
    CHECK(people.part<QCheckBox>("mayHandIn")->isChecked());
    CHECK_FALSE(people.part<QCheckBox>("mayApprove")->isChecked());
    people.part<QCheckBox>("mayApprove")->setChecked(true);
    people.part<QLineEdit>("officeUnits")->setText(other + QStringLiteral("、丙县市场监督管理局"));
    people.click("saveOffice");
    OfficeKey key = desk.workspace->office().session().trustedKeys()->last();
    CHECK(key.roles == (OfficeRoles(OfficeRole::HandIn) | OfficeRole::Approve));
    CHECK(key.units == QStringList{other, QStringLiteral("丙县市场监督管理局")});
    CHECK(people.note().contains(QStringLiteral("送审、批准")));
    trusted->setCurrentItem(trusted->topLevelItem(0));
    people.click("revokeOffice");
    CHECK(desk.workspace->office().session().trustedKeys()->last().roles == OfficeRoles());
    CHECK(trusted->topLevelItem(0)->text(2) == QStringLiteral("不得办理"));
    CHECK_FALSE(people.part<QPushButton>("revokeOffice")->isEnabled());
    people.part<QLineEdit>("ownName")->setText(QStringLiteral("甲局质量处"));
    people.part<QLineEdit>("ownName")->setFocus();
    press(Qt::Key_Tab);
    CHECK(desk.workspace->office().session().trustedKeys()->first().name == QStringLiteral("甲局质量处"));
}

} // namespace peoplewindow_test
