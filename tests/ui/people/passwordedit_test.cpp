// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memorysearch.h"
#include "ui/people/officewindow.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>

namespace passwordedit_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

QString textOf(PasswordEdit &edit)
{
    const Secret taken = edit.take();
    return QString::fromUtf8(taken.bytes().data(), taken.bytes().size());
}

// Which holds nothing of what is typed but in the field itself.
struct Field {
    QWidget window;
    PasswordEdit edit{&window};

    Field()
    {
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        edit.setFocus();
    }
};

} // namespace

TEST_CASE("a password is typed at the end, deleted from the end, and replaced as a whole")
{
    Field field;
    typeKeys(QStringLiteral("abcd"));
    press(Qt::Key_Backspace);
    typeKeys(QStringLiteral(" 𠮷x"));
    press(Qt::Key_Backspace);
    CHECK(textOf(field.edit) == QStringLiteral("abc "));
    CHECK(field.edit.isEmpty());

    typeKeys(QStringLiteral("abcd"));
    press(Qt::Key_A, Qt::ControlModifier);
    typeKeys(QStringLiteral("z"));
    CHECK(textOf(field.edit) == QStringLiteral("z"));
    typeKeys(QStringLiteral("abcd"));
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    CHECK(field.edit.isEmpty());
    typeKeys(QStringLiteral("abcd"));
    press(Qt::Key_Backspace, Qt::ControlModifier);
    CHECK(field.edit.isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(field.edit.isEmpty());

    QGuiApplication::clipboard()->setText(QStringLiteral("one line\nanother"));
    press(Qt::Key_V, Qt::ControlModifier);
    CHECK(textOf(field.edit) == QStringLiteral("one line"));
    QGuiApplication::clipboard()->clear();
}

TEST_CASE("a password field tells who listens nothing but what it is")
{
    Field field;
    field.edit.setAccessibleName(QStringLiteral("口令"));
    typeKeys(QStringLiteral("secret"));
    QAccessibleInterface *said = QAccessible::queryAccessibleInterface(&field.edit);
    REQUIRE(said);
    CHECK(said->role() == QAccessible::EditableText);
    CHECK(said->state().passwordEdit);
    CHECK(said->text(QAccessible::Name) == QStringLiteral("口令"));
    CHECK(said->text(QAccessible::Value).isEmpty());
    CHECK(said->textInterface() == nullptr);
    CHECK(said->valueInterface() == nullptr);
    CHECK_FALSE(field.edit.testAttribute(Qt::WA_InputMethodEnabled));
    commitComposed(QStringLiteral("组字"));
    CHECK(textOf(field.edit) == QStringLiteral("secret"));
}

TEST_CASE("after signing in no copy of the typed password is left in memory")
{
    const HiddenWord word;
    OfficeWindow desk;
    desk.close();
    {
        const Result<std::unique_ptr<Store>> store = Store::open(desk.storePath(), [&desk] { return desk.now; });
        REQUIRE(store);
        unseal(**store);
        QString text = word.text();
        addToStore(**store, {QStringLiteral("王五"), {}, {}, Duty::Reporter}, Secret(text));
    }
    desk.open();
    desk.choose(QStringLiteral("王五"));
    REQUIRE(copiesInMemory(word) == 0);
    auto *edit = desk.child<PasswordEdit>(QStringLiteral("password"));
    edit->setFocus();
    for (int i = 0; i < HiddenWord::size; ++i)
        typeKeys(QString(QLatin1Char(word.at(i))));
    CHECK(copiesInMemory(word) == 1); // in the field
    press(Qt::Key_Return);
    REQUIRE_FALSE(desk.isGateClosed());
    CHECK(desk.workspace->office().session().isVerified());
    CHECK(copiesInMemory(word) == 0);
}

TEST_CASE("an ordinary field of text would leave copies, which the search finds")
{
    const HiddenWord word;
    QLineEdit line;
    line.setEchoMode(QLineEdit::Password);
    line.show();
    REQUIRE(QTest::qWaitForWindowActive(&line));
    line.setFocus();
    for (int i = 0; i < HiddenWord::size; ++i)
        typeKeys(QString(QLatin1Char(word.at(i))));
    CHECK(copiesInMemory(word) > 0);
}

} // namespace passwordedit_test
