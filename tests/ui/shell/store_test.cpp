// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"
#include "ui/window/problemwindow.h"
#include "workspace/describe/describe.h"

#include <QLabel>
#include <QPushButton>

#include <sys/resource.h>

#include <csignal>

namespace store_test {

using namespace zhibao;

namespace {

// While it stands no file can be written, as on a full disk.
class FullDisk {
public:
    FullDisk()
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        const rlimit none{0, m_before.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

const Place place{QStringLiteral("annex2"), {}, -1, -1, 0};
const QString text = QStringLiteral("省局党组先后学习 12 次。");

QPushButton *answer(const NoteBar *note, const QString &words)
{
    for (QPushButton *button : note->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == words)
            return button;
    }
    return nullptr;
}

void click(const NoteBar *note, const QString &words)
{
    REQUIRE(QTest::qWaitFor([&] { return answer(note, words) != nullptr; })); // the layout shows it a moment later
    QTest::mouseClick(answer(note, words), Qt::LeftButton);
}

} // namespace

TEST_CASE("a save that failed stays in sight until it has gone through")
{
    OpenWindow desk;
    desk.create();
    const auto *note = desk.child<NoteBar>(QStringLiteral("saveFailedNote"));
    CHECK(note->sentence().isEmpty());
    {
        const FullDisk full;
        REQUIRE(desk.workspace->openReport().setText(place, text));
        CHECK_FALSE(desk.workspace->openReport().flush());
        CHECK(note->isVisible());
        CHECK(note->sentence().contains(QStringLiteral("尚未保存")));
        CHECK(textAt(desk.workspace->openReport().report(), place) == text); // and the work is still in hand
        click(note, QStringLiteral("再试一次"));
        CHECK(note->isVisible());
    }
    click(note, QStringLiteral("再试一次"));
    CHECK_FALSE(note->isVisible());
    desk.restart();
    CHECK(textAt(desk.workspace->openReport().report(), place) == text);
}

TEST_CASE("leaving with what could not be saved is asked about first")
{
    OpenWindow desk;
    desk.create();
    const auto *note = desk.child<NoteBar>(QStringLiteral("saveFailedNote"));
    {
        const FullDisk full;
        REQUIRE(desk.workspace->openReport().setText(place, text));
        CHECK_FALSE(desk.window->close());
        CHECK(desk.window->isVisible());
        CHECK(note->sentence().contains(QStringLiteral("退出会丢失")));
        click(note, QStringLiteral("不保存，退出"));
        CHECK_FALSE(desk.window->isVisible());
        desk.window.reset();
        desk.workspace.reset();
    }
    desk.open();
    REQUIRE(desk.workspace->openReport().open(1));
    CHECK(textAt(desk.workspace->openReport().report(), place).isEmpty());
}

TEST_CASE("a store that another window has open is told, and opens once that one is closed")
{
    OpenWindow first;
    first.create();
    const QString path = first.folder.filePath(QStringLiteral("store/zhibao.db"));
    Workspace second(first.workspace->office().catalogue(), systemClock());
    const Result<void> opened = second.openStore(path);
    REQUIRE_FALSE(opened);
    ProblemWindow problem(describe(opened.error()));
    CHECK(problem.findChild<QLabel *>(QStringLiteral("reason"))->text().contains(QStringLiteral("另一个")));
    problem.show();
    REQUIRE(QTest::qWaitForWindowActive(&problem));
    press(Qt::Key_Return); // another try is what Enter asks for
    CHECK(problem.result() == QDialog::Accepted);

    first.close();
    CHECK(second.openStore(path));
}

} // namespace store_test
