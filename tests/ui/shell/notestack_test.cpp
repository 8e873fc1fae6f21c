// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"
#include "ui/start/latenessbar.h"
#include "ui/window/notestack.h"

#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace notestack_test {

using namespace zhibao;

namespace {

struct Stack {
    Stack()
    {
        window.setLayout(new QVBoxLayout);
        window.layout()->addWidget(&stack);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    ~Stack() { stack.setParent(nullptr); }

    QList<NoteBar *> seen() const
    {
        QList<NoteBar *> visible;
        for (NoteBar *note : {first, second, third}) {
            if (note->isVisible())
                visible.append(note);
        }
        return visible;
    }
    static QToolButton *behind(const NoteBar *note) { return note->findChild<QToolButton *>(QStringLiteral("behind")); }

    NoteBar *first = new NoteBar;
    NoteBar *second = new NoteBar;
    NoteBar *third = new NoteBar;
    NoteStack stack{{first, second, third}};
    QWidget window;
};

const QString words = QStringLiteral("提示");

} // namespace

TEST_CASE("of several notes the first in order is seen, the others one step behind it")
{
    Stack notes;
    CHECK(notes.seen().isEmpty());
    CHECK(notes.stack.isHidden());
    notes.second->tell(NoteBar::Kind::Calm, words);
    CHECK(notes.seen() == QList{notes.second});
    CHECK_FALSE(Stack::behind(notes.second)->isVisible());
    notes.third->tell(NoteBar::Kind::Calm, words);
    CHECK(notes.seen() == QList{notes.second});
    CHECK(Stack::behind(notes.second)->text() == QStringLiteral("还有 1 条"));
    notes.first->tell(NoteBar::Kind::Calm, words);
    CHECK(notes.seen() == QList{notes.first});
    CHECK(Stack::behind(notes.first)->text() == QStringLiteral("还有 2 条"));

    QTest::mouseClick(Stack::behind(notes.first), Qt::LeftButton);
    CHECK(notes.seen() == QList{notes.second});
    press(Qt::Key_Space); // the keys are at the same button of the next note
    CHECK(notes.seen() == QList{notes.third});
    notes.third->hide();
    CHECK(notes.seen() == QList{notes.first});
    notes.first->hide();
    notes.second->hide();
    CHECK(notes.stack.isHidden());
}

TEST_CASE("a question comes to the front and is not covered before it is answered")
{
    Stack notes;
    notes.first->tell(NoteBar::Kind::Calm, words);
    notes.third->ask(QStringLiteral("删除吗？"), {{QStringLiteral("删除"), {}}, {QStringLiteral("取消"), {}}});
    CHECK(notes.seen() == QList{notes.third});
    REQUIRE(notes.third->isAncestorOf(QApplication::focusWidget()));
    notes.second->tell(NoteBar::Kind::Warning, words);
    CHECK(notes.seen() == QList{notes.third});
    press(Qt::Key_Return);
    CHECK(notes.seen() == QList{notes.first});
}

TEST_CASE("what is told anew is seen though one had stepped to another note")
{
    Stack notes;
    notes.first->tell(NoteBar::Kind::Calm, words);
    notes.second->tell(NoteBar::Kind::Calm, words);
    QTest::mouseClick(Stack::behind(notes.first), Qt::LeftButton);
    REQUIRE(QApplication::focusWidget());
    QApplication::focusWidget()->clearFocus();
    notes.first->tell(NoteBar::Kind::Problem, QStringLiteral("未能打印。"));
    CHECK(notes.seen() == QList{notes.first});
}

TEST_CASE("beside a message of the window the question for a late report waits, and can be called to the front")
{
    OpenWindow desk;
    desk.now = QDateTime(QDate(2023, 4, 2), QTime(9, 0));
    desk.create();
    REQUIRE(desk.child<LatenessBar>()->isVisible());
    auto *note = desk.child<NoteBar>(QStringLiteral("note"));
    note->tell(NoteBar::Kind::Calm, words);
    CHECK(note->isVisible());
    CHECK_FALSE(desk.child<LatenessBar>()->isVisible());
    CHECK_FALSE(desk.child<LatenessBar>()->sentence().isEmpty());
    desk.action(QStringLiteral("迟报原因"))->trigger();
    CHECK(desk.child<LatenessBar>()->isVisible());
    CHECK(QApplication::focusWidget() == desk.child<QLineEdit>(QStringLiteral("latenessReason")));
    CHECK_FALSE(note->isVisible());
}

} // namespace notestack_test
